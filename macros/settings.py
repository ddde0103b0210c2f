"""The settings of mkdocs.yml that the rest of the project needs, whichever engine builds the site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from macros.problems import ContentError, Problem
from macros.reading.yaml_file import RULE, not_valid

FILE = "mkdocs.yml"


@dataclass(frozen=True)
class Settings:
    """``site_url`` ends with a slash; ``repo_url`` is empty where nobody has set it."""

    site_name: str
    site_url: str
    repo_url: str
    edit_uri: str
    frame_sources: str
    media_sources: str


def read_settings(root: Path) -> Settings:
    """The settings of the project in ``root``; environment variables count as mkdocs.yml says.

    Raises ContentError.
    """
    try:
        with (root / FILE).open(encoding="utf-8") as file:
            config = yaml_load(file)
    except OSError as error:
        raise ContentError([Problem(FILE, 0, f"could not be read ({error.strerror})", RULE)]) from None
    except ConfigurationError as error:
        raise ContentError([not_valid(error.__context__, FILE)]) from None
    if not isinstance(config, dict) or not config.get("site_name"):
        raise ContentError([Problem(FILE, 0, "has no 'site_name'; add it", RULE)])
    extra = config.get("extra") or {}
    return Settings(
        site_name=config["site_name"],
        site_url=(config.get("site_url") or "/").rstrip("/") + "/",
        repo_url=(config.get("repo_url") or "").rstrip("/"),
        edit_uri=config.get("edit_uri") or "",
        frame_sources=extra.get("frame_sources") or "",
        media_sources=extra.get("media_sources") or "",
    )


def check_settings(root: Path) -> list[Problem]:
    """What is wrong with mkdocs.yml itself."""
    try:
        read_settings(root)
    except ContentError as error:
        return error.problems
    return []

"""The settings of mkdocs.yml that the rest of the project needs, whichever engine builds the site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs.utils.yaml import yaml_load


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
    """The settings of the project in ``root``; environment variables count as mkdocs.yml says."""
    with (root / "mkdocs.yml").open(encoding="utf-8") as file:
        config = yaml_load(file)
    extra = config.get("extra") or {}
    return Settings(
        site_name=config["site_name"],
        site_url=(config.get("site_url") or "/").rstrip("/") + "/",
        repo_url=(config.get("repo_url") or "").rstrip("/"),
        edit_uri=config.get("edit_uri") or "",
        frame_sources=extra.get("frame_sources") or "",
        media_sources=extra.get("media_sources") or "",
    )

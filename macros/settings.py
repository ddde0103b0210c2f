"""The settings of mkdocs.yml that the rest of the project needs, whichever engine builds the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from macros.problems import ContentError, Problem
from macros.reading.addresses import outside
from macros.reading.text_file import hidden_character, read_text
from macros.reading.yaml_file import RULE, not_valid

FILE = "mkdocs.yml"
ENGLISH = "en"
"""The language of the interface where the theme names none."""

_SHOWN = frozenset({"site_name", "site_description", "copyright", "nav", "extra"})
"""Settings that pages show."""


@dataclass(frozen=True)
class Settings:
    """``site_url`` ends with a slash; ``repo_url`` is empty where nobody has set it."""

    site_name: str
    site_url: str
    repo_url: str
    edit_uri: str
    frame_sources: str
    media_sources: str
    owner: str = ""
    contact: str = ""
    language: str = ENGLISH

    @property
    def is_reachable(self) -> bool:
        """Whether this copy names somebody who answers for it."""
        return bool(self.owner or self.contact)


def read_settings(root: Path) -> tuple[Settings | None, list[Problem]]:
    """The settings of the project in ``root``, or None and what is wrong with mkdocs.yml.

    Environment variables count as mkdocs.yml says.
    """
    text, problems = read_text(root / FILE, root)
    if text is None:
        return None, problems
    try:
        config = yaml_load(text)
    except ConfigurationError as error:
        return None, [not_valid(error.__context__, FILE)]
    if not isinstance(config, dict) or not config.get("site_name"):
        return None, [Problem(FILE, 0, "has no 'site_name'; add it", RULE)]
    edit_uri = config.get("edit_uri") or ""
    if edit_uri and not f"/{edit_uri.strip('/')}".endswith("/docs"):
        message = (
            f"'edit_uri' (EDIT_URI) is '{edit_uri}'; it has to lead from the repository to its folder docs/,"
            " such as edit/main/docs/"
        )
        return None, [Problem(FILE, 0, message, RULE)]
    extra = config.get("extra") or {}
    problems = [*_addresses(config, extra), *_texts(config)]
    if problems:
        return None, problems
    # An environment variable such as 2012 comes as a number.
    settings = Settings(
        site_name=config["site_name"],
        site_url=(config.get("site_url") or "/").rstrip("/") + "/",
        repo_url=(config.get("repo_url") or "").rstrip("/"),
        edit_uri=edit_uri,
        frame_sources=extra.get("frame_sources") or "",
        media_sources=extra.get("media_sources") or "",
        owner=str(extra.get("owner") or ""),
        contact=str(extra.get("contact") or ""),
        language=str((config.get("theme") or {}).get("language") or ENGLISH),
    )
    return settings, []


def _addresses(config: dict[str, Any], extra: dict[str, Any]) -> Iterator[Problem]:
    """Each address leads to the server that people read in it."""
    for name, written in (("site_url", config.get("site_url")), ("repo_url", config.get("repo_url"))):
        address = outside(str(written or ""))
        if written and written != "/" and not (address and address.is_plain_web):
            yield Problem(
                FILE, 0, f"'{name}' is '{written}'; it has to be an address such as https://example.org/", RULE
            )
    contact = str(extra.get("contact") or "")
    address = outside(contact)
    if contact and not (address.is_plain_web if address else re.fullmatch(r"[^\s@:/?&]+@[^\s@:/?&]+", contact)):
        yield Problem(FILE, 0, f"'contact' is '{contact}'; it has to be an e-mail or web address", RULE)


def _texts(value: object, place: str = "") -> Iterator[Problem]:
    """Names and titles, which pages show, are one line without hidden characters."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(str(key), place or str(key))
            if place in _SHOWN or key in _SHOWN:
                yield from _texts(inner, place or str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, place)
    elif isinstance(value, str) and (hidden_character(value) or "\n" in value.strip()):
        message = f"'{place}' has a line end or a character that nobody can see; write it on one line"
        yield Problem(FILE, 0, message, RULE)


def settings_of(root: Path) -> Settings:
    """The settings of a project. Raises ContentError."""
    settings, problems = read_settings(root)
    if settings is None:
        raise ContentError(problems)
    return settings

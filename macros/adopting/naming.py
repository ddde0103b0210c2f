"""Writes what a site is called, and who answers for it, into the text of mkdocs.yml. Pure."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

Colours = tuple[str, str, str, str]
"""Brand and letters on it, for light pages and then for dark ones."""


@dataclass(frozen=True)
class Naming:
    """What an owner says of the site; what is None stays as it is."""

    name: str | None = None
    tagline: str | None = None
    address: str | None = None
    owner: str | None = None
    contact: str | None = None
    language: str | None = None
    colours: Colours | None = None


class NoSettingError(Exception):
    """A file of settings does not have the line that was to be changed; the message names it."""


def with_naming(text: str, naming: Naming) -> str:
    """The text of mkdocs.yml with what the owner said. Notes and all else stay. Raises NoSettingError."""
    if naming.name is not None:
        text = _with(text, r"^site_name:", f"site_name: {_quoted(naming.name)}")
    if naming.tagline is not None:
        text = _with(text, r"^site_description:", f"site_description: {_quoted(naming.tagline)}")
    if naming.address is not None:
        address = naming.address.rstrip("/") + "/" if naming.address else ""
        text = _with(text, r"^site_url:", f"site_url: !ENV [SITE_URL, {_quoted(address)}]")
    if naming.owner is not None:
        text = _with(text, r"^  owner:", f"  owner: !ENV [OWNER, {_quoted(naming.owner)}]")
    if naming.contact is not None:
        text = _with(text, r"^  contact:", f"  contact: !ENV [CONTACT, {_quoted(naming.contact)}]")
    if naming.language is not None:
        text = _with(text, r"^  language:", f"  language: {naming.language}")
    if naming.colours is not None:
        # An owner who asks again changes what is there.
        text = re.sub(r"^  colours:\n(?:    .*\n)+", "", text, flags=re.MULTILINE)
        light, on_light, dark, on_dark = map(_quoted, naming.colours)
        text = _with(
            text,
            r"^extra:",
            f"extra:\n  colours:\n    light: {{brand: {light}, on_brand: {on_light}}}\n"
            f"    dark: {{brand: {dark}, on_brand: {on_dark}}}",
        )
    return text


def _with(text: str, start: str, line: str) -> str:
    """The text with ``line`` in the place of the one line that starts so."""
    changed, count = re.subn(f"{start}.*$", lambda _: line, text, flags=re.MULTILINE)
    if count != 1:
        raise NoSettingError(f"mkdocs.yml has no line '{start.removeprefix('^').strip()}', or several; add it first")
    return changed


def _quoted(value: str) -> str:
    """A text as YAML has it; JSON's quotation marks are YAML's, too."""
    return json.dumps(value, ensure_ascii=False)

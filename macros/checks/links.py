"""Checks links and pictures: facts lead to listed sources, link texts say where they lead, pictures have words."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from macros.language.words import read_list
from macros.problems import Problem
from macros.reading.addresses import PERSONAL, WEB, leads_into, outside
from macros.reading.fields import LICENCES
from macros.reading.markdown import MarkdownText
from macros.settings import FILE as SETTINGS
from macros.settings import Settings

ALLOWED = "data/allowed-links.txt"

_SAYS_NOTHING = re.compile(
    r"(?:please )?(?:click |tap |press )?(?:on )?(?:here|this|this link|link|this page|this guide|this article|more|"
    r"read more|find out more|learn more|see more|details|website|web site)",
    re.IGNORECASE,
)

_SMALL_HOST = re.compile(
    r"(?:localhost|[\w-]+\.(?:local|localdomain|internal|lan)|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}"
    r"|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|0\.0\.0\.0|\[::1\])(?::\d+)?"
)
"""Servers that no reader can reach: names of one computer (RFC 6761, RFC 6762), and private addresses (RFC 1918)."""

_FILE_NAME = re.compile(
    r"(?:IMG|DSCN?|DSCF|PXL|MVI|P|image|photo|picture|untitled)[ _-]*\d[\d _.()-]*"
    r"|(?:Screen ?shot|WhatsApp Image)[ _-]*\d[\w _.:-]*"
    r"|\S+\.(?:jpe?g|png|webp|gif|svg|heic)",
    re.IGNORECASE,
)
"""What cameras and telephones name pictures, and what has an ending as files have."""


def read_allowed(root: Path, settings: Settings | None) -> tuple[tuple[str, ...], list[Problem]]:
    """The addresses below which pages may link, and what is wrong with data/allowed-links.txt."""
    listed, problems = read_list(root / ALLOWED, root)
    own = (settings.repo_url,) if settings and settings.repo_url.startswith("http") else ()
    return (*(entry for _, entry in listed), *(licence.url for licence in LICENCES.values()), *own), problems


def check_addresses(
    text: MarkdownText, file: str, allowed: Sequence[str], sources: Mapping[str, str]
) -> Iterator[Problem]:
    """An address outside the site is a source by its key, or below one of data/allowed-links.txt.

    Whether the site's own address may be written is for inside.py to say.
    """
    for address, line in text.addresses:
        where = outside(address)
        if where is None or where.scheme in PERSONAL:
            continue
        if where.scheme == "file" or _SMALL_HOST.fullmatch(where.host):
            if not leads_into(where, allowed):
                message = f"'{address}' is on your own computer or network, where nobody else can go; remove the link"
                yield Problem(file, line, message, "links")
        elif address in sources:
            message = f"link this source by its key: [words][{sources[address]}]"
            yield Problem(file, line, message, "links")
        elif where.scheme not in WEB:
            message = f"'{address}' is no address of a page; links start with https://, mailto: or tel:"
            yield Problem(file, line, message, "links")
        elif not leads_into(where, allowed):
            message = (
                f"'{address}' is no source; add it to data/sources.yml and link it as [words][key],"
                " or to data/allowed-links.txt if no fact rests on it"
            )
            yield Problem(file, line, message, "links", follows=(ALLOWED, SETTINGS))


def check_link_texts(text: MarkdownText, file: str) -> Iterator[Problem]:
    """A link's words say where it leads, also to those who hear them alone (WCAG 2.4.4, 2.4.9)."""
    for link in text.links:
        words = link.words.strip(" .:")
        if not words:
            yield Problem(file, link.line, "this link has no words; say where it leads", "link-text")
        elif _SAYS_NOTHING.fullmatch(words):
            message = f"the link '{words}' does not say where it leads; use the name of the page that it opens"
            yield Problem(file, link.line, message, "link-text")


def check_pictures(text: MarkdownText, file: str) -> Iterator[Problem]:
    """Every picture has words for those who do not see it (WCAG 1.1.1)."""
    for picture in text.pictures:
        words = picture.words.strip()
        if words and (_FILE_NAME.fullmatch(words) or words == posixpath.basename(picture.target)):
            message = f"'{words}' is the name of a file; write what the picture shows: ![A ramp beside the steps](...)"
            yield Problem(file, picture.line, message, "alt-text")
        elif not words and not picture.is_decoration:
            message = "this picture has no words; write what it shows: ![A ramp beside the steps](picture.jpg)"
            yield Problem(file, picture.line, message, "alt-text")

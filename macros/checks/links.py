"""Checks links and pictures: facts lead to listed sources, link texts say where they lead, pictures have words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from macros.language.words import read_list
from macros.problems import Problem
from macros.reading.addresses import PERSONAL, WEB, leads_into, outside
from macros.reading.fields import LICENCES
from macros.reading.markdown import MarkdownText
from macros.settings import Settings

_SAYS_NOTHING = re.compile(
    r"(?:please )?(?:click |tap |press )?(?:on )?(?:here|this|this link|link|this page|this guide|this article|more|"
    r"read more|find out more|learn more|see more|details|website|web site)",
    re.IGNORECASE,
)


def read_allowed(root: Path, settings: Settings | None) -> tuple[tuple[str, ...], list[Problem]]:
    """The addresses below which pages may link, and what is wrong with data/allowed-links.txt."""
    listed, problems = read_list(root / "data" / "allowed-links.txt", root)
    own = (settings.repo_url, settings.site_url.rstrip("/")) if settings else ()
    web = (address for address in own if address.startswith("http"))
    return (*(entry for _, entry in listed), *LICENCES.values(), *web), problems


def check_addresses(
    text: MarkdownText, file: str, allowed: Sequence[str], sources: Mapping[str, str]
) -> Iterator[Problem]:
    """An address outside the site is a source by its key, or below one of data/allowed-links.txt."""
    for address, line in text.addresses:
        where = outside(address)
        if where is None or where.scheme in PERSONAL:
            continue
        if address in sources:
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
            yield Problem(file, line, message, "links")


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
        if not picture.words.strip() and not picture.is_decoration:
            message = "this picture has no words; write what it shows: ![A ramp beside the steps](picture.jpg)"
            yield Problem(file, picture.line, message, "alt-text")

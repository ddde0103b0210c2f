"""Checks links and pictures: facts lead to listed sources, link texts say where they lead, pictures have words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from macros.language.prose import CODE
from macros.language.words import read_list
from macros.model import Vocabulary
from macros.problems import Problem
from macros.reading.fields import LICENCES
from macros.reading.pages import Page
from macros.settings import Settings

_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\](?:\([^)]*\)|\[[^\]]*\])|<a\b[^>]*>(.*?)</a>", re.IGNORECASE)
_PICTURE = re.compile(r"!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_PICTURE_TAG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ALT = re.compile(r"\balt\s*=\s*[\"']", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?:please )?(?:click |tap |press )?(?:on )?(?:here|this|this link|link|this page|this guide|this article|more|"
    r"read more|find out more|learn more|see more|details|website|web site)",
    re.IGNORECASE,
)


def check_links(root: Path, pages: Sequence[Page], vocabulary: Vocabulary, settings: Settings) -> list[Problem]:
    """Every problem with links and pictures in the pages."""
    listed, problems = read_list(root / "data" / "allowed-links.txt", root)
    own = [address for address in (settings.repo_url, settings.site_url.rstrip("/")) if address.startswith("http")]
    allowed = (*(entry for _, entry in listed), *LICENCES.values(), *own)
    sources = {source.url: key for key, source in vocabulary.sources.items()}
    for page in pages:
        for number, raw in page.lines:
            line = CODE.sub("", raw)
            problems += check_addresses(line, number, page.file, allowed, sources)
            problems += check_link_texts(line, number, page.file)
            problems += check_pictures(line, number, page.file)
    return problems


def check_addresses(
    line: str, number: int, file: str, allowed: Sequence[str], sources: Mapping[str, str]
) -> Iterator[Problem]:
    """An address outside the site is a source by its key, or starts as data/allowed-links.txt says."""
    if "://" not in line:
        return
    for address in _ADDRESS.findall(line):
        address = address.rstrip(".,;:")
        if address in sources:
            message = f"link this source by its key: [words][{sources[address]}]"
            yield Problem(file, number, message, "links")
        elif not address.startswith(tuple(allowed)):
            message = (
                f"'{address}' is no source; add it to data/sources.yml and link it as [words][key],"
                " or to data/allowed-links.txt if no fact rests on it"
            )
            yield Problem(file, number, message, "links")


def check_link_texts(line: str, number: int, file: str) -> Iterator[Problem]:
    """A link's words say where it leads, also to those who hear them alone (WCAG 2.4.4, 2.4.9)."""
    for markdown, tag in _LINK.findall(line):
        words = re.sub(r"<[^>]*>|[*_]", "", markdown or tag).strip(" .:")
        if not words:
            yield Problem(file, number, "this link has no words; say where it leads", "link-text")
        elif _SAYS_NOTHING.fullmatch(words):
            message = f"the link '{words}' does not say where it leads; use the name of the page that it opens"
            yield Problem(file, number, message, "link-text")


def check_pictures(line: str, number: int, file: str) -> Iterator[Problem]:
    """Every picture has words for those who do not see it (WCAG 1.1.1)."""
    bare = [words for words in _PICTURE.findall(line) if not words.strip()]
    bare += [tag for tag in _PICTURE_TAG.findall(line) if not _ALT.search(tag)]
    for _ in bare:
        message = "this picture has no words; write what it shows: ![A ramp beside the steps](picture.jpg)"
        yield Problem(file, number, message, "alt-text")

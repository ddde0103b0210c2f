"""Gathers all texts that readers see, each with the limits that it has to keep to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.language.limits import SCRIPT, Limits
from macros.language.prose import Passage, markdown_passages, plain_passage, script_passages, yaml_passages
from macros.reading.pages import Page
from macros.reading.written import Written, written_files

DATA_FILES = (
    "webinars/topics.yml",
    "data/ladder.yml",
    "data/glossary.yml",
    "data/signs.yml",
    "data/which-rung.yml",
    "data/plan-on-a-page.yml",
    "data/help.yml",
)
"""Data that pages are made of. The words of sources.yml are those of others."""
_WEBINAR_FIELDS = frozenset(["title", "summary", "aim", "outcomes", "easier_words", "length_exception"])
_DATA_FIELDS = frozenset(
    [
        *["also", "because", "example", "hint", "instead", "label", "legend", "meaning", "name", "next"],
        *["question", "say", "sign", "term", "text", "title", "what", "who", "why"],
    ]
)


@dataclass(frozen=True)
class Prose:
    """The words of one file. ``limits`` is None for short texts in data, which have no grade of their own."""

    file: str
    limits: Limits | None
    passages: tuple[Passage, ...]


def all_prose(root: Path, pages: Sequence[Page]) -> Iterator[Prose]:
    """Every text of the project in ``root``; files that cannot be read are left to their own checks."""
    yield from (page_prose(page) for page in pages if page.is_english)
    yield from filter(None, map(written_prose, written_files(root)))


def page_prose(page: Page) -> Prose:
    """The words of a page, with its title and description."""
    front = (
        plain_passage("heading", [(page.data.line((name,)), words)])
        for name, words in (("title", page.front.title), ("description", page.front.description))
    )
    return Prose(
        page.file, page.kind.limits, (*(passage for passage in front if passage), *markdown_passages(page.text))
    )


def written_prose(written: Written) -> Prose | None:
    """The words of a script or a YAML file that readers see; None if they see none of it."""
    if written.file.endswith("/script.md"):
        return Prose(written.file, SCRIPT, script_passages(written.text))
    of_webinar = written.file.endswith("/webinar.yml")
    if not (of_webinar or written.file in DATA_FILES) or written.data is None:
        return None
    return Prose(
        written.file, None, yaml_passages(written.text, written.data, _WEBINAR_FIELDS if of_webinar else _DATA_FIELDS)
    )

"""Gathers all texts that readers see, each with the limits that it has to keep to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.language.prose import Passage, markdown_passages, plain_passage, script_passages, yaml_passages
from macros.reading.catalogue import webinar_folders
from macros.reading.pages import Page
from macros.reading.text_file import read_text, relative_name
from macros.reading.yaml_file import YamlData, parse_yaml


@dataclass(frozen=True)
class Limits:
    """How hard a kind of text may be: its highest reading grade, and the most words in a sentence."""

    what: str
    grade: float
    words: int


PAGE = Limits("a guide", 8.0, 25)
SCRIPT = Limits("a webinar's script", 7.0, 22)
EASIER = Limits("a page in easier words", 5.0, 15)

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
    for page in pages:
        yield page_prose(page)
    for folder in webinar_folders(root):
        if text := _text(folder / "script.md", root):
            yield Prose(relative_name(folder / "script.md", root), SCRIPT, script_passages(text))
        yield from _yaml_prose(folder / "webinar.yml", root, _WEBINAR_FIELDS)
    for name in DATA_FILES:
        yield from _yaml_prose(root / name, root, _DATA_FIELDS)


def page_prose(page: Page) -> Prose:
    """The words of a page, with its title and description."""
    front = (
        plain_passage("heading", [(page.data.line((name,)), words)])
        for name, words in (("title", page.front.title), ("description", page.front.description))
    )
    limits = EASIER if page.front.easier else PAGE
    return Prose(page.file, limits, (*(passage for passage in front if passage), *markdown_passages(page.text)))


def _yaml_prose(path: Path, root: Path, fields: frozenset[str]) -> Iterator[Prose]:
    text = _text(path, root)
    name = relative_name(path, root)
    data: YamlData | None = parse_yaml(text, name)[0] if text else None
    if text and data:
        yield Prose(name, None, yaml_passages(text, data, fields))


def _text(path: Path, root: Path) -> str | None:
    return read_text(path, root)[0] if path.is_file() else None

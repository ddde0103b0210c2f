"""Reads the lists that contributors edit: words to avoid, the project's own words, allowed links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from macros.problems import Problem
from macros.reading.fields import Fields, Line, Text
from macros.reading.text_file import read_text
from macros.reading.yaml_file import read_model


def _avoided(value: str) -> str:
    if "*" in value[:-1] or value == "*":
        raise ValueError(f"may have a star at its end only, not '{value}'")
    return value


class AvoidFields(Fields):
    """Words to avoid that share a reason and what to write instead."""

    avoid: tuple[Annotated[Line, AfterValidator(_avoided)], ...] = Field(
        description="The words; a star at the end stands for any ending."
    )
    instead: Line = Field(description="What to write.")
    why: Text = Field(description="The reason.")
    case: bool = Field(False, description="Whether only this mix of capital and small letters is meant.")
    unless: tuple[Line, ...] = Field((), description="Phrases in which the words are right.")


class WordsFields(Fields):
    """Words that the site avoids: data/words.yml."""

    words: tuple[AvoidFields, ...] = Field(description="The words, grouped by what to write instead.")


@dataclass(frozen=True)
class Avoided:
    """Words to avoid that were found: at which offset, as they stand there, and what the list says."""

    offset: int
    text: str
    instead: str
    why: str


@dataclass(frozen=True)
class WordsToAvoid:
    """The list, ready to look for."""

    entries: tuple[AvoidFields, ...]

    def find(self, text: str) -> Iterator[Avoided]:
        """Every place in the text that has words of the list, in the order of the list."""
        small = text.lower()
        for key, pattern, entry in self._forms:
            # Nearly all forms are absent, and looking for a plain word is much faster than a pattern.
            if key in small:
                for match in pattern.finditer(text):
                    if not _allowed(text, match.start(), match.end(), entry.unless):
                        yield Avoided(match.start(), match[0], entry.instead, entry.why)

    @cached_property
    def _forms(self) -> tuple[tuple[str, re.Pattern[str], AvoidFields], ...]:
        """For each form its longest word in small letters, its pattern, and its entry."""
        return tuple(
            (
                max(form.removesuffix("*").lower().replace("-", " ").split(), key=len),
                re.compile(_pattern(form), 0 if entry.case else re.IGNORECASE),
                entry,
            )
            for entry in self.entries
            for form in entry.avoid
        )


def _pattern(words: str) -> str:
    """A pattern for whole words, in which a space also finds a hyphen."""
    stem = words.removesuffix("*")
    inside = r"[\s-]+".join(map(re.escape, stem.split()))
    before = r"\b" if stem[0].isalnum() else ""
    after = r"\w*" if words.endswith("*") else r"\b" if stem[-1].isalnum() else ""
    return f"{before}{inside}{after}"


def _allowed(text: str, start: int, end: int, phrases: tuple[str, ...]) -> bool:
    for phrase in phrases:
        at = text.find(phrase, max(start - len(phrase), 0), end + len(phrase))
        if at >= 0 and at < end and at + len(phrase) > start:
            return True
    return False


def read_words_to_avoid(root: Path) -> tuple[WordsToAvoid, list[Problem]]:
    """The words to avoid of the project in ``root``, and what is wrong with their file."""
    found, _, problems = read_model(root / "data" / "words.yml", root, WordsFields)
    return WordsToAvoid(found.words if found else ()), problems


def read_list(path: Path, root: Path) -> tuple[tuple[tuple[int, str], ...], list[Problem]]:
    """(line number, entry) of a list with an entry a line; empty if there is no such file.

    Lines that start with # are notes.
    """
    if not path.is_file():
        return (), []
    text, problems = read_text(path, root)
    lines = enumerate((text or "").splitlines(), start=1)
    return tuple((number, line.strip()) for number, line in lines if line.strip() and line[0] != "#"), problems

"""Fills in the examples: pure, from what the writer said to the text of every new file."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template

from macros.captions.reading import parse_vtt
from macros.kinds import Start, starts
from macros.model import Vocabulary

_PLAIN_YAML = re.compile(r"[A-Za-z][A-Za-z0-9 ,.()'/?!-]*")
# YAML 1.1 reads these words as true, false or nothing.
_YAML_WORDS = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
# The article that the site started from: the examples name it as "an article about co-production".
_TO_REPLACE = re.compile(
    r"\b(?:[Rr]eplaced?\b|[Ss]ay (?:here|in one|in two|who took|where you know)|is a draft|draft that is|"
    r"^- do a (?:first|second) thing|Something (?:else )?to fill in)"
)
"""What a line of an example has if it is not meant to stay."""
_EXAMPLE_SOURCE = "seed"


@dataclass(frozen=True)
class Draft:
    """What the writer wants to start."""

    start: Start
    title: str
    slug: str
    section: str
    today: datetime.date


@dataclass(frozen=True)
class NewFile:
    """A file to write: its path from the project's folder, with forward slashes, and its text."""

    path: str
    text: str


def new_files(draft: Draft, vocabulary: Vocabulary) -> tuple[NewFile, ...]:
    """Every file of text that the draft needs, filled in."""
    values = {
        "title": draft.title,
        "yaml_title": yaml_text(draft.title),
        "slug": draft.slug,
        "today": draft.today.isoformat(),
        "up": "../" * (draft.section.count("/") + 1),
        "topic": next(iter(vocabulary.topics)),
        "topics": _choices({key: term.name for key, term in vocabulary.topics.items()}),
        "rungs": ", ".join(vocabulary.rungs),
        "audience": next(iter(vocabulary.audiences)),
        "audiences": _choices({key: term.name for key, term in vocabulary.audiences.items()}),
        "source": _EXAMPLE_SOURCE if _EXAMPLE_SOURCE in vocabulary.sources else next(iter(vocabulary.sources)),
    }
    return tuple(
        NewFile(
            example.path.format(slug=draft.slug, section=draft.section),
            Template(_example(example.example)).substitute(values),
        )
        for example in draft.start.examples
    )


@cache
def example_lines() -> frozenset[str]:
    """The lines of the examples that a writer has to replace: they say so, or say what to write."""
    names = {example.example for _, start in starts().values() for example in start.examples}
    return frozenset(
        line.strip()
        for name in names
        if not name.endswith(".vtt")
        for line in _example(name).split("\n")
        if _TO_REPLACE.search(line) and not line.startswith("#") and "$" not in line
    )


@cache
def example_values() -> frozenset[str]:
    """The same without the name of a field or the hyphen of a list before it."""
    return frozenset(line.split(": ", 1)[-1].removeprefix("- ") for line in example_lines())


@cache
def example_cues() -> frozenset[str]:
    """The words of each caption of the example."""
    cues, _ = parse_vtt(example_captions(), "captions.en.vtt")
    return frozenset(spoken.cue.text for spoken in cues)


def example_captions() -> str:
    """The captions with which a recorded webinar starts."""
    return _example("captions.en.vtt")


def yaml_text(text: str) -> str:
    """The text as a YAML value: in quotation marks wherever YAML could read it otherwise."""
    plain = _PLAIN_YAML.fullmatch(text) and text.lower() not in _YAML_WORDS and not text.endswith(" ")
    return text if plain else json.dumps(text, ensure_ascii=False)


def _choices(names: dict[str, str]) -> str:
    """Lines of a YAML comment, one for each choice."""
    return "\n".join(f"#   {id_}: {name}" for id_, name in names.items())


def _example(name: str) -> str:
    return files("macros.scaffolding").joinpath("examples", name).read_text(encoding="utf-8")

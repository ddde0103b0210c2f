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
_MAY_STAY = frozenset(
    """
    ---
    **After reading this guide you can:**
    !!! example "An example we made up"
    ## Next step
    ## Before you start
    Think about these three questions:
    ## After: talk about it
    ## An activity for your group
    **Time:** 20 minutes.
    **You need:** a sheet of paper, a thick pen, and one person to read aloud.
    **Make it work for everyone**
    - In the room: read everything aloud. Nobody needs to stand, reach or hold anything to take part.
    - Online: send the text some days before. Let people answer by voice or in the chat.
    ## What people did
    ## What they decided, and who decided it
    ## What they got wrong, and what changed
    ## Which rung, by our reading
    ## What you could take from it
    These are our ideas.
    {{ paper_download() }}
    ## The template
    ## How to use it
    - Offer another way: talking, recording or drawing.
    Hard words will be explained.
    Some people like to read this text first.
    You can help us.
    Tell us which words are hard.
    Tell us what is missing.
    The page says how to write to us.
    """.strip().splitlines()
)
"""Lines of the examples that are right as they are. All others are there to be replaced."""
_DETAILS = re.compile(r"^  [A-Z].*\.$|\breplaced?\b|\bis a draft\b|title: The (?:first|second) part")
"""Lines of a webinar.yml to be replaced; the others say how it is published."""
_FRAME = re.compile(r"(?:> )?\[[^\]]*\]$|\|")
"""A pause, the layout of a slide, or a row of a table."""
_WORD = re.compile(r"[A-Za-z]{2}")
_SHORTEST_START = 30
"""Characters before what is filled in that are enough to know a line by."""
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
    """The lines of the examples that a writer has to replace."""
    return frozenset(line for line in _to_replace() if "$" not in line)


def is_example(line: str) -> bool:
    """Whether a line of a page, a script or a webinar.yml stands as an example has it."""
    line = line.strip()
    return line in example_lines() or line.startswith(_example_starts())


@cache
def _example_starts() -> tuple[str, ...]:
    """How those lines start that have something filled in, such as a source's key."""
    starts_ = (line.partition("$")[0] for line in _to_replace() if "$" in line)
    return tuple(start for start in starts_ if len(start) >= _SHORTEST_START)


@cache
def _to_replace() -> tuple[str, ...]:
    names = {example.example for _, start in starts().values() for example in start.examples}
    found = []
    for name in sorted(names):
        text = _example(name)
        if name.endswith(".yml"):
            found += [line for line in text.split("\n") if _DETAILS.search(line) and not line.startswith("#")]
        elif name.endswith(".md"):
            front, _, body = text.partition("\n---\n") if text.startswith("---\n") else ("", "", text)
            found += [line for line in front.split("\n") if line.startswith("description: ")]
            found += [line for line in body.split("\n") if _WORD.search(line) and not _FRAME.match(line)]
    return tuple(line.strip() for line in found if line.strip() not in {stays.strip() for stays in _MAY_STAY})


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

"""Reads the learning paths: guides and webinars in an order that somebody can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field, model_validator

from macros.model import Guide, Tools, Vocabulary
from macros.problems import Problem
from macros.reading.fields import Fields, Line, Slug, Text
from macros.reading.pages import Page
from macros.reading.references import by_path, no_webinar, page_reference, repeated
from macros.reading.yaml_file import YamlData, read_model

RULE = "paths"
FILE = "webinars/paths.yml"
FEWEST_STEPS = 2

_WORD = re.compile(r"[^\W_][\w'’-]*")


class StepFields(Fields):
    """One step of a path: a guide or a webinar."""

    guide: Line | None = Field(None, description="A page inside docs/, such as do/access.md.")
    webinar: Slug | None = Field(None, description="A webinar's slug.")

    @model_validator(mode="after")
    def _one_of_them(self) -> StepFields:
        if (self.guide is None) == (self.webinar is None):
            raise ValueError("needs exactly one of guide, webinar")
        return self


class PathFields(Fields):
    """A path through the site."""

    id: Slug = Field(description="Its anchor on the webinars page: once published, it stays.")
    title: Line = Field(description="Who or what it is for. The time is added: it is computed.")
    summary: Text = Field(description="One plain sentence.")
    # Not min_length: pydantic would also count the steps that have mistakes of their own as missing.
    steps: tuple[StepFields, ...] = Field(max_length=12)


class PathsFields(Fields):
    """All learning paths: webinars/paths.yml."""

    paths: tuple[PathFields, ...]


@dataclass(frozen=True)
class GuideStep:
    """A guide to read; ``words`` is how many words it has."""

    guide: Guide
    words: int


@dataclass(frozen=True)
class WebinarStep:
    """A webinar to watch, hear or read, by its slug."""

    slug: str


@dataclass(frozen=True)
class LearningPath:
    """Guides and webinars in order."""

    id: str
    title: str
    summary: str
    steps: tuple[GuideStep | WebinarStep, ...]


def read_paths(
    root: Path, vocabulary: Vocabulary, pages: Sequence[Page], slugs: set[str], tools: Tools | None
) -> tuple[tuple[LearningPath, ...], list[Problem]]:
    """The learning paths in the order of the file, or none and every problem in it.

    A project without the file has no paths.
    """
    if not (root / FILE).is_file():
        return (), []
    fields, data, problems = read_model(root / FILE, root, PathsFields)
    if fields is None or data is None:
        return (), problems
    ids = [(path.id, data.line(("paths", index, "id"))) for index, path in enumerate(fields.paths)]
    problems += repeated(ids, "path", FILE, RULE)
    known = by_path(pages)
    paths = []
    for index, path in enumerate(fields.paths):
        if len(path.steps) < FEWEST_STEPS:
            line = data.line(("paths", index, "steps"))
            problems.append(Problem(FILE, line, f"'{path.id}' needs at least {FEWEST_STEPS} steps", RULE))
        steps, more = _steps(path, index, data, vocabulary, tools, known, slugs)
        problems += more
        paths.append(LearningPath(path.id, path.title, path.summary, steps))
    return (() if problems else tuple(paths)), problems


def _steps(
    path: PathFields,
    index: int,
    data: YamlData,
    vocabulary: Vocabulary,
    tools: Tools | None,
    pages: Mapping[str, Page],
    slugs: set[str],
) -> tuple[tuple[GuideStep | WebinarStep, ...], list[Problem]]:
    """The steps that exist, and a problem for each that does not."""
    steps: list[GuideStep | WebinarStep] = []
    problems: list[Problem] = []
    for number, step in enumerate(path.steps):
        line = data.line(("paths", index, "steps", number))
        if step.guide is not None:
            guide, more = page_reference(step.guide, pages, vocabulary, FILE, line)
            problems += more
            if guide:
                steps.append(GuideStep(guide, words_to_read(pages[guide.path], vocabulary, tools)))
        elif step.webinar in slugs:
            steps.append(WebinarStep(step.webinar))
        else:
            problems.append(Problem(FILE, line, no_webinar(step.webinar or "", slugs), RULE))
    return tuple(steps), problems


def words_to_read(page: Page, vocabulary: Vocabulary, tools: Tools | None) -> int:
    """How many words a reader of the page has before them, with those of the ladder or tool that it shows."""
    text = [block.words for block in page.text.blocks]
    calls = {call.name for call in page.macros}
    if "ladder" in calls:
        text += [f"{r.name} {r.meaning} {r.example} {r.question} {r.next}" for r in vocabulary.rungs.values()]
    if tools:
        text += [words for name, words in _tool_words(tools) if name in calls]
    return sum(len(_WORD.findall(line)) for line in text)


def _tool_words(tools: Tools) -> Iterator[tuple[str, str]]:
    """(the macro that shows them, the words) of what a reader of a tool reads before it says anything."""
    for group in tools.which_rung.groups:
        yield "which_rung", group.legend
        for question in group.questions:
            yield "which_rung", " ".join([question.text, question.hint, *(answer.text for answer in question.answers)])
    for sign in tools.signs:
        yield "is_it_real", f"{sign.text} {sign.why} {sign.instead}"
    for section in tools.plan:
        yield "plan_on_a_page", section.title
        for prompt in section.prompts:
            yield "plan_on_a_page", f"{prompt.label} {prompt.hint}"

"""Reads data/session-plans.yml: how the minutes of sessions are shared out, and what all plans have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field

from macros.problems import Problem, did_you_mean
from macros.reading.fields import Fields, Line
from macros.reading.pages import Page
from macros.reading.papers import PaperError, section_blocks
from macros.reading.references import by_path
from macros.reading.yaml_file import YamlData, read_model
from macros.sessions.shapes import MEASURED, REST, Part, PartName, SessionShapes, Shape

RULE = "session-plans"
FILE = "data/session-plans.yml"

_LEAST_ROOM = 10
"""Minutes: less leaves no time for what a session is about."""


class PartFields(Fields):
    """A part of a session."""

    part: PartName = Field(description="What happens; data/interface.en.yml has its name and what to do.")
    minutes: int | None = Field(None, ge=1, description="How long it takes; the talk has at least this.")


class ShapeFields(Fields):
    """How the minutes of a session are shared out."""

    minutes: Literal[30, 60, 90] = Field(description="The length of the whole session.")
    parts: tuple[PartFields, ...] = Field(description="The parts in order. The talk gets what the others leave.")


class SessionPlansFields(Fields):
    """What session plans are made from: data/session-plans.yml."""

    page: Line = Field(description="The page inside docs/ that says how to run a session.")
    sections: tuple[Line, ...] = Field(description="Headings of its sections that stand in every plan.")
    webinars: tuple[ShapeFields, ...] = Field(description="Sessions round one webinar.")
    paths: tuple[ShapeFields, ...] = Field(description="Sessions along a learning path.")


def read_session_plans(root: Path, pages: Sequence[Page]) -> tuple[SessionShapes | None, list[Problem]]:
    """What plans are made from, or None and every problem in it."""
    fields, data, problems = read_model(root / FILE, root, SessionPlansFields)
    if fields is None or data is None:
        return None, problems
    problems += _page_problems(fields, data, by_path(pages))
    subjects: tuple[tuple[str, PartName, tuple[ShapeFields, ...]], ...] = (
        ("webinars", "watch", fields.webinars),
        ("paths", "steps", fields.paths),
    )
    for group, subject, shapes in subjects:
        for index, shape in enumerate(shapes):
            line = data.line((group, index))
            problems += [Problem(FILE, line, message, RULE) for message in _faults(shape, subject)]
    if problems:
        return None, problems
    webinars, paths = (tuple(_shape(shape) for shape in shapes) for shapes in (fields.webinars, fields.paths))
    return SessionShapes(fields.page, fields.sections, webinars, paths), []


def _page_problems(fields: SessionPlansFields, data: YamlData, pages: Mapping[str, Page]) -> Iterator[Problem]:
    page = pages.get(fields.page)
    if page is None:
        message = f"'{fields.page}' is no page of docs/{did_you_mean(fields.page, pages)}"
        yield Problem(FILE, data.line(("page",)), message, RULE)
        return
    for index, title in enumerate(fields.sections):
        try:
            section_blocks(page, title)
        except PaperError as error:
            message = f"docs/{fields.page}, '{title}': {error}"
            yield Problem(FILE, data.line(("sections", index)), message, RULE)


def _faults(shape: ShapeFields, subject: PartName) -> Iterator[str]:
    """Why the parts cannot be a session of these minutes about a ``subject``."""
    names = [part.part for part in shape.parts]
    for part in shape.parts:
        if part.part in MEASURED and part.minutes is not None:
            yield f"'{part.part}' takes as long as what it is about; leave out its minutes"
        elif part.part not in MEASURED and part.minutes is None:
            yield f"'{part.part}' needs its minutes"
    for needed in (REST, subject):
        if names.count(needed) != 1:
            yield f"the session of {shape.minutes} minutes needs the part '{needed}' once"
    fixed = sum(part.minutes or 0 for part in shape.parts)
    if fixed + _LEAST_ROOM > shape.minutes:
        yield (
            f"the parts of the session of {shape.minutes} minutes take {fixed} minutes before it has begun;"
            f" leave at least {_LEAST_ROOM} for what it is about"
        )


def _shape(fields: ShapeFields) -> Shape:
    return Shape(fields.minutes, tuple(Part(part.part, part.minutes or 0) for part in fields.parts))

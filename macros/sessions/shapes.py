"""How the minutes of a session are shared out, whatever it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

PartName = Literal["welcome", "before", "watch", "steps", "pause", "talk", "activity", "close"]
MEASURED: frozenset[PartName] = frozenset({"watch", "steps", "activity"})
"""Parts that take as long as what they are about."""
FOLDER = "session"
"""Where a webinar's plan stands, below its page."""
REST: PartName = "talk"
"""The part that gets the minutes which the others leave."""


@dataclass(frozen=True)
class Part:
    """A part of a session. ``minutes`` is 0 for a measured part, and for the talk what it has at least."""

    name: PartName
    minutes: int = 0


@dataclass(frozen=True)
class Shape:
    """The parts of a session of so many ``minutes``, in order; one of them is the talk."""

    minutes: int
    parts: tuple[Part, ...]

    @property
    def room(self) -> int:
        """The minutes that the measured parts can have."""
        return self.minutes - sum(part.minutes for part in self.parts)


@dataclass(frozen=True)
class SessionShapes:
    """What every plan is made from.

    The sections ``general`` of ``page`` (a path inside docs/) stand in all of them; plans of learning paths have their
    addresses below it.
    """

    page: str
    general: tuple[str, ...]
    webinars: tuple[Shape, ...]
    paths: tuple[Shape, ...]


@dataclass(frozen=True)
class Turn:
    """A part of one session, from ``start`` for ``minutes``; ``step`` counts the steps of a path from 0."""

    name: PartName
    start: int
    minutes: int
    step: int | None = None


def timetable(shape: Shape, lengths: Mapping[PartName, tuple[int, ...]]) -> tuple[Turn, ...] | None:
    """The session minute by minute, or None if what it is about takes longer than there is room.

    ``lengths`` has the whole minutes of each measured part: a webinar has one, a part with several steps one for
    each. The talk gets what is left, so the minutes of all turns are those of the shape.
    """
    needed = sum(sum(lengths[part.name]) for part in shape.parts if part.name in MEASURED)
    if needed > shape.room:
        return None
    turns: list[Turn] = []
    start = 0
    for part in shape.parts:
        spare = shape.room - needed if part.name == REST else 0
        measured = lengths[part.name] if part.name in MEASURED else (part.minutes + spare,)
        for step, minutes in enumerate(measured):
            turns.append(Turn(part.name, start, minutes, step if part.name == "steps" else None))
            start += minutes
    return tuple(turns)


def packed(shape: Shape, minutes: tuple[int, ...]) -> tuple[range, ...] | None:
    """Steps of these lengths, in their order, in as few sessions as hold them; None if one is too long by itself."""
    if any(length > shape.room for length in minutes):
        return None
    starts = [0]
    taken = 0
    for index, length in enumerate(minutes):
        if taken + length > shape.room:
            starts.append(index)
            taken = 0
        taken += length
    return tuple(range(start, end) for start, end in zip(starts, [*starts[1:], len(minutes)], strict=True))


def webinar_plan_url(slug: str) -> str:
    """The address of a webinar's session plan from the top of the site."""
    return f"webinars/{slug}/{FOLDER}/"


def path_plan_url(shapes: SessionShapes, path_id: str) -> str:
    """The address of a learning path's session plan from the top of the site."""
    return f"{shapes.page.removesuffix('.md')}/{path_id}/"

"""The layouts that a slide can have. Each holds what is on the slide, and nothing of how it looks."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Rung, Source
from macros.pictures.book import Picture


@dataclass(frozen=True)
class Statement:
    """One to three short lines."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Point:
    """A line of a list. It appears when the voice starts to say ``said``, which is a part of its text or all of it."""

    text: str
    said: str


@dataclass(frozen=True)
class Points:
    """A list whose points appear one after the other."""

    points: tuple[Point, ...]


@dataclass(frozen=True)
class LadderSlide:
    """The whole ladder from the bottom up, with some of its rungs lit; ``caption`` may be empty."""

    rungs: tuple[Rung, ...]
    lit: tuple[Rung, ...]
    caption: str


@dataclass(frozen=True)
class Compare:
    """Two things side by side, row by row."""

    left: str
    right: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Steps:
    """Steps in their order; ``lit`` counts from 1 and is 0 where no step is lit."""

    steps: tuple[str, ...]
    lit: int


@dataclass(frozen=True)
class Number:
    """A figure, what it counts, and where it comes from."""

    figure: str
    lines: tuple[str, ...]
    source: Source


@dataclass(frozen=True)
class Question:
    """A question that the listener has ``seconds`` to think about, after the slide's last words."""

    lines: tuple[str, ...]
    seconds: int


@dataclass(frozen=True)
class Quote:
    """What somebody said or wrote, word for word."""

    lines: tuple[str, ...]
    source: Source


@dataclass(frozen=True)
class Scene:
    """A picture of data/pictures.yml with up to two lines."""

    picture: Picture
    lines: tuple[str, ...]


Layout = Statement | Points | LadderSlide | Compare | Steps | Number | Question | Quote | Scene


@dataclass(frozen=True)
class Slide:
    """A slide with its times, in seconds from the start of the recording.

    ``first`` is the place in its chapter of the first paragraph that is said on it. ``appear`` has the time at which
    each of its points appears, in their order; it is empty for slides that are there from their start. ``line`` is
    where the slide stands in its script.
    """

    layout: Layout
    start: float
    end: float
    first: int
    appear: tuple[float, ...] = ()
    line: int = 0

"""Renders the learning paths, with the time that each takes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.model import Webinar
from macros.reading.interface import Words
from macros.reading.paths import GuideStep, LearningPath, WebinarStep
from macros.rendering.environment import render

WORDS_A_MINUTE = 200
"""The reading speed that times are computed with. The page states it, so that readers can judge by it."""

_ROUNDED_TO = 5


@dataclass(frozen=True)
class ShownStep:
    """A step as the page shows it: a guide to read, or a webinar. ``minutes`` are whole, at least one."""

    is_read: bool
    title: str
    url: str
    minutes: int


@dataclass(frozen=True)
class ShownPath:
    """A path with its steps; ``minutes`` is to the nearest five."""

    path: LearningPath
    steps: tuple[ShownStep, ...]

    @property
    def minutes(self) -> int:
        """The time of all steps."""
        total = sum(step.minutes for step in self.steps)
        return max(_ROUNDED_TO, _ROUNDED_TO * round(total / _ROUNDED_TO))


def reading_minutes(words: int) -> int:
    """How long these words take to read, in whole minutes, at least one."""
    return max(1, math.ceil(words / WORDS_A_MINUTE))


def shown_path(path: LearningPath, webinars: Mapping[str, Webinar]) -> ShownPath:
    """The path with titles, addresses and times."""
    return ShownPath(path, tuple(_shown_step(step, webinars) for step in path.steps))


def _shown_step(step: GuideStep | WebinarStep, webinars: Mapping[str, Webinar]) -> ShownStep:
    if isinstance(step, GuideStep):
        return ShownStep(True, step.guide.title, step.guide.url, reading_minutes(step.words))
    webinar = webinars[step.slug]
    return ShownStep(False, webinar.title, f"webinars/{webinar.slug}/", max(1, round(webinar.duration / 60)))


def render_paths(paths: Sequence[LearningPath], webinars: Mapping[str, Webinar], root: str, words: Words) -> Markup:
    """All paths, each with its steps in order; ``root`` leads from the page to the site's top."""
    return render(
        "paths.html",
        words,
        paths=[shown_path(path, webinars) for path in paths],
        words_a_minute=WORDS_A_MINUTE,
        root=root,
    )

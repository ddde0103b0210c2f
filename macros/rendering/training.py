"""Renders what trainers choose from: webinars with their slides and session plans, and plans of learning paths."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.model import Webinar
from macros.reading.interface import Words
from macros.reading.paths import LearningPath
from macros.rendering.catalogue import in_suggested_order
from macros.rendering.environment import render
from macros.sessions.shapes import SessionShapes, path_plan_url

AUDIENCE = "trainers"
"""The audience whose webinars are for use with a group."""


def render_training_kit(webinars: Sequence[Webinar], paths: Sequence[LearningPath], root: str, words: Words) -> Markup:
    """The webinars that name trainers as their audience, each with links to its page, slides and session plan.

    They stand in the order that ``paths`` suggest.
    """
    ordered = in_suggested_order(webinars, paths)
    chosen = [webinar for webinar in ordered if any(term.id == AUDIENCE for term in webinar.audiences)]
    return render("training_kit.html", words, webinars=chosen, root=root)


def render_path_plans(paths: Sequence[LearningPath], shapes: SessionShapes, root: str, words: Words) -> Markup:
    """A link to the session plan of each learning path."""
    plans = [(path, path_plan_url(shapes, path.id)) for path in paths]
    return render("path_plans.html", words, plans=plans, root=root)

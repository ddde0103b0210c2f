"""Renders a webinar's slides for a wall: slide after slide, with the words that are said on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from macros.model import Chapter, Paragraph, Transcript, Webinar
from macros.reading.interface import Words
from macros.rendering.environment import render
from macros.rendering.slides import ShownSlide, render_slide, shown_slides
from macros.rendering.webinar import media
from macros.settings import Settings
from macros.slides.layouts import Question


@dataclass(frozen=True)
class ProjectedSlide:
    """A slide with what is said on it; ``seconds`` to think are 0 unless it asks a question."""

    shown: ShownSlide
    slide: Markup
    paragraphs: tuple[Paragraph, ...]
    seconds: int


def projected_slides(webinar: Webinar, transcript: Transcript, words: Words) -> tuple[ProjectedSlide, ...]:
    """Every slide of a webinar, in order, each with the paragraphs that belong to it."""
    said = [paragraphs for chapter in transcript.chapters for paragraphs in _said(chapter)]
    return tuple(
        ProjectedSlide(
            shown,
            render_slide(shown, transcript.language, words),
            tuple(paragraphs),
            shown.layout.seconds if isinstance(shown.layout, Question) else 0,
        )
        for shown, paragraphs in zip(shown_slides(webinar.slug, transcript.chapters), said, strict=True)
    )


def render_projector(
    webinar: Webinar, transcript: Transcript, root: str, page_url: str, policy: str, settings: Settings, words: Words
) -> Markup:
    """The page of the slides: to project, to read, and to print as a handout."""
    return render(
        "projector.html",
        words,
        webinar=webinar,
        transcript=transcript,
        slides=projected_slides(webinar, transcript, words),
        media=media(webinar),
        root=root,
        page_url=page_url,
        policy=policy,
        settings=settings,
    )


def _said(chapter: Chapter) -> Iterator[Sequence[Paragraph]]:
    """The paragraphs of each slide of a chapter."""
    starts = [slide.first for slide in chapter.slides]
    for start, end in pairwise([*starts, len(chapter.paragraphs)]):
        yield chapter.paragraphs[start:end]

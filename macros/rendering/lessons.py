"""Renders the pages of packages for learning platforms: the player with its words, or a guide, and how to finish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from macros.model import OutsideRecording, Webinar
from macros.reading.interface import Words
from macros.reading.webinar_page import ACTIVITY, AFTER, BEFORE
from macros.rendering.environment import render
from macros.rendering.formats import is_video
from macros.rendering.pictures import render_cover
from macros.rendering.slides import render_slides
from macros.rendering.webinar import media, told_chapters
from macros.settings import Settings


@dataclass(frozen=True)
class LessonPage:
    """What every such page is told. ``url`` is its address from the top of the package, and of the site."""

    url: str
    title: str
    script: str
    policy: str
    settings: Settings
    words: Words

    @property
    def root(self) -> str:
        """From the page to the top."""
        return "../" * self.url.count("/")

    @property
    def page_url(self) -> str:
        """The public address of the same on the site; empty where it has none."""
        return f"{self.settings.public_url}{self.url}" if self.settings.public_url else ""


def render_webinar_lesson(page: LessonPage, webinar: Webinar, sections: Mapping[str, Markup]) -> Markup:
    """A webinar: what to think about first, the player, every word, and what to talk about."""
    transcript = webinar.words.load()[0]
    is_outside = isinstance(webinar.recording, OutsideRecording)
    return _rendered(
        page,
        "lesson_webinar.html",
        webinar=webinar,
        duration=webinar.duration,
        transcript=transcript,
        chapters=told_chapters(transcript, page.words),
        media=media(webinar),
        video=is_video(webinar),
        outside=webinar.recording if is_outside else None,
        cover=render_cover(webinar),
        slides=render_slides(webinar.slug, transcript, page.words) if webinar.is_narrated else Markup(),
        before=_titled(sections, BEFORE),
        after=[*_titled(sections, AFTER), *_titled(sections, ACTIVITY)],
    )


def render_guide_lesson(page: LessonPage, article: Markup) -> Markup:
    """A guide: the article of its page."""
    return _rendered(page, "lesson_guide.html", article=article, duration=0.0)


def _rendered(page: LessonPage, template: str, **values: object) -> Markup:
    return render(template, page.words, page=page, settings=page.settings, root=page.root, **values)


def _titled(sections: Mapping[str, Markup], title: str) -> list[tuple[str, Markup]]:
    return [(title, sections[title])] if title in sections else []

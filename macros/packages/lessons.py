"""What a package holds, whatever its format: a course of lessons, each a webinar or a guide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.content.content import Content
from macros.model import Webinar
from macros.reading.pages import Page
from macros.reading.paths import LearningPath, WebinarStep
from macros.reading.references import by_path
from macros.sessions.shapes import path_plan_url, webinar_plan_url


@dataclass(frozen=True)
class Lesson:
    """One page of a package, at the address ``url`` from its top: the same that it has on the site.

    ``webinar`` is None for a guide. ``page`` is the page of docs/.
    """

    url: str
    title: str
    summary: str
    page: Page
    webinar: Webinar | None = None

    @property
    def href(self) -> str:
        """The file of its page."""
        return f"{self.url}index.html"


@dataclass(frozen=True)
class Course:
    """Lessons in order, with a name for files. ``url`` is its address on the site, ``plan_url`` that of its session
    plan."""

    name: str
    title: str
    summary: str
    language: str
    url: str
    plan_url: str
    lessons: tuple[Lesson, ...]


def courses(content: Content) -> Iterator[Course]:
    """A course for each webinar, and one for each learning path."""
    pages = by_path(content.pages)
    for webinar in content.catalogue.webinars:
        lesson = _webinar_lesson(webinar, pages[f"webinars/{webinar.slug}.md"])
        plan = webinar_plan_url(webinar.slug)
        yield Course(webinar.slug, webinar.title, webinar.summary, webinar.language, lesson.url, plan, (lesson,))
    for path in content.paths:
        plan = path_plan_url(content.sessions, path.id)
        steps = tuple(_steps(path, content))
        address = f"webinars/#{path.id}"
        yield Course(f"path-{path.id}", path.title, path.summary, content.words.language, address, plan, steps)


def _steps(path: LearningPath, content: Content) -> Iterator[Lesson]:
    """A lesson for each step; a page that is named twice, for two of its parts, is one lesson."""
    pages, webinars = by_path(content.pages), content.catalogue.by_slug
    seen: set[str] = set()
    for step in path.steps:
        if isinstance(step, WebinarStep):
            lesson = _webinar_lesson(webinars[step.slug], pages[f"webinars/{step.slug}.md"])
        else:
            page = pages[step.guide.path]
            lesson = Lesson(page.url, page.front.title, page.front.description, page)
        if lesson.url not in seen:
            seen.add(lesson.url)
            yield lesson


def _webinar_lesson(webinar: Webinar, page: Page) -> Lesson:
    return Lesson(f"webinars/{webinar.slug}/", webinar.title, webinar.summary, page, webinar)

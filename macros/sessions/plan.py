"""A session plan: its tables of minutes, and what the group does, as blocks that a page and a Word file show alike."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement, fromstring

from markupsafe import Markup

from macros.model import Made, Source, Webinar
from macros.reading.interface import Words
from macros.reading.pages import Page
from macros.reading.papers import section_blocks, site_address
from macros.reading.webinar_page import ACTIVITY, AFTER, BEFORE, activity_minutes
from macros.rendering.environment import linked
from macros.rendering.paths import ShownPath
from macros.sessions.shapes import (
    FOLDER,
    SessionShapes,
    Shape,
    Turn,
    packed,
    path_plan_url,
    timetable,
    webinar_plan_url,
)

LEVELS = {"h2": 2, "h3": 3, "h4": 4}
"""The headings of a plan, and their levels in a Word file."""


@dataclass(frozen=True)
class Plan:
    """A session plan. ``url`` is the address of its page from the top of the site.

    ``subject`` is what it is about, at ``subject_url``. Links in ``blocks`` are addresses from the top of the site.
    """

    title: str
    url: str
    subject: str
    subject_url: str
    made: Made
    blocks: tuple[Element, ...]

    @property
    def file(self) -> str:
        """The name of its Word file."""
        *_, above, last = self.url.strip("/").split("/")
        return f"session-plan-{above if last == FOLDER else last}.docx"


def general_blocks(page: Page, shapes: SessionShapes, sources: Iterable[Source]) -> tuple[Element, ...]:
    """The sections that all plans share. Raises PaperError."""
    return _sections(page, shapes.general, tuple(sources))


def webinar_plan(webinar: Webinar, page: Page, shapes: SessionShapes, general: Sequence[Element], words: Words) -> Plan:
    """The plan for a webinar: a table for each length, then what its own page has for a group. Raises PaperError."""
    says = words.sessions
    length = math.ceil(webinar.duration / 60)
    url = f"webinars/{webinar.slug}/"
    blocks = [_heading("h2", says.timings)]
    for shape in shapes.webinars:
        blocks.append(_heading("h3", says.in_length.format(length=words.minutes(shape.minutes))))
        turns = timetable(shape, {"watch": (length,), "activity": (activity_minutes(page),)})
        if turns is None:
            blocks.append(_heading("p", says.too_short))
        else:
            told = linked(says.parts.watch.do, url, title=webinar.title)
            blocks.append(_table(turns, {"watch": (told,)}, words))
    own = group_sections(page, webinar.sources)
    return Plan(
        says.plan_title.format(title=webinar.title),
        webinar_plan_url(webinar.slug),
        webinar.title,
        url,
        webinar.made,
        (*blocks, *own, *general),
    )


def group_sections(page: Page, sources: Iterable[Source]) -> tuple[Element, ...]:
    """What a webinar's page has for a group, with headings; links lead from the top of the site. Raises PaperError."""
    return _sections(page, (BEFORE, AFTER, ACTIVITY), tuple(sources))


def path_plan(shown: ShownPath, made: Made, shapes: SessionShapes, general: Sequence[Element], words: Words) -> Plan:
    """The plan for a learning path: for each length as many sessions as its steps need."""
    says = words.sessions
    path = shown.path
    minutes = tuple(step.minutes for step in shown.steps)
    told = tuple(
        linked(says.read, step.url, title=step.title)
        if step.is_read
        else linked(says.watch_step, step.url, f"{step.url}{FOLDER}/", title=step.title)
        for step in shown.steps
    )
    blocks: list[Element] = []
    for shape in shapes.paths:
        blocks.append(_heading("h2", says.in_length.format(length=words.minutes(shape.minutes))))
        sessions = packed(shape, minutes)
        if sessions is None:
            blocks.append(_heading("p", says.too_short))
        else:
            blocks += _sessions(shape, sessions, minutes, told, words)
    return Plan(
        says.plan_title.format(title=path.title),
        path_plan_url(shapes, path.id),
        path.title,
        f"webinars/#{path.id}",
        made,
        (*blocks, *general),
    )


def _sessions(
    shape: Shape, sessions: Sequence[range], minutes: Sequence[int], told: Sequence[Markup], words: Words
) -> Iterable[Element]:
    """A heading and a table for each session."""
    for number, steps in enumerate(sessions, start=1):
        turns = timetable(shape, {"steps": tuple(minutes[index] for index in steps)})
        if turns is None:
            raise ValueError(f"Steps {steps} were packed into a session that cannot hold them")
        yield _heading("h3", words.sessions.session_of.format(number=number, count=len(sessions)))
        yield _table(turns, {"steps": tuple(told[index] for index in steps)}, words)


def _sections(page: Page, titles: Sequence[str], sources: Sequence[Source]) -> tuple[Element, ...]:
    """Sections of a page with their headings; links lead from the top of the site."""
    blocks: list[Element] = []
    for title in titles:
        blocks.append(_heading("h2", title))
        for block in section_blocks(page, title, sources):
            for link in block.iter("a"):
                link.set("href", site_address(page, link.get("href", "")))
            if "admonition-title" in block.attrib.pop("class", ""):
                block = _strong(block)
            blocks.append(block)
    return tuple(blocks)


def _strong(paragraph: Element) -> Element:
    """The title of a box as a paragraph of its own."""
    titled = Element("p")
    strong = SubElement(titled, "strong")
    strong.text, strong[:] = paragraph.text, list(paragraph)
    return titled


def _heading(tag: str, text: str) -> Element:
    element = Element(tag)
    element.text = text
    return element


def _table(turns: Sequence[Turn], told: Mapping[str, Sequence[Markup]], words: Words) -> Element:
    """The minutes of a session; its last row says when it ends."""
    says = words.sessions
    table = Element("table", {"class": "timetable"})
    head = SubElement(SubElement(table, "thead"), "tr")
    for name in (says.starts, says.minutes, says.happens):
        SubElement(head, "th", scope="col").text = name
    body = SubElement(table, "tbody")
    for turn in turns:
        part = getattr(says.parts, turn.name)
        do = told[turn.name][turn.step or 0] if turn.name in told else Markup.escape(part.do)
        _row(body, _time(turn.start), str(turn.minutes), _happens(part.name, do))
    minutes = sum(turn.minutes for turn in turns)
    _row(body, _time(minutes), "", _happens(says.end, Markup()))
    return table


def _time(minutes: int) -> str:
    """``0:05``, ``1:20``: hours and minutes since the session began."""
    return f"{minutes // 60}:{minutes % 60:02}"


# Most rows of a plan's tables say what those of the others say.
@lru_cache(maxsize=256)
def _happens(name: str, do: Markup) -> Element:
    """The cell that says what happens, and what to do then, if anything.

    It stands in several tables, so it must not be changed.
    """
    space = " " if do else ""
    return fromstring(Markup("<td><strong>{}</strong>{}{}</td>").format(name, space, do))


def _row(body: Element, starts: str, minutes: str, happens: Element) -> None:
    row = SubElement(body, "tr")
    SubElement(row, "td").text = starts
    SubElement(row, "td").text = minutes
    row.append(happens)

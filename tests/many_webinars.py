"""A content with thousands of webinars, for tests of lists: no caption is read and no page is made."""

from __future__ import annotations

from dataclasses import dataclass, replace

from macros.content.content import Content
from macros.model import Catalogue, ChapterStart, Transcript

CHAPTERS = 10
_ABOUT = ("Access", "Money", "Meetings", "Swimming", "Coaches", "Trust", "Volunteers", "Football", "Plans", "Answers")


@dataclass(frozen=True)
class NoWords:
    """The words of a webinar that nobody asks for, but for its chapters."""

    chapters: tuple[ChapterStart, ...]
    languages: tuple[str, ...] = ("en",)
    key: str = ""

    def load(self) -> tuple[Transcript, ...]:
        """None: a list shows no transcript."""
        return ()


def _chapter(webinar: int, part: int) -> ChapterStart:
    title = f"{_ABOUT[(webinar * 3 + part) % len(_ABOUT)]}, part {webinar * CHAPTERS + part}"
    return ChapterStart(title, 90 * part)


def with_many(content: Content, count: int) -> Content:
    """The content with this many webinars, each with titles of its own."""
    model = content.catalogue.webinars[0]
    topics = tuple(content.catalogue.vocabulary.topics.values())
    webinars = tuple(
        replace(
            model,
            slug=f"made-up-{number}",
            title=f"{_ABOUT[number % len(_ABOUT)]} in club number {number}",
            summary=f"How club {number * 7919 % 9973} talks about {_ABOUT[number // 7 % len(_ABOUT)].lower()}.",
            topics=(topics[number % len(topics)],),
            duration=900.0 + number % 300,
            aliases=(),
            words=NoWords(
                tuple(
                    ChapterStart(
                        f"{_ABOUT[(number * 3 + part) % len(_ABOUT)]}, part {number * CHAPTERS + part}", 90 * part
                    )
                    for part in range(CHAPTERS)
                )
            ),
        )
        for number in range(1, count + 1)
    )
    return replace(content, catalogue=Catalogue(webinars, content.catalogue.vocabulary), paths=())

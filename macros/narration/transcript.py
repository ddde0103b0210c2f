"""Joins a script with its narration into the words of a narrated webinar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.model import Chapter, ChapterStart, Paragraph, Transcript, chapter_starts
from macros.narration.job import NarrationJob
from macros.narration.narrate import NarrationResult
from macros.narration.script import Script, ScriptChapter, ScriptSlide
from macros.slides.layouts import Points, Slide
from macros.slides.saying import places_in_order, tokens


@dataclass(frozen=True)
class NarratedWords:
    """The words of a script with the times of its narration, which are estimates until it is made.

    ``speakers`` are the names that readers see, in the order in which the script counts its voices.
    """

    script: Script
    job: NarrationJob
    language: str
    narration: NarrationResult
    speakers: tuple[str, ...] = ("",)

    @property
    def languages(self) -> tuple[str, ...]:
        """The script's own language alone."""
        return (self.language,)

    @property
    def chapters(self) -> tuple[ChapterStart, ...]:
        """The script's chapters."""
        return chapter_starts(self.load())

    @property
    def key(self) -> str:
        """Another one whenever the words or their times are others."""
        times = f"{self.narration.engine} {self.narration.duration}"
        return f"{self.job.natural_key} {self.language} {times} {self.speakers} {self.script!r}"

    def load(self) -> tuple[Transcript, ...]:
        """The one transcript."""
        return (transcript_from_script(self.script, self.narration, self.language, self.speakers),)


def transcript_from_script(
    script: Script, narration: NarrationResult, language: str = "en", speakers: Sequence[str] = ("",)
) -> Transcript:
    """The script's chapters, slides and paragraphs with the narration's cues.

    ``speakers`` names the voices; an empty name is not shown.
    """
    cues, word_starts = iter(narration.paragraphs), iter(narration.word_starts)
    contents = [
        tuple(
            Paragraph(next(cues), speakers[paragraph.speaker - 1], paragraph.pause_after, next(word_starts))
            for paragraph in chapter.paragraphs
        )
        for chapter in script.chapters
    ]
    starts = [paragraphs[0].start for paragraphs in contents]
    ends = [*starts[1:], narration.duration]
    return Transcript(
        language,
        tuple(
            Chapter(chapter.title, start, end, paragraphs, _slides(chapter, paragraphs, end))
            for chapter, start, end, paragraphs in zip(script.chapters, starts, ends, contents, strict=True)
        ),
    )


def _slides(chapter: ScriptChapter, paragraphs: Sequence[Paragraph], end: float) -> tuple[Slide, ...]:
    """The chapter's slides: each is shown until the next one starts."""
    firsts = [sum(len(slide.paragraphs) for slide in chapter.slides[:index]) for index in range(len(chapter.slides))]
    starts = [paragraphs[first].start for first in firsts]
    ends = [*starts[1:], end]
    return tuple(
        Slide(
            slide.layout,
            start,
            stop,
            first,
            _appear(slide, paragraphs[first : first + len(slide.paragraphs)]),
            slide.line,
        )
        for slide, start, stop, first in zip(chapter.slides, starts, ends, firsts, strict=True)
    )


def _appear(slide: ScriptSlide, paragraphs: Sequence[Paragraph]) -> tuple[float, ...]:
    """When the voice starts to say the words of each point; ``parse_script`` has found all of them."""
    if not isinstance(slide.layout, Points):
        return ()
    words = [word for paragraph in paragraphs for word in spoken_words(paragraph)]
    said = [(token, start) for start, word in words for token in tokens(word)]
    places = places_in_order([point.said for point in slide.layout.points], [token for token, _ in said])
    return tuple(said[place][1] for place in places if place is not None)


def spoken_words(paragraph: Paragraph) -> list[tuple[float, str]]:
    """Each word of a narrated paragraph with the second at which the voice starts to say it."""
    return list(zip(paragraph.word_starts, paragraph.text.split(), strict=True))

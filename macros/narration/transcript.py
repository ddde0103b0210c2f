"""Joins a script with its narration into the words of a narrated webinar."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Chapter, ChapterStart, Paragraph, Transcript, chapter_starts
from macros.narration.narrate import NarrationJob, NarrationResult
from macros.narration.script import Script


@dataclass(frozen=True)
class NarratedWords:
    """The words of a script with the times of its narration, which are estimates until it is made."""

    script: Script
    job: NarrationJob
    language: str
    narration: NarrationResult

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
        return f"{self.job.key} {self.language} {self.narration.duration} {self.script!r}"

    def load(self) -> tuple[Transcript, ...]:
        """The one transcript."""
        return (transcript_from_script(self.script, self.narration, self.language),)


def transcript_from_script(script: Script, narration: NarrationResult, language: str = "en") -> Transcript:
    """The script's chapters and paragraphs with the narration's cues; a slide starts a chapter."""
    cues = iter(narration.paragraphs)
    contents = [
        tuple(Paragraph(next(cues), pause_after=p.pause_after) for p in chapter.paragraphs)
        for chapter in script.chapters
    ]
    starts = [paragraphs[0].start for paragraphs in contents]
    ends = [*starts[1:], narration.duration]
    return Transcript(
        language,
        tuple(
            Chapter(chapter.title, start, end, paragraphs, chapter.slide)
            for chapter, start, end, paragraphs in zip(script.chapters, starts, ends, contents, strict=True)
        ),
    )

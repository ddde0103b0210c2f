"""Joins a script with its narration into the transcript of a narrated webinar."""

from __future__ import annotations

from macros.model import Chapter, Paragraph, Transcript
from macros.narration.narrate import NarrationResult
from macros.narration.script import Script


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

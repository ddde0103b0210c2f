"""Writes WebVTT: captions and chapters."""

from __future__ import annotations

import html

from macros.captions.clock import timestamp
from macros.model import Transcript


def captions_vtt(transcript: Transcript) -> str:
    """The captions, with a voice tag wherever a speaker is known."""
    blocks = ["WEBVTT"]
    for chapter in transcript.chapters:
        for paragraph in chapter.paragraphs:
            voice = f"<v {html.escape(paragraph.speaker, quote=False)}>" if paragraph.speaker else ""
            for cue in paragraph.cues:
                lines = html.escape("\n".join(cue.lines), quote=False)
                blocks.append(f"{timestamp(cue.start)} --> {timestamp(cue.end)}\n{voice}{lines}")
    return "\n\n".join(blocks) + "\n"


def chapters_vtt(transcript: Transcript) -> str:
    """The chapters' titles with their times."""
    blocks = ["WEBVTT"]
    for chapter in transcript.chapters:
        title = html.escape(chapter.title, quote=False)
        blocks.append(f"{timestamp(chapter.start)} --> {timestamp(chapter.end)}\n{title}")
    return "\n\n".join(blocks) + "\n"

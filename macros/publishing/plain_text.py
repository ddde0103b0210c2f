"""Writes a transcript as plain text: a file that every device and every reader can open."""

from __future__ import annotations

import re

from macros.captions.clock import clock
from macros.model import Transcript, Webinar
from macros.rendering.environment import long_date, spoken_length
from macros.rendering.presenters import presenters_line

WIDTH = 78

_LINE = re.compile(rf"(\S.{{0,{WIDTH - 1}}}|\S+)(?:\s+|$)")
"""As many words as fit, or one that is too long. (textwrap takes ten times as long, a sixth of making a webinar.)"""


def transcript_text(webinar: Webinar, transcript: Transcript, page_url: str) -> str:
    """The transcript with chapters, slides in square brackets, and the start of each paragraph."""
    who = presenters_line(webinar.presenters, with_role=True, with_organisation=True)
    blocks = [
        webinar.title,
        f"Transcript. {spoken_length(webinar.duration).capitalize()}. Presented by: {who}.",
        f"Published {long_date(webinar.published)}. Licence: {webinar.licence}.",
        page_url,
        wrapped(f"Made by: {webinar.made.by}. Rung: {webinar.made.rung.name.lower()}."),
        "Notes in square brackets are not spoken.",
    ]
    for chapter in transcript.chapters:
        blocks.append(f"\n{clock(chapter.start)} {chapter.title}\n{'-' * 40}")
        if chapter.slide:
            blocks.append(wrapped(f"[On the slide: {' '.join(chapter.slide)}]"))
        for paragraph in chapter.paragraphs:
            speaker = f"{paragraph.speaker}: " if paragraph.speaker else ""
            blocks.append(f"[{clock(paragraph.start)}]\n{wrapped(speaker + paragraph.text)}")
            if paragraph.pause_after:
                blocks.append(f"[Pause to think: {paragraph.pause_after:.0f} seconds]")
    return "\n\n".join(blocks) + "\n"


def wrapped(text: str) -> str:
    """The text in lines of at most ``WIDTH`` characters; words and addresses stay whole."""
    return "\n".join(_LINE.findall(text))

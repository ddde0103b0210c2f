"""Writes a transcript as plain text: a file that every device and every reader can open."""

from __future__ import annotations

import re

from macros.captions.clock import clock
from macros.model import Transcript, Webinar
from macros.reading.interface import Words
from macros.rendering.presenters import presenters_line
from macros.slides.words import slide_words

WIDTH = 78

_LINE = re.compile(rf"(\S.{{0,{WIDTH - 1}}}|\S+)(?:\s+|$)")
"""As many words as fit, or one that is too long. (textwrap takes ten times as long, a sixth of making a webinar.)"""


def transcript_text(webinar: Webinar, transcript: Transcript, page_url: str, words: Words) -> str:
    """The transcript with chapters, slides in square brackets, and the start of each paragraph.

    ``page_url`` is the webinar's public address, or empty. A speaker is named where they start to speak, and again at
    the start of each chapter.
    """
    said = words.transcript
    who = presenters_line(webinar.presenters, with_role=True, with_organisation=True)
    blocks = [
        webinar.title,
        said.presented.format(length=words.length(webinar.duration).capitalize(), people=who),
        said.published.format(date=words.date(webinar.published), licence=webinar.licence.name),
        *([page_url] if page_url else []),
        wrapped(words.made.by.format(by=webinar.made.by, rung=webinar.made.rung.name.lower())),
        said.brackets,
    ]
    for chapter in transcript.chapters:
        blocks.append(f"\n{clock(chapter.start)} {chapter.title}\n{'-' * 40}")
        speaker = ""
        slides = {slide.first: slide for slide in chapter.slides}
        for index, paragraph in enumerate(chapter.paragraphs):
            if slide := slides.get(index):
                blocks.append(wrapped(said.slide.format(text=slide_words(slide.layout, words.slides))))
            name = f"{paragraph.speaker}: " if paragraph.speaker and paragraph.speaker != speaker else ""
            speaker = paragraph.speaker
            blocks.append(f"[{clock(paragraph.start)}]\n{wrapped(name + paragraph.text)}")
            if paragraph.pause_after:
                blocks.append(said.pause.format(seconds=round(paragraph.pause_after)))
    return "\n\n".join(blocks) + "\n"


def wrapped(text: str) -> str:
    """The text in lines of at most ``WIDTH`` characters; words and addresses stay whole."""
    return "\n".join(_LINE.findall(text))

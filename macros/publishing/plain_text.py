"""Writes a transcript as plain text: a file that every device and every reader can open."""

from __future__ import annotations

import textwrap

from macros.captions.clock import clock
from macros.model import Transcript, Webinar
from macros.rendering.environment import long_date, spoken_length
from macros.rendering.presenters import presenters_line
from macros.slides.words import slide_words

WIDTH = 78


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
        slides = {slide.first: slide for slide in chapter.slides}
        for index, paragraph in enumerate(chapter.paragraphs):
            if slide := slides.get(index):
                blocks.append(wrapped(f"[On the slide: {slide_words(slide.layout)}]"))
            speaker = f"{paragraph.speaker}: " if paragraph.speaker else ""
            blocks.append(f"[{clock(paragraph.start)}]\n{wrapped(speaker + paragraph.text)}")
            if paragraph.pause_after:
                blocks.append(f"[Pause to think: {paragraph.pause_after:.0f} seconds]")
    return "\n\n".join(blocks) + "\n"


def wrapped(text: str) -> str:
    """The text in lines of at most ``WIDTH`` characters; words and addresses stay whole."""
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)

"""Writes when each word of a narrated webinar is said, in few bytes: only readers who ask for it load it."""

from __future__ import annotations

import json
from itertools import pairwise

from macros.model import Transcript
from macros.narration.transcript import spoken_words


def word_times_json(transcript: Transcript) -> str:
    """A list for each paragraph, in hundredths of a second: its first word's start, then each word's distance."""
    paragraphs = []
    for chapter in transcript.chapters:
        for paragraph in chapter.paragraphs:
            starts = [round(100 * start) for start, _ in spoken_words(paragraph)]
            paragraphs.append([starts[0], *(after - before for before, after in pairwise(starts))])
    return json.dumps(paragraphs, separators=(",", ":")) + "\n"

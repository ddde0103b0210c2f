"""Makes a transcript of captions: chapters, and in them paragraphs by speaker, pause and length."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from macros.captions.cue import SpokenCue
from macros.captions.limits import LONGEST_PARAGRAPH, PARAGRAPH_GAP
from macros.model import Chapter, Paragraph, Transcript


def transcript_from_captions(
    cues: Sequence[SpokenCue], starts: Sequence[tuple[float, str]], duration: float, language: str
) -> Transcript:
    """Chapters from (start, title) pairs; paragraphs by speaker, pause and length.

    A cue belongs to the chapter in which it starts; what comes before the first start belongs to
    the first chapter. Chapters in which nothing is said are left out.
    """
    chapters = []
    at = 0
    for (start, title), (bound, _) in pairwise([*starts, (inf, "")]):
        first = at
        while at < len(cues) and cues[at].cue.start < bound:
            at += 1
        if inside := cues[first:at]:
            chapters.append(Chapter(title, min(start, inside[0].cue.start), min(bound, duration), _paragraphs(inside)))
    return Transcript(language, tuple(chapters))


def _paragraphs(cues: Sequence[SpokenCue]) -> tuple[Paragraph, ...]:
    groups: list[list[SpokenCue]] = []
    words = 0
    for spoken in cues:
        last = groups[-1][-1] if groups else None
        if (
            last is None
            or last.speaker != spoken.speaker
            or spoken.cue.start - last.cue.end >= PARAGRAPH_GAP
            or (words >= LONGEST_PARAGRAPH and last.cue.text.endswith((".", "?", "!")))
        ):
            groups.append([])
            words = 0
        groups[-1].append(spoken)
        words += len(spoken.cue.text.split())
    return tuple(Paragraph(tuple(s.cue for s in group), group[0].speaker) for group in groups)

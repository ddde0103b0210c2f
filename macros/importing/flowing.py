"""Breaks words into captions, at the ends of sentences where they allow, by the rules of the narration's cues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from macros.captions.breaking import TimedWord, break_into_cues
from macros.captions.limits import PARAGRAPH_GAP
from macros.importing.said import Said
from macros.importing.times import shared_out
from macros.importing.wording import ends_sentence

LONGEST_WORD = 2000
"""Milliseconds: where a file says when each word starts, a longer time until the next is a pause."""


def broken_anew(said: Sequence[Said]) -> tuple[Said, ...]:
    """The same words as captions of their own; a change of speaker or a pause always breaks."""
    pieces = [part for piece in said for part in _without_pauses(piece)]
    return tuple(piece for run in _runs(pieces) for piece in into_cues(run))


def _without_pauses(piece: Said) -> Iterator[Said]:
    """The piece, divided where its words stop for longer than a word takes, if it says when each starts.

    A caption may go away before such a pause is over, and none may before its words are said.
    """
    starts = piece.word_starts
    cuts = [index for index, (before, after) in enumerate(pairwise(starts), 1) if after - before > LONGEST_WORD]
    words = piece.words
    for first, last in pairwise([0, *cuts, len(words)]):
        start = starts[first] if first else piece.start
        end = starts[last] if last < len(words) else piece.end
        lines = (" ".join(words[first:last]),) if cuts else piece.lines
        yield Said(start, end, piece.speaker, lines, piece.line, starts[first:last])


def into_cues(run: Sequence[Said]) -> list[Said]:
    """The captions of pieces that one speaker says without a pause."""
    words = [word for piece in run for word in _timed(piece)]
    lines = [piece.line for piece in run for _ in piece.words]
    result = []
    at = 0
    for cue in break_into_cues(words):
        start, end = round(cue.start * 1000), round(cue.end * 1000)
        result.append(Said(start, end, run[0].speaker, cue.lines, lines[at]))
        at += len(cue.text.split())
    return result


def _runs(said: Sequence[Said]) -> Iterator[list[Said]]:
    """Neighbours that one speaker says without a pause."""
    number = 0
    numbers = [0]
    for before, after in pairwise(said):
        last_word = before.word_starts[-1] if before.word_starts else before.end
        pause = after.start - before.end >= PARAGRAPH_GAP * 1000 or after.start - last_word > LONGEST_WORD
        # YouTube marks a new speaker so, without a name.
        number += pause or before.speaker != after.speaker or after.text.startswith(">>")
        numbers.append(number)
    for _, group in groupby(zip(numbers, said, strict=True), key=lambda item: item[0]):
        yield [piece for _, piece in group]


def _timed(piece: Said) -> list[TimedWord]:
    words = piece.words
    starts = list(piece.word_starts) or shared_out(piece.start, piece.end, [len(word) + 1 for word in words])
    # A piece that was moved so as not to overlap takes its words along.
    starts = [min(max(start, piece.start), piece.end) for start in starts]
    ends = [*starts[1:], piece.end]
    return [
        TimedWord(word, start / 1000, end / 1000, ends_sentence(word))
        for word, start, end in zip(words, starts, ends, strict=True)
    ]

"""Brings captions within the limits of macros/captions/limits.py; one that is within them is not touched.

Two lines of 42 characters, 1 to 7 seconds, at most 20 characters a second (BBC Subtitle Guidelines; W3C
WAI, Captions). What it makes is within the limits where the words and the times allow, and bringing
that within the limits again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from macros.captions.breaking import break_into_lines
from macros.captions.limits import LINE_LENGTH, LINES, LONGEST, SHORTEST, SMALLEST_GAP
from macros.importing.flowing import into_cues
from macros.importing.overlaps import one_after_the_other
from macros.importing.said import Kind, Remark, Said

SPLIT = Kind("a caption that was too long was split", "{count} captions that were too long were split")
JOINED = Kind(
    "a caption that was too short was joined to its neighbour",
    "{count} captions that were too short were joined to their neighbours",
)
LINES_BROKEN = Kind(
    "a caption's lines were too long and were broken anew", "{count} captions' lines were too long and were broken anew"
)
LONGER = Kind(
    "a caption stays longer, so that it can be read or meets the next",
    "{count} captions stay longer, so that they can be read or meet the next",
)
MOVED = Kind(
    "a caption starts a little sooner or later, so that its neighbour can be read",
    "{count} captions start a little sooner or later, so that their neighbours can be read",
)
SHORTER = Kind(
    f"a caption stayed longer than {LONGEST:.0f} seconds and goes away sooner",
    f"{{count}} captions stayed longer than {LONGEST:.0f} seconds and go away sooner",
)

SHORTEST_MS = round(SHORTEST * 1000)
LONGEST_MS = round(LONGEST * 1000)
GAP_MS = round(SMALLEST_GAP * 1000)
MOST_MOVED = 1000
"""Milliseconds by which a caption may start sooner or later than it did."""
SLOW = 6.0
"""Characters a second: a long caption slower than this was left on the screen, not spoken slowly."""


def within_limits(said: Sequence[Said]) -> tuple[tuple[Said, ...], list[Remark]]:
    """The pieces as captions within the limits, and what was changed."""
    remarks: list[Remark] = []
    pieces = [short for piece in said for short in _shortened(piece, remarks)]
    pieces = list(one_after_the_other(pieces)[0])
    # Each round leaves fewer captions, or fewer that are hard to read: one that changes nothing comes.
    while True:
        mended = _balanced(_joined(_lengthened(pieces, remarks), remarks), remarks)
        if mended == pieces:
            return tuple(pieces), remarks
        pieces = mended


def fits(lines: Sequence[str]) -> bool:
    """Whether the lines are as few and as short as a caption's may be."""
    return len(lines) <= LINES and all(len(line) <= LINE_LENGTH for line in lines)


def is_hard_to_read(piece: Said) -> bool:
    """Whether it is too short, or too fast, to be read."""
    return spare(piece) < 0


def spare(piece: Said) -> int:
    """Milliseconds that it has more than its words ask for; below nought is what it lacks."""
    return piece.end - piece.start - max(SHORTEST_MS, piece.time_to_read)


def can_join(first: Said, second: Said) -> bool:
    """Whether two neighbours make one caption within the limits, and one of them needs it."""
    return (
        first.speaker == second.speaker
        and second.start - first.end < GAP_MS
        and second.end - first.start <= LONGEST_MS
        and (is_hard_to_read(first) or is_hard_to_read(second))
        and not second.text.startswith(">>")
        and fits(break_into_lines([*first.words, *second.words]))
    )


def _shortened(piece: Said, remarks: list[Remark]) -> Iterator[Said]:
    """The piece as captions that are not too long, in characters or in time."""
    words = piece.words
    seconds = (piece.end - piece.start) / 1000
    too_long = piece.end - piece.start > LONGEST_MS and len(piece.text) >= SLOW * seconds
    if fits(piece.lines) and not too_long:
        parts = [piece]
    elif fits(lines := break_into_lines(words)) and not too_long:
        parts = [replace(piece, lines=lines)]
        remarks.append(Remark(LINES_BROKEN, piece.start, piece.line))
    elif len(words) == 1:
        parts = [piece]
    else:
        parts = [part for cue in into_cues([piece]) for part in _halved(cue)]
        if len(parts) > 1:
            remarks.append(Remark(SPLIT, piece.start, piece.line))
    for part in parts:
        if part.end - part.start > LONGEST_MS:
            remarks.append(Remark(SHORTER, part.start, part.line))
        timed = replace(part, word_starts=()) if part.word_starts else part
        yield timed.until(min(part.end, part.start + LONGEST_MS))


def _halved(piece: Said) -> Iterator[Said]:
    """The piece, in halves of halves until each fits: for words said too fast for any good break."""
    words = piece.words
    if len(words) == 1 or fits(piece.lines):
        yield piece
        return
    ends = list(accumulate(len(word) + 1 for word in words))
    at = min(range(1, len(words)), key=lambda index: abs(2 * ends[index - 1] - ends[-1]))
    middle = piece.start + (piece.end - piece.start) * ends[at - 1] // ends[-1]
    yield from _halved(replace(piece, end=middle, lines=break_into_lines(words[:at])))
    yield from _halved(replace(piece, start=middle, lines=break_into_lines(words[at:])))


def _lengthened(pieces: Sequence[Said], remarks: list[Remark]) -> list[Said]:
    """Each caption stays long enough to be read if there is room, and until the next if that comes soon."""
    result = []
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        end = max(piece.end, piece.start + min(LONGEST_MS, max(SHORTEST_MS, piece.time_to_read)))
        if following:
            end = min(end, following.start)
            if following.start - end < GAP_MS and following.start - piece.start <= LONGEST_MS:
                end = following.start
        if end != piece.end:
            remarks.append(Remark(LONGER, piece.start, piece.line))
        result.append(piece.until(end))
    return result


def _joined(pieces: Sequence[Said], remarks: list[Remark]) -> list[Said]:
    result: list[Said] = []
    for piece in pieces:
        if result and can_join(result[-1], piece):
            first = result[-1]
            remarks.append(Remark(JOINED, piece.start, piece.line))
            result[-1] = replace(first, end=piece.end, lines=break_into_lines([*first.words, *piece.words]))
        else:
            result.append(piece)
    return result


def _balanced(pieces: Sequence[Said], remarks: list[Remark]) -> list[Said]:
    """Captions that are hard to read take what they lack from a neighbour that can spare all of it.

    A part of it would not do, and would be taken again the next time.
    """
    result = list(pieces)
    for index, piece in enumerate(pieces):
        lack = -spare(result[index])
        if not 0 < lack <= MOST_MOVED or piece.time_to_read > LONGEST_MS:
            continue
        if index + 1 < len(result) and _can_give(result[index], result[index + 1], lack, result[index + 1]):
            result[index] = replace(result[index], end=result[index].end + lack)
            result[index + 1] = replace(result[index + 1], start=result[index].end)
            remarks.append(Remark(MOVED, pieces[index + 1].start, pieces[index + 1].line))
        elif index and _can_give(result[index - 1], result[index], lack, result[index - 1]):
            result[index] = replace(result[index], start=result[index].start - lack)
            result[index - 1] = replace(result[index - 1], end=result[index].start)
            remarks.append(Remark(MOVED, piece.start, piece.line))
    return result


def _can_give(first: Said, second: Said, lack: int, giver: Said) -> bool:
    """Whether two captions meet, and the giver has what the other lacks."""
    return first.end == second.start and spare(giver) >= lack

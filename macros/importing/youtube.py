"""YouTube's automatic captions, as .vtt, .srt or .sbv.

They roll: each caption shows the last line again with a new one under it, and between two stands one
of 10 ms with nothing new. The .vtt has a time for each word; the .srt and .sbv overlap instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from macros.importing.blocks import Block, Blocks
from macros.importing.caption_files import EMPTY, remarks_about
from macros.importing.said import Kind, Reading, Remark, Said
from macros.importing.times import milliseconds
from macros.importing.wording import has_voice, plain_lines, words_in

NAME = "captions that roll, as YouTube's automatic ones"

ROLLED = Kind(
    "a caption repeated the one before it; its repeated words were left out",
    "{count} captions repeated the one before them; the repeated words were left out",
)

_WORD_TIME = re.compile(r"<(\d{1,3}:\d{2}(?::\d{2})?\.\d{3})>")
_NEAR = 1000
"""Milliseconds: captions further apart do not roll on."""
_MOST = 0.5
_FEWEST = 3


def looks_like(blocks: Blocks) -> bool:
    """Whether words have times, or captions roll, or most overlap the next one."""
    if any(has_voice(line) for block in blocks.blocks for line in block.lines):
        return False
    has_word_times = any(_WORD_TIME.search(line) for block in blocks.blocks for line in block.lines)
    return has_word_times or rolls(blocks.blocks) or _overlap(blocks.blocks)


def read(blocks: Blocks) -> Reading:
    """What the captions say, each word once."""
    roll = rolls(blocks.blocks) or any(_WORD_TIME.search(line) for block in blocks.blocks for line in block.lines)
    said: list[Said] = []
    changes: list[Remark] = []
    shown: tuple[str, ...] = ()
    last_end = -_NEAR
    counted = repeated = 0
    for block in blocks.blocks:
        lines, word_starts = _timed_lines(block)
        counted += sum(map(words_in, lines))
        again = _repeated_words(shown, lines) if roll and block.start - last_end <= _NEAR else 0
        new_lines = _without_first(lines, again)
        repeated += words_in(" ".join(" ".join(lines).split()[:again]))
        if not lines:
            changes.append(Remark(EMPTY, block.start, block.line))
            continue
        if again:
            changes.append(Remark(ROLLED, block.start, block.line))
        if new_lines:
            said.append(Said(block.start, block.end, "", new_lines, block.line, word_starts[again:]))
        elif said:
            last = said[-1]
            end = max(last.end, block.end)
            said[-1] = Said(last.start, end, "", last.lines, last.line, last.word_starts)
        shown, last_end = lines, block.end
    return Reading(
        NAME, tuple(said), counted, flows=True, repeated=repeated,
        changes=tuple(changes), checks=(*blocks.left_out, *remarks_about(blocks)),
    )  # fmt: skip


def rolls(blocks: Sequence[Block]) -> bool:
    """Whether most captions start with what the one before them showed, in at least three ways.

    People repeat themselves too, but not so: it has to be most captions, and different words.
    """
    pairs = [(plain_lines(a.lines), plain_lines(b.lines)) for a, b in pairwise(blocks) if b.start - a.end <= _NEAR]
    repeated = [" ".join(lines).split()[:again] for shown, lines in pairs if (again := _repeated_words(shown, lines))]
    return len(set(map(tuple, repeated))) >= _FEWEST and len(repeated) >= _MOST * len(pairs)


def _overlap(blocks: Sequence[Block]) -> bool:
    """Whether most captions stay until after the next has come."""
    pairs = list(pairwise(blocks))
    count = sum(before.end > after.start for before, after in pairs)
    return count >= _FEWEST and count >= _MOST * len(pairs)


def _repeated_words(shown: Sequence[str], lines: Sequence[str]) -> int:
    """How many words at the start of ``lines`` are there because ``shown`` rolled up or grew."""
    for count in range(min(len(shown), len(lines)), 0, -1):
        if tuple(shown[-count:]) == tuple(lines[:count]):
            return sum(len(line.split()) for line in lines[:count])
    before, after = " ".join(shown).split(), " ".join(lines).split()
    return len(before) if before and len(after) > len(before) and after[: len(before)] == before else 0


def _without_first(lines: Sequence[str], count: int) -> tuple[str, ...]:
    """The lines without their first ``count`` words."""
    left = []
    for line in lines:
        words = line.split()
        if words[count:]:
            left.append(" ".join(words[count:]))
        count = max(0, count - len(words))
    return tuple(left)


def _timed_lines(block: Block) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The block's plain lines, and the start of each word if any line says it.

    What stands between two times starts at the first; its words share the time until the next.
    """
    raw = block.lines
    lines = plain_lines(raw)
    if not any(_WORD_TIME.search(line) for line in raw):
        return lines, ()
    starts: list[tuple[int, int]] = []
    now = block.start
    for line in raw:
        for index, part in enumerate(_WORD_TIME.split(line)):
            if index % 2:
                now = max(now, min(milliseconds(part) or 0, block.end))
            else:
                starts.append((now, sum(len(words.split()) for words in plain_lines([part]))))
    ends = [start for start, _ in starts[1:]] + [block.end]
    words = tuple(
        start + (end - start) * word // count for (start, count), end in zip(starts, ends, strict=True)
        for word in range(count)
    )  # fmt: skip
    # A time inside a word would count it twice: then the words share the block's time.
    return lines, words if len(words) == sum(len(line.split()) for line in lines) else ()

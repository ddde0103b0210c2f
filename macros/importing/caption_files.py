"""Captions as WebVTT, SRT or SBV, from people and from tools: Zoom, Teams, Otter, Rev, WhisperX and others.

Who speaks is said by voice tags, by labels (``Name: text``), or by a line of its own under the times.
Captions keep their times, but for those of Teams, which cuts sentences into fragments anywhere.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from macros.importing.blocks import Block, Blocks
from macros.importing.decoding import Source
from macros.importing.labels import Labels, are_names, bare_name, by_label, find_labels, names_of
from macros.importing.said import Kind, Reading, Remark, Said
from macros.importing.times import shared_out
from macros.importing.tool_lines import FOOTER, is_tool_line, spans_note
from macros.importing.wording import has_voice, plain_lines, reading_aids, voices, words_in

EMPTY = Kind("a caption without words was left out", "{count} captions without words were left out")
TWICE = Kind(
    "a caption that is in the file twice was kept once", "{count} captions that are in the file twice were kept once"
)
READING_AID = Kind(
    "signs that say how others are read were left out", "{count} signs that say how others are read were left out"
)
CUT_OFF = Kind(
    "the file stops in the middle of a caption: check that it is the whole transcript",
)
BEFORE_ZERO = Kind(
    "the transcript began before the recording, and what was said before it has the time 0:00: remove it if it is"
    " not in the recording",
)
ONE_NAMED = Kind(
    "only one speaker is named, and not before every caption: see who says the others",
)
_NAMED_LINES = 0.6
"""The part of captions that need a name's line of their own if such lines are names."""

Voices = Sequence[tuple[str, tuple[str, ...]]]
Pieces = list[tuple[Block, Voices]]


def read(source: Source, blocks: Blocks, asked: Collection[str] = ()) -> Reading:
    """What the captions say, and who says it; ``asked`` are names that a person wants changed."""
    changes: list[Remark] = []
    texts, left_out = _texts(blocks, changes)
    counted = left_out + sum(words_in(line) for lines in texts for line in lines)
    labels = Labels(frozenset())
    if any(has_voice(line) for block in blocks.blocks for line in block.lines):
        pieces = _tagged(blocks, carries_on=not _is_from_teams(blocks))
        name, named = f"captions in {blocks.kind}", 0
    elif names := _name_lines(texts, surely=blocks.counts_milliseconds or source.is_word):
        pieces = [
            (block, [(bare_name(lines[0]), tuple(lines[1:]))] if index in names else [("", lines)] if lines else [])
            for index, (block, lines) in enumerate(zip(blocks.blocks, texts, strict=True))
        ]
        name = f"captions in {blocks.kind} with speakers"
        named = sum(words_in(texts[index][0]) for index in names)
    else:
        labels = find_labels(texts, asked)
        pieces = _labelled(blocks, texts, labels)
        name = _name_with_labels(blocks) if labels.known else f"captions in {blocks.kind}"
        named = sum(words_in(name) for lines in texts for name in names_of(lines, labels.known))
    said, repeated = _once(pieces, changes)
    return Reading(
        _TEAMS[blocks.is_vtt] if _is_from_teams(blocks) else name,
        tuple(said),
        counted,
        flows=_is_from_teams(blocks),
        repeated=repeated,
        named=named,
        left_out=left_out,
        changes=tuple(changes),
        checks=(*blocks.left_out, *remarks_about(blocks), *labels_remarks(labels, blocks.blocks[0].line)),
        doubtful=labels.doubtful,
    )


_TEAMS = {True: "captions from Microsoft Teams", False: "a transcript from Microsoft Teams"}


def _is_from_teams(blocks: Blocks) -> bool:
    """Whether it has the ids that Teams gives, or its times without leading noughts."""
    return blocks.ids_are_from_teams or blocks.counts_milliseconds


def _name_with_labels(blocks: Blocks) -> str:
    if blocks.is_vtt:
        return "captions from Zoom" if blocks.ids_are_numbers else "captions in WebVTT with speakers"
    return f"captions in {blocks.kind} with speakers, as from Otter"


def _texts(blocks: Blocks, changes: list[Remark]) -> tuple[list[tuple[str, ...]], int]:
    """The lines of words of each caption, and how many words were left out of them."""
    texts = []
    left_out = 0
    for block in blocks.blocks:
        lines = plain_lines(block.lines)
        note = spans_note(lines)
        tool = [" ".join(lines[:note])] if note else []
        tool += [line for line in lines[note:] if is_tool_line(line)]
        changes += [Remark(FOOTER, block.start, block.line, f"'{line[:160]}'") for line in tool]
        changes += [Remark(READING_AID, block.start, block.line, f"'{aid}'") for aid in reading_aids(block.lines)]
        left_out += sum(map(words_in, tool))
        texts.append(tuple(line for line in lines[note:] if not is_tool_line(line)))
    return texts, left_out


def _tagged(blocks: Blocks, carries_on: bool) -> Pieces:
    """Captions with voice tags.

    ``carries_on``: a caption without a tag is said by the speaker before it, as the site reads it.
    """
    speaker = ""
    pieces: Pieces = []
    for block in blocks.blocks:
        found = []
        for tag, lines in voices(block.lines):
            speaker = (speaker if carries_on else "") if tag is None else tag
            if kept := tuple(line for line in lines if not is_tool_line(line)):
                found.append((speaker, kept))
        pieces.append((block, found))
    return pieces


def _name_lines(texts: Sequence[tuple[str, ...]], surely: bool) -> frozenset[int]:
    """The captions whose first line is the speaker's name; none if such lines are words.

    ``surely``: the file is of a tool that writes names so.
    """
    several = {index: lines[0] for index, lines in enumerate(texts) if len(lines) > 1}
    filled = sum(bool(lines) for lines in texts)
    names = list(several.values())
    # One line that is there again and again is a refrain.
    if len(several) < _NAMED_LINES * filled or not (surely or len(set(names)) > 1):
        return frozenset()
    if not are_names(names, strict=not surely):
        return frozenset()
    return frozenset(several)


def _labelled(blocks: Blocks, texts: Sequence[tuple[str, ...]], labels: Labels) -> Pieces:
    """Captions that name a speaker in words: a name holds until the next."""
    speaker = ""
    pieces: Pieces = []
    for block, lines in zip(blocks.blocks, texts, strict=True):
        found = by_label(lines, labels.known, speaker)
        speaker = found[-1][0] if found else speaker
        pieces.append((block, [(name, words) for name, words in found if words]))
    return pieces


def _once(pieces: Pieces, changes: list[Remark]) -> tuple[list[Said], int]:
    """What is said, without what is empty or there twice, and how many words were there twice."""
    said: list[Said] = []
    repeated = 0
    seen: set[tuple[object, ...]] = set()
    for block, found in pieces:
        key = (block.start, block.end, *found)
        if not found:
            changes.append(Remark(EMPTY, block.start, block.line))
        elif key in seen:
            changes.append(Remark(TWICE, block.start, block.line))
            repeated += sum(words_in(line) for _, lines in found for line in lines)
        else:
            said += divided(block, found)
        seen.add(key)
    return said, repeated


def remarks_about(blocks: Blocks) -> list[Remark]:
    """What a person has to check about the file as a whole."""
    checks = []
    if blocks.cut_off:
        checks.append(Remark(CUT_OFF, blocks.blocks[-1].end, blocks.cut_off))
    if blocks.before_zero:
        checks.append(Remark(BEFORE_ZERO, 0, blocks.blocks[0].line))
    return checks


def labels_remarks(labels: Labels, line: int) -> list[Remark]:
    """What a person has to check about how a file names its speakers; ``line`` is that of its first words."""
    return [Remark(ONE_NAMED, 0, line)] if labels.names_one_of_several else []


def divided(block: Block, found: Voices) -> list[Said]:
    """A block as one piece a speaker; its time is shared out by the length of what each says."""
    weights = [sum(len(line) + 1 for line in lines) for _, lines in found]
    starts = shared_out(block.start, block.end, weights)
    return [
        Said(start, end, speaker, lines, block.line)
        for (speaker, lines), (start, end) in zip(found, pairwise([*starts, block.end]), strict=True)
    ]

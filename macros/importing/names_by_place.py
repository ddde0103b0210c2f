"""Divides a text by its times, and finds the names that stand at one place beside them.

The places, in the order in which they are tried: before the time in its line, after it with the words
below, in the line above it, in the first line below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from macros.importing.labels import are_names, bare_name
from macros.importing.marks import Mark
from macros.importing.tool_lines import is_tool_line

_MOST = 0.8
"""The part of a file's times that need a text at a place if such texts are names."""
_COLUMN = re.compile(r"\s*(\S.*?)(?:\t\s*|\s{2,})(?=\S)")

Line = tuple[int, str]


@dataclass(frozen=True)
class Part:
    """What belongs to one time: a name, empty if the place has none, and lines with their index in the file.

    ``name_is_counted``: whether the name stands behind the first time of the file.
    """

    mark: Mark
    name: str
    lines: tuple[Line, ...]
    name_is_counted: bool = True

    def with_lines(self, lines: Sequence[Line]) -> Part:
        """The same part with other lines."""
        return replace(self, lines=tuple(lines))

    @property
    def words(self) -> list[Line]:
        """Its lines that have words, without a tool's."""
        return [(index, line) for index, line in self.lines if line.strip() and not is_tool_line(line)]


def name_parts(lines: Sequence[str], marks: Sequence[Mark]) -> tuple[list[Part], int]:
    """The parts with their names, and the index of the first line that belongs to one."""
    first = marks[0].first_line
    parts = [_part(lines, mark, following) for mark, following in zip(marks, [*marks[1:], None], strict=True)]
    if any(part.mark.left for part in parts):
        return [replace(part, name=bare_name(part.mark.left)) for part in parts], first
    for place in (_beside, _in_columns, _below):
        if named := place(parts):
            return named, first
    above = [index for index in range(first) if lines[index].strip()]
    if above and (named := _above(parts, (above[-1], lines[above[-1]]))):
        return named, above[-1]
    return parts, first


def _part(lines: Sequence[str], mark: Mark, following: Mark | None) -> Part:
    last = following.spans[0] if following else None
    if last and last[0] == mark.index:
        return Part(mark, "", ((mark.index, lines[mark.index][mark.end : last[1]]),))
    found = [(mark.index, lines[mark.index][mark.end :])]
    found += [(index, lines[index]) for index in range(mark.index + 1, last[0] if last else len(lines))]
    if last and following and not following.left:
        found.append((last[0], lines[last[0]][: last[1]]))
    return Part(mark, "", tuple(found))


def _beside(parts: Sequence[Part]) -> list[Part]:
    """After the time, with the words in the lines below: ``0:02 - Name``."""
    rights = [part.lines[0][1] for part in parts]
    headed = [
        part for part in parts
        if part.lines[0][1].strip() and any(line.strip() for _, line in part.lines[1:])
    ]  # fmt: skip
    if len(headed) < _MOST * len(parts) or not are_names([right for right in rights if right.strip()], strict=True):
        return []
    return [part.with_lines(part.lines[1:]) if right.strip() else part for part, right in zip(
        [replace(part, name=bare_name(right)) for part, right in zip(parts, rights, strict=True)], rights, strict=True
    )]  # fmt: skip


def _in_columns(parts: Sequence[Part]) -> list[Part]:
    """After the time, with the words in a column behind it: time, tab, name, tab, words."""
    cells = [_COLUMN.match(part.lines[0][1]) for part in parts]
    names = [cell[1] for cell in cells if cell]
    if len(names) < _MOST * len(parts) or not are_names(names, strict=True):
        return []
    named = []
    for part, cell in zip(parts, cells, strict=True):
        index, line = part.lines[0]
        if cell:
            rest = ((index, line[cell.end() :]), *part.lines[1:])
            named.append(replace(part, name=bare_name(cell[1]), lines=rest))
        else:
            named.append(part)
    return named


def _below(parts: Sequence[Part]) -> list[Part]:
    """In the first line below a time that stands alone, with the words below that."""
    several = [part for part in parts if not part.lines[0][1].strip() and len(part.words) > 1]
    if len(several) < _MOST * len(parts) or not are_names([part.words[0][1] for part in several], strict=True):
        return []
    named = []
    for part in parts:
        if part in several:
            at = part.words[0]
            kept = tuple(line for line in part.lines if line is not at and line != at)
            named.append(replace(part, name=bare_name(at[1]), lines=kept))
        else:
            named.append(part)
    return named


def _above(parts: Sequence[Part], first: Line) -> list[Part]:
    """In the last line above each time that stands alone; ``first`` is the line above the first."""
    aboves = [first]
    for part in parts[:-1]:
        # The words of a part are not its last line alone: that is the next one's name.
        if len(part.words) < 2:
            aboves.append((-1, ""))
        else:
            aboves.append(part.words[-1])
    names = [line for index, line in aboves if index >= 0]
    if len(names) < _MOST * len(parts) or not are_names(names, strict=True):
        return []
    taken = {index for index, _ in aboves}
    return [
        replace(
            part, name=bare_name(line), name_is_counted=number > 0,
            lines=tuple(own for own in part.lines if own[0] not in taken),
        )
        for number, (part, (_, line)) in enumerate(zip(parts, aboves, strict=True))
    ]  # fmt: skip

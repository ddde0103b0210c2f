"""Says in plain sentences what an import read, what it changed, and what a person has to check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.captions.clock import clock
from macros.importing.converting import Imported, words_written
from macros.importing.said import Kind, Remark

MOST_PLACES = 8
"""Places named for each change: the rest are counted."""
MOST_CHECKS = 40
"""Places named for each thing to check."""


def report(imported: Imported, original: str, captions: str) -> str:
    """The report; ``original`` and ``captions`` are the names of the two files."""
    blocks = [
        _read(imported, original),
        "\n".join(["What was changed:", *_changes(imported.changes, original)]),
        _words(imported),
        "\n".join(["What a person has to check:", *_checks(imported.checks, original, captions)]),
    ]
    return "\n\n".join(blocks)


def _read(imported: Imported, original: str) -> str:
    reading = imported.reading
    count = len(imported.said)
    end = clock(imported.said[-1].end / 1000)
    names = sorted({piece.speaker for piece in imported.said if piece.speaker})
    who = f"Speakers: {', '.join(names)}." if names else "Nobody is named."
    return f"Read {original}: {reading.format}. It makes {_counted(count, 'caption')}, until {end}. {who}"


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def _words(imported: Imported) -> str:
    reading = imported.reading
    return (
        f"Words: {reading.read:,} read, {reading.repeated:,} left out because they are there twice,"
        f" {imported.fillers:,} left out as fillers, {words_written(imported):,} written."
        + (f" {reading.named:,} more say who speaks." if reading.named else "")
        + (f" {reading.left_out:,} more are a tool's, and are listed above." if reading.left_out else "")
    )


def _by_kind(remarks: Sequence[Remark]) -> dict[Kind, list[Remark]]:
    kinds: dict[Kind, list[Remark]] = {}
    for remark in remarks:
        kinds.setdefault(remark.kind, []).append(remark)
    return kinds


def _sentence(kind: Kind, count: int) -> str:
    text = kind.one if count == 1 or not kind.many else kind.many.format(count=f"{count:,}")
    return text[0].upper() + text[1:]


def _changes(changes: Sequence[Remark], original: str) -> Iterator[str]:
    if not changes:
        yield "- Nothing."
    for kind, remarks in _by_kind(changes).items():
        places = [_change_place(remark) for remark in remarks[:MOST_PLACES]]
        if len(remarks) > MOST_PLACES:
            places.append(f"and {len(remarks) - MOST_PLACES:,} more")
        yield f"- {_sentence(kind, len(remarks))} ({original}): {'; '.join(places)}."


def _change_place(remark: Remark) -> str:
    place = f"line {remark.line} at {clock(remark.at / 1000)}"
    return f"{place}, {remark.detail}" if remark.detail else place


def _checks(checks: Sequence[Remark], original: str, captions: str) -> Iterator[str]:
    for kind, remarks in _by_kind(checks).items():
        yield f"- {_sentence(kind, len(remarks))}."
        file = original if kind.in_original else captions
        for remark in remarks[:MOST_CHECKS]:
            place = f"{file}:{remark.line}" if remark.line else file
            detail = f": {remark.detail}" if remark.detail else ""
            yield f"    {place} at {clock(remark.at / 1000)}{detail}"
        if len(remarks) > MOST_CHECKS:
            yield f"    and {len(remarks) - MOST_CHECKS:,} more"
    yield "- All of it: play the recording with these captions from start to end. No computer can do this for you."

"""Tidies and renames the speakers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from macros.importing.said import UNKNOWN_SPEAKER, Kind, Remark, Said

TIDIED = Kind("a speaker's name was tidied", "{count} speakers' names were tidied")
RENAMED = Kind("a speaker was renamed", "{count} speakers were renamed")
NO_SUCH_SPEAKER = Kind(
    "no speaker has the name that was to be changed", "{count} names that were to be changed are no speaker's"
)

_PLACEHOLDER = re.compile(
    r"(?:unknown|unidentified|unnamed)(?: speaker| person)?(?: \d+)?|speaker[ _-]?(?:\d+|[a-z])|"
    r"(?:guest|user|participant|attendee|iphone|ipad|phone|host|room|meeting room)(?: ?\d+)?|\S+@\S+|\+?[\d ()x*-]{5,}",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\s*\((?:guest|external|unverified|host|co-host|you|me)\)\s*$", re.IGNORECASE)


def is_placeholder(name: str) -> bool:
    """Whether the name tells nobody who speaks, such as ``Speaker 1`` or ``iPhone``."""
    return bool(_PLACEHOLDER.fullmatch(name))


def key_of(name: str) -> str:
    """The same for all ways in which a file writes one name."""
    return tidy_name(name).casefold()


def tidy_name(name: str) -> str:
    """A name with single spaces, without what a meeting tool adds to it, such as ``(Guest)``.

    No name ends with a hyphen: before the tag's ``>`` two of them would look like the arrow of a time.
    """
    name = " ".join(name.split())
    while (shorter := _ROLE.sub("", name).rstrip(": -")) != name:
        name = shorter
    return name


def with_tidy_speakers(
    said: Sequence[Said], renames: Mapping[str, str]
) -> tuple[tuple[Said, ...], list[Remark], list[Remark]]:
    """The same words under tidy names, what was changed, and what to check.

    Names that differ only in capitals become the one that is there most often. ``renames`` is from
    names as the file or the tidied captions have them.
    """
    tidy = {name: tidy_name(name) for name in {piece.speaker for piece in said}}
    counts = Counter(tidy[piece.speaker] for piece in said if piece.speaker)
    usual: dict[str, str] = {}
    for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        usual.setdefault(name.casefold(), name)
    wanted = {tidy_name(old).casefold(): tidy_name(new) for old, new in renames.items()}
    changed: dict[tuple[str, str], Remark] = {}
    result = []
    any_named = any(tidy.values())
    named_before = False
    for piece in said:
        tidied = tidy[piece.speaker]
        name = usual.get(tidied.casefold(), tidied)
        new = wanted.get(name.casefold(), name)
        if not new and any_named and named_before:
            new = wanted.get(UNKNOWN_SPEAKER.casefold(), UNKNOWN_SPEAKER)
        elif piece.speaker != new:
            kind = RENAMED if new != name else TIDIED
            remark = Remark(kind, piece.start, piece.line, f"'{piece.speaker}' became '{new}'")
            changed.setdefault((piece.speaker, new), remark)
        named_before = named_before or bool(new)
        result.append(replace(piece, speaker=new) if new != piece.speaker else piece)
    there = {name.casefold() for name in counts} | {UNKNOWN_SPEAKER.casefold()}
    missing = [
        Remark(
            NO_SUCH_SPEAKER, 0, 0, f"'{old}'; the names are {', '.join(sorted(usual.values())) or 'not in the file'}"
        )
        for old in renames
        if tidy_name(old).casefold() not in there
    ]
    return tuple(result), list(changed.values()), missing

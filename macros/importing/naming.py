"""Finds, tidies and renames the speakers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from macros.importing.said import UNKNOWN_SPEAKER, Kind, Remark, Said

LONGEST_NAME = 60
MOST_NAME_WORDS = 6

TIDIED = Kind("a speaker's name was tidied", "{count} speakers' names were tidied")
RENAMED = Kind("a speaker was renamed", "{count} speakers were renamed")
NO_SUCH_SPEAKER = Kind(
    "no speaker has the name that was to be changed", "{count} names that were to be changed are no speaker's"
)

_LABEL = re.compile(r"(?:>>+\s*)?([^\W_][^:<>\[\]{}]*?)\s*:\s+(?=\S)")
_NOT_NAMES = {
    "note",
    "notes",
    "question",
    "answer",
    "remember",
    "reminder",
    "example",
    "warning",
    "tip",
    "rule",
    "step",
}
_NOT_NAMES |= {"yes", "no", "so", "and", "but", "first", "second", "third", "last", "step", "time", "http", "https"}
_PLACEHOLDER = re.compile(
    r"(?:unknown|unidentified|unnamed)(?: speaker| person)?(?: \d+)?|speaker ?(?:\d+|[a-z])|"
    r"(?:guest|user|participant|attendee|iphone|ipad|phone|host|room|meeting room)(?: ?\d+)?|\S+@\S+|\+?[\d ()x*-]{5,}",
    re.IGNORECASE,
)
_ROLE = re.compile(r"\s*\((?:guest|external|unverified|host|co-host|you|me)\)\s*$", re.IGNORECASE)


def can_be_name(text: str) -> bool:
    """Whether the text is as short as a name, and has a letter."""
    return len(text) <= LONGEST_NAME and any(character.isalpha() for character in text)


def is_placeholder(name: str) -> bool:
    """Whether the name tells nobody who speaks, such as ``Speaker 1`` or ``iPhone``."""
    return bool(_PLACEHOLDER.fullmatch(name))


def label_of(line: str) -> tuple[str, str]:
    """The name before a colon that a line may start with, and the rest; no name if it can be none.

    People who write captions for YouTube put ``>>`` in front of it.
    """
    found = _LABEL.match(line)
    if not found or len(found[1]) > LONGEST_NAME or len(found[1].split()) > MOST_NAME_WORDS:
        return "", line
    if found[1].lower() in _NOT_NAMES or re.search(r"[!?;,]|\d:\d", found[1]):
        return "", line
    return found[1], line[found.end() :]


def labels(lines: Iterable[str]) -> frozenset[str]:
    """The names that lines start with, by their keys: those there more than once, or that look like a name."""
    counts: Counter[str] = Counter()
    likely = set()
    for line in lines:
        if name := label_of(line)[0]:
            counts[key_of(name)] += 1
            if _looks_like_a_name(name):
                likely.add(key_of(name))
    return frozenset(key for key, count in counts.items() if count > 1 or key in likely)


def key_of(name: str) -> str:
    """The same for all ways in which a file writes one name."""
    return tidy_name(name).casefold()


def _looks_like_a_name(name: str) -> bool:
    words = name.split()
    in_capitals = len(name) > 1 and name.isupper()
    return is_placeholder(name) or in_capitals or (len(words) > 1 and all(word[0].isupper() for word in words))


def by_label(lines: Sequence[str], known: frozenset[str], speaker: str) -> list[tuple[str, tuple[str, ...]]]:
    """Who says which of the lines; those before the first name are the given speaker's."""
    found: list[tuple[str, list[str]]] = [(speaker, [])]
    for line in lines:
        name, rest = label_of(line)
        if name and key_of(name) in known:
            found.append((name, [rest]))
        else:
            found[-1][1].append(line)
    return [(name, tuple(words)) for name, words in found if words]


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
    counts = Counter(tidy_name(piece.speaker) for piece in said if piece.speaker)
    usual: dict[str, str] = {}
    for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        usual.setdefault(name.casefold(), name)
    wanted = {tidy_name(old).casefold(): tidy_name(new) for old, new in renames.items()}
    changed: dict[tuple[str, str], Remark] = {}
    result = []
    any_named = any(tidy_name(piece.speaker) for piece in said)
    named_before = False
    for piece in said:
        tidied = tidy_name(piece.speaker)
        name = usual.get(tidied.casefold(), tidied)
        new = wanted.get(name.casefold(), name)
        if not new and any_named and named_before:
            new = wanted.get(UNKNOWN_SPEAKER.casefold(), UNKNOWN_SPEAKER)
        elif piece.speaker != new:
            kind = RENAMED if new != name else TIDIED
            remark = Remark(kind, piece.start, piece.line, f"'{piece.speaker}' became '{new}'")
            changed.setdefault((piece.speaker, new), remark)
        named_before = named_before or bool(new)
        result.append(replace(piece, speaker=new))
    there = {name.casefold() for name in counts} | {UNKNOWN_SPEAKER.casefold()}
    missing = [
        Remark(
            NO_SUCH_SPEAKER, 0, 0, f"'{old}'; the names are {', '.join(sorted(usual.values())) or 'not in the file'}"
        )
        for old in renames
        if tidy_name(old).casefold() not in there
    ]
    return tuple(result), list(changed.values()), missing

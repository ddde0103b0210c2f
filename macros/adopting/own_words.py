"""Puts the words of the owner's names into the list of words that are spelt right. Pure."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable

from macros.language.spelling import Speller


def with_names(text: str, names: Iterable[str]) -> str:
    """The list with those words of the names that no list has: a club knows how it is spelt. Notes and order stay."""
    lines = text.splitlines()
    own = frozenset(line for line in lines if line and not line.startswith("#"))
    speller = Speller(own)
    # Each word by itself: inside a sentence, a word with a capital is taken for a name, and at its start it is not.
    new = {fault.word.lower() for name in names for word in name.split() for fault in speller.faults(word)}
    notes = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    for word in sorted(new):
        lines.insert(bisect(lines, word, lo=notes), word)
    return "\n".join(lines) + "\n"

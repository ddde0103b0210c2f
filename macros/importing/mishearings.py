"""Finds words of this field that speech recognition often hears wrong."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import accumulate

from macros.importing.said import Kind, Remark, Said

MISHEARD = Kind(
    "a word that computers often hear wrong: listen, and correct it if it is",
    "words that computers often hear wrong: listen, and correct those that are",
    in_original=False,
)


def misheard(said: Sequence[Said], lines: Sequence[int], words: Mapping[str, str]) -> list[Remark]:
    """A remark for each place where one of the words stands; ``lines`` has each piece's line in the captions.

    Capitals make no difference, unless they are all that is wrong.
    """
    text = " ".join(piece.text for piece in said)
    starts = [0, *accumulate(len(piece.text) + 1 for piece in said)][:-1]
    remarks = []
    for heard, meant in words.items():
        flags = 0 if heard.casefold() == meant.casefold() else re.IGNORECASE
        spaced = r"\s+".join(re.escape(word) for word in heard.split())
        for found in re.finditer(rf"(?<![\w-]){spaced}(?![\w-])", text, flags):
            index = bisect(starts, found.start()) - 1
            detail = f"'{found[0]}': was it '{meant}'?"
            remarks.append(Remark(MISHEARD, said[index].start, lines[index], detail))
    return sorted(remarks, key=lambda remark: (remark.at, remark.detail))

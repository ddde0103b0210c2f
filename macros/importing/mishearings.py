"""Finds words of this field that speech recognition often hears wrong (data/mishearings.yml)."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path

from pydantic import Field

from macros.importing.said import Kind, Remark, Said
from macros.problems import Problem
from macros.reading.fields import Fields, Line
from macros.reading.yaml_file import read_model

FILE = "data/mishearings.yml"

MISHEARD = Kind(
    "a word that computers often hear wrong: listen, and correct it if it is",
    "words that computers often hear wrong: listen, and correct those that are",
    in_original=False,
)


class MishearingsFields(Fields):
    """Words that computers often hear wrong: data/mishearings.yml."""

    words: dict[Line, Line] = Field(description="What the computer writes, and what was probably said.")


def read_mishearings(root: Path) -> tuple[Mapping[str, str], list[Problem]]:
    """What the computer writes to what was probably said; and every problem in the list."""
    found, _, problems = read_model(root / FILE, root, MishearingsFields)
    return (found.words if found else {}), problems


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

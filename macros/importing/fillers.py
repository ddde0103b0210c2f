"""Leaves out the sounds that people make while they think: only if asked, for they can carry meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from macros.importing.said import Kind, Remark, Said

LEFT_OUT = Kind("a filler such as 'um' was left out", "{count} fillers such as 'um' were left out")
ENGLISH_ONLY = Kind(
    "fillers are known for English only, so none were left out",
)

_FILLER = re.compile(r"[\"'“‘(]*(?:u+m+|u+h+m*|e+rm+|er+|h?m+m+)[.,!?;:…—–\"'”’)-]*", re.IGNORECASE)
_AFTER_UH = re.compile(r"huh|uh|mm", re.IGNORECASE)
_END = re.compile(r"[.?!]")


def without_fillers(said: Sequence[Said]) -> tuple[tuple[Said, ...], list[Remark]]:
    """The pieces without fillers, and a remark for each that was left out.

    The end of a sentence moves to the word before, a capital to the word after. Answers such as
    'uh huh' stay.
    """
    remarks: list[Remark] = []
    result = []
    for piece in said:
        lines = piece.lines
        if any(_FILLER.fullmatch(word) for word in piece.words):
            found = len(remarks)
            lines = tuple(line for old in lines if (line := _line_without(old, piece, remarks)))
            if len(remarks) == found:
                lines = piece.lines
        if lines == piece.lines:
            result.append(piece)
        elif lines:
            result.append(replace(piece, lines=lines, word_starts=()))
    return tuple(result), remarks


def _line_without(line: str, piece: Said, remarks: list[Remark]) -> str:
    words = line.split()
    kept: list[str] = []
    capital = False
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if _FILLER.fullmatch(word) and not _AFTER_UH.match(following) and not _is_answer(word, kept):
            remarks.append(Remark(LEFT_OUT, piece.start, piece.line))
            capital = capital or word.lstrip("\"'“‘(")[:1].isupper()
            if kept and (end := _END.search(word)) and not _END.search(kept[-1]):
                kept[-1] = kept[-1].rstrip(",;:") + end[0]
        else:
            kept.append(word[:1].upper() + word[1:] if capital else word)
            capital = False
    return " ".join(kept)


def _is_answer(word: str, before: Sequence[str]) -> bool:
    """The second half of 'uh uh' or 'mm mm'."""
    return bool(before) and _FILLER.fullmatch(before[-1]) is not None and bool(_AFTER_UH.match(word))

"""How hard each kind of text may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """How hard a kind of text may be: its highest reading grade, and the most words in a sentence."""

    what: str
    grade: float
    words: int


PAGE = Limits("a guide", 8.0, 25)
SCRIPT = Limits("a webinar's script", 7.0, 22)
EASIER = Limits("a page in easier words", 5.0, 15)

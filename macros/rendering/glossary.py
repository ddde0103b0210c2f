"""Renders the glossary: every word of the field, by its first letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from macros.model import GlossaryTerm, Guide
from macros.reading.interface import Words
from macros.rendering.environment import render


def render_glossary(terms: Sequence[GlossaryTerm], guides: Mapping[str, Guide], root: str, words: Words) -> Markup:
    """The terms in alphabetical order; ``guides`` has the page that explains a term under the term's id."""
    letters = [(letter, tuple(group)) for letter, group in groupby(terms, key=lambda term: term.term[0].upper())]
    return render("glossary.html", words, letters=letters, guides=guides, root=root)

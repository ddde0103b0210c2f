"""Renders the list of everything that the site cites."""

from __future__ import annotations

from markupsafe import Markup

from macros.model import Vocabulary
from macros.reading.interface import Words
from macros.rendering.environment import render


def render_all_sources(vocabulary: Vocabulary, words: Words) -> Markup:
    """Every source in order of its title, each with its key as a permanent anchor."""
    sources = sorted(vocabulary.sources.values(), key=lambda source: source.title.lower())
    return render("sources.html", words, sources=sources)

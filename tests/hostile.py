"""Titles that break what is put together from text: people bring such titles, and each is right in its place."""

from __future__ import annotations

from dataclasses import replace

from macros.content.content import Content
from macros.model import Catalogue

TITLES = {
    "quotes": "\"Doing\" with 'us', and `them`",
    "ampersands": "R&D &amp; sport & more",
    "ends of parts": "]]> --> </script> <!-- <script>alert(1)</script> </title>",
    "emoji": "Swimming 🏊🏽‍♀️ and dance 💃",
    "right to left": "العمل معًا في الرياضة והספורט",
    "long": "A title of two hundred characters " * 5 + "that has to end somewhere, here.",
    "braces": "{{ braces }} {% raw %} ${x} \\u003c \\",
}


def with_title(content: Content, title: str) -> Content:
    """The content with this title, and words like it, on every webinar."""
    webinars = tuple(replace(w, title=title, summary=f"{title}.") for w in content.catalogue.webinars)
    return replace(content, catalogue=Catalogue(webinars, content.catalogue.vocabulary))

"""Renders the places where readers can get help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from markupsafe import Markup

from macros.model import HelpPlace
from macros.reading.help import Nation
from macros.rendering.environment import render

NATIONS = {
    "england": "England",
    "scotland": "Scotland",
    "wales": "Wales",
    "northern-ireland": "Northern Ireland",
}
EVERYWHERE = "Anywhere in the UK"

HOW = {
    "live page": "Checked on {}: a person read this page.",
    "stored copy": "Checked on {}, in a stored copy of this page. It may have changed since then.",
    "named elsewhere": "On {}, other pages named this one. We have not read it ourselves.",
}
"""When and how an entry was looked at, in words for readers."""


def render_help_places(places: Sequence[HelpPlace], topic: str) -> Markup:
    """The places of one topic: first those for the whole UK, then a part for each nation that has any."""
    of_topic = [place for place in places if place.topic == topic]
    everywhere = [place for place in of_topic if len(place.nations) == len(NATIONS)]
    parts = [("uk", EVERYWHERE, everywhere)]
    for nation in get_args(Nation):
        own = [place for place in of_topic if nation in place.nations and place not in everywhere]
        parts.append((nation, NATIONS[nation], own))
    return render("help_places.html", topic=topic, parts=[part for part in parts if part[2]], how=HOW)

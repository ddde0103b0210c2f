"""Renders the places where readers can get help."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from macros.model import HelpPlace
from macros.reading.help import Nation
from macros.reading.interface import Words
from macros.rendering.environment import render


def _nations(words: Words) -> dict[Nation, str]:
    names = words.help
    return {
        "england": names.england,
        "scotland": names.scotland,
        "wales": names.wales,
        "northern-ireland": names.northern_ireland,
    }


def _how(words: Words) -> dict[str, str]:
    """When and how an entry was looked at."""
    said = words.help
    return {"live page": said.live_page, "stored copy": said.stored_copy, "named elsewhere": said.named_elsewhere}


def render_help_places(places: Sequence[HelpPlace], topic: str, words: Words) -> Markup:
    """The places of one topic: first those for the whole UK, then a part for each nation that has any."""
    nations = _nations(words)
    of_topic = [place for place in places if place.topic == topic]
    everywhere = [place for place in of_topic if len(place.nations) == len(nations)]
    parts = [("uk", words.help.everywhere, everywhere)]
    for nation, name in nations.items():
        own = [place for place in of_topic if nation in place.nations and place not in everywhere]
        parts.append((nation, name, own))
    shown = [part for part in parts if part[2]]
    return render("help_places.html", words, topic=topic, parts=shown, how=_how(words))

"""Renders the places where readers can get help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

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


def _how_most(words: Words) -> dict[str, str]:
    """When and how most entries of a topic were looked at."""
    said = words.help
    return {
        "live page": said.most_live_page,
        "stored copy": said.most_stored_copy,
        "named elsewhere": said.most_named_elsewhere,
    }


def _most_usual(places: Sequence[HelpPlace]) -> tuple[str, date] | None:
    """How and when most places were looked at, which is said once; None if it holds for one place only."""
    counts = Counter((place.how, place.checked) for place in places)
    if not counts:
        return None
    (usual, times), *_ = counts.most_common(1)
    return usual if times > 1 else None


def render_help_places(places: Sequence[HelpPlace], topic: str, words: Words) -> Markup:
    """The places of one topic: first those for the whole UK, then a part for each nation that has any.

    How most of them were checked is said once, before them; a place that was checked otherwise says so itself.
    """
    nations = _nations(words)
    of_topic = [place for place in places if place.topic == topic]
    everywhere = [place for place in of_topic if len(place.nations) == len(nations)]
    parts = [("uk", words.help.everywhere, everywhere)]
    for nation, name in nations.items():
        own = [place for place in of_topic if nation in place.nations and place not in everywhere]
        parts.append((nation, name, own))
    shown = [part for part in parts if part[2]]
    return render(
        "help_places.html",
        words,
        topic=topic,
        parts=shown,
        how=_how(words),
        usual=_most_usual(of_topic),
        how_most=_how_most(words),
    )

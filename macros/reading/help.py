"""Reads data/help.yml: where readers can get help, by topic and nation of the UK."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Literal

from pydantic import Field

from macros.model import HelpPlace
from macros.problems import Problem
from macros.reading.fields import Fields, Line, Slug, Text, WebAddress
from macros.reading.references import repeated
from macros.reading.yaml_file import read_model

RULE = "help"
FILE = "data/help.yml"

LIVE = "live page"
"""``how`` of an entry that a person read on the body's own page: only there a phone number may be shown."""

Topic = Literal["emergency", "benefits", "harm", "discrimination", "hate-crime", "data"]
Nation = Literal["england", "scotland", "wales", "northern-ireland"]


class HelpPlaceFields(Fields):
    """A body that a reader can turn to."""

    id: Slug = Field(description="Its name in this file, once.")
    topic: Topic = Field(description="The part of the page that it stands in.")
    nations: tuple[Nation, ...] = Field(min_length=1, description="Where it helps; all four for the whole UK.")
    name: Line = Field(description="Whose page it is.")
    page: WebAddress = Field(description="The address of the body's own page.")
    what: Text = Field(description="What it is for.")
    who: Text = Field(description="Who it is for.")
    checked: datetime.date = Field(description="The day on which somebody last looked at it.")
    how: Literal["live page", "stored copy", "named elsewhere"] = Field(description="How they looked at it.")
    phone: Line | None = Field(None, description="Only with 'how: live page': a number that a person read there.")


class HelpFields(Fields):
    """Where to get help: data/help.yml."""

    places: tuple[HelpPlaceFields, ...] = Field(description="The bodies, in the order in which readers see them.")


def read_help(root: Path) -> tuple[tuple[HelpPlace, ...], list[Problem]]:
    """The places in the file's order, or none and every problem; a project without the file has none."""
    path = root / FILE
    if not path.is_file():
        return (), []
    fields, data, problems = read_model(path, root, HelpFields)
    if fields is None or data is None:
        return (), problems
    ids = [(place.id, data.line(("places", index, "id"))) for index, place in enumerate(fields.places)]
    problems += repeated(ids, "place", FILE, RULE)
    for index, place in enumerate(fields.places):
        if place.phone and place.how != LIVE:
            message = (
                "a phone number is shown only when a person has read it on the body's own page:"
                f" remove 'phone', or read the page and write 'how: {LIVE}'"
            )
            problems.append(Problem(FILE, data.line(("places", index, "phone")), message, RULE))
    if problems:
        return (), problems
    return tuple(
        HelpPlace(
            place.id, place.topic, place.nations, place.name, place.page, place.what, place.who, place.checked,
            place.how, place.phone or "", data.line(("places", index, "id")),
        )
        for index, place in enumerate(fields.places)
    ), []  # fmt: skip

"""Asks the owner what the site is called and what stays of it. An answer that cannot be right is asked for again."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from typing import TypeVar

from pydantic import ValidationError

from macros.adopting.naming import Colours, Naming
from macros.reading.settings_fields import ColoursFields, contact_rule, site_url_rule
from macros.settings import Settings

Ask = Callable[[str], str]
KEEP, REMOVE = "keep", "remove"

_Answer = TypeVar("_Answer")
_COLOURS = (
    "Four colours: buttons and their words on light pages, then on dark pages, such as"
    " #0b4a39 #ffffff #9be3c8 #0c241c [as they are]: "
)


def ask_naming(options: argparse.Namespace, settings: Settings, ask: Ask | None) -> Naming:
    """What the site is called: from the options, or else asked for, where somebody is there to answer."""

    def answer(given: str | None, question: str, now: str, rule: Callable[[str], str] = str) -> str | None:
        if given is not None or ask is None:
            return given
        return _asked(ask, f"{question} [{now}]: ", rule)

    name = answer(options.name, "Name of the site", settings.site_name)
    tagline = answer(options.tagline, "What it is, in one line", settings.tagline)
    address = answer(
        options.address,
        "Where it will be published, such as https://club.org.uk/learn/",
        settings.public_url or "not known yet",
        site_url_rule,
    )
    owner = answer(options.owner, "Who publishes it and answers for it", settings.owner or "nobody yet")
    contact = answer(
        options.contact, "An e-mail or web address for messages", settings.contact or "none yet", contact_rule
    )
    language = answer(
        options.language, "Language of buttons and headings, such as cy for Welsh", settings.language, _language
    )
    colours = _colours(" ".join(options.colours)) if options.colours else None
    if colours is None and ask is not None:
        colours = _asked(ask, _COLOURS, _readable_colours)
    return Naming(name, tagline, address, owner, contact, language, colours)


def ask_removed(part: str, given: str | None, ask: Ask | None) -> bool:
    """Whether a part of the content goes: from its option, or else asked for; it stays where nobody answers."""
    if given is None and ask is not None:
        given = _asked(ask, f"Keep or remove the {part} that are there? [{KEEP}]: ", _keep_or_remove)
    return given == REMOVE


def _asked(ask: Ask, question: str, rule: Callable[[str], _Answer]) -> _Answer | None:
    """The first answer that keeps to its rule, as the rule gives it; None for an empty one."""
    while said := ask(question).strip():
        try:
            return rule(said)
        except ValueError as error:
            print(f"That {error}.")
    return None


def _language(said: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", said):
        raise ValueError(f"is '{said}'; write the short sign of a language, such as en or cy")
    return said


def _colours(said: str) -> Colours:
    four = said.split()
    if len(four) != 4:
        raise ValueError(f"is {len(four)} words; four colours are needed, with spaces between them")
    return four[0], four[1], four[2], four[3]


def _readable_colours(said: str) -> Colours:
    """The colours, if the settings would take them. Raises ValueError with what is wrong with the first."""
    light, on_light, dark, on_dark = colours = _colours(said)
    try:
        ColoursFields.model_validate(
            {"light": {"brand": light, "on_brand": on_light}, "dark": {"brand": dark, "on_brand": on_dark}}
        )
    except ValidationError as error:
        raise ValueError(f"cannot be: {error.errors()[0]['msg'].removeprefix('Value error, ')}") from None
    return colours


def _keep_or_remove(said: str) -> str:
    if said.lower() not in (KEEP, REMOVE):
        raise ValueError(f"is '{said}'; write {KEEP} or {REMOVE}")
    return said.lower()

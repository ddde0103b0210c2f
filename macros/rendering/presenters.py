"""Who presents a webinar, in words: the same on its page, its card, its transcripts and in the search."""

from __future__ import annotations

from collections.abc import Sequence

from macros.model import Presenter


def presenters_line(presenters: Sequence[Presenter], with_role: bool = False, with_organisation: bool = False) -> str:
    """``Ann McDonald, coach, Northside; Bo Li``: names as people write them.

    Only the very first letter is made a capital, because "computer voice" may start the line.
    """
    people = (
        (person.name, person.role if with_role else "", person.organisation if with_organisation else "")
        for person in presenters
    )
    line = "; ".join(", ".join(part for part in person if part) for person in people)
    return line[:1].upper() + line[1:]

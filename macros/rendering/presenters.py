"""Who presents a webinar, in words: the same on its page, its card, its transcripts and in the search."""

from __future__ import annotations

from collections.abc import Sequence

from macros.model import COMPUTER_VOICE, Presenter

_VOICES = {2: f"two {COMPUTER_VOICE}s", 3: f"three {COMPUTER_VOICE}s"}
"""Who presents is no list of numbers: which voice says what is told where it speaks."""


def presenters_line(presenters: Sequence[Presenter], with_role: bool = False, with_organisation: bool = False) -> str:
    """``Ann McDonald, coach, Northside; Bo Li``: names as people write them; ``Two computer voices``.

    Only the very first letter is made a capital, because "computer voice" may start the line.
    """
    people = (
        (person.name, person.role if with_role else "", person.organisation if with_organisation else "")
        for person in _with_voices_as_one(presenters)
    )
    line = "; ".join(", ".join(part for part in person if part) for person in people)
    return line[:1].upper() + line[1:]


def _with_voices_as_one(presenters: Sequence[Presenter]) -> list[Presenter]:
    """Those who present, several computer voices as one entry in the place of the first."""
    voices = [person for person in presenters if person.name.startswith(COMPUTER_VOICE)]
    if len(voices) < 2:
        return list(presenters)
    together = Presenter(_VOICES.get(len(voices), f"{len(voices)} {COMPUTER_VOICE}s"))
    return [together if person is voices[0] else person for person in presenters if person not in voices[1:]]

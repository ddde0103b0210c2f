"""Names stand as people write them."""

from __future__ import annotations

import pytest

from macros.model import COMPUTER_VOICE, Presenter
from macros.rendering.presenters import presenters_line

ANN = Presenter("Ann McDonald", "coach", "Northside DPO")
VOICE = Presenter(COMPUTER_VOICE)
FIRST, SECOND, THIRD = (Presenter(f"{COMPUTER_VOICE} {number}") for number in (1, 2, 3))
BOTH = {"with_role": True, "with_organisation": True}


@pytest.mark.parametrize(
    ("presenters", "details", "line"),
    [
        ([ANN], {}, "Ann McDonald"),
        ([VOICE], {}, "Computer voice"),
        ([VOICE, ANN], {}, "Computer voice; Ann McDonald"),
        ([ANN, VOICE], {}, "Ann McDonald; computer voice"),
        ([ANN], {"with_organisation": True}, "Ann McDonald, Northside DPO"),
        (
            [ANN, VOICE],
            {"with_role": True, "with_organisation": True},
            "Ann McDonald, coach, Northside DPO; computer voice",
        ),
        ([Presenter("de la Cruz")], {}, "De la Cruz"),
        ([FIRST, SECOND], {}, "Two computer voices"),
        ([FIRST, ANN, SECOND], {}, "Two computer voices; Ann McDonald"),
        ([ANN, FIRST, SECOND, THIRD], {}, "Ann McDonald; three computer voices"),
    ],
)
def test_only_the_first_letter_becomes_a_capital(
    presenters: list[Presenter], details: dict[str, bool], line: str
) -> None:
    """Once "Ann McDonald" became "Ann mcdonald"."""
    assert presenters_line(presenters, **details) == line

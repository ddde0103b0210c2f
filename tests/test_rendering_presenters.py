"""Names stand as people write them."""

from __future__ import annotations

import pytest

from macros.model import COMPUTER_VOICE, Presenter
from macros.rendering.presenters import presenters_line

ANN = Presenter("Ann McDonald", "coach", "Northside DPO")
VOICE = Presenter(COMPUTER_VOICE)
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
    ],
)
def test_only_the_first_letter_becomes_a_capital(
    presenters: list[Presenter], details: dict[str, bool], line: str
) -> None:
    """Once "Ann McDonald" became "Ann mcdonald"."""
    assert presenters_line(presenters, **details) == line

"""How the bench makes a phone of the machine that it runs on."""

from __future__ import annotations

import pytest

from tests.bench_lighthouse import slowdown


@pytest.mark.parametrize(
    ("index", "times"),
    [
        (1750, 4),  # What Lighthouse does without being told, where its guide says that it is right.
        (3500, 8),
        (875, 2),
        (437.5, 1),
        (200, 1),  # Slower than the phone: left as it is.
    ],
)
def test_a_machine_is_slowed_down_to_a_phone_of_the_middle_class(index: float, times: float) -> None:
    assert slowdown(index) == times

"""How hard a text is to read: syllables, and the published formula."""

from __future__ import annotations

import pytest

from macros.language.grade import grade, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("ask", 1),
        ("people", 2),
        ("people's", 2),
        ("co-production", 4),
        ("wheelchair", 2),
        ("goalball", 2),
        ("organisation", 5),
        ("x", 1),
    ],
)
def test_syllables_come_from_the_dictionary_or_from_hyphenation(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_the_published_formula() -> None:
    # 6 words, 1 sentence, 6 syllables: 0.39 x 6 + 11.8 x 1 - 15.59.
    assert grade(["The cat sat on the mat."]) == pytest.approx(-1.45)
    # 11 words, 2 sentences, 18 syllables.
    text = ["The committee invited members.", "They asked what people wanted to change."]
    assert grade(text) == pytest.approx(0.39 * 11 / 2 + 11.8 * 18 / 11 - 15.59)
    assert grade([]) == 0

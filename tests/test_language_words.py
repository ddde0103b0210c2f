"""The list of words to avoid: it finds what it has to, and its own mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.language.words import read_words_to_avoid
from tests.conftest import ROOT


@pytest.mark.parametrize(
    "text",
    [
        "the disabled",
        "people with disabilities",
        "confined to a wheelchair",
        "she suffers from pain",
        "special needs",
        "able-bodied players",
        "service users",
        "stakeholders",
        "an Easy Read page",
        "etc.",
        "disabled toilets",
    ],
)
def test_the_projects_own_list_has_what_disabled_peoples_organisations_ask_for(text: str) -> None:
    words, problems = read_words_to_avoid(ROOT)
    assert problems == []
    assert len(list(words.find(f"Here is {text} again."))) == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "words:\n  - avoid: [\"a*b\"]\n    instead: x\n    why: y\n",
            "data/words.yml:2: 'words.1.avoid.1' may have a star at its end only, not 'a*b'",
        ),
        ("words:\n  - avoid: [x]\n    why: y\n", "data/words.yml:2: 'words.1.instead' is missing; add it"),
    ],
)  # fmt: skip
def test_mistakes_in_the_list_of_words_are_told(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "words.yml").write_text(content, encoding="utf-8")
    assert [str(problem) for problem in read_words_to_avoid(tmp_path)[1]] == [message]

"""The webinars differ: no two share more than a definition. Each says at once what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest

from macros.checks.texts import page_prose
from macros.language.prose import script_passages, yaml_passages
from macros.reading.catalogue import webinar_folders
from macros.reading.pages import read_page
from macros.reading.yaml_file import parse_yaml
from tests.conftest import ROOT

pytestmark = pytest.mark.ours

LONGEST_SHARED_RUN = 14
"""Words. The definition of co-production in one sentence has about as many."""

SAID_ALIKE = (
    "Here is our rule about payment. You may say yes, say no, or ask for less. Any of these can affect benefits."
    " So talk to a benefits adviser first. This webinar's page leads to advice in each nation.",
    "Payment comes up in this webinar. Before you offer or accept any, see Where to get help.",
)
"""What every webinar says in the same words on purpose: who hears two of them must not hear two rules."""

_DETAILS = frozenset(["title", "summary", "aim", "outcomes", "easier_words"])


def words_of_webinar(folder: Path) -> list[str]:
    """All words of a webinar that are its own: what is said, its details, its page's questions."""
    script = (folder / "script.md").read_text(encoding="utf-8") if (folder / "script.md").is_file() else ""
    details = (folder / "webinar.yml").read_text(encoding="utf-8")
    data, _ = parse_yaml(details, "webinar.yml")
    page, _ = read_page(ROOT / "docs" / "webinars" / f"{folder.name}.md", ROOT)
    assert data is not None
    assert page is not None
    passages = [*script_passages(script), *yaml_passages(details, data, _DETAILS), *page_prose(page).passages]
    texts = [passage.text for passage in passages]
    for alike in SAID_ALIKE:
        assert any(alike in text for text in texts), f"{folder.name} does not say: {alike}"
        texts = [text.replace(alike, "") for text in texts]
    return [word for text in texts for word in re.findall(r"[a-z0-9']+", text.lower())]


def longest_shared_run(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """The longest run of words that both have, the first of them where there are several."""
    low, high = 0, min(len(one), len(other))
    best: Sequence[str] = []
    # If a run of n words is shared, so is one of n - 1: the longest can be found by halving.
    while low < high:
        length = (low + high + 1) // 2
        runs = {tuple(other[i : i + length]) for i in range(len(other) - length + 1)}
        found = next(
            (one[i : i + length] for i in range(len(one) - length + 1) if tuple(one[i : i + length]) in runs), []
        )
        if found:
            low, best = length, found
        else:
            high = length - 1
    return list(best)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a b c d", "x b c y", "b c"),
        ("a b", "c d", ""),
        ("", "a", ""),
        ("a b c", "a b c", "a b c"),
        ("a b x a b c", "z a b c", "a b c"),
    ],
)
def test_the_longest_shared_run_is_found(one: str, other: str, expected: str) -> None:
    assert " ".join(longest_shared_run(one.split(), other.split())) == expected


def test_no_two_webinars_share_more_than_a_definition() -> None:
    webinars = {folder.name: words_of_webinar(folder) for folder in webinar_folders(ROOT)}
    shared = sorted(
        ((longest_shared_run(webinars[a], webinars[b]), a, b) for a, b in combinations(webinars, 2)),
        key=lambda found: -len(found[0]),
    )
    for run, a, b in shared[:5]:
        print(f"{len(run):3} words in {a} and {b}: {' '.join(run)}")
    too_much = [f"{a} and {b}: {' '.join(run)}" for run, a, b in shared if len(run) > LONGEST_SHARED_RUN]
    assert too_much == []


@pytest.mark.parametrize("slug", [folder.name for folder in webinar_folders(ROOT)])
def test_a_line_above_the_player_says_what_the_talk_is_about(slug: str) -> None:
    page, _ = read_page(ROOT / "docs" / "webinars" / f"{slug}.md", ROOT)
    assert page
    _, _, below_title = page.body.partition(f"# {page.front.title}\n")
    assert below_title.partition("{{ webinar(")[0].strip(), f"{page.file} goes from its title to the player"

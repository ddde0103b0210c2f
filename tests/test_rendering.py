"""Renderers: golden HTML, and data that is shown as text and never run."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.model import Catalogue, Term
from macros.reading.paths import LearningPath, WebinarStep
from macros.rendering.catalogue import render_card, render_ladder
from macros.rendering.environment import machine_length
from macros.rendering.training import render_training_kit
from tests.content import WORDS, catalogue_and_problems
from tests.golden import assert_golden


@pytest.fixture(scope="module")
def catalogue(fixture_project: Path) -> Catalogue:
    found, problems = catalogue_and_problems(fixture_project)
    assert problems == []
    assert found is not None
    return found


@pytest.mark.parametrize("slug", ["talking-it-over", "a-short-script"])
def test_a_card_is_as_reviewed(catalogue: Catalogue, slug: str) -> None:
    assert_golden(f"card-{slug}.html", render_card(catalogue.by_slug[slug], "../", WORDS))


def test_the_ladder_is_as_reviewed(catalogue: Catalogue) -> None:
    rungs = tuple(catalogue.vocabulary.rungs.values())
    assert_golden("ladder.html", render_ladder(rungs, "../../", WORDS))


def test_what_trainers_choose_from_is_in_the_order_that_the_paths_suggest(catalogue: Catalogue) -> None:
    audiences = (Term("trainers", "Trainers"),)
    webinars = [replace(webinar, audiences=audiences) for webinar in catalogue.webinars]
    slugs = [webinar.slug for webinar in webinars]
    # The newest comes first by its date.
    path = LearningPath("one", "One", "A path.", (WebinarStep(slugs[2]), WebinarStep(slugs[1])))
    html = render_training_kit(webinars, [path], "../", WORDS)
    assert re.findall(r'class="kit-title" href="../webinars/([^/]+)/"', html) == [
        slugs[2],
        slugs[1],
        slugs[0],
        *slugs[3:],
    ]


def test_text_of_the_data_is_shown_and_never_run(catalogue: Catalogue) -> None:
    html = render_card(catalogue.by_slug["a-short-script"], "../", WORDS)
    assert "&lt;b&gt;tags&lt;/b&gt; &amp; {{ braces }}" in html
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize(
    ("seconds", "spoken", "machine"),
    [(20, "1 minute", "PT0M20S"), (1049, "17 minutes", "PT17M29S"), (3600, "60 minutes", "PT60M0S")],
)
def test_lengths(seconds: float, spoken: str, machine: str) -> None:
    assert WORDS.length(seconds) == spoken
    assert machine_length(seconds) == machine


def test_dates_are_written_as_people_say_them(catalogue: Catalogue) -> None:
    assert WORDS.date(catalogue.by_slug["talking-it-over"].published) == "1 October 2026"

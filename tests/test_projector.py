"""The slides for a wall: each slide with what is said on it, as HTML that needs no script to be read or printed."""

from __future__ import annotations

from dataclasses import replace

from bs4 import BeautifulSoup

from macros.model import Chapter, KeptWords, Transcript
from macros.rendering.projector import projected_slides, render_projector
from macros.settings import Settings
from macros.slides.layouts import Question, Slide, Statement
from tests.content import WORDS
from tests.test_rendering_webinar import NARRATED, READ_ONLY, paragraph

SETTINGS = Settings("Doing With", "https://doing-with.org.uk/", "", "", "", "")
PARAGRAPHS = tuple(paragraph(10.0 * n, f"Said {n}.") for n in range(5))
TALK = Transcript(
    "en",
    (
        Chapter(
            "One",
            0.0,
            30.0,
            PARAGRAPHS[:3],
            (Slide(Statement(("A <line>",)), 0.0, 10.0, 0), Slide(Question(("Why?",), 20), 10.0, 30.0, 1)),
        ),
        Chapter("Two", 30.0, 50.0, PARAGRAPHS[3:], (Slide(Statement(("The end",)), 30.0, 50.0, 0),)),
    ),
)
SHOWN = replace(NARRATED, words=KeptWords((TALK,)))


def page_of(shown: object = SHOWN) -> BeautifulSoup:
    made = render_projector(shown, TALK, "../../../", "https://x.org/", "policy", SETTINGS, WORDS)  # type: ignore[arg-type]
    return BeautifulSoup(str(made), "html.parser")


def test_every_paragraph_stands_below_the_slide_on_which_it_is_said_and_only_there() -> None:
    found = [[p.text for p in slide.paragraphs] for slide in projected_slides(SHOWN, TALK, WORDS)]
    assert found == [["Said 0."], ["Said 1.", "Said 2."], ["Said 3.", "Said 4."]]


def test_only_a_question_has_seconds_to_think() -> None:
    assert [slide.seconds for slide in projected_slides(SHOWN, TALK, WORDS)] == [0, 20, 0]
    slides = page_of().select("[data-slide]")
    assert [slide.get("data-think") for slide in slides] == [None, "20", None]


def test_each_slide_has_an_address_a_heading_its_words_and_lines_for_notes() -> None:
    slides = page_of().select("[data-slide]")
    assert [slide["id"] for slide in slides] == ["slide-1", "slide-2", "slide-3"]
    for slide in slides:
        assert slide.select_one("h2")
        assert len(slide.select(".slide")) == 1
        assert len(slide.select(".note-lines span")) >= 4
    assert "A <line>" in slides[0].get_text()
    assert "Said 0." in slides[0].get_text()


def test_controls_wait_for_their_script_and_slides_do_not() -> None:
    page = page_of()
    assert all(control.find_parent(class_="needs-js") for control in page.select("button, select"))
    assert all(slide.find_parent(class_="is-ready") for slide in page.select(".slide"))


def test_a_talk_that_is_not_recorded_has_no_button_to_play_it() -> None:
    assert page_of().select_one("[data-play]")
    assert page_of(READ_ONLY).select_one("[data-play], audio") is None

"""Slides: each layout as HTML, what its drawings show, and the times at which points appear."""

from __future__ import annotations

import json
import re

import pytest

from macros.captions.writing import captions_vtt
from macros.model import Band, Chapter, Cue, Paragraph, Rung, Source, Transcript
from macros.narration.narrate import Engine, NarrationResult
from macros.narration.script import parse_script
from macros.narration.transcript import spoken_words, transcript_from_script
from macros.pictures.book import Picture
from macros.pictures.stages import backdrop, counted
from macros.publishing.word_times import word_times_json
from macros.rendering.slides import render_slides, shown_slides, slide_drawings
from macros.slides.layouts import (
    Compare,
    LadderSlide,
    Layout,
    Number,
    Point,
    Points,
    Question,
    Quote,
    Scene,
    Slide,
    Statement,
    Steps,
)
from macros.slides.reading import Known
from macros.slides.saying import places_in_order, tokens
from tests.content import WORDS
from tests.golden import assert_golden

TO, WITH = Band("doing-to", "doing to", ""), Band("doing-with", "doing with", "")
LOW = Rung("coercion", 1, "Coercion", TO, "", "", "", "", ())
HIGH = Rung("co-production", 7, "Co-production", WITH, "", "", "", "", ())
SOURCE = Source("a", "A <source>", "Somebody", "n.d.", "https://example.org/?a=1&b=2")
PICTURE = Picture("pool", "People swim.", "sky", True, ())

LAYOUTS: dict[str, Layout] = {
    "statement": Statement(("One <line> & more.", "Another.")),
    "points": Points((Point("Ask first, early", "first"), Point("Build later", "Build later"))),
    "ladder": LadderSlide((LOW, HIGH), (HIGH,), "The top."),
    "compare": Compare("Before", "After", (("one", "two"), ("three", "four"))),
    "steps": Steps(("Ask", "Build"), 2),
    "number": Number("1 in 3", ("clubs, made up",), SOURCE),
    "question": Question(("Who decides?",), 20),
    "quote": Quote(("Made up.", "As a quote would be."), SOURCE),
    "scene": Scene(PICTURE, ("A pool.",)),
}


def rendered(layout: Layout) -> str:
    """The slide as HTML, without what is drawn."""
    appear = (1.5, 3.0) if isinstance(layout, Points) else ()
    chapter = Chapter("A <title>", 0.0, 9.0, (), (Slide(layout, 0.0, 9.0, 0, appear),))
    html = str(render_slides("a-talk", Transcript("cy", (chapter,)), WORDS))
    return re.sub(r'(<svg class="picture[^>]*>).*?</svg>', r"\1</svg>", html, flags=re.DOTALL)


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_as_html(name: str) -> None:
    html = rendered(LAYOUTS[name])
    assert f"layout-{name}" in html
    assert_golden(f"slide-{name}.html", html)


def test_what_is_drawn_is_a_file_that_a_webinars_page_fills_its_slides_from() -> None:
    slides = tuple(Slide(LAYOUTS[name], 0.0, 9.0, 0, (1.5, 3.0)) for name in ("points", "ladder", "scene", "question"))
    transcript = Transcript("cy", (Chapter("A title", 0.0, 9.0, (), slides),))
    page = str(render_slides("a-talk", transcript, WORDS, base="../"))
    drawings = slide_drawings("a-talk", transcript)
    assert 'data-drawings="../drawings.svg"' in page
    assert set(re.findall(r'<use href="#([^"]+)"/>', page)) == set(re.findall(r'<g id="([^"]+)">', drawings))
    # The same places with the same boxes as where everything stands in the page.
    inline = str(render_slides("a-talk", transcript, WORDS))
    boxes = re.compile(r'<svg class="picture [^>]*>')
    assert boxes.findall(page) == boxes.findall(inline)
    for drawn in re.findall(r'<svg class="picture [^>]*>(.*?)</svg>', inline):
        assert drawn in drawings
        assert drawn not in page


def test_slides_with_the_same_drawing_share_it() -> None:
    slides = tuple(Slide(LAYOUTS["scene"], 0.0, 9.0, 0) for _ in range(9))
    drawings = slide_drawings("a-talk", Transcript("cy", (Chapter("A title", 0.0, 9.0, (), slides),)))
    # The one scene, and four kinds of floor.
    assert drawings.count("<g id=") <= 1 + 4


@pytest.mark.parametrize(
    ("layout", "ground"),
    [
        (LadderSlide((LOW, HIGH), (LOW,), ""), "rose"),
        (LadderSlide((LOW, HIGH), (HIGH,), ""), "mint"),
        (Scene(PICTURE, ()), "sky"),
    ],
)
def test_a_slide_stands_on_the_ground_of_its_band_or_its_picture(layout: Layout, ground: str) -> None:
    assert f"ground-{ground}" in rendered(layout)


@pytest.mark.parametrize(
    ("letters", "size"),
    [(36, "large"), (37, "middle"), (75, "middle"), (76, "small"), (115, "small"), (116, "smallest")],
)
def test_words_are_set_as_large_as_their_number_allows(letters: int, size: str) -> None:
    chapter = Chapter("One", 0.0, 9.0, (), (Slide(Statement(("x" * letters,)), 0.0, 9.0, 0),))
    (shown,) = shown_slides("a-talk", [chapter])
    assert shown.size == size
    assert shown.has_people == (size != "smallest")


@pytest.mark.parametrize(
    ("figure", "classes"),
    [("1 in 3", "figure-people"), ("2 out of 5", "figure-people"), ("21 %", "figure-lane"), ("17%", "figure-lane")],
)
def test_a_figure_that_can_be_drawn_is_drawn(figure: str, classes: str) -> None:
    assert classes in rendered(Number(figure, ("of them",), SOURCE))


@pytest.mark.parametrize("figure", ["1969", "£200", "1 in 40", "0 in 3"])
def test_another_figure_stands_alone(figure: str) -> None:
    assert "figure-" not in rendered(Number(figure, ("of them",), SOURCE)).replace("slide-figure", "")


def test_people_are_counted_out() -> None:
    drawing = counted(2, 5)
    assert drawing is not None
    painted = [shape.paint.fill for shape in drawing.shapes if shape.paint.fill]
    # Head and shoulders each.
    assert painted.count("green") == 2 * 2
    assert painted.count("paper") == 2 * 3


def test_a_backdrop_follows_from_its_name() -> None:
    assert backdrop("a:1", "mint", True) == backdrop("a:1", "mint", True)
    assert len({backdrop(f"a:{i}", "mint", False) for i in range(20)}) > 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Co-production's", ("co", "productions")),
        ("“You’re late,” she said.", ("youre", "late", "she", "said")),
        ("  ", ()),
    ],
)
def test_words_are_compared_without_case_and_punctuation(text: str, words: tuple[str, ...]) -> None:
    assert tokens(text) == words


def test_a_phrase_is_looked_for_after_the_one_before_it() -> None:
    said = tokens("we ask and then we ask again and then build")
    assert places_in_order(["ask", "ask again", "then build"], said) == [1, 5, 8]
    assert places_in_order(["build", "we"], said) == [9, None]


SCRIPT, PROBLEMS = parse_script(
    "## One\n\n> [points]\n> - Ask **first**\n> - Build later\n\nYou ask first.\n\nVoice 2: Then you build later.\n\n"
    "> [question: 12 seconds]\n> Who?\n\nWho was it?\n\n## Two\n\n> Two.\n\nThe end.\n",
    "script.md",
    Known(),
)
NARRATION = NarrationResult(
    30.0,
    (
        (Cue(0.0, 1.4, ("You ask first.",)),),
        (Cue(2.0, 4.2, ("Then you", "build later.")),),
        (Cue(5.0, 6.0, ("Who was it?",)),),
        (Cue(20.0, 21.0, ("The end.",)),),
    ),
    None,
    Engine.STAND_IN,
    ((0.0, 0.4, 0.9), (2.0, 2.3, 2.9, 3.4), (5.0, 5.3, 5.6), (20.0, 20.4)),
)


def transcript() -> Transcript:
    """The small script with its times."""
    assert PROBLEMS == []
    return transcript_from_script(SCRIPT, NARRATION, "en", ("Computer voice 1", "Computer voice 2"))


def test_slides_follow_the_words_and_points_appear_with_theirs() -> None:
    first, second = transcript().chapters
    points, question = first.slides
    assert (points.start, points.end, points.first) == (0.0, 5.0, 0)
    assert points.appear == (0.9, 2.9)
    assert (question.start, question.end, question.first) == (5.0, 20.0, 2)
    assert first.paragraphs[2].pause_after == 12
    assert [slide.start for slide in second.slides] == [20.0]


def test_paragraphs_captions_and_words_know_who_speaks_and_when() -> None:
    made = transcript()
    assert [p.speaker for c in made.chapters for p in c.paragraphs] == [
        "Computer voice 1", "Computer voice 2", "Computer voice 1", "Computer voice 1",
    ]  # fmt: skip
    assert "<v Computer voice 2>Then you\nbuild later." in captions_vtt(made)
    assert json.loads(word_times_json(made))[0] == [0, 40, 50]


def test_every_word_has_its_time() -> None:
    paragraph = Paragraph((Cue(1.0, 3.0, ("one two",)), Cue(3.0, 4.0, ("three",))), word_starts=(1.0, 1.6, 3.1))
    assert spoken_words(paragraph) == [(1.0, "one"), (1.6, "two"), (3.1, "three")]

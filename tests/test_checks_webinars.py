"""The form of webinars: each rule with good and bad ones, and the exact words that a contributor reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from macros.checks.run import check_all
from macros.checks.webinars import (
    MOST_TOLD,
    caption_faults,
    check_captions,
    check_easier_words,
    check_outcomes,
    check_page,
    check_script,
    check_webinar,
)
from macros.model import Chapter, Cue, KeptWords, Paragraph, Transcript, Webinar
from macros.narration.narrate import Engine
from macros.narration.transcript import NarratedWords
from macros.problems import Problem
from macros.reading.pages import Page, read_page
from macros.reading.settings_fields import DEFAULT_LENGTHS
from macros.slides.layouts import Compare, Layout, Slide, Statement, Steps
from tests.content import catalogue_and_problems

SCRIPT = "webinars/a-short-script/script.md"
DETAILS = "webinars/a-short-script/webinar.yml"


@pytest.fixture
def narrated(fixture_project: Path) -> Webinar:
    """A narrated webinar in the usual form, that is, without an exception."""
    catalogue, _ = catalogue_and_problems(fixture_project)
    assert catalogue is not None
    return replace(catalogue.by_slug["a-short-script"], length_exception="")


def told(problems: Iterator[Problem]) -> list[str]:
    """Each problem as a contributor reads it."""
    return [str(problem) for problem in problems]


def spoken(webinar: Webinar, words: int = 2400, chapters: int = 10, pauses: int = 3, slide: str = "") -> Webinar:
    """The webinar with a script of this many words, chapters and pauses."""
    per_chapter = [words // chapters + (1 if i < words % chapters else 0) for i in range(chapters)]
    made = []
    for index, count in enumerate(per_chapter):
        cue = Cue(index * 100.0, index * 100.0 + 90, (" ".join(["word"] * count),))
        paragraph = Paragraph((cue,), pause_after=8.0 if index < pauses else 0.0)
        slides = (Slide(Statement((slide,)), cue.start, cue.end, 0),) if slide and index == 0 else ()
        made.append(Chapter("Opening the doors", cue.start, cue.end, (paragraph,), slides))
    return replace(webinar, words=KeptWords((Transcript("en", tuple(made)),)))


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ({}, []),
        ({"words": 2200, "chapters": 8}, []),
        ({"words": 2700, "chapters": 14}, []),
        ({"words": 2199}, [f"{SCRIPT}: has 2,199 spoken words; write 2,200 to 2,700"]),
        ({"words": 2701}, [f"{SCRIPT}: has 2,701 spoken words; write 2,200 to 2,700"]),
        ({"chapters": 7}, [f"{SCRIPT}: has 7 chapters; make 8 to 14"]),
        ({"chapters": 15}, [f"{SCRIPT}: has 15 chapters; make 8 to 14"]),
        (
            {"pauses": 0},
            [f"{SCRIPT}: has no pauses to think; add '[pause 8 seconds]' after a question at least 3 times"],
        ),
        (
            {"pauses": 1},
            [f"{SCRIPT}: has 1 pause to think; add '[pause 8 seconds]' after a question at least 3 times"],
        ),
        ({"slide": " ".join(["word"] * 30)}, []),
        (
            {"slide": " ".join(["word"] * 31)},
            [f"{SCRIPT}: a slide of 'Opening the doors' has 31 words; the most is 30: say the rest"],
        ),
    ],
)
def test_a_script_has_the_usual_form(
    narrated: Webinar, fixture_project: Path, script: dict[str, int | str], expected: list[str]
) -> None:
    webinar = spoken(narrated, **script)  # type: ignore[arg-type]
    assert told(check_script(webinar, webinar.words.load()[0], SCRIPT, fixture_project, DEFAULT_LENGTHS)) == expected


def in_a_row(webinar: Webinar, *layouts: Layout) -> Webinar:
    """The webinar with these slides in its first chapter, each in a line of its own of the script."""
    made = spoken(webinar)
    first, *others = made.words.load()[0].chapters
    slides = tuple(Slide(layout, float(n), n + 1.0, 0, (), 10 * n) for n, layout in enumerate(layouts, start=1))
    transcript = Transcript("en", (replace(first, slides=slides), *others))
    return replace(made, words=KeptWords((transcript,)))


PLAIN = Statement(("Words.",))
STEPS = Steps(("Ask", "Build"), 0)


@pytest.mark.parametrize(
    ("layouts", "lines"),
    [
        ([PLAIN, PLAIN, STEPS, PLAIN, PLAIN], []),
        ([PLAIN, PLAIN, PLAIN], [30]),
        ([STEPS, PLAIN, PLAIN, PLAIN, PLAIN], [40]),
    ],
)
def test_a_third_plain_slide_in_a_row_is_told_with_its_line(
    narrated: Webinar, fixture_project: Path, layouts: list[Layout], lines: list[int]
) -> None:
    webinar = in_a_row(narrated, *layouts)
    found = told(check_script(webinar, webinar.words.load()[0], SCRIPT, fixture_project, DEFAULT_LENGTHS))
    message = "a third plain statement in a row; show something here, such as points, the ladder or a picture"
    assert found == [f"{SCRIPT}:{line}: {message}" for line in lines]


def test_a_slide_with_two_columns_may_have_more_words(narrated: Webinar, fixture_project: Path) -> None:
    def found(words: int) -> list[str]:
        webinar = in_a_row(narrated, Compare("A", "B", ((" ".join(["word"] * (words - 3)), "x"),)))
        return told(check_script(webinar, webinar.words.load()[0], SCRIPT, fixture_project, DEFAULT_LENGTHS))

    assert found(40) == []
    assert found(41) == [f"{SCRIPT}:10: a slide of 'Opening the doors' has 41 words; the most is 40: say the rest"]


def test_a_webinar_that_says_why_may_have_another_form(narrated: Webinar, fixture_project: Path) -> None:
    webinar = replace(spoken(narrated, words=50, chapters=2, pauses=0), length_exception="For a test.", easier_words="")
    assert told(check_script(webinar, webinar.words.load()[0], SCRIPT, fixture_project, DEFAULT_LENGTHS)) == []
    assert told(check_easier_words(webinar, DETAILS, fixture_project)) == []


@pytest.mark.parametrize(
    ("outcome", "message"),
    [
        ("name twelve warning signs", ""),
        ("bring a group together", ""),
        ("name the power you hold", ""),
        ("you can name three signs", "leave out 'you can'; the page says it once, above all outcomes"),
        ("be able to name three signs", "leave out 'you can'; the page says it once, above all outcomes"),
        ("how to spot it", "starts with 'how'; start with what people do, such as 'name three signs'"),
        ("the seven rungs", "starts with 'the'; start with what people do, such as 'name three signs'"),
        ("spotting it", "starts with 'spotting'; start with what people do, such as 'name three signs'"),
        ("Name three signs", "start with a small letter; it goes on from 'After this webinar you can'"),
    ],
)
def test_outcomes_start_with_what_people_do(
    narrated: Webinar, fixture_project: Path, outcome: str, message: str
) -> None:
    webinar = replace(narrated, outcomes=("hear a voice", outcome))
    text = (fixture_project / DETAILS).read_text(encoding="utf-8")
    line = text[: text.index("  - think for a moment")].count("\n") + 1
    glue = " " if message.startswith("starts") else ": "
    expected = [f"{DETAILS}:{line}: '{outcome}'{glue}{message}"] if message else []
    assert told(check_outcomes(webinar, DETAILS, fixture_project)) == expected


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Ask people first. " * 34, ""),
        ("Ask people first. " * 33, "'easier_words' has 99 words; write 100 to 150"),
        ("Ask people first. " * 51, "'easier_words' has 153 words; write 100 to 150"),
        (
            "Ask people first. " * 32 + "One and two and three and four and five and six and seven and eight and on.",
            "a sentence of 'easier_words' has 17 words; the most is 15. Make two of it:"
            " 'One and two and three and four and five and six and seven and eight and on.'",
        ),
        ("", "'easier_words' is missing; add a summary in easier words, 100 to 150 words"),
    ],
)
def test_the_summary_in_easier_words_is_short_and_in_short_sentences(
    narrated: Webinar, fixture_project: Path, words: str, message: str
) -> None:
    webinar = replace(narrated, easier_words=words.strip())
    text = (fixture_project / DETAILS).read_text(encoding="utf-8")
    line = text[: text.index("easier_words:")].count("\n") + 1 if words else 1
    expected = [f"{DETAILS}:{line}: {message}"] if message else []
    assert told(check_easier_words(webinar, DETAILS, fixture_project)) == expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        (Cue(65, 67, ("Two lines are fine,", "and these words too.")), []),
        (
            Cue(65, 67, ("Two lines are fine,", "and so are these words.")),
            ["the caption at 1:05 has 21.5 characters a second; the most is 20"],
        ),
        (Cue(65, 69, ("x" * 40, "y" * 39)), []),
        (Cue(65, 66, ("Yes.",)), []),
        (Cue(65, 65.5, ("Yes.",)), ["the caption at 1:05 is shown for 0.5 seconds; the least is 1"]),
        (Cue(65, 70, ("one", "two", "three")), ["the caption at 1:05 has 3 lines; the most is 2"]),
        (Cue(65, 70, ("x" * 43,)), ["the caption at 1:05 has a line of 43 characters; the most is 42"]),
    ],
)  # fmt: skip
def test_captions_can_be_read_in_time(cue: Cue, expected: list[str]) -> None:
    assert list(caption_faults(cue)) == expected


def test_a_caption_of_a_recording_is_told_with_its_line(copied_project: Path) -> None:
    file = "webinars/talking-it-over/captions.en.vtt"
    path = copied_project / file
    text = path.read_text(encoding="utf-8")
    old = "00:00:04.000 --> 00:00:08.000"
    assert old in text
    path.write_text(text.replace(old, "00:00:04.000 --> 00:00:04.900"), encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    assert told(iter(check_all(copied_project)[1])) == [
        f"{file}:{line}: the caption at 0:04 has 34.4 characters a second; the most is 20",
        f"{file}:{line}: the caption at 0:04 is shown for 0.9 seconds; the least is 1",
    ]


def test_a_caption_of_a_narration_is_told_with_the_line_of_its_words(narrated: Webinar, fixture_project: Path) -> None:
    first = narrated.words.load()[0].cues[0]
    chapter = narrated.words.load()[0].chapters[0]
    hurried = replace(first, end=first.start + 0.5)
    transcript = Transcript("en", (replace(chapter, paragraphs=(Paragraph((hurried,)),)),))
    text = (fixture_project / SCRIPT).read_text(encoding="utf-8")
    line = text[: text.index("Imagine a club")].count("\n") + 1
    problems = list(check_captions(narrated, transcript, fixture_project))
    assert {(problem.file, problem.line) for problem in problems} == {(SCRIPT, line)}


def test_many_captions_outside_the_limits_do_not_drown_everything_else(
    narrated: Webinar, fixture_project: Path
) -> None:
    cues = tuple(Cue(start, start + 0.5, ("Yes.",)) for start in range(50))
    transcript = Transcript("en", (Chapter("All", 0, 50, (Paragraph(cues),)),))
    problems = list(check_captions(narrated, transcript, fixture_project))
    assert len(problems) == MOST_TOLD + 1
    assert problems[-1].message == "40 more captions are outside the limits; 'make report' counts them"


PAGE = """\
---
title: A webinar
description: A webinar of the tests.
---
# A webinar

## Before you start

1. One?
2. Two?
3. Three?

## After: talk about it

1. One?
2. Two?
3. Three?

## An activity for your group

**Time:** 10 minutes.

**You need:** a pen.

1. Talk.
2. Write.
"""


def webinar_page(folder: Path, text: str) -> Page:
    """A webinar's page with this text."""
    path = folder / "docs" / "webinars" / "x.md"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    page, problems = read_page(path, folder)
    assert page is not None, problems
    return page


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("", "", [], id="a page of the right form"),
        pytest.param(
            "## Before you start", "## Before",
            ["docs/webinars/x.md: has no questions to think about; add '## Before you start' with 3 numbered"
             " questions"],
            id="no questions before",
        ),
        pytest.param(
            "2. Two?\n3. Three?\n\n## After", "\n## After",
            ["docs/webinars/x.md:7: '## Before you start' has 3 numbered questions to think about, not 1"],
            id="one question before",
        ),
        pytest.param(
            "3. Three?\n\n## An", "3. Three.\n\n## An",
            ["docs/webinars/x.md:13: '## After: talk about it' has 3 numbered questions to talk about, not 2"],
            id="a statement after",
        ),
        pytest.param(
            "## An activity for your group", "## An activity",
            ["docs/webinars/x.md: has no activity; add '## An activity for your group' with **Time:**,"
             " **You need:** and numbered steps"],
            id="no activity",
        ),
        pytest.param(
            "**Time:** 10 minutes.", "It takes ten minutes.",
            ["docs/webinars/x.md:19: the activity has no line that starts with '**Time:**'; add it"],
            id="no time",
        ),
        pytest.param(
            "**You need:** a pen.", "**You need:**",
            ["docs/webinars/x.md:19: the activity has no line that starts with '**You need:**'; add it"],
            id="nothing after what you need",
        ),
        pytest.param(
            "1. Talk.\n2. Write.", "Talk, and write.",
            ["docs/webinars/x.md:19: the activity has no steps; write them as a numbered list"],
            id="no steps",
        ),
    ],
)  # fmt: skip
def test_a_webinars_page_has_questions_and_an_activity(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert old in PAGE
    assert told(check_page(webinar_page(tmp_path, PAGE.replace(old, new, 1)))) == expected


def test_captions_with_the_stand_ins_times_are_not_judged(narrated: Webinar, fixture_project: Path) -> None:
    words = narrated.words
    assert isinstance(words, NarratedWords)
    short = Transcript("en", (Chapter("One", 0.0, 9.0, (Paragraph((Cue(0.0, 0.5, ("Yes.",)),)),)),))

    def told_of(engine: Engine) -> list[str]:
        webinar = replace(narrated, words=replace(words, narration=replace(words.narration, engine=engine)))
        found = told(check_webinar(webinar, [short], fixture_project, DEFAULT_LENGTHS))
        return [problem for problem in found if "caption" in problem]

    assert told_of(Engine.STAND_IN) == []
    assert told_of(Engine.ESTIMATE) == []
    assert told_of(Engine.NATURAL) == [f"{SCRIPT}: the caption at 0:00 is shown for 0.5 seconds; the least is 1"]

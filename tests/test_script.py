"""script.md: slides, words, pauses, and every mistake told with its line."""

from __future__ import annotations

import pytest

from macros.model import Band, Rung, Source
from macros.narration.script import Script, ScriptSlide, parse_script, split_sentences
from macros.pictures.book import Picture
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
    Statement,
    Steps,
)
from macros.slides.reading import Known
from macros.slides.words import slide_words
from tests.content import WORDS

GOOD = """\
## Opening the doors

> The doors are open.
> Who can get in?

First words. More
words in the same paragraph.

[pause 5 seconds]

Second paragraph.

> One line.

Voice 2: Other words.
Voice 1: And back.

> Another slide

Still the same chapter.

## Next

> Only a line.

Only words.
"""
BAND = Band("doing-with", "doing with", "A meaning.")
LOW = Band("doing-to", "doing to", "A meaning.")


def rung(id_: str, number: int, band: Band) -> Rung:
    """A rung of a small ladder."""
    return Rung(id_, number, id_.capitalize(), band, "", "", "", "", ())


RUNGS = {r.id: r for r in (rung("coercion", 1, LOW), rung("co-design", 2, BAND), rung("co-production", 3, BAND))}
SOURCE = Source("norfolk", "A ladder", "A council", "2020", "https://example.org/")
POOL = Picture("pool", "People swim.", "mint", True, ())
KNOWN = Known(RUNGS, {"norfolk": SOURCE}, {"pool": POOL})


def read(text: str) -> tuple[Script, list[str]]:
    """A script, and its problems as people see them."""
    script, problems = parse_script(text, "script.md", KNOWN)
    return script, [str(problem) for problem in problems]


def slide_of(lines: str, said: str = "Words.") -> tuple[ScriptSlide, list[str]]:
    """The slide that these lines make; they start in line 3."""
    script, problems = read(f"## One\n\n{lines}\n\n{said}\n")
    return script.chapters[0].slides[0], problems


def test_a_script_becomes_chapters_slides_paragraphs_and_pauses() -> None:
    script, problems = read(GOOD)
    assert problems == []
    first, second = script.chapters
    assert first.title == "Opening the doors"
    assert [slide.layout for slide in first.slides] == [
        Statement(("The doors are open.", "Who can get in?")),
        Statement(("One line.",)),
        Statement(("Another slide",)),
    ]
    assert [slide.line for slide in first.slides] == [3, 13, 18]
    assert first.paragraphs[0].sentences == ("First words.", "More words in the same paragraph.")
    assert [p.pause_after for p in first.paragraphs] == [5.0, 0.0, 0.0, 0.0, 0.0]
    assert [(p.speaker, p.line) for p in first.paragraphs] == [(1, 6), (1, 11), (2, 15), (1, 16), (1, 20)]
    assert len(second.slides) == 1
    assert script.words == 20


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ["script.md: has no chapters; start each chapter with '## ' and a title"]),
        (
            "Hello there.\n",
            [
                "script.md: has no chapters; start each chapter with '## ' and a title",
                "script.md:1: words before the first chapter; start the script with '## ' and a title",
            ],
        ),
        (
            "## Empty\n\n> Slide\n",
            ["script.md:1: the chapter 'Empty' has no words to speak; add them below its slide"],
        ),
        (
            "# Title\n\n## One\n\nWords.\n",
            ["script.md:1: a script has chapters only; start each with '## ' and a title"],
        ),
        ("## \n\nWords.\n", ["script.md:1: a script has chapters only; start each with '## ' and a title"]),
        (
            "## One\n\n[pause 5 seconds]\n\nWords.\n",
            ["script.md:3: a pause has to come after spoken words, on the same slide"],
        ),
        (
            "## One\n\nWords [laughs] and more.\n",
            [
                "script.md:3: '[laughs]' would be read aloud; write a pause as '[pause 8 seconds]' on a line of its"
                " own, and leave out other brackets"
            ],
        ),
        (
            "## One\n\nSome **bold** words.\n",
            ["script.md:3: '**' would be read aloud; write spoken words without markup"],
        ),
        (
            "## One\n\nSee {{ this }}.\n",
            ["script.md:3: '{{' would be read aloud; write spoken words without markup"],
        ),
        (
            f"## One\n\n{'word ' * 500}\n",
            ["script.md:3: a line of 2499 characters; write one paragraph of spoken words a line"],
        ),
    ],
)
def test_every_mistake_in_a_script_is_told_with_its_line(text: str, problems: list[str]) -> None:
    found = read(text)[1]
    assert [message for message in problems if message not in found] == []


@pytest.mark.parametrize(
    ("lines", "said", "layout", "words"),
    [
        ("> [statement]\n> One.\n> Two.", "x", Statement(("One.", "Two.")), "One. Two."),
        (
            "> [points]\n> - Ask **first**, early\n> - Build later",
            "You ask first. Then you build later.",
            Points((Point("Ask first, early", "first"), Point("Build later", "Build later"))),
            "A list. Ask first, early. Build later.",
        ),
        (
            "> [ladder: coercion, co-production]\n> Two rungs.",
            "x",
            LadderSlide(tuple(RUNGS.values()), (RUNGS["coercion"], RUNGS["co-production"]), "Two rungs."),
            "The ladder. Marked: coercion, co-production. Two rungs.",
        ),
        (
            "> [ladder: doing-with]",
            "x",
            LadderSlide(tuple(RUNGS.values()), (RUNGS["co-design"], RUNGS["co-production"]), ""),
            "The ladder. The band “doing with” is marked: co-design, co-production.",
        ),
        (
            "> [compare: Before | After]\n> one | two\n> three. | four.",
            "x",
            Compare("Before", "After", (("one", "two"), ("three.", "four."))),
            "Two columns. Before: one; three. After: two; four.",
        ),
        (
            "> [steps: 2]\n> 1. Ask\n> 2. Build",
            "x",
            Steps(("Ask", "Build"), 2),
            "Steps. 1. Ask. 2. Build. Step 2 is marked.",
        ),
        ("> [steps]\n> 1. Ask\n> 2. Build", "x", Steps(("Ask", "Build"), 0), "Steps. 1. Ask. 2. Build."),
        (
            "> [number: 1 in 3]\n> clubs, we made up\n> source: norfolk",
            "x",
            Number("1 in 3", ("clubs, we made up",), SOURCE),
            "1 in 3: clubs, we made up. Source: A ladder, A council, 2020.",
        ),
        (
            "> [question: 20 seconds]\n> Who decides?",
            "x",
            Question(("Who decides?",), 20),
            "A question to think about for 20 seconds. Who decides?",
        ),
        (
            "> [quote]\n> Nothing about us.\n> source: norfolk",
            "x",
            Quote(("Nothing about us.",), SOURCE),
            "A quote. “Nothing about us.” Source: A ladder, A council, 2020.",
        ),
        ("> [scene: pool]\n> A pool.", "x", Scene(POOL, ("A pool.",)), "A picture. People swim. A pool."),
    ],
)
def test_each_layout_is_read_and_has_its_words(lines: str, said: str, layout: Layout, words: str) -> None:
    slide, problems = slide_of(lines, said)
    assert problems == []
    assert slide.layout == layout
    assert slide_words(layout, WORDS.slides) == words


def test_a_question_makes_the_pause_after_its_last_words() -> None:
    slide, _ = slide_of("> [question: 15 seconds]\n> Who?", "Think of it.\n\nTalk to a neighbour.")
    assert [paragraph.pause_after for paragraph in slide.paragraphs] == [0.0, 15.0]


@pytest.mark.parametrize(
    ("lines", "said", "expected"),
    [
        (
            "> [point]\n> - a",
            "x",
            "3: there is no layout 'point'; did you mean 'points'?; use one of compare, ladder, number, points,"
            " question, quote, scene, statement, steps",
        ),
        ("> [statement]", "x", "3: a statement has 1 to 3 lines, not 0"),
        ("> [quote: x]\n> A.\n> source: norfolk", "x", "3: '[quote]' takes nothing after its name; write '> [quote]'"),
        ("> [points]\n> - a", "a", "3: '[points]' takes 2 to 5 lines that start with '- ', not 1"),
        ("> [points]\n> - a\n> b", "a b", "5: a point starts with '- ', after the '>'"),
        (
            "> [points]\n> - a\n> - **b** and **c**",
            "a b c",
            "5: a point has one stretch of **bold** words: those that make it appear",
        ),
        (
            "> [points]\n> - one\n> - **two** things",
            "one and more",
            "5: 'two' is not said on this slide; say these words, or put those that are said in **bold**",
        ),
        (
            "> [points]\n> - one\n> - two",
            "two, then one",
            "5: 'two' is said before the point above it; put the points in the order of the words",
        ),
        (
            "> [ladder]",
            "x",
            "3: name the rungs to light, such as '[ladder: consultation]', or a band: '[ladder: doing-with]'",
        ),
        (
            "> [ladder: codesign]",
            "x",
            "3: there is no rung or band 'codesign' in data/ladder.yml; did you mean 'co-design'?",
        ),
        ("> [compare: Before]\n> a | b", "x", "3: name both sides, such as '[compare: Before | After]'"),
        ("> [compare: A | B]\n> a", "x", "4: a line of a comparison has two sides with one '|' between them"),
        ("> [steps]\n> 1. a\n> 3. b", "x", "5: this step starts with '2. '"),
        ("> [steps: 3]\n> 1. a\n> 2. b", "x", "3: the lit step is a number from 1 to 2, not '3'"),
        (
            "> [number: 3]\n> of them",
            "x",
            "3: name the one source in a line of its own: '> source: key', with a key of data/sources.yml",
        ),
        (
            "> [number: 3]\n> of them\n> source: norflok",
            "x",
            "5: there is no source 'norflok' in data/sources.yml; did you mean 'norfolk'?",
        ),
        ("> [number]\n> of\n> source: norfolk", "x", "3: write the number after a colon, such as '[number: 1 in 3]'"),
        (
            "> [question: 9 seconds]\n> Who?",
            "x",
            "3: a question leaves 10 to 40 seconds to think; write '[question: 20 seconds]'",
        ),
        (
            "> [question: 20 seconds]\n> Who?",
            "x\n\n[pause 8 seconds]",
            "3: a question makes its own pause; take out '[pause ...]' after its last words",
        ),
        ("> [scene: pol]", "x", "3: there is no picture 'pol' in data/pictures.yml; did you mean 'pool'?"),
        (
            f"> {'x' * 66}",
            "x",
            "3: 66 letters and signs side by side on a slide; the most is 65: say the rest",
        ),
        (
            f"> [points]\n> - {'x' * 66}\n> - b",
            "x",
            "4: 66 letters and signs side by side on a slide; the most is 65: say the rest",
        ),
        (
            f"> [compare: A | B]\n> {'x' * 46} | b",
            "x",
            "4: 46 letters and signs side by side on a slide; the most is 45: say the rest",
        ),
        ("> a\n> b\n> c\n> d", "x", "3: a statement has 1 to 3 lines, not 4"),
        ("> a\n\n> b", "x", "3: this slide has no words to speak; add them below it"),
        ("> a", "Voice 2:", "5: 'Voice 2:' has no words after it; write them on the same line"),
        ("", "x", "1: the chapter 'One' starts without a slide; add one: lines with '> '"),
    ],
)
def test_every_mistake_on_a_slide_is_told_with_its_line(lines: str, said: str, expected: str) -> None:
    assert f"script.md:{expected}" in slide_of(lines, said)[1]


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("One. Two? Three!", ("One.", "Two?", "Three!")),
        ("At 7.30 p.m. we start.", ("At 7.30 p.m. we start.",)),
        ("He said 'Come in.' Then we went.", ("He said 'Come in.'", "Then we went.")),
        ("No end", ("No end",)),
    ],
)
def test_sentences_joined_again_are_the_paragraph(paragraph: str, sentences: tuple[str, ...]) -> None:
    assert " ".join(split_sentences(paragraph)) == paragraph
    assert split_sentences(paragraph) == sentences

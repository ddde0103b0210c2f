"""script.md: slides, words, pauses, and every mistake told with its line."""

from __future__ import annotations

import pytest

from macros.narration.script import parse_script, split_sentences

GOOD = """\
## Opening the doors

> The doors are open.
> Who can get in?

First words. More
words in the same paragraph.

[pause 5 seconds]

Second paragraph.

## Next

Only words.
"""


def test_a_script_becomes_chapters_slides_paragraphs_and_pauses() -> None:
    script, problems = parse_script(GOOD, "script.md")
    assert problems == []
    first, second = script.chapters
    assert first.title == "Opening the doors"
    assert first.slide == ("The doors are open.", "Who can get in?")
    assert first.paragraphs[0].sentences == ("First words.", "More words in the same paragraph.")
    assert [p.pause_after for p in first.paragraphs] == [5.0, 0.0]
    assert second.slide == ()
    assert script.words == 12


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ["script.md: has no slides; start each slide with '## ' and a title"]),
        (
            "Hello there.\n",
            [
                "script.md: has no slides; start each slide with '## ' and a title",
                "script.md:1: words before the first slide; start the script with '## ' and a title",
            ],
        ),
        (
            "## Empty\n\n> Slide\n",
            ["script.md:1: the slide 'Empty' has no words to speak; add them below it"],
        ),
        (
            "# Title\n\n## One\n\nWords.\n",
            ["script.md:1: a script has slides only; start each with '## ' and a title"],
        ),
        ("## \n\nWords.\n", ["script.md:1: a script has slides only; start each with '## ' and a title"]),
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
    found = [str(problem) for problem in parse_script(text, "script.md")[1]]
    assert [message for message in problems if message not in found] == []


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

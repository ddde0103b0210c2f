"""The language checks: each rule with good and bad lines, and the exact words that a contributor reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.language import check_grade, check_sentences, check_spelling, check_words
from macros.checks.run import check_all
from macros.checks.texts import Prose
from macros.language.limits import EASIER, PAGE, SCRIPT, Limits
from macros.language.prose import markdown_passages
from macros.language.spelling import Speller
from macros.language.words import AvoidFields, WordsToAvoid
from macros.reading.markdown import read_markdown

SPELLER = Speller(frozenset(["nef", "coprobabble"]))


def prose(text: str, limits: Limits = PAGE) -> Prose:
    """A page with this text."""
    return Prose("docs/page.md", limits, markdown_passages(read_markdown(text)))


def told(problems: object) -> list[str]:
    """Each problem as a contributor reads it."""
    return [str(problem) for problem in problems]  # type: ignore[attr-defined]


EASY = "We ask people what they want. Then we do it with them, and we say what we did. "
HARD = "Organisational transformation necessitates comprehensive participation infrastructure investment. "


@pytest.mark.parametrize(
    ("limits", "hard_sentences", "expected"),
    [
        pytest.param(PAGE, 0, [], id="easy guide"),
        pytest.param(EASIER, 0, [], id="easy page in easier words"),
        pytest.param(PAGE, 7, [], id="guide at the ceiling"),
        pytest.param(
            PAGE,
            8,
            [
                "docs/page.md:11: reads at grade 8.8; the most for a guide is 8.0. Make these easier first: line 11"
                " ('Organisational transformation necessitates comprehensive ...') and line 12"
                " ('Organisational transformation necessitates comprehensive ...')"
            ],
            id="hard guide",
        ),
        pytest.param(
            SCRIPT,
            6,
            [
                "docs/page.md:11: reads at grade 7.1; the most for a webinar's script is 7.0. Make these easier first:"
                " line 11 ('Organisational transformation necessitates comprehensive ...') and line 12"
                " ('Organisational transformation necessitates comprehensive ...')"
            ],
            id="hard script",
        ),
    ],
)
def test_a_text_reads_at_the_grade_of_its_kind(limits: Limits, hard_sentences: int, expected: list[str]) -> None:
    text = "\n".join([EASY] * 10 + [HARD] * hard_sentences)
    assert told(check_grade(prose(text, limits))) == expected


def test_a_short_text_has_no_grade() -> None:
    assert told(check_grade(prose(HARD * 3))) == []


@pytest.mark.parametrize(
    ("limits", "words", "expected"),
    [
        (PAGE, 25, []),
        (
            PAGE,
            26,
            [
                "docs/page.md:2: this sentence has 26 words; the most in a guide is 25. Make two of it:"
                " 'One and one and one and one and one and one and one and one and one ...'"
            ],
        ),
        (SCRIPT, 22, []),
        (
            SCRIPT,
            24,
            [
                "docs/page.md:2: this sentence has 24 words; the most in a webinar's script is 22. Make two of it:"
                " 'One and one and one and one and one and one and one and one and one ...'"
            ],
        ),
        (EASIER, 15, []),
        (
            EASIER,
            16,
            [
                "docs/page.md:2: this sentence has 16 words; the most in a page in easier words is 15. Make two of it:"
                " 'One and one and one and one and one and one and one and one and.'"
            ],
        ),
    ],
)
def test_no_sentence_is_longer_than_its_kind_allows(limits: Limits, words: int, expected: list[str]) -> None:
    sentence = " ".join(["One and", *["one and"] * (words // 2)][: words // 2 + words % 2])
    if words % 2:
        sentence = sentence.rsplit(" ", 1)[0]
    assert told(check_sentences(prose(f"A short one comes first.\n{sentence}.", limits))) == expected


AVOID = WordsToAvoid(
    (
        AvoidFields(
            avoid=("disabled people",), instead="Disabled people", why="It is an identity.", case=True,
            unless=("non-disabled",),
        ),
        AvoidFields(avoid=("hard to reach",), instead="not reached yet", why="Go to them."),
        AvoidFields(avoid=("empower*",), instead="what people decide", why="Say who decides."),
        AvoidFields(avoid=("&", "e.g."), instead="and, or such as", why="Use words."),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Disabled people lead.", []),
        ("Here disabled people lead.", ["'disabled people': write Disabled people. It is an identity."]),
        ("Half of non-disabled people agreed.", []),
        ("A study of [disabled people in sport][norfolk].", []),
        ("They wrote <q>disabled people</q> then.", []),
        ("A page on [disabled people](x.md).", ["'disabled people': write Disabled people. It is an identity."]),
        ("A Hard-to-reach group.", ["'Hard-to-reach': write not reached yet. Go to them."]),
        ("It was hard to\nreach them.", ["'hard to reach': write not reached yet. Go to them."]),
        ("We empowered them.", ["'empowered': write what people decide. Say who decides."]),
        ("Power is shared.", []),
        ("Staff & members, e.g. you.", [
            "'&': write and, or such as. Use words.",
            "'e.g.': write and, or such as. Use words.",
        ]),
        ("Run `a & b`.", []),
        ("## Meetings & more", ["'&': write and, or such as. Use words."]),
    ],
)  # fmt: skip
def test_words_to_avoid_are_told_with_what_to_write_instead(line: str, expected: list[str]) -> None:
    assert told(check_words(prose(line), AVOID)) == [f"docs/page.md:1: {message}" for message in expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The organisation's centre was organised well.", []),
        ("Coprobabble, as nef's team says.", []),
        ("We met Zbigniew Wrzosek and the RNIB.", []),
        ("A co-produced, twenty-first century club.", []),
        ("The organization met.", ["'organization' is American spelling; write 'organisation'"]),
        ("Prioritize the color.", [
            "'Prioritize' is American spelling; write 'prioritise'",
            "'color' is American spelling; write 'colour'",
        ]),
        ("The size of a prize.", []),
        ("A stadium called Theater Lane.", ["'Theater' is American spelling; write 'theatre'"]),
        ("They recieved it.", ["'recieved' is misspelt; write 'received'"]),
        ("We xanthify it.", ["'xanthify' is in no list of words; correct it, or add it to data/spelling.txt"]),
        ("Done. Xanthify it.", ["'Xanthify' is in no list of words; correct it, or add it to data/spelling.txt"]),
        ("We practise in a practice match, and judge the judgment.", []),
    ],
)  # fmt: skip
def test_words_are_british_and_known(line: str, expected: list[str]) -> None:
    assert told(check_spelling(prose(line), SPELLER)) == [f"docs/page.md:1: {message}" for message in expected]


@pytest.mark.parametrize(
    ("file", "before", "planted", "message"),
    [
        (
            "docs/understand/the-ladder.md",
            "**After reading",
            "Nobody is hard to reach.\n\n",
            "'hard to reach': write people we have not reached yet. It is the organisation that has not gone to them.",
        ),
        (
            "docs/understand/the-ladder.md",
            "**After reading",
            "One and two and three and four and five and six and seven and eight and nine and ten and eleven and"
            " twelve and thirteen and more.\n\n",
            "this sentence has 27 words; the most in a guide is 25. Make two of it:"
            " 'One and two and three and four and five and six and seven and eight ...'",
        ),
        (
            "webinars/a-short-script/script.md",
            "Imagine a club",
            "Nobody likes the color. ",
            "'color' is American spelling; write 'colour'",
        ),
    ],
)
def test_a_planted_fault_is_found_by_all_checks(
    copied_project: Path, file: str, before: str, planted: str, message: str
) -> None:
    path = copied_project / file
    text = path.read_text(encoding="utf-8")
    at = text.index(before)
    path.write_text(text[:at] + planted + text[at:], encoding="utf-8")
    line = text.count("\n", 0, at) + 1
    assert told(check_all(copied_project)[1]) == [f"{file}:{line}: {message}"]


def test_data_files_and_details_of_webinars_are_read_too(copied_project: Path) -> None:
    path = copied_project / "webinars" / "talking-it-over" / "webinar.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("aim: Shows", "aim: >-\n  This\n  organization shows"), encoding="utf-8")
    line = text[: text.index("aim:")].count("\n") + 3
    assert told(check_all(copied_project)[1]) == [
        f"webinars/talking-it-over/webinar.yml:{line}: 'organization' is American spelling; write 'organisation'"
    ]

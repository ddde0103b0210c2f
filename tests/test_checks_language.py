"""The language checks: each rule with good and bad lines, and the exact words that a contributor reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.language import check_grade, check_sentences, check_spelling, check_words
from macros.checks.run import check_all
from macros.checks.texts import EASIER, PAGE, SCRIPT, Limits, Prose
from macros.reading.grade import grade, syllables
from macros.reading.prose import markdown_passages
from macros.reading.spelling import Speller
from macros.reading.words import AvoidFields, WordsToAvoid, read_words_to_avoid
from tests.conftest import ROOT

SPELLER = Speller(frozenset(["nef", "coprobabble"]))


def prose(text: str, limits: Limits = PAGE) -> Prose:
    """A page with this text."""
    return Prose("docs/page.md", limits, markdown_passages(list(enumerate(text.splitlines(), start=1))))


def told(problems: object) -> list[str]:
    """Each problem as a contributor reads it."""
    return [str(problem) for problem in problems]  # type: ignore[attr-defined]


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
    "word",
    ["kerb", "tyre", "whilst", "tumour", "paralysed", "instalment", "offence", "jeweller", "calibre", "enrolling",
     "inaccessible", "captioned", "unpaid", "neighbourhoods", "anaesthetic", "manoeuvre", "fulfil", "cancelled"],
)  # fmt: skip
def test_british_words_that_the_american_dictionary_lacks_are_known(word: str) -> None:
    assert list(SPELLER.faults(f"The {word}.")) == []


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
    assert told(read_words_to_avoid(tmp_path)[1]) == [message]

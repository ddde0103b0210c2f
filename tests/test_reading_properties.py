"""Promises of everything that reads what contributors write: any text gives data or problems, never another error."""

from __future__ import annotations

import datetime
from contextlib import suppress

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from macros.captions.reading import parse_vtt
from macros.narration.script import parse_script
from macros.problems import Problem
from macros.reading.fields import WebinarFields
from macros.reading.yaml_file import DEEPEST, LOADER, check_model, is_shallow, parse_yaml
from macros.slides.reading import Known

QUICK = settings(max_examples=60, deadline=None, derandomize=True, database=None)

VTT_SCRAPS = (
    "WEBVTT",
    "",
    "",
    "NOTE",
    "STYLE",
    "REGION",
    "1",
    "<v First Speaker>",
    "<v>",
    "words",
    "<i",
    "&amp;",
    "&#0;",
    "00:00:01.000 --> 00:00:02.000",
    "00:01.000 --> 00:02.000 align:start",
    "00:00:03,000 --> 00:00:04,000",
    "00:00:02.000 --> 00:00:01.000",
    "00:99:99.000 --> 99:99:99.999",
    "-->",
    "a --> b",
    "00:00:05.000 -->",
    "9999999999999999999:00:00.000 --> 9999999999999999999:00:01.000",
    "00:00:01.0001 --> 00:00:02.000",
    "\u0661\u0662:00.000 --> \u0661\u0663:00.000",
    "\ufeffWEBVTT",
    "\u2028",
    "\x0b",
    "\x85",
    "\x00",
)
VTT_LINES = st.one_of(
    st.sampled_from(VTT_SCRAPS),
    st.text(max_size=20),
)
SCRIPT_SCRAPS = (
    "## A slide",
    "##",
    "## ",
    "# Title",
    "> on the slide",
    ">",
    "Words. More words?",
    "",
    "[pause 8 seconds]",
    "[pause",
    "[]",
    "**bold**",
    "{{ x }}",
    "\u2028",
    "\x0b## Slide",
    "[pause \u0661 seconds]",
)
SCRIPT_LINES = st.one_of(
    st.sampled_from(SCRIPT_SCRAPS),
    st.text(max_size=30),
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.dates(),
    st.datetimes(),
    st.sampled_from(["17:30", "computer voice", "CC-BY-4.0", "https://example.org/", datetime.date(2026, 11, 23)]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
FIELD_NAMES = st.sampled_from([*WebinarFields.model_fields, "sumary"])
YAML_SCRAPS = (
    "title: A",
    "  - x",
    "- ",
    "a: [",
    "b: {",
    "]",
    "}",
    "c: 'x",
    'd: "x',
    "e: |",
    "  text",
    "\t",
    "f: &a 1",
    "g: *a",
    "h: !!bool x",
    "i: !!int ''",
    "j: !!float _",
    "k: !!timestamp x",
    "l: !!binary é",
    "m: !foo x",
    "? a",
    ": b",
    "---",
    "...",
    "%YAML 1.2",
    "#",
    "n: 0x",
    "o: 2026-99-99",
    "p: 1:2:3",
    "<<: {a: 1}",
    "=",
    "~",
    "duration: 17:30",
    "recording: {youtube: 1}",
    "chapters: [{start: 0:00, title: x}]",
    "q: .inf",
    "r: \x00",
)
YAML_LINES = st.one_of(
    st.sampled_from(YAML_SCRAPS),
    st.text(max_size=15),
)


def are_problems(found: object) -> bool:
    return isinstance(found, list) and all(isinstance(problem, Problem) and problem.message for problem in found)


def read_webinar(text: str) -> list[Problem]:
    """What is wrong with a webinar's YAML; its message may be shown, so it is made too."""
    data, problems = parse_yaml(text, "webinar.yml")
    if data is None:
        assert problems, "no data and nothing wrong"
        return problems
    fields, problems = check_model(data, "webinar.yml", WebinarFields)
    assert (fields is None) == bool(problems)
    return problems


@QUICK
@given(st.lists(VTT_LINES, max_size=15).map("\n".join))
@example("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n\x1c")
def test_any_captions_give_cues_or_problems(text: str) -> None:
    for captions in (text, f"WEBVTT\n\n{text}"):
        cues, problems = parse_vtt(captions, "captions.en.vtt")
        assert are_problems(problems)
        assert cues or problems
        assert all(spoken.cue.end > spoken.cue.start for spoken in cues)


@QUICK
@given(st.lists(SCRIPT_LINES, max_size=15).map("\n".join))
def test_any_script_gives_chapters_or_problems(text: str) -> None:
    script, problems = parse_script(text, "script.md", Known())
    assert are_problems(problems)
    assert problems or (script.chapters and all(chapter.paragraphs for chapter in script.chapters))


@QUICK
@given(st.lists(YAML_LINES, max_size=12).map("\n".join))
def test_any_text_as_yaml_gives_data_or_problems(text: str) -> None:
    assert are_problems(read_webinar(text))


@QUICK
@given(st.text(alphabet="-? :[]{}a#\"'\n\t\r\x85\u2028", max_size=60))
@example("- " * (DEEPEST + 1) + "a")
@example("[" * (DEEPEST + 1))
@example("\n".join(" " * depth + "a:" for depth in range(DEEPEST + 1)))
@example("a:\x85" + "".join(f"{' ' * depth}a:\x85" for depth in range(1, DEEPEST + 1)))
def test_yaml_that_is_taken_for_shallow_is_not_deep(text: str) -> None:
    if not is_shallow(text):
        return
    depth, deepest = 0, 0
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text, Loader=LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            deepest = max(deepest, depth)
    assert deepest <= DEEPEST


@QUICK
@given(st.dictionaries(FIELD_NAMES, VALUES, max_size=8))
def test_any_values_in_a_webinars_fields_give_problems(values: dict[str, object]) -> None:
    problems = read_webinar(yaml.safe_dump(values, allow_unicode=True))
    assert problems
    assert are_problems(problems)


def no_value(text: str) -> str:
    return f"is not valid YAML: '{text}' is no date, number or yes-or-no; correct it, or put it in quotation marks"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            "a: 1\nb: !!bool x",
            2,
            no_value("x"),
        ),
        (
            "a: !!int ''",
            1,
            no_value(""),
        ),
        (
            "a: !!float _",
            1,
            no_value("_"),
        ),
        (
            "a: !!timestamp x",
            1,
            no_value("x"),
        ),
        (
            "a: 2026-99-99",
            1,
            no_value("2026-99-99"),
        ),
        ("[" * 100_000, 1, "is nested too deeply"),
        ("a:\n  " + "[" * 30 + "]" * 30, 2, "is nested too deeply"),
        ("a: " + "{b: " * 60_000 + "}" * 60_000, 1, "is nested too deeply"),
    ],
    ids=["bool", "int", "float", "timestamp", "date", "open lists", "lists", "mappings"],
)
def test_yaml_that_once_ended_the_program_is_a_problem(text: str, line: int, message: str) -> None:
    data, problems = parse_yaml(text, "webinar.yml")
    assert data is None
    assert [(problem.line, problem.message) for problem in problems] == [(line, message)]


@pytest.mark.parametrize("value", ["0x" + "F" * 6000, "9" * 4000, "-" + "9" * 400, ".inf", "1.0e+400"])
def test_a_number_too_large_to_hold_is_a_problem(value: str) -> None:
    for name in ("duration", "title", "published", "topics"):
        assert are_problems(read_webinar(f"{name}: {value}"))

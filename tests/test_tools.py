"""The tools' data and their forms: every answer path leads to its rung, and bad data is told with its line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.model import Answer, Rung, Tools, Vocabulary, WhichRung
from macros.reading.pages import read_pages
from macros.reading.tools import read_tools
from macros.reading.vocabulary import read_vocabulary
from macros.rendering.tools import (
    render_is_it_real,
    render_paper_download,
    render_plan_on_a_page,
    render_which_rung,
)
from tests.content import WORDS

PROFILES = yaml.safe_load((Path(__file__).parent / "which_rung_profiles.yml").read_text("utf-8"))["profiles"]
RUNGS = ("coercion", "educating", "informing", "consultation", "engagement", "co-design", "co-production")


def read(root: Path) -> tuple[Tools | None, list[str]]:
    vocabulary, _ = read_vocabulary(root)
    assert vocabulary
    tools, problems = read_tools(root, vocabulary, read_pages(root)[0])
    return tools, [str(problem) for problem in sorted(problems)]


@pytest.fixture(scope="module")
def vocabulary(root: Path) -> Vocabulary:
    found, _ = read_vocabulary(root)
    assert found
    return found


@pytest.fixture(scope="module")
def tools(root: Path) -> Tools:
    found, problems = read(root)
    assert problems == []
    assert found
    return found


def result(tool: WhichRung, answers: Mapping[str, str]) -> Rung:
    """The rung by the rule that the page tells its readers: the lowest of those that the answers fit."""
    chosen = [answer for q in tool.questions for answer in q.answers if answer.id == answers[q.id]]
    assert len(chosen) == len(tool.questions)
    return min((answer.ceiling for answer in chosen), key=lambda rung: rung.number)


def best(tool: WhichRung) -> dict[str, str]:
    return {question.id: question.answers[0].id for question in tool.questions}


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile["name"])
def test_a_worked_profile_comes_out_on_its_rung(tools: Tools, profile: dict[str, Any]) -> None:
    assert result(tools.which_rung, profile["answers"]).id == profile["rung"]


def test_every_answer_can_decide_the_result_by_itself(tools: Tools) -> None:
    tool = tools.which_rung
    for question in tool.questions:
        for answer in question.answers:
            assert result(tool, {**best(tool), question.id: answer.id}) == answer.ceiling, (question.id, answer.id)


@pytest.mark.parametrize("rung", RUNGS)
def test_every_rung_is_reached_by_some_answers_and_says_something_of_its_own(tools: Tools, rung: str) -> None:
    tool = tools.which_rung
    leading: list[tuple[str, Answer]] = [
        (question.id, answer) for question in tool.questions for answer in question.answers if answer.ceiling.id == rung
    ]
    assert leading
    assert all(result(tool, {**best(tool), id_: answer.id}).id == rung for id_, answer in leading)
    assert [item.say for item in tool.results if item.rung.id == rung] != []
    assert len({item.say for item in tool.results}) == len(RUNGS)


def test_a_group_that_disabled_people_run_for_themselves_finds_its_answers(tools: Tools) -> None:
    """Its committee is not staff: wherever an answer names people and staff together, people alone fit it too."""
    tool = tools.which_rung
    for question in tool.questions:
        text = question.answers[0].text
        if question.id in ("agenda", "decides", "money", "runs", "review"):
            assert "people themselves" in text or "people do" in text, question.id
    top = next(item for item in tool.results if item.rung.id == "co-production")
    assert "run for themselves" in top.say


@pytest.mark.ours
def test_consulting_is_treated_as_a_fair_answer(tools: Tools) -> None:
    consultation = next(item for item in tools.which_rung.results if item.rung.id == "consultation")
    assert "fair answer" in consultation.say
    assert consultation.guide.path == "do/when-to-consult.md"


def test_there_are_a_dozen_questions_and_a_dozen_signs(tools: Tools) -> None:
    assert 10 <= len(tools.which_rung.questions) <= 14
    assert len(tools.signs) == 12


@pytest.mark.parametrize(
    ("file", "old", "new", "messages"),
    [
        pytest.param(
            "which-rung.yml",
            "ceiling: coercion",
            "ceiling: coertion",
            [
                "data/which-rung.yml:2: no answer leads to 'coercion'; each rung of the ladder needs one that does",
                "data/which-rung.yml:15: 'coertion' is no rung of the ladder; did you mean 'coercion'?",
            ],
            id="a rung that is not there",
        ),
        pytest.param(
            "which-rung.yml",
            "ceiling: co-production",
            "ceiling: co-design",
            [
                "data/which-rung.yml:2: no answer leads to 'co-production';"
                " each rung of the ladder needs one that does",
                "data/which-rung.yml:9: the first answer to 'decides' has to fit 'co-production',"
                " or nobody could reach that rung",
            ],
            id="no way to the top",
        ),
        pytest.param(
            "which-rung.yml",
            "ceiling: engagement",
            "ceiling: co-production",
            [
                "data/which-rung.yml:2: no answer leads to 'engagement'; each rung of the ladder needs one that does",
                "data/which-rung.yml:11: answers run from the top rung down; move this one of 'decides' up",
            ],
            id="answers out of order",
        ),
        pytest.param(
            "which-rung.yml",
            "id: plan,",
            "id: both,",
            ["data/which-rung.yml:10: 'both' is the id of an earlier answer to this question; choose another"],
            id="an answer's id twice",
        ),
        pytest.param(
            "which-rung.yml",
            "{rung: coercion, say",
            "{rung: educating, say",
            [
                "data/which-rung.yml:16: 'coercion' has no result; say what you advise to those who come out there",
                "data/which-rung.yml:18: 'educating' is the id of an earlier result; choose another",
            ],
            id="a result twice, another missing",
        ),
        pytest.param(
            "which-rung.yml",
            "{rung: coercion, say: A made-up word on it., guide: understand/the-ladder.md}",
            "{rung: coercion, say: A made-up word on it., guide: understand/the-lader.md}",
            [
                "data/which-rung.yml:17: 'understand/the-lader.md' is no page of docs/;"
                " did you mean 'understand/the-ladder.md'?"
            ],
            id="a guide that is not there",
        ),
        pytest.param(
            "which-rung.yml",
            ", because: Both decide.}",
            "}",
            ["data/which-rung.yml:9: 'groups.1.questions.1.answers.1.because' is missing; add it"],
            id="no reason",
        ),
        pytest.param(
            "signs.yml",
            "id: decision-already-made",
            "id: decision-already-mad",
            [
                "data/signs.yml:2: 'decision-already-mad' is no anchor of docs/understand/real-or-faux.md;"
                " did you mean 'decision-already-made'?"
            ],
            id="a sign without its place in the guide",
        ),
        pytest.param(
            "signs.yml",
            "call_it: informing",
            "call_it: inform",
            ["data/signs.yml:6: 'inform' is no rung of the ladder; did you mean 'informing'?"],
            id="a truer name that is no rung",
        ),
        pytest.param(
            "signs.yml",
            "[norfolk]",
            "[norfolkk]",
            ["data/signs.yml:7: 'norfolkk' is no source of data/sources.yml; did you mean 'norfolk'?"],
            id="a source that is not there",
        ),
        pytest.param(
            "plan-on-a-page.yml",
            "guide: understand/the-ladder.md",
            "guide: understand/",
            ["data/plan-on-a-page.yml:4: 'understand/' is no page of docs/; did you mean 'understand/the-ladder.md'?"],
            id="a plan's guide that is not there",
        ),
        pytest.param(
            "plan-on-a-page.yml",
            "rows: 2",
            "rows: 0",
            [
                "data/plan-on-a-page.yml:9: 'sections.1.prompts.1.rows': input should be greater than or equal to 1,"
                " not '0'"
            ],
            id="a box without height",
        ),
    ],
)
def test_bad_data_is_told_with_file_and_line(
    copied_project: Path, file: str, old: str, new: str, messages: list[str]
) -> None:
    path = copied_project / "data" / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    tools, problems = read(copied_project)
    assert tools is None
    assert problems == messages


def test_each_answer_names_its_rung_for_those_who_score_by_hand(tools: Tools) -> None:
    html = render_which_rung(tools.which_rung, "../../", WORDS)
    answers = [answer for question in tools.which_rung.questions for answer in question.answers]
    for answer in answers:
        assert f"[Rung {answer.ceiling.number}: {answer.ceiling.name.lower()}]" in html
    assert html.count('class="by-hand">[Rung') == len(answers)
    assert "To find the result by hand" in html


def test_no_form_can_send_anything_anywhere(tools: Tools, vocabulary: Vocabulary) -> None:
    rungs = tuple(vocabulary.rungs.values())
    pages = (
        render_which_rung(tools.which_rung, "", WORDS),
        render_is_it_real(tools.signs, rungs, "", WORDS),
        render_plan_on_a_page(tools.plan, "", WORDS),
    )
    for html in pages:
        assert html.count("<form") == html.count('<form method="dialog"') > 0
        assert " action=" not in html
        assert " style=" not in html
        assert "\n\n" not in html


def test_each_sign_says_for_paper_what_to_do(tools: Tools, vocabulary: Vocabulary) -> None:
    html = render_is_it_real(tools.signs, tuple(vocabulary.rungs.values()), "../../", WORDS)
    for sign in tools.signs:
        assert f"a truer name is {sign.call_it.name.lower()}, rung {sign.call_it.number}." in html
        assert f'href="../../understand/real-or-faux/#{sign.id}"' in html
    assert html.count("data-instead") == len(tools.signs)


def test_what_the_data_says_is_shown_and_never_run(copied_project: Path) -> None:
    path = copied_project / "data" / "plan-on-a-page.yml"
    path.write_text(path.read_text("utf-8").replace("What is open?", '"<script>alert(1)</script>"'), "utf-8")
    tools, problems = read(copied_project)
    assert problems == []
    assert tools
    html = render_plan_on_a_page(tools.plan, "", WORDS)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_a_paper_is_named_after_its_page() -> None:
    assert 'href="decision-log.docx"' in render_paper_download("tools/templates/decision-log/", WORDS)

"""Reads the three tools: "Which rung are we on?", "Is it real?" and "Plan on a page"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from macros.model import (
    Answer,
    Guide,
    PlanSection,
    Prompt,
    Question,
    QuestionGroup,
    RungResult,
    Sign,
    Tools,
    Vocabulary,
    WhichRung,
)
from macros.problems import Problem
from macros.reading.fields import PlanFields, QuestionFields, SignsFields, WhichRungFields
from macros.reading.pages import Page
from macros.reading.references import by_path, page_reference, repeated
from macros.reading.vocabulary import unknown
from macros.reading.yaml_file import Key, YamlData, read_model

RULE = "tools"
SIGNS_PAGE = "understand/real-or-faux.md"

_WHICH_RUNG = "data/which-rung.yml"
_SIGNS = "data/signs.yml"
_PLAN = "data/plan-on-a-page.yml"


def read_tools(root: Path, vocabulary: Vocabulary, pages: Sequence[Page]) -> tuple[Tools | None, list[Problem]]:
    """The tools of the project in ``root``, or None and every problem in their files."""
    known = by_path(pages)
    which_rung, problems = _read_which_rung(root, vocabulary, known)
    signs, more = _read_signs(root, vocabulary, known)
    problems += more
    plan, more = _read_plan(root, vocabulary, known)
    problems += more
    if which_rung is None or signs is None or plan is None:
        return None, problems
    return Tools(which_rung, signs, plan), []


def _read_which_rung(
    root: Path, vocabulary: Vocabulary, pages: Mapping[str, Page]
) -> tuple[WhichRung | None, list[Problem]]:
    fields, data, problems = read_model(root / _WHICH_RUNG, root, WhichRungFields)
    if fields is None or data is None:
        return None, problems
    places = [(g, q) for g, group in enumerate(fields.groups) for q in range(len(group.questions))]
    ids = [(fields.groups[g].questions[q].id, data.line(("groups", g, "questions", q, "id"))) for g, q in places]
    problems += repeated(ids, "question", _WHICH_RUNG, RULE)
    for g, q in places:
        question = fields.groups[g].questions[q]
        problems += _answer_problems(question, vocabulary, data, ("groups", g, "questions", q))
    problems += _result_problems(fields, vocabulary, data)
    guides: dict[str, Guide] = {}
    for index, result in enumerate(fields.results):
        line = data.line(("results", index, "guide"))
        guide, more = page_reference(result.guide, pages, vocabulary, _WHICH_RUNG, line)
        problems += more
        if guide:
            guides[result.rung] = guide
    if problems:
        return None, problems
    rungs = vocabulary.rungs
    groups = tuple(
        QuestionGroup(group.id, group.legend, tuple(_question(question, vocabulary) for question in group.questions))
        for group in fields.groups
    )
    results = sorted(fields.results, key=lambda result: rungs[result.rung].number)
    return WhichRung(groups, tuple(RungResult(rungs[r.rung], r.say, guides[r.rung]) for r in results)), []


def _question(fields: QuestionFields, vocabulary: Vocabulary) -> Question:
    answers = (Answer(a.id, a.text, vocabulary.rungs[a.ceiling], a.because) for a in fields.answers)
    return Question(fields.id, fields.question, fields.hint or "", tuple(answers))


def _answer_problems(
    question: QuestionFields, vocabulary: Vocabulary, data: YamlData, place: tuple[Key, ...]
) -> list[Problem]:
    """Ids once each; rungs of the ladder; the first fits the top rung, and the others go down from it."""
    lines = [data.line((*place, "answers", index, "ceiling")) for index in range(len(question.answers))]
    ids = [(a.id, data.line((*place, "answers", i, "id"))) for i, a in enumerate(question.answers)]
    problems = repeated(ids, "answer to this question", _WHICH_RUNG, RULE)
    for index, answer in enumerate(question.answers):
        where = (*place, "answers", index, "ceiling")
        problems += unknown([answer.ceiling], vocabulary.rungs, "rung of the ladder", _WHICH_RUNG, data, where)
    if problems:
        return problems
    numbers = [vocabulary.rungs[answer.ceiling].number for answer in question.answers]
    if numbers[0] != len(vocabulary.rungs):
        top = max(vocabulary.rungs.values(), key=lambda rung: rung.number).id
        message = f"the first answer to '{question.id}' has to fit '{top}', or nobody could reach that rung"
        problems.append(Problem(_WHICH_RUNG, lines[0], message, RULE))
    for line, (before, after) in zip(lines[1:], pairwise(numbers), strict=True):
        if after > before:
            message = f"answers run from the top rung down; move this one of '{question.id}' up"
            problems.append(Problem(_WHICH_RUNG, line, message, RULE))
    return problems


def _result_problems(fields: WhichRungFields, vocabulary: Vocabulary, data: YamlData) -> list[Problem]:
    """Each rung has one result, and some answer that leads to it, or nobody could come out there."""
    ids = [(result.rung, data.line(("results", index, "rung"))) for index, result in enumerate(fields.results)]
    problems = repeated(ids, "result", _WHICH_RUNG, RULE)
    for index, result in enumerate(fields.results):
        place = ("results", index, "rung")
        problems += unknown([result.rung], vocabulary.rungs, "rung of the ladder", _WHICH_RUNG, data, place)
    for rung in vocabulary.rungs.keys() - {result.rung for result in fields.results}:
        message = f"'{rung}' has no result; say what you advise to those who come out there"
        problems.append(Problem(_WHICH_RUNG, data.line(("results",)), message, RULE))
    reached = {a.ceiling for group in fields.groups for q in group.questions for a in q.answers}
    for rung in vocabulary.rungs:
        if rung not in reached:
            message = f"no answer leads to '{rung}'; each rung of the ladder needs one that does"
            problems.append(Problem(_WHICH_RUNG, data.line(("groups",)), message, RULE))
    return problems


def _read_signs(
    root: Path, vocabulary: Vocabulary, pages: Mapping[str, Page]
) -> tuple[tuple[Sign, ...] | None, list[Problem]]:
    fields, data, problems = read_model(root / _SIGNS, root, SignsFields)
    if fields is None or data is None:
        return None, problems
    problems += repeated(
        [(sign.id, data.line(("signs", i, "id"))) for i, sign in enumerate(fields.signs)], "sign", _SIGNS, RULE
    )
    for index, sign in enumerate(fields.signs):
        place = ("signs", index)
        line = data.line((*place, "id"))
        problems += page_reference(f"{SIGNS_PAGE}#{sign.id}", pages, vocabulary, _SIGNS, line)[1]
        problems += unknown([sign.call_it], vocabulary.rungs, "rung of the ladder", _SIGNS, data, (*place, "call_it"))
        problems += unknown(
            sign.sources, vocabulary.sources, "source of data/sources.yml", _SIGNS, data, (*place, "sources")
        )
    if problems:
        return None, problems
    return tuple(
        Sign(
            sign.id, sign.sign, sign.why, sign.instead, vocabulary.rungs[sign.call_it],
            tuple(vocabulary.sources[key] for key in sign.sources),
        )
        for sign in fields.signs
    ), []  # fmt: skip


def _read_plan(
    root: Path, vocabulary: Vocabulary, pages: Mapping[str, Page]
) -> tuple[tuple[PlanSection, ...] | None, list[Problem]]:
    fields, data, problems = read_model(root / _PLAN, root, PlanFields)
    if fields is None or data is None:
        return None, problems
    sections = list(enumerate(fields.sections))
    problems += repeated([(s.id, data.line(("sections", i, "id"))) for i, s in sections], "section", _PLAN, RULE)
    prompts = [
        (prompt.id, data.line(("sections", i, "prompts", j, "id")))
        for i, section in sections
        for j, prompt in enumerate(section.prompts)
    ]
    problems += repeated(prompts, "prompt", _PLAN, RULE)
    plan = []
    for index, section in sections:
        line = data.line(("sections", index, "guide"))
        guide, more = page_reference(section.guide, pages, vocabulary, _PLAN, line)
        problems += more
        if guide:
            own = tuple(Prompt(p.id, p.label, p.hint, p.rows) for p in section.prompts)
            plan.append(PlanSection(section.id, section.title, guide, own))
    return (None, problems) if problems else (tuple(plan), [])

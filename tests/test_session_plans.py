"""Session plans: the minutes add up, each webinar and path has one, and a Word file holds what the page shows."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from docx import Document
from docx.oxml.ns import qn

from macros.checks.session_plans import check_plan_sections, check_session
from macros.content.content import Content
from macros.content.reading import read_parts
from macros.publishing.papers import Sheet, absolute, word_file
from macros.publishing.session_plans import (
    plan_page,
    prepare_session_plans,
    publish_session_plans,
    session_plans,
    word_owner,
)
from macros.reading.pages import Page, read_page
from macros.reading.session_plans import FILE, read_session_plans
from macros.rendering.frame import deeper
from macros.sessions.plan import LEVELS, Plan
from macros.sessions.shapes import Part, Shape, packed, timetable
from macros.store import Store
from tests.content import WORDS

HOUR = Shape(60, (Part("welcome", 5), Part("watch"), Part("pause", 5), Part("talk", 10), Part("close", 5)))
PATH = Shape(60, (Part("welcome", 5), Part("steps"), Part("talk", 10), Part("close", 5)))


def content_of(root: Path) -> Content:
    content = read_parts(root).content
    assert content
    return content


@pytest.fixture(scope="module")
def content(fixture_project: Path) -> Content:
    return content_of(fixture_project)


@pytest.fixture(scope="module")
def plans(content: Content) -> list[Plan]:
    return list(session_plans(content))


@pytest.mark.parametrize("length", range(1, 36))
def test_the_minutes_of_a_session_add_up_whatever_the_webinars_length(length: int) -> None:
    turns = timetable(HOUR, {"watch": (length,)})
    assert turns
    assert sum(turn.minutes for turn in turns) == 60
    assert [turn.start for turn in turns] == [sum(t.minutes for t in turns[:i]) for i in range(len(turns))]
    assert {turn.name: turn.minutes for turn in turns}["watch"] == length


def test_the_talk_gets_what_is_left_and_never_less_than_its_own() -> None:
    by_length = {length: timetable(HOUR, {"watch": (length,)}) for length in (20, 35, 36)}
    talks = {n: next(t.minutes for t in turns if t.name == "talk") for n, turns in by_length.items() if turns}
    assert talks == {20: 25, 35: 10}
    assert by_length[36] is None


def test_the_steps_of_a_path_are_packed_in_their_order_and_all_of_them() -> None:
    minutes = (18, 5, 19, 4, 20)
    sessions = packed(PATH, minutes)
    assert sessions == (range(0, 2), range(2, 4), range(4, 5))
    for steps in sessions:
        turns = timetable(PATH, {"steps": tuple(minutes[i] for i in steps)})
        assert turns
        assert sum(turn.minutes for turn in turns) == 60
    assert packed(PATH, (10, 41)) is None


def test_every_webinar_and_every_path_has_a_plan_whose_tables_add_up(root: Path) -> None:
    content = content_of(root)
    plans = list(session_plans(content))
    assert len(plans) == len(content.catalogue.webinars) + len(content.paths)
    for plan in plans:
        tables = [block for block in plan.blocks if block.tag == "table"]
        assert tables, plan.title
        for table in tables:
            *turns, (end, lasts, _) = table.iterfind("./tbody/tr")
            hours, _, minutes = (end.text or "").partition(":")
            total = 60 * int(hours) + int(minutes)
            assert sum(int(turn[1].text or "") for turn in turns) == total
            assert total in (30, 60, 90)
            # The end has no length: a number there would be read as one.
            assert not lasts.text


def test_every_webinar_of_usual_length_has_a_session_of_each_length(root: Path) -> None:
    content = content_of(root)
    usual = {w.title for w in content.catalogue.webinars if w.duration <= 20 * 60}
    for plan in session_plans(content):
        if plan.subject in usual:
            assert WORDS.sessions.too_short not in [block.text for block in plan.blocks], plan.title


def test_a_plan_has_the_questions_of_its_page_and_the_sections_of_all_plans(plans: list[Plan]) -> None:
    plan = next(plan for plan in plans if plan.url == "webinars/a-short-script/session/")
    headings = [block.text for block in plan.blocks if block.tag == "h2"]
    assert headings == [
        *["Timings", "Before you start", "After: talk about it", "An activity for your group"],
        *["Prepare", "Access in the room", "Access online", "If it gets hard"],
    ]


def test_links_of_a_plan_lead_from_its_own_page(plans: list[Plan]) -> None:
    plan = next(plan for plan in plans if plan.url == "webinars/a-short-script/session/")
    page = plan_page(plan, "", WORDS)
    assert 'href="../../../understand/the-ladder/"' in page
    assert 'href="../../../webinars/a-short-script/"' in page


def test_links_in_the_tables_of_a_plan_are_links_and_not_text(plans: list[Plan]) -> None:
    row = '<table><tbody><tr><td>Read <a href="do/access/">Access</a>.</td></tr></tbody></table>'
    plan = next(plan for plan in plans if plan.url == "webinars/a-short-script/session/")
    page = plan_page(replace(plan, blocks=(fromstring(row),)), "", WORDS)
    assert '<td>Read <a href="../../../do/access/">Access</a>.</td>' in page


def opened(plan: Plan, public: str) -> Any:  # noqa: ANN401
    sheet = Sheet(
        plan.title,
        plan.subject,
        plan.made.when,
        f"{public}{plan.url}" if public else "",
        plan.blocks,
        LEVELS,
        lambda address: absolute(address, public),
    )
    return Document(io.BytesIO(word_file(sheet, "Doing With", WORDS)))


def links(document: Any) -> list[str]:  # noqa: ANN401
    parts = document.part.rels.values()
    return [part.target_ref for part in parts if part.reltype.endswith("/hyperlink")]


def test_a_word_file_has_every_word_of_the_plan_and_links_that_work_outside(plans: list[Plan]) -> None:
    for plan in plans:
        document = opened(plan, "https://example.org/")
        said = "".join(node.text or "" for node in document.element.body.iter(qn("w:t")))
        squeezed = "".join(said.split())
        for block in plan.blocks:
            for text in block.itertext():
                assert "".join(text.split()) in squeezed, (plan.title, text)
        assert all(link.startswith("https://") for link in links(document))


def test_a_word_file_that_is_damaged_or_gone_is_made_again(content: Content, tmp_path: Path) -> None:
    def files(name: str) -> dict[str, bytes]:
        site = tmp_path / name
        for page in content.pages:
            (site / page.url).mkdir(parents=True, exist_ok=True)
            (site / page.url / "index.html").write_text("<title>T</title><main></main>", encoding="utf-8")
        publish_session_plans(content, site, store)
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.docx")}

    store = Store(tmp_path)
    prepare_session_plans(content, store)
    first = files("first")
    for url in (plan.url for plan in session_plans(content)):
        store.forget_all_but([], word_owner(url))
    assert files("second") == first
    assert len(first) == len(list(session_plans(content)))


def test_without_a_public_address_a_word_file_leads_nowhere_on_this_computer(plans: list[Plan]) -> None:
    document = opened(plans[0], "")
    assert all(link.startswith("https://") for link in links(document))
    footer = document.sections[0].footer
    text = "".join(node.text or "" for node in footer._element.iter(qn("w:t")))
    assert plans[0].title in text
    assert "http" not in text


def test_each_numbered_list_starts_at_one(plans: list[Plan]) -> None:
    plan = next(plan for plan in plans if plan.url == "webinars/a-short-script/session/")
    document = opened(plan, "")
    body = document.element.body
    numbered = [p for p in body.iter(qn("w:p")) if p.style == "ListNumber"]
    used = list(dict.fromkeys(p.pPr.numPr.numId.val for p in numbered))
    assert len(used) == sum(block.tag == "ol" for block in plan.blocks) >= 3


def test_a_frame_from_above_leads_to_the_same_places() -> None:
    built = (
        '<link rel="canonical" href="https://x.org/train/"><a href="../">Home</a><a href="#main">Skip</a>'
        '<a href="https://a.org/">Out</a><img src="p.png"><form action="../search/"></form>'
        '<a href="./" aria-current="page">Here</a>'
    )
    assert deeper(built, "plans/new/") == (
        '<link rel="canonical" href="https://x.org/train/plans/new/"><a href="../../../">Home</a>'
        '<a href="#main">Skip</a><a href="https://a.org/">Out</a><img src="../../p.png">'
        '<form action="../../../search/"></form><a href="../.././" aria-current="true">Here</a>'
    )


DATA = """\
page: train/session-plans.md
sections: [Prepare]
webinars:
  - minutes: 30
    parts:
      - {{part: welcome, minutes: {welcome}}}
      - {{part: watch{watch}}}
      {talk}
paths:
  - minutes: 60
    parts:
      - {{part: steps}}
      - {{part: talk, minutes: 5}}
"""
TALK = "- {part: talk, minutes: 5}"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, ""),
        ({"welcome": 16}, "take 21 minutes before it has begun"),
        ({"watch": ", minutes: 20"}, "'watch' takes as long as what it is about; leave out its minutes"),
        ({"talk": ""}, "the session of 30 minutes needs the part 'talk' once"),
        ({"talk": f"{TALK}\n      {TALK}"}, "needs the part 'talk' once"),
    ],
)
def test_data_whose_minutes_cannot_add_up_is_refused(
    fixture_project: Path, tmp_path: Path, values: dict[str, object], message: str
) -> None:
    page, _ = read_page(fixture_project / "docs/train/session-plans.md", fixture_project)
    assert page
    (tmp_path / "data").mkdir()
    filled = DATA.format(**({"welcome": 5, "watch": "", "talk": TALK} | values))
    (tmp_path / FILE).write_text(filled, encoding="utf-8")
    shapes, problems = read_session_plans(tmp_path, [page])
    if message:
        assert shapes is None
        assert any(message in problem.message and problem.line for problem in problems), problems
    else:
        assert shapes
        assert not problems


def session_page(root: Path, name: str) -> Page:
    page, problems = read_page(root / "docs" / "train" / f"{name}.md", root)
    assert page
    assert problems == []
    return page


@pytest.mark.ours
@pytest.mark.parametrize("name", ["thirty-minutes", "sixty-minutes", "ninety-minutes"])
def test_a_ready_session_adds_up_and_a_wrong_minute_is_found(root: Path, name: str) -> None:
    page = session_page(root, name)
    webinars = content_of(root).catalogue.by_slug
    assert page.front.session
    assert list(check_session(page, page.front.session, webinars)) == []
    wrong = replace(page, body=page.body.replace("| 20 | Play", "| 9 | Play"))
    found = [problem.message for problem in check_session(wrong, page.front.session, webinars)]
    assert any("add up to" in message for message in found)
    assert any("and this session gives it 9" in message for message in found)


def test_a_page_that_no_plan_can_be_made_of_is_found(content: Content) -> None:
    page = next(page for page in content.pages if page.webinar_slug == "a-short-script")
    spoilt = replace(page, body=page.body.replace("## After: talk about it\n", "## After: talk about it\n\n> Said.\n"))
    found = list(check_plan_sections(spoilt))
    assert [problem.rule for problem in found] == ["session-plans"]
    assert "After: talk about it" in found[0].message

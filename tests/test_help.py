"""Where to get help: every entry says when and how it was checked, payment leads to it, numbers stand nowhere else."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import get_args

import pytest
from bs4 import BeautifulSoup

from macros.checks.help import (
    SHOWN_ON,
    check_numbers,
    check_payment,
    check_topics,
    leads_to_help,
    old_places,
    payment_in,
)
from macros.checks.run import check_all
from macros.checks.texts import DATA_FILES, page_prose, written_prose
from macros.cli import main
from macros.model import HelpPlace
from macros.problems import Problem
from macros.reading.help import Nation, read_help
from macros.reading.pages import Page, read_page, read_pages
from macros.reading.written import written_files
from macros.rendering.help import render_help_places
from tests.content import WORDS

ENTRY = """\
places:
  - id: advice
    topic: benefits
    nations: [england]
    name: Advice <b>Town</b>
    page: "https://advice.example/"
    what: Free advice.
    who: Anyone.
    checked: 2026-11-25
    how: stored copy
"""


def read(folder: Path, text: str) -> tuple[tuple[HelpPlace, ...], list[str]]:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "help.yml").write_text(text, encoding="utf-8")
    places, problems = read_help(folder)
    return places, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    checked: 2026-11-25\n", "", "data/help.yml:2: 'places.1.checked' is missing; add it"),
        ("    how: stored copy\n", "", "data/help.yml:2: 'places.1.how' is missing; add it"),
        (
            "how: stored copy\n",
            "how: stored copy\n    phone: 0800 000 0000\n",
            "data/help.yml:11: a phone number is shown only when a person has read it on the body's own page:"
            " remove 'phone', or read the page and write 'how: live page'",
        ),
        (
            "how: stored copy\n",
            "how: stored copy\n" + ENTRY.removeprefix("places:\n"),
            "data/help.yml:11: 'advice' is the id of an earlier place; choose another",
        ),
    ],
)
def test_a_mistake_in_an_entry_is_told_with_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in ENTRY
    places, problems = read(tmp_path, ENTRY.replace(old, new, 1))
    assert places == ()
    assert problems == [message]


def test_a_number_that_a_person_read_on_the_live_page_is_shown(tmp_path: Path) -> None:
    text = ENTRY.replace("how: stored copy", 'how: live page\n    phone: "0800 000 0000"')
    places, problems = read(tmp_path, text)
    assert problems == []
    assert "Phone: 0800 000 0000" in render_help_places(places, "benefits", WORDS)


def test_a_project_without_the_file_has_no_help(tmp_path: Path) -> None:
    assert read_help(tmp_path) == ((), [])


def test_readers_see_what_it_is_for_when_it_was_checked_and_how(tmp_path: Path) -> None:
    places, _ = read(tmp_path, ENTRY)
    html = render_help_places(places, "benefits", WORDS)
    soup = BeautifulSoup(html, "html.parser")
    assert [heading.get_text() for heading in soup.find_all("h3")] == ["England"]
    text = " ".join(soup.get_text().split())
    assert WORDS.help.stored_copy.format(date="25 November 2026") in text
    assert "&lt;b&gt;Town" in html
    assert render_help_places(places, "harm", WORDS) == ""


def test_how_most_places_were_checked_is_said_once_and_what_differs_beside_its_place(tmp_path: Path) -> None:
    entry = ENTRY.partition("places:\n")[2]
    second, third = entry.replace("id: ", "id: second-"), entry.replace("id: ", "id: third-")
    places, problems = read(tmp_path, ENTRY + second + third.replace("how: stored copy", "how: named elsewhere"))
    assert problems == []
    html = str(render_help_places(places, "benefits", WORDS))
    day = "25 November 2026"
    assert html.count(WORDS.help.most_stored_copy.format(date=day)) == 1
    assert html.count(WORDS.help.stored_copy.format(date=day)) == 0
    assert html.count(WORDS.help.named_elsewhere.format(date=day)) == 1


@pytest.mark.parametrize("topic", ["benefits", "harm"])
def test_every_nation_has_somebody_to_ask(root: Path, topic: str) -> None:
    places, problems = read_help(root)
    assert problems == []
    for nation in get_args(Nation):
        own = [place for place in places if place.topic == topic and place.nations == (nation,)]
        assert own, f"{topic} in {nation}"


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Call 999, 101, 111 or 18000. Text 'register' to 999.", []),
        ("From 2016 to 2023 it reached 160,000 people, with £9.3 million.", []),
        ("See https://example.org/0800-123-4567 and [words][key-0800123456].", []),
        ("It came out on 2026-11-25, doi 10.1080/2159676X.2022.2152085.", []),
        ("Ring 0800 144 8848 now.", ["0800 144 8848"]),
        ("Ring 020 7946 0018 or +44 20 7946 0018.", ["020 7946 0018", "+44 20 7946 0018"]),
        ("Ring 02895041744.", ["02895041744"]),
        ("Ring 0800 1111 in the night.", ["0800 1111"]),
    ],
)
def test_phone_numbers_are_found_in_texts(line: str, numbers: list[str]) -> None:
    assert [problem.message for problem in check_numbers("docs/a.md", [(3, line)])] == [
        f"'{number}' looks like a phone number; link docs/help.md, and put numbers into data/help.yml only"
        for number in numbers
    ]


def page(folder: Path, text: str, path: str = "do/a.md") -> Page:
    file = folder / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\ntitle: A\ndescription: B\n---\n# A\n\n{text}\n", encoding="utf-8")
    found, problems = read_page(file, folder)
    assert problems == []
    assert found
    return found


def payment_problems(pages: list[Page], root: Path | None = None) -> list[Problem]:
    """What the check of payment says of these pages, and of the scripts and data of a project."""
    written = filter(None, map(written_prose, written_files(root))) if root else ()
    named = {prose.file: found for prose in (*map(page_prose, pages), *written) if (found := payment_in(prose))}
    return list(check_payment(named, {page.path for page in pages if leads_to_help(page)}))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Pay attention to the door.", ""),
        ("Staff were unpaid.", ""),
        ("We offer a payment.", "payment"),
        ("Each person gets a voucher.", "voucher"),
        ("Gift cards are thanks.", "Gift cards"),
        ("You are paid for it.", "paid"),
        ("Then pay people for it.", "pay"),
        ("Then pay people, after [advice](../help.md#benefits).", ""),
        ("Then pay people, after [advice](../help.md).", ""),
        ("Then pay people. See [paying people](paying-people.md).", "pay"),
    ],
)
def test_payment_leads_to_advice(tmp_path: Path, text: str, word: str) -> None:
    found = page(tmp_path, text)
    problems = payment_problems([found])
    message = (
        f"'{word}' names payment, which can affect benefits; lead to advice on this page: a link to help.md#benefits"
    )
    assert problems == ([Problem("docs/do/a.md", 7, message, "payment")] if word else [])


def test_a_script_leads_to_advice_on_the_webinars_page(tmp_path: Path) -> None:
    project = tmp_path / "project"
    script = project / "webinars" / "a-talk" / "script.md"
    script.parent.mkdir(parents=True)
    (script.parent / "webinar.yml").write_text("title: A talk\n", encoding="utf-8")
    script.write_text("## One\n\nWe offer to pay for your time.\n", encoding="utf-8")
    help_page = page(project, "Help.", "help.md")
    silent = page(project, "Text.", "webinars/a-talk.md")
    (problem,) = payment_problems([help_page, silent], project)
    assert str(problem) == (
        "webinars/a-talk/script.md:3: 'pay' names payment, which can affect benefits;"
        " lead to advice on docs/webinars/a-talk.md: a link to help.md#benefits"
    )
    leading = page(project, "See [help](../help.md#benefits).", "webinars/a-talk.md")
    assert payment_problems([help_page, leading], project) == []


def test_every_data_file_with_words_has_a_page_that_shows_them(root: Path) -> None:
    assert set(SHOWN_ON) == set(DATA_FILES)
    assert set(SHOWN_ON.values()) <= {found.path for found in read_pages(root)[0]}


def test_a_topic_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = page(tmp_path, '{{ help_places("benefit") }}')
    assert [problem.message for problem in check_topics(found)] == [
        "'benefit' is no topic of data/help.yml; did you mean 'benefits'?"
    ]


@pytest.mark.parametrize(
    ("today", "is_old"), [("2027-11-25", False), ("2027-11-26", True), ("2026-11-25", False), ("2028-01-01", True)]
)
def test_an_entry_is_old_after_twelve_months(tmp_path: Path, today: str, is_old: bool) -> None:
    places, _ = read(tmp_path, ENTRY)
    assert bool(old_places(places, datetime.date.fromisoformat(today))) is is_old


def test_old_entries_file_an_issue_and_stop_nothing(
    copied_project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (copied_project / "data" / "help.yml").write_text(ENTRY.replace("2026-11-25", "2020-02-29"), encoding="utf-8")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    warning = (
        "'advice' was last checked on 2020-02-29, more than twelve months ago;"
        " open its page, mend the entry, and change 'checked' and 'how'"
    )
    assert [problem for problem in check_all(copied_project)[1] if problem.rule == "help-dates"] == []
    main(["--root", str(copied_project), "check", "--github"])
    told = capsys.readouterr().out
    assert f"Warning: data/help.yml:2: {warning}\n" in told
    assert f"::warning file=data/help.yml,line=2::{warning}" in told
    assert main(["--root", str(copied_project), "help-dates"]) == 3
    assert f"- Line 2: {warning}\n" in capsys.readouterr().out
    assert main(["--root", str(copied_project), "help-dates", "--today", "2020-03-01"]) == 0
    assert capsys.readouterr().out == ""


RULE = (
    "We can pay you. You may say yes, say no, or ask for less. Any of these can affect benefits."
    " So please talk to a benefits adviser first."
    " We will not pay you, or write down a no, until you tell us that you are ready."
)


@pytest.mark.ours
@pytest.mark.parametrize(
    "path",
    [
        "do/paying-people.md",
        "do/who-is-in-the-room.md",
        "tools/templates/payment-policy.md",
        "tools/templates/invitation.md",
    ],
)
def test_the_rule_about_payment_is_said_in_the_same_words(root: Path, path: str) -> None:
    assert RULE in (root / "docs" / path).read_text(encoding="utf-8")


@pytest.mark.ours
def test_every_script_says_the_rule_about_payment(root: Path) -> None:
    spoken = "You may say yes, say no, or ask for less. Any of these can affect benefits."
    scripts = sorted((root / "webinars").glob("*/script.md"))
    assert scripts
    for script in scripts:
        assert spoken in script.read_text(encoding="utf-8"), script

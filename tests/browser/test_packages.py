"""Packages for learning platforms, opened as a platform opens them: scorm-again is the run-time, test_packages.py has
what the files have to be. Finished is who heard or read it to the end, and nobody before; the place is kept to the
second; nothing but that is told; and nobody is held."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.checked import checked_content, with_audio
from macros.packages.write import write_packages
from tests.browser.axe import axe_violations
from tests.browser.platform import (
    PLACE,
    STATUS,
    Statements,
    lesson_frame,
    play_to,
    unpack,
    value,
    write_platform,
)
from tests.browser.waiting import until
from tests.conftest import once
from tests.servers import Server

RECORDED = "webinars/talking-it-over/index.html"
OUTSIDE = "webinars/elsewhere-on-youtube/index.html"
GUIDE = "understand/the-ladder/index.html"
SCORM = ["scorm-1.2", "scorm-2004"]
CLOCK = "document.querySelector('audio, video').currentTime"
TOLD = {"scorm-1.2": "cmi.core.exit", "scorm-2004": "cmi.exit"}

NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def packages(shared: Path, public_project: Path, public_site: Path) -> Path:
    """Every package of the small project."""
    folder = shared / "packages"

    def make() -> None:
        content = with_audio(checked_content(public_project), print)
        list(write_packages(content, public_site, folder))

    once(folder, make)
    return folder


@pytest.mark.parametrize("kind", SCORM)
def test_a_platform_keeps_the_place_and_learns_when_all_was_heard(
    new_page: NewPage, packages: Path, tmp_path: Path, kind: str
) -> None:
    write_platform(kind, packages / f"talking-it-over-{kind}.zip", RECORDED, tmp_path)
    with Server(tmp_path) as server:
        page = new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(server.url)
        frame = lesson_frame(page)
        until(frame, "document.querySelector('audio').readyState > 0")
        assert value(page, kind, STATUS[kind]) == "incomplete"
        play_to(frame, 25)
        frame.evaluate("document.querySelector('audio').pause()")
        until(page, "told.some(([name]) => name === 'cmi.suspend_data')")
        place = int(frame.evaluate(f"Math.floor({CLOCK})"))

        page.reload()
        frame = lesson_frame(page)
        until(frame, f"Math.floor({CLOCK}) === {place}")
        assert frame.evaluate("document.querySelector('audio').paused")
        expect(frame.locator("[data-message]")).to_contain_text(f"You were at 0:{place:02}.")
        assert value(page, kind, STATUS[kind]) == "incomplete"

        play_to(frame, 55)
        assert value(page, kind, STATUS[kind]) == "incomplete"
        expect(frame.get_by_text("You have finished this. Your learning platform knows.")).to_be_visible()
        assert value(page, kind, STATUS[kind]) == "completed"
        told = {name for name, _ in page.evaluate("told")}
        assert told == {STATUS[kind], PLACE[kind], TOLD[kind], "cmi.suspend_data"}

        page.reload()
        frame = lesson_frame(page)
        expect(frame.get_by_text("You have finished this. Your learning platform knows.")).to_be_visible()
        assert value(page, kind, STATUS[kind]) == "completed"
        # Of the platform itself and nobody else.
        assert {address for address in asked if not address.startswith((server.url, "blob:"))} == set()


@pytest.mark.parametrize("kind", SCORM)
def test_a_jump_to_the_end_is_not_hearing_it_and_reading_counts(
    new_page: NewPage, packages: Path, tmp_path: Path, kind: str
) -> None:
    write_platform(kind, packages / f"talking-it-over-{kind}.zip", RECORDED, tmp_path)
    with Server(tmp_path) as server:
        page = new_page()
        page.goto(server.url)
        frame = lesson_frame(page)
        until(frame, "document.querySelector('audio').readyState > 0")
        frame.evaluate("document.querySelector('audio').currentTime = 57")
        play_to(frame, 59)
        expect(frame.get_by_text("That was the end, but you have skipped some of it.")).to_be_visible()
        assert value(page, kind, STATUS[kind]) == "incomplete"
        # Nobody is held: the words are there to read, and the button is where they end.
        button = frame.get_by_role("button", name="I have read the transcript to the end")
        button.focus()
        page.keyboard.press("Enter")
        expect(frame.get_by_text("You have finished this. Your learning platform knows.")).to_be_visible()
        assert value(page, kind, STATUS[kind]) == "completed"
        assert frame.evaluate("document.activeElement.matches('[data-read]')")


@pytest.mark.parametrize("lesson", [OUTSIDE, GUIDE])
def test_what_is_only_read_is_finished_by_its_button(
    new_page: NewPage, packages: Path, tmp_path: Path, lesson: str
) -> None:
    write_platform("scorm-2004", packages / "path-first-steps-scorm-2004.zip", lesson, tmp_path)
    with Server(tmp_path) as server:
        page = new_page()
        page.goto(server.url)
        frame = lesson_frame(page)
        assert frame.locator("iframe").count() == 0
        assert value(page, "scorm-2004", STATUS["scorm-2004"]) == "incomplete"
        frame.get_by_role("button", name="I have read").click()
        expect(frame.locator("[data-course-status]")).to_have_text(
            "You have finished this. Your learning platform knows."
        )
        assert value(page, "scorm-2004", STATUS["scorm-2004"]) == "completed"


def test_cmi5_says_what_the_standard_asks_for_and_no_more(new_page: NewPage, packages: Path, tmp_path: Path) -> None:
    unpack(packages / "talking-it-over-cmi5.zip", tmp_path)
    (tmp_path / "back.html").write_text("<!doctype html><title>The course</title>", encoding="utf-8")
    with Server(tmp_path) as server, Statements(return_url=f"{server.url}back.html") as platform:
        page = new_page()
        page.goto(platform.launch(server.url + RECORDED))
        until(page, "document.querySelector('audio').readyState > 0")
        play_to(page.main_frame, 25)
        page.evaluate("document.querySelector('audio').pause()")
        page.wait_for_timeout(500)
        place = int(page.evaluate(f"Math.floor({CLOCK})"))
        assert platform.verbs == ["initialized"]

        page.reload()
        until(page, f"Math.floor({CLOCK}) === {place}")
        play_to(page.main_frame, 55)
        expect(page.get_by_text("You have finished this. Your learning platform knows.")).to_be_visible()
        page.get_by_role("button", name="Finish, and go back to the course").click()
        page.wait_for_url("**/back.html")
        assert platform.verbs == ["initialized", "completed", "terminated"]
        assert platform.refused == []
        contexts = [statement["context"] for statement in platform.statements]
        # The visit's own id comes back with each statement (cmi5, 9.6.3.1).
        assert all("sessionid" in str(context) and "registration" in str(context) for context in contexts)
        assert all("score" not in str(statement) for statement in platform.statements)
        assert set(dict(platform.documents["doing-with"])) == {"place", "heard", "isFinished"}  # type: ignore[call-overload]


def test_who_looks_again_leaves_no_trace(new_page: NewPage, packages: Path, tmp_path: Path) -> None:
    unpack(packages / "talking-it-over-cmi5.zip", tmp_path)
    with Server(tmp_path) as server, Statements(mode="Review") as platform:
        page = new_page()
        page.goto(platform.launch(server.url + RECORDED))
        page.get_by_role("button", name="I have read the transcript to the end").click()
        page.get_by_role("button", name="Finish, and go back to the course").click()
        expect(page.get_by_text("You can close this page now.")).to_be_visible()
        assert platform.statements == []
        assert "doing-with" not in platform.documents


@pytest.mark.parametrize("kind", [*SCORM, "cmi5"])
def test_without_a_platform_it_plays_and_holds_nobody(
    new_page: NewPage, packages: Path, tmp_path: Path, kind: str
) -> None:
    unpack(packages / f"talking-it-over-{kind}.zip", tmp_path)
    with Server(tmp_path) as server:
        page = new_page()
        dialogs: list[str] = []
        faults: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.goto(server.url + RECORDED)
        expect(page.get_by_text("No learning platform answers here.")).to_be_visible()
        page.get_by_role("button", name="Play", exact=True).click()
        expect(page.get_by_role("button", name="Pause")).to_be_visible()
        expect(page.locator("[data-caption]")).to_contain_text("welcome")
        page.goto("about:blank")
        assert (dialogs, faults) == ([], [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lesson", [RECORDED, GUIDE, OUTSIDE])
def test_its_pages_fit_into_320_pixels_and_axe_finds_nothing(
    new_page: NewPage, packages: Path, tmp_path: Path, lesson: str, scheme: str
) -> None:
    unpack(packages / "path-first-steps-scorm-1.2.zip", tmp_path)
    with Server(tmp_path) as server:
        page = new_page(width=320, scheme=scheme)
        page.goto(server.url + lesson)
        expect(page.get_by_text("No learning platform answers here.")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert axe_violations(page) == []


def test_without_javascript_every_word_is_there_and_no_button_that_does_nothing(
    new_page: NewPage, packages: Path, tmp_path: Path
) -> None:
    unpack(packages / "talking-it-over-scorm-1.2.zip", tmp_path)
    with Server(tmp_path) as server:
        page = new_page(javascript=False)
        page.goto(server.url + RECORDED)
        expect(page.get_by_role("heading", name="Transcript")).to_be_visible()
        assert [button for button in page.get_by_role("button").all() if button.is_visible()] == []

"""Every moment has an address: it opens the words and the recording there, and does not play by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.player_page import PlayerPage
from tests.browser.waiting import until
from tests.servers import Server

RECORDED = "webinars/talking-it-over/"
NARRATED = "webinars/a-short-script/"

NewPage = Callable[..., Page]


@pytest.mark.parametrize(
    ("address", "seconds", "words"),
    [
        ("?t=26", 26, "Nobody asked us."),
        ("?t=0m26s", 26, "Nobody asked us."),
        ("?t=0:26", 26, "Nobody asked us."),
        ("#t=26", 26, "Nobody asked us."),
        ("#t=26.5s", 26.5, "Nobody asked us."),
        ("#t-26", 26, "Nobody asked us."),
        ("#t-25", 25, "Nobody asked us."),
        ("#t=0", 0, "Hello, and welcome"),
        ("?t=10#t=26", 26, "Nobody asked us."),
        ("#t=59", 59, "Goodbye, and see you"),
    ],
)
def test_an_address_opens_its_moment(
    new_page: NewPage, fixture_served: Server, address: str, seconds: float, words: str
) -> None:
    player = PlayerPage(new_page(), fixture_served.url + RECORDED + address).ready()
    player.expect_time(seconds)
    paragraph = player.page.locator(".said[data-start]").filter(has_text=words)
    expect(paragraph).to_be_focused()
    expect(paragraph).to_be_in_viewport()
    assert player.is_paused
    expect(player.message).to_be_empty()


def test_a_chapters_address_opens_its_heading(new_page: NewPage, fixture_served: Server) -> None:
    player = PlayerPage(new_page(), f"{fixture_served.url}{RECORDED}#t-20").ready()
    player.expect_time(20)
    expect(player.page.get_by_role("heading", name="Talking about the pool").first).to_be_focused()
    expect(player.current_paragraph).to_contain_text("Who decided when the pool is open?")


def test_every_moment_of_a_narration_shows_its_words_and_its_slide(new_page: NewPage, fixture_served: Server) -> None:
    """The clock of the page and the clock of the recording are one."""
    page = new_page()
    player = PlayerPage(page, fixture_served.url + NARRATED).ready()
    for paragraph in page.locator(".said[data-start]").all():
        anchor = paragraph.get_by_role("link").get_attribute("href")
        page.evaluate("hash => { location.hash = hash; }", anchor)
        player.expect_time(float(str(paragraph.get_attribute("data-start"))))
        expect(paragraph).to_have_attribute("aria-current", "true")
        expect(player.current_paragraph).to_have_count(1)
        chapter = paragraph.locator("xpath=..").get_by_role("heading").inner_text()
        expect(page.locator(".slide[aria-current] .slide-title")).to_have_text(chapter)


def test_a_moment_keeps_its_place_when_the_address_changes(new_page: NewPage, fixture_served: Server) -> None:
    player = PlayerPage(new_page(), f"{fixture_served.url}{RECORDED}#t=26").ready()
    player.expect_time(26)
    player.page.evaluate("location.hash = '#t=41'")
    player.expect_time(41)
    player.page.go_back()
    player.expect_time(26)


def test_a_clip_stops_at_its_end_and_can_go_on(new_page: NewPage, fixture_served: Server) -> None:
    player = PlayerPage(new_page(), f"{fixture_served.url}{RECORDED}#t=40,41").ready()
    player.expect_message("This is a clip from 0:40 to 0:41.")
    player.button("Play").click()
    player.expect_playing()
    player.expect_message("The clip ends here. You can play on.")
    player.expect_paused()
    assert player.time == pytest.approx(41, abs=0.3)
    player.button("Play").click()
    until(player.page, "document.querySelector('audio').currentTime > 41.5")


def test_a_clip_from_the_start(new_page: NewPage, fixture_served: Server) -> None:
    player = PlayerPage(new_page(), f"{fixture_served.url}{RECORDED}#t=0,20").ready()
    player.expect_message("This is a clip from 0:00 to 0:20.")


def test_leaving_a_clip_does_not_stop_the_recording(new_page: NewPage, fixture_served: Server) -> None:
    player = PlayerPage(new_page(), f"{fixture_served.url}{RECORDED}#t=20,25").ready()
    player.expect_time(20)
    player.button("Play").click()
    player.expect_playing()
    player.page.locator(".said[data-start]").last.get_by_role("link").click()
    until(player.page, "document.querySelector('audio').currentTime > 53.5")
    assert not player.is_paused


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("?t=soon", "The time in this page's address cannot be read. This is the start."),
        ("#t=1:2:3:4", "The time in this page's address cannot be read. This is the start."),
        ("#t=-5", "The time in this page's address cannot be read. This is the start."),
        ("#t=", "The time in this page's address cannot be read. This is the start."),
        ("#t-abc", "The time in this page's address cannot be read. This is the start."),
        ("#t=<b>", "The time in this page's address cannot be read. This is the start."),
        ("#t=25m", "The time in this page's address is after the end, 1:00. This is the start."),
        ("#t-400", "The time in this page's address is after the end, 1:00. This is the start."),
        ("#t=1e99", "The time in this page's address cannot be read. This is the start."),
    ],
)
def test_a_moment_that_is_not_there_opens_the_start_and_says_why(
    new_page: NewPage, fixture_served: Server, address: str, message: str
) -> None:
    page = new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    player = PlayerPage(page, fixture_served.url + RECORDED + address).ready()
    player.expect_message(message)
    assert player.time == 0
    assert errors == []


@pytest.mark.parametrize("address", ["#t=40,20", "#t=40,soon"])
def test_a_clip_with_an_end_that_makes_no_sense_is_a_moment(
    new_page: NewPage, fixture_served: Server, address: str
) -> None:
    player = PlayerPage(new_page(), fixture_served.url + RECORDED + address).ready()
    player.expect_time(40)
    expect(player.message).to_be_empty()


def test_a_moment_in_the_address_comes_before_the_place_where_you_were(
    new_page: NewPage, fixture_served: Server
) -> None:
    page = new_page()
    player = PlayerPage(page, fixture_served.url + RECORDED).ready()
    page.evaluate("localStorage.setItem('doing-with:position:talking-it-over', '30')")
    page.goto(f"{fixture_served.url}{RECORDED}?t=41")
    player.ready().expect_time(41)
    expect(page.get_by_text("Carry on from")).to_be_hidden()


def test_without_javascript_an_address_jumps_to_the_words(new_page: NewPage, fixture_served: Server) -> None:
    page = new_page(javascript=False)
    page.goto(f"{fixture_served.url}{RECORDED}#t-46")
    expect(page.locator("#t-46")).to_be_in_viewport()
    expect(page.locator("#t-46")).to_contain_text("Thank you. We will be there.")

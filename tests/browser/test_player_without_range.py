"""Hosts that ignore Range requests: every moment can still be reached (platform.md calls it the Blob cure)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.player_page import PlayerPage
from tests.servers import Server

RECORDED = "webinars/talking-it-over/"
NARRATED = "webinars/a-short-script/"

NewPage = Callable[..., Page]


@pytest.fixture
def player(new_page: NewPage, fixture_served_without_range: Server) -> PlayerPage:
    """The recorded webinar on such a host."""
    return PlayerPage(new_page(), fixture_served_without_range.url + RECORDED).ready()


def test_the_fault_is_real(player: PlayerPage) -> None:
    """Chromium takes such a recording for one that cannot be moved about in: else the cure could go."""
    assert player.media.evaluate("media => media.seekable.end(0)") == 0
    assert player.media.evaluate("media => media.duration") == 60


def test_nothing_more_is_fetched_by_those_who_only_read(player: PlayerPage) -> None:
    assert not str(player.media.evaluate("media => media.currentSrc")).startswith("blob:")


@pytest.mark.parametrize("address", ["#t=40", "?t=40s", "#t-40"])
def test_an_address_opens_its_moment(new_page: NewPage, fixture_served_without_range: Server, address: str) -> None:
    player = PlayerPage(new_page(), fixture_served_without_range.url + RECORDED + address)
    player.expect_time(40)
    expect(player.current_paragraph).to_contain_text("Then the next timetable starts with you.")
    expect(player.caption).to_contain_text("Then the next timetable starts with you.")
    expect(player.message).to_be_empty()
    assert player.is_paused


def test_a_time_in_the_transcript_plays_from_there(player: PlayerPage) -> None:
    player.page.locator(".said[data-start]").last.get_by_role("link").click()
    player.expect_time(53)
    player.expect_playing()


def test_a_narration_is_reached_too(new_page: NewPage, fixture_served_without_range: Server) -> None:
    player = PlayerPage(new_page(), fixture_served_without_range.url + NARRATED).ready()
    last = player.page.locator(".said[data-start]").last
    last.get_by_role("link").click()
    player.expect_time(float(str(last.get_attribute("data-start"))))
    player.expect_playing()
    expect(last).to_have_attribute("aria-current", "true")


def test_the_buttons_and_the_speed_work(player: PlayerPage) -> None:
    player.page.get_by_label("Speed").select_option("1.5")
    player.button("Forward 15 seconds").click()
    player.expect_time(15)
    player.button("Forward 15 seconds").click()
    player.expect_time(30)
    assert player.media.evaluate("media => media.playbackRate") == 1.5


def test_a_file_that_cannot_be_fetched_whole_is_told(player: PlayerPage) -> None:
    player.page.route("**/talk.wav", lambda route: route.abort())
    player.button("Forward 15 seconds").click()
    player.expect_message("You cannot jump in this recording. Play it from the start, or download it.")


def test_a_video_on_another_storage_is_reached_and_has_its_captions_below(
    new_page: NewPage, fixture_served: Server, fixture_site: Path
) -> None:
    """The storage is a stand-in; Chromium looks at what a file is, not at its name."""
    page = new_page()
    file = fixture_site / "webinars" / "talking-it-over" / "talk.wav"
    headers = {"Access-Control-Allow-Origin": "*"}
    page.route("https://media.example.org/talk.webm", lambda route: route.fulfill(path=file, headers=headers))
    player = PlayerPage(page, f"{fixture_served.url}webinars/kept-on-our-own-storage/#t=21").ready()
    player.expect_time(21)
    expect(player.caption).to_contain_text("The pool is open on Tuesdays.")
    assert player.media.evaluate("media => media.tagName") == "VIDEO"
    modes = player.media.evaluate("media => [...media.textTracks].map((track) => track.mode)")
    assert "showing" not in modes

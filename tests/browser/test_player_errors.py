"""What goes wrong with a recording: said as it is, with the place and the focus kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.player_page import PlayerPage
from tests.servers import Server

RECORDED = "webinars/talking-it-over/"
SILENT = "This plays without sound: check your speakers or headphones."
PART = 2_500_000
"""Bytes: 26 seconds of the recording."""

# As Firefox does where there is nothing to play sound with: the error comes, and the clock runs on.
BREAK_SOUND = """media => {
  Object.defineProperty(media, 'error', { value: { code: MediaError.MEDIA_ERR_DECODE } });
  media.dispatchEvent(new Event('error'));
}"""

NewPage = Callable[..., Page]


class Breaking:
    """A host that sends the start of the recording, and nothing more until it is ``mended``."""

    def __init__(self, page: Page, file: Path) -> None:
        self.asked = 0
        self.is_mended = False
        self._body = file.read_bytes()
        page.route("**/talk.wav", self._answer)

    def _answer(self, route: Route) -> None:
        self.asked += 1
        if self.is_mended:
            route.continue_()
        elif route.request.headers.get("range") == "bytes=0-":
            size = len(self._body)
            headers = {"Content-Range": f"bytes 0-{PART - 1}/{size}", "Accept-Ranges": "bytes"}
            route.fulfill(status=206, body=self._body[:PART], headers=headers, content_type="audio/x-wav")
        else:
            # Not an aborted one: Chromium would ask thirty times again.
            route.fulfill(status=404)


@pytest.fixture
def page(new_page: NewPage) -> Page:
    return new_page()


def test_an_error_while_it_plays_on_is_about_sound_and_leaves_all_else(page: Page, fixture_served: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    player = PlayerPage(page, fixture_served.url + RECORDED).ready()
    player.button("Play").click()
    player.expect_playing()
    asked.clear()
    player.media.evaluate(BREAK_SOUND)
    player.expect_message(SILENT)
    expect(player.button("Pause")).to_be_focused()
    expect(page.locator(".stage")).to_be_visible()
    assert not player.is_paused
    assert not any(address.endswith("talk.wav") for address in asked)
    page.get_by_role("link", name="Saying goodbye").click()
    expect(player.caption).to_contain_text("Then the next timetable starts with you.")


def test_an_error_while_paused_says_nothing_until_it_is_played(page: Page, fixture_served: Server) -> None:
    player = PlayerPage(page, fixture_served.url + RECORDED).ready()
    player.media.evaluate(BREAK_SOUND)
    player.button("Play").click()
    player.expect_message(SILENT)


def test_a_recording_that_stops_keeps_place_and_focus(page: Page, fixture_served: Server, fixture_site: Path) -> None:
    host = Breaking(page, fixture_site / "webinars" / "talking-it-over" / "talk.wav")
    player = PlayerPage(page, fixture_served.url + RECORDED).ready()
    player.button("Forward 15 seconds").click()
    player.expect_time(15)
    player.button("Play").click()
    expect(player.message).to_have_text(
        re.compile(r"^The recording stopped at 0:[12]\d\. Load this page again to carry on\.$")
    )
    expect(player.button("Play")).to_be_focused()
    expect(page.locator(".stage")).to_be_visible()
    # Still broken: told again.
    player.button("Play").click()
    expect(player.button("Pause")).to_be_visible()
    expect(player.button("Play")).to_be_visible()
    host.is_mended = True
    page.reload()
    carry_on = page.get_by_role("button", name=re.compile(r"^Carry on from 0:[12]\d$"))
    carry_on.click()
    player.expect_playing()
    assert player.time > 14


def test_a_recording_that_never_loads_keeps_the_focus_in_the_player_and_the_place(
    page: Page, fixture_served: Server
) -> None:
    waiting: list[Route] = []
    is_lost = False
    page.route("**/talk.wav", lambda route: route.abort() if is_lost else waiting.append(route))
    page.goto(fixture_served.url)
    page.evaluate("localStorage.setItem('doing-with:position:talking-it-over', '30')")
    page.goto(fixture_served.url + RECORDED, wait_until="domcontentloaded")
    page.get_by_role("button", name="Carry on from 0:30").click()
    is_lost = True
    for route in waiting:
        route.abort()
    message = page.get_by_role("status")
    expect(message).to_contain_text("The recording does not load.")
    expect(message).to_be_focused()
    page.unroute_all(behavior="ignoreErrors")
    page.reload()
    expect(page.get_by_role("button", name="Carry on from 0:30")).to_be_visible()


def test_captions_that_are_missing_do_not_break_the_recording(page: Page, fixture_served: Server) -> None:
    page.route("**/captions.*.vtt", lambda route: route.abort())
    with page.expect_event("requestfailed", lambda request: request.url.endswith(".vtt")):
        player = PlayerPage(page, fixture_served.url + RECORDED).ready()
    player.button("Play").click()
    player.expect_playing()
    expect(player.message).to_be_empty()
    assert not str(player.media.evaluate("media => media.currentSrc")).startswith("blob:")

"""What assistive technology gets of a webinar's page: the accessibility tree, and what a screen reader says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.player_page import PlayerPage
from tests.browser.waiting import until
from tests.golden import assert_golden
from tests.servers import Server

RECORDED = "webinars/talking-it-over/"
NARRATED = "webinars/a-short-script/"
SCREEN_READER = (
    Path(__file__).parent.parent / "node/node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
)

NewPage = Callable[..., Page]


@pytest.mark.parametrize(
    ("name", "address", "part"),
    [
        ("webinar-recorded", RECORDED, ".theatre"),
        # The times of a narration may differ between machines by a breath, so they are left out.
        ("webinar-narrated", NARRATED, ".theatre"),
        ("webinar-outside", "webinars/elsewhere-on-youtube/", ".play"),
        ("webinar-embed", RECORDED + "embed/", "main"),
    ],
)
def test_the_accessibility_tree(new_page: NewPage, fixture_served: Server, name: str, address: str, part: str) -> None:
    page = new_page()
    page.goto(fixture_served.url + address)
    if address.startswith((RECORDED, NARRATED)):
        until(page, "document.querySelector('audio').readyState > 0")
    tree = page.locator(part).aria_snapshot()
    if address == NARRATED:
        tree = re.sub(r"\d+:\d\d|#t-\d+", "TIME", tree)
    assert_golden(f"tree-{name}.yml", tree)


def spoken(page: Page, selector: str) -> list[str]:
    """What a screen reader says from the start to the end of this part, item by item."""
    script = SCREEN_READER.read_text(encoding="utf-8")
    # From the page's own address, so that its policy stays as strict as it is.
    page.route("**/screen-reader.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    phrases: list[str] = page.evaluate(
        """async (selector) => {
          const { virtual } = await import(new URL("/screen-reader.js", location.href).href);
          await virtual.start({ container: document.querySelector(selector) });
          const first = await virtual.lastSpokenPhrase();
          do await virtual.next(); while (await virtual.lastSpokenPhrase() !== `end of ${first}`);
          const said = await virtual.spokenPhraseLog();
          await virtual.stop();
          return said;
        }""",
        selector,
    )
    return phrases


def in_order(said: list[str], expected: list[str]) -> None:
    """Each of these is said, one after the other."""
    place = -1
    for phrase in expected:
        later = [number for number, words in enumerate(said) if phrase in words and number > place]
        assert later, f"'{phrase}' is not said after '{said[max(place, 0)]}': {said}"
        place = later[0]


def test_a_screen_reader_reads_the_player_then_the_chapters_then_the_words(
    new_page: NewPage, fixture_served: Server
) -> None:
    player = PlayerPage(new_page(), fixture_served.url + NARRATED).ready()
    # Until somebody goes into the talk, its cover stands there, which is decoration.
    slide = player.page.get_by_role("group", name="Current slide")
    expect(slide).to_have_count(0)
    player.button("Forward 15 seconds").click()
    expect(slide).to_be_visible()
    in_order(
        spoken(player.page, "main"),
        [
            "heading, Listen, level 2",
            "Computer voice.",
            "group, Current slide",
            "Opening the doors",
            "The doors are open.",
            "end of group, Current slide",
            "group, Player controls",
            "button, Play",
            "button, Back 15 seconds",
            "button, Forward 15 seconds",
            "button, Captions",
            "combobox, Caption size",
            "combobox, Speed",
            "button, Link to this moment",
            "end of group, Player controls",
            "status",
            "navigation, Chapters",
            "link, Opening the doors",
            "link, Saying what changed",
            "end of navigation",
            "heading, Transcript, level 2",
            "checkbox, Scroll along while it plays",
            "heading, Opening the doors, level 3",
            "[On the slide:",
            "link, Play from 0:00",
            "Imagine a club that opens its doors on Monday.",
            "Pause here and think",
            "[Pause to think: 5 seconds]",
            "heading, Asking before building, level 3",
            "heading, Saying what changed, level 3",
        ],
    )


def test_a_screen_reader_hears_who_speaks(new_page: NewPage, fixture_served: Server) -> None:
    player = PlayerPage(new_page(), fixture_served.url + RECORDED).ready()
    in_order(
        spoken(player.page, "[data-transcript]"),
        ["First Speaker:", "Hello, and welcome", "link, Play from 0:08", "Second Speaker:", "Hello from me too."],
    )


def test_what_is_hidden_is_not_said(new_page: NewPage, fixture_served: Server) -> None:
    player = PlayerPage(new_page(), fixture_served.url + NARRATED).ready()
    said = spoken(player.page, ".player")
    assert not any("Saying what changed" in phrase or "Carry on" in phrase for phrase in said)


def test_a_control_in_the_wrong_place_is_heard_there(new_page: NewPage, fixture_served: Server) -> None:
    """The planted fault: what the tests above promise to find, they find."""
    player = PlayerPage(new_page(), fixture_served.url + NARRATED).ready()
    player.page.evaluate("document.querySelector('.player').append(document.querySelector('[data-play]'))")
    with pytest.raises(AssertionError, match="is not said after"):
        in_order(spoken(player.page, ".player"), ["button, Play", "button, Back 15 seconds"])


def test_the_paragraph_being_spoken_is_marked_for_screen_readers_and_focus_stays(
    new_page: NewPage, fixture_served: Server
) -> None:
    player = PlayerPage(new_page(), fixture_served.url + NARRATED).ready()
    player.button("Play").click()
    player.expect_playing()
    expect(player.current_paragraph).to_have_count(1)
    expect(player.button("Pause")).to_be_focused()
    tree = player.page.locator("[data-transcript]").aria_snapshot()
    assert "Imagine a club" in tree

"""The stage of a narrated webinar: slides and points in time, who speaks, a countdown, and the word being said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import COLOUR_RULES, axe_violations
from tests.browser.player_page import PlayerPage
from tests.browser.waiting import until
from tests.servers import Server
from tests.stage import SLUG

TALK = f"webinars/{SLUG}/"
LAYOUTS = ["statement", "points", "steps", "ladder", "compare", "number", "question", "quote", "scene"]

NewPage = Callable[..., Page]


@pytest.fixture
def stage(new_page: NewPage, stage_served: Server) -> PlayerPage:
    """The talk between two voices."""
    return PlayerPage(new_page(), stage_served.url + TALK).ready()


def seek(player: PlayerPage, seconds: float) -> None:
    """Goes to a moment without playing."""
    player.media.evaluate("(media, seconds) => { media.currentTime = seconds; }", seconds)
    player.expect_time(seconds)


def number(place: Locator, name: str) -> float:
    """A moment that stands in the page."""
    return float(place.get_attribute(name) or "")


def slide(player: PlayerPage, layout: str) -> Locator:
    """The first slide of a layout."""
    return player.page.locator(f".layout-{layout}").first


def test_every_slide_is_shown_from_its_moment_and_alone(stage: PlayerPage) -> None:
    shown = stage.page.locator(".slide")
    for index in range(shown.count()):
        seek(stage, number(shown.nth(index), "data-start") + 0.1)
        expect(shown.nth(index)).to_be_visible()
        assert stage.page.locator(".slide:visible").count() == 1
    assert {name for name in LAYOUTS if stage.page.locator(f".layout-{name}").count()} == set(LAYOUTS)


def drawn(player: PlayerPage) -> bool:
    """Whether every drawing that the slides have a place for is there."""
    found: bool = player.page.evaluate(
        """() => [...document.querySelectorAll('.slide use')].every(
             (use) => document.getElementById(use.getAttribute('href').slice(1))?.childElementCount)"""
    )
    return found


def test_what_is_drawn_on_slides_comes_with_the_first_look_at_them(stage: PlayerPage) -> None:
    cover, slides = stage.page.locator(".stage > .cover"), stage.page.locator(".slides")
    assert stage.page.locator(".slide use").count() > 10
    assert not drawn(stage)
    expect(cover).to_be_visible()
    expect(slides).to_be_hidden()
    seek(stage, 0.5)
    expect(slides).to_be_visible()
    expect(cover).to_be_hidden()
    until(stage.page, "document.querySelector('.slides > svg')")
    assert drawn(stage)
    # In the colours of the page.
    assert stage.page.evaluate("getComputedStyle(document.querySelector('.slides > svg .l-ink')).stroke") != "none"
    seek(stage, 9)
    assert stage.page.locator(".slides > svg").count() == 1


def test_drawings_that_do_not_come_are_asked_for_again(stage: PlayerPage) -> None:
    stage.page.route("**/drawings.svg", lambda route: route.abort())
    with stage.page.expect_event("requestfailed"):
        seek(stage, 0.5)
    expect(stage.page.locator(".slide[aria-current] p").first).to_be_visible()
    assert stage.page.locator(".slides > svg").count() == 0
    stage.page.unroute("**/drawings.svg")
    seek(stage, 9)
    until(stage.page, "document.querySelector('.slides > svg')")
    assert drawn(stage)


def test_points_come_when_they_are_said_and_go_when_a_reader_seeks_back(stage: PlayerPage) -> None:
    points = slide(stage, "points").get_by_role("listitem", include_hidden=True)
    moments = [number(points.nth(index), "data-from") for index in range(points.count())]
    assert moments == sorted(moments)
    assert len(set(moments)) == 4
    start = number(slide(stage, "points"), "data-start")
    for said, moment in ((0, start + 0.05), (1, moments[0] + 0.1), (3, moments[2] + 0.1), (2, moments[1] + 0.1)):
        seek(stage, moment)
        for index in range(4):
            if index < said:
                expect(points.nth(index)).to_be_visible()
            else:
                expect(points.nth(index)).to_be_hidden()


def test_the_stage_says_who_speaks_with_captions_or_without(stage: PlayerPage) -> None:
    speaker = stage.page.locator("[data-speaker]")
    expect(speaker).to_have_text("Computer voice 1")
    second = stage.page.locator(".said", has_text="Computer voice 2:").first
    seek(stage, number(second, "data-start") + 0.2)
    expect(speaker).to_have_text("Computer voice 2")
    stage.button("Captions").click()
    seek(stage, 0.5)
    expect(speaker).to_have_text("Computer voice 1")
    expect(stage.caption).to_be_hidden()


def test_a_question_counts_down_its_pause_and_says_so_twice(stage: PlayerPage) -> None:
    clock = stage.page.locator("[data-countdown]")
    seconds = clock.locator("[data-seconds]")
    told = stage.page.locator("[data-pause]")
    end = number(clock, "data-until")
    seek(stage, end - 10.5)
    expect(seconds).to_have_text("10")
    expect(told).to_be_empty()
    # Without motion it goes in steps of five.
    seek(stage, end - 7.5)
    expect(seconds).to_have_text("10")
    expect(told).to_have_text("Time to think: 10 seconds.")
    seek(stage, end - 3.5)
    expect(seconds).to_have_text("5")
    expect(told).to_have_text("Time to think: 10 seconds.")
    seek(stage, end + 1)
    expect(told).to_have_text("The talk goes on.")


def test_the_countdown_goes_by_seconds_where_motion_is_welcome(
    browser_page: PlayerPage,
) -> None:
    clock = browser_page.page.locator("[data-countdown]")
    seek(browser_page, number(clock, "data-until") - 7.5)
    expect(clock.locator("[data-seconds]")).to_have_text("8")


@pytest.fixture
def browser_page(new_page: NewPage, stage_served: Server) -> PlayerPage:
    """The talk for a reader who has not asked for less motion."""
    page = new_page()
    page.emulate_media(reduced_motion="no-preference")
    return PlayerPage(page, stage_served.url + TALK).ready()


def marked(player: PlayerPage) -> list[str]:
    """The words that are marked as being said."""
    found: list[str] = player.page.evaluate("[...(CSS.highlights.get('word-said') ?? [])].map(String)")
    return found


def test_the_word_being_said_is_marked_only_for_those_who_switch_it_on(stage: PlayerPage) -> None:
    asked: list[str] = []
    stage.page.on("request", lambda request: asked.append(request.url))
    switch = stage.page.get_by_label("Mark each word as it is said")
    expect(switch).not_to_be_checked()
    seek(stage, 0.1)
    assert marked(stage) == []
    assert not any("words.json" in url for url in asked)
    switch.check()
    until(stage.page, "CSS.highlights.get('word-said')")
    assert marked(stage) == ["Imagine"]
    second = stage.page.locator(".said", has_text="Computer voice 2:").first
    seek(stage, number(second, "data-start") + 0.05)
    until(stage.page, "String([...CSS.highlights.get('word-said')][0]) === 'So'")
    switch.uncheck()
    assert marked(stage) == []
    assert stage.page.evaluate("localStorage.getItem('doing-with:mark-words')") is None


def test_the_switch_is_remembered_by_readers_who_leave_before_it_works(stage: PlayerPage) -> None:
    # What marks is never there.
    stage.page.route("**/marking.js", lambda route: None)
    with stage.page.expect_request("**/marking.js"):
        stage.page.get_by_label("Mark each word as it is said").check()
    stage.page.reload()
    expect(stage.page.get_by_label("Mark each word as it is said")).to_be_checked()


def test_times_of_words_that_do_not_load_are_told(stage: PlayerPage) -> None:
    stage.page.route("**/words.json", lambda route: route.abort())
    switch = stage.page.get_by_label("Mark each word as it is said")
    # The click is undone, so it is no check.
    switch.click()
    expect(stage.page.locator("[data-message]")).to_have_text("The times of the words do not load. Try again later.")
    expect(switch).not_to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_any_layout(new_page: NewPage, stage_served: Server, width: int, scheme: str) -> None:
    player = PlayerPage(new_page(width=width, scheme=scheme), stage_served.url + TALK).ready()
    shown = player.page.locator(".slide")
    found: list[str] = []
    for index in range(shown.count()):
        # At its end, when all of its points are there.
        is_last = index + 1 == shown.count()
        end = number(shown.nth(index), "data-start") + 1 if is_last else number(shown.nth(index + 1), "data-start")
        seek(player, end - 0.4)
        expect(shown.nth(index)).to_be_visible()
        found += axe_violations(player.page, COLOUR_RULES if index else ())
    assert found == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_slide_is_cut_off_and_no_letter_is_small(new_page: NewPage, stage_served: Server, width: int) -> None:
    player = PlayerPage(new_page(width=width), stage_served.url + TALK).ready()
    faults = player.page.evaluate(
        """() => [...document.querySelectorAll('.slide-body *')].filter((part) => {
          const own = [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
          const slide = part.closest('.slide').getBoundingClientRect();
          const box = part.getBoundingClientRect();
          const isRead = own && !part.closest('.visually-hidden');
          return isRead && (parseFloat(getComputedStyle(part).fontSize) < 14
            || box.right > slide.right + 1 || box.bottom > slide.bottom + 1 || part.scrollWidth > part.clientWidth + 1
              && getComputedStyle(part).display !== 'inline');
        }).map((part) => part.outerHTML.slice(0, 120))"""
    )
    assert faults == []


def test_no_slide_of_a_talk_makes_the_stage_higher_on_a_laptop(site: Path, served: Server, new_page: NewPage) -> None:
    """Else the bar with Play stands lower for all of it."""
    page = new_page(width=1280, height=800)
    heights: dict[str, float] = {}
    for talk in sorted(folder.parent.name for folder in site.glob("webinars/*/drawings.svg")):
        page.goto(f"{served.url}webinars/{talk}/", wait_until="domcontentloaded")
        shape: float = page.evaluate(
            "(({ width, height }) => width / height)(document.querySelector('.stage').getBoundingClientRect())"
        )
        heights[talk] = shape
    assert len(heights) >= 12
    assert {talk: shape for talk, shape in heights.items() if abs(shape - 16 / 9) > 0.01} == {}


def test_without_javascript_the_slides_stand_in_the_transcript(new_page: NewPage, stage_served: Server) -> None:
    page = new_page(javascript=False)
    page.goto(stage_served.url + TALK)
    assert page.locator(".slides:visible").count() == 0
    expect(page.locator(".on-slide")).to_have_count(13)
    expect(page.locator(".on-slide").nth(3)).to_contain_text("[On the slide: A list. People in the room")

"""Firefox and WebKit: what readers do most works there too. All else is tested in Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.engines import ENGINES, Engine, Firefox, NotInstalledError
from tests.browser.reader import Reader
from tests.servers import Server

RECORDED = "webinars/talking-it-over/"
NARRATED = "webinars/a-short-script/"
MEDIA = "document.querySelector('audio')"
FOCUSED = "document.activeElement.textContent"
SILENT = "This plays without sound: check your speakers or headphones."


@pytest.fixture(scope="module", params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ENGINES])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """One browser for all tests; without one, the summary says that they were not run."""
    try:
        engine = ENGINES[request.param]()
    except NotInstalledError as error:
        pytest.skip(f"NOT RUN: the tests in {request.param}: {error}. scripts/setup-tests.sh says what to install.")
    yield engine
    engine.close()


@pytest.fixture
def reader(engine: Engine) -> Reader:
    """Somebody with an ordinary window."""
    engine.resize(1280, 900)
    return Reader(engine)


@pytest.fixture
def recorded(reader: Reader, fixture_served: Server) -> Iterator[Reader]:
    """At the recorded webinar, whose length is known; the device remembers nothing afterwards."""
    reader.open(fixture_served.url + RECORDED).until(f"{MEDIA}.readyState > 0")
    yield reader
    reader.engine.evaluate("(localStorage.clear(), sessionStorage.clear())")


def is_at(reader: Reader, seconds: float) -> None:
    """The recording comes to this moment, or has just played on from it."""
    reader.until(f"{MEDIA}.currentTime >= {seconds - 0.1} && {MEDIA}.currentTime < {seconds + 5}")


def test_it_plays_and_pauses_with_captions_and_slides(reader: Reader, fixture_served: Server) -> None:
    reader.open(fixture_served.url + NARRATED).until(f"{MEDIA}.readyState > 0")
    reader.click("Play")
    reader.until(f"{MEDIA}.currentTime > 0.5 && !{MEDIA}.paused")
    reader.sees("[data-caption]", "Imagine a club that opens its doors")
    reader.sees(".slide[aria-current]", "The doors are open.")
    reader.sees(".said[aria-current]", "Imagine a club")
    reader.click("Pause")
    reader.until(f"{MEDIA}.paused")


def test_without_a_sound_device_it_plays_to_the_end_and_says_so(recorded: Reader) -> None:
    """Firefox is started without one; WebKit then plays into nothing, and knows of no error."""
    recorded.click("Play")
    recorded.until(f"{MEDIA}.currentTime > 1")
    recorded.until(f"!{MEDIA}.paused && document.querySelector('[data-play]').checkVisibility()")
    assert recorded.engine.evaluate(f"Boolean({MEDIA}.error)") == isinstance(recorded.engine, Firefox)
    if isinstance(recorded.engine, Firefox):
        recorded.sees("[data-message]", SILENT)
    # Firefox has loaded nothing since the error, and the rest is not here yet.
    recorded.click_on("[...document.querySelectorAll('.said[data-start] .moment')].at(-1)")
    is_at(recorded, 53)
    recorded.sees(".said[aria-current]", "Goodbye")
    recorded.until(f"{MEDIA}.ended")
    if isinstance(recorded.engine, Firefox):
        recorded.sees("[data-message]", SILENT)


def test_the_buttons_and_the_times_in_the_transcript_go_to_their_moments(recorded: Reader) -> None:
    recorded.click("Forward 15 seconds")
    is_at(recorded, 15)
    recorded.click("Back 15 seconds")
    is_at(recorded, 0)
    recorded.click_on("[...document.querySelectorAll('.said[data-start] .moment')].at(-1)")
    is_at(recorded, 53)
    recorded.until(f"!{MEDIA}.paused")
    recorded.sees(".said[aria-current]", "")


def test_an_address_opens_its_moment(reader: Reader, fixture_served: Server) -> None:
    reader.open(f"{fixture_served.url}{RECORDED}#t=40").until(f"{MEDIA}.readyState > 0")
    is_at(reader, 40)
    reader.sees("[data-caption]", "Then the next timetable starts with you.")


def test_captions_have_a_language_and_can_be_off(recorded: Reader, fixture_served: Server) -> None:
    recorded.open(f"{fixture_served.url}{RECORDED}#t=21")
    recorded.choose("Caption language", "Welsh")
    recorded.sees("[data-caption][lang=cy]", "Pwy benderfynodd?")
    recorded.click("Captions")
    recorded.until("!document.querySelector('[data-caption]').checkVisibility()")


def test_carry_on_goes_there_and_plays(recorded: Reader, fixture_served: Server) -> None:
    recorded.click("Forward 15 seconds")
    recorded.click("Forward 15 seconds")
    recorded.click("Play")
    recorded.until(f"{MEDIA}.currentTime > 30.3")
    recorded.click("Pause")
    recorded.open(fixture_served.url + RECORDED)
    recorded.click("Carry on from 0:30")
    recorded.until(f"!{MEDIA}.paused")
    is_at(recorded, 30)
    recorded.until(f"{MEDIA}.currentTime > 30.3 && {FOCUSED} === 'Pause'")


def test_a_host_without_ranges_is_no_hindrance(reader: Reader, fixture_served_without_range: Server) -> None:
    reader.open(f"{fixture_served_without_range.url}{RECORDED}#t=40")
    is_at(reader, 40)
    reader.click("Play")
    reader.until(f"{MEDIA}.currentTime > 40.5")


def test_searching_finds_under_the_pages_policy(reader: Reader, served: Server) -> None:
    reader.open(served.url)
    reader.click("Search the site")
    reader.type("pay people")
    reader.type("Enter")
    reader.until("location.pathname === '/search/'")
    reader.until("document.querySelectorAll('[data-search] h2 a').length > 2")
    reader.until("document.querySelector('[data-search-status]').textContent.trim()")


def test_the_policy_is_kept(reader: Reader, served: Server) -> None:
    """Else the test above says nothing: what the policy forbids is refused in this browser."""
    reader.open(served.url)
    refused = """new Promise((tell) => {
      document.addEventListener("securitypolicyviolation", (event) => tell(event.effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "window.wasRun = true";
      document.head.append(script);
    })"""
    reader.engine.evaluate(f"(window.refused = {refused}, window.refused.then((name) => (window.refusal = name)), 0)")
    reader.until("window.refusal === 'script-src-elem'")
    assert reader.engine.evaluate("window.wasRun === undefined")


def test_a_filter_narrows_the_catalogue(reader: Reader, served: Server) -> None:
    reader.open(f"{served.url}webinars/")
    shown = "document.querySelectorAll('[data-catalogue] .cards > li:not([hidden])').length"
    all_of_them = reader.engine.evaluate(shown)
    reader.choose("Topic", "Access")
    reader.until(f"location.search === '?topic=access' && {shown} > 0 && {shown} < {all_of_them}")
    some = reader.engine.evaluate(shown)
    reader.sees("[data-count]", f"{some} of {all_of_them} webinars")


def test_the_menu_of_a_small_screen_opens_and_closes(reader: Reader, served: Server) -> None:
    reader.engine.resize(500, 800)
    reader.open(served.url)
    menu = "document.querySelector('#menu').checkVisibility()"
    reader.until(f"!{menu}")
    reader.click("Menu")
    reader.until(menu)
    reader.type("Escape")
    reader.until(f"!{menu} && {FOCUSED} === 'Menu'")


def test_a_tool_gives_its_answer(reader: Reader, served: Server) -> None:
    reader.open(f"{served.url}tools/which-rung/")
    questions = "document.querySelectorAll('[data-question]')"
    count = reader.engine.evaluate(f"{questions}.length")
    assert isinstance(count, int)
    for index in range(count):
        reader.click_on(f"{questions}[{index}].querySelector('input')")
        reader.until(f"{questions}[{index}].querySelector('input').checked")
        if index < count - 1:
            reader.click("Next")
            reader.until(f"{questions}[{index + 1}].checkVisibility()")
    reader.click("Show the rung")
    reader.sees("[role=region], section", "Your answers fit")


def test_the_colours_chosen_stay(reader: Reader, served: Server) -> None:
    reader.open(served.url)
    reader.choose("Colours", "Dark")
    reader.open(f"{served.url}tools/")
    reader.until("document.documentElement.dataset.scheme === 'dark'")
    reader.choose("Colours", "As on my device")

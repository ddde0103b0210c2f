"""The copy of the site, opened from a folder with the network off, in Chromium and in Firefox."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.offline.write import write_offline
from tests.browser.axe import axe_violations
from tests.browser.engines import Firefox, NotInstalledError
from tests.browser.reader import Reader
from tests.conftest import once
from tests.content import WORDS
from tests.test_offline import NO_ADDRESS, ROOT

NewPage = Callable[..., Page]

RECORDED = "webinars/talking-it-over/"
NARRATED = "webinars/a-short-script/"
MEDIA = "document.querySelector('audio')"


@pytest.fixture(scope="session")
def folder(shared: Path, site: Path) -> str:
    """Where the copy of the real site was unpacked, as an address."""
    return _unpacked(shared / "offline-site", site)


@pytest.fixture(scope="session")
def fixture_folder(shared: Path, fixture_site: Path) -> str:
    """Where the copy of the small site was unpacked, as an address."""
    return _unpacked(shared / "offline-fixture", fixture_site)


def _unpacked(folder: Path, site: Path) -> str:
    def make() -> None:
        with zipfile.ZipFile(write_offline(ROOT, NO_ADDRESS, WORDS, site, folder)) as archive:
            archive.extractall(folder)

    once(folder, make)
    return f"{(folder / 'doing-with').as_uri()}/"


@pytest.fixture
def page(new_page: NewPage) -> Iterator[Page]:
    """A page without a network; whatever fails in it fails the test."""
    page = new_page(offline=True)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: faults.append(request.url) if request.url.startswith("http") else None)
    yield page
    assert faults == []


def test_a_reader_comes_from_home_to_a_guide_and_through_the_list(page: Page, folder: str) -> None:
    page.goto(f"{folder}index.html")
    navigation = page.get_by_role("navigation", name="Main")
    navigation.get_by_role("link", name="A to Z").click()
    expect(page.get_by_role("heading", name="A to Z", level=1)).to_be_visible()
    page.get_by_role("link", name="Access checklist").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Access checklist")
    page.get_by_role("combobox", name="Colours").select_option("dark")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"


def test_a_webinar_plays_with_captions_slides_and_transcript(page: Page, fixture_folder: str) -> None:
    page.goto(f"{fixture_folder}{NARRATED}index.html")
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.locator("[data-caption]")).to_contain_text("Imagine a club that opens its doors")
    expect(page.locator(".slide[aria-current]")).to_contain_text("The doors are open.")
    expect(page.locator(".said[aria-current]")).to_contain_text("Imagine a club")
    page.goto(f"{fixture_folder}{RECORDED}index.html")
    page.locator(".said[data-start] .moment").last.click()
    expect(page.locator(".said[aria-current]")).to_contain_text("Goodbye")
    assert axe_violations(page) == []


def test_slides_go_on_the_wall(page: Page, fixture_folder: str) -> None:
    page.goto(f"{fixture_folder}{NARRATED}slides/index.html")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".projected.is-shown")).to_have_attribute("id", "slide-2")
    # The two windows could not tell each other anything.
    expect(page.get_by_role("button", name="words in a second window")).to_have_count(0)


def test_the_catalogue_can_be_narrowed(page: Page, fixture_folder: str) -> None:
    page.goto(f"{fixture_folder}webinars/index.html")
    everything = page.locator("[data-webinar]:visible").count()
    page.get_by_role("combobox").filter(has_text="Listen").select_option(label="Listen")
    page.wait_for_timeout(100)
    assert 0 < page.locator("[data-webinar]:visible").count() < everything


def test_the_tools_work_and_offer_no_address_of_this_computer(page: Page, folder: str) -> None:
    page.goto(f"{folder}tools/which-rung/index.html")
    page.get_by_role("button", name="All questions at once").click()
    for question in page.locator("[data-question]").all():
        question.locator("input").first.check()
    page.get_by_role("button", name="Show the rung").click()
    expect(page.get_by_role("region", name=re.compile("^Your answers fit"))).to_be_visible()
    assert not page.locator("[data-address]").is_visible()
    page.goto(f"{folder}tools/plan-on-a-page/index.html")
    page.locator("textarea").first.fill("A plan")
    with page.expect_download() as download:
        page.get_by_role("button", name="text").first.click()
    assert "file:" not in download.value.path().read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def firefox() -> Iterator[Reader]:
    """Firefox with an ordinary window; without one, the summary says that this was not run."""
    try:
        engine = Firefox()
    except NotInstalledError as error:
        pytest.skip(f"NOT RUN: the tests in Firefox: {error}. scripts/setup-tests.sh says what to install.")
    engine.resize(1280, 900)
    yield Reader(engine)
    engine.close()


@pytest.mark.xdist_group("Firefox")
def test_firefox_opens_it_too(firefox: Reader, fixture_folder: str) -> None:
    """Its folder has no server, so the network has no part in it."""
    firefox.open(f"{fixture_folder}{NARRATED}index.html").until(f"{MEDIA}.readyState > 0")
    firefox.click("Play")
    firefox.sees("[data-caption]", "Imagine a club that opens its doors")
    firefox.sees(".slide[aria-current]", "The doors are open.")
    firefox.open(f"{fixture_folder}{NARRATED}slides/index.html").until("document.querySelector('.is-shown')")
    firefox.open(f"{fixture_folder}webinars/index.html").until("document.querySelector('.is-ready')")
    firefox.open(f"{fixture_folder}index.html")
    styles = "[...document.styleSheets].map((sheet) => sheet.cssRules.length)"
    assert all(count > 0 for count in firefox.engine.evaluate(styles))  # type: ignore[attr-defined]

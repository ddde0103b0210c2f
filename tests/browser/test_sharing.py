"""The panel to share or cite a webinar, by keyboard, and where the browser lets nothing be copied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.servers import Server
from tests.stage import SLUG, write_stage

PUBLIC = "https://doing-with.org.uk/"
ADDRESS = f"{PUBLIC}webinars/{SLUG}/"
NewPage = Callable[..., Page]


@pytest.fixture(scope="module")
def stage(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The talk with a slide of every layout, as a page of a site with a public address."""
    folder = tmp_path_factory.mktemp("stage") / "site"
    folder.mkdir()
    write_stage(root, folder, PUBLIC)
    with Server(folder) as server:
        yield server


def opened(page: Page, stage: Server) -> Page:
    """The page, with the panel opened by keyboard."""
    page.goto(f"{stage.url}webinars/{SLUG}/")
    page.locator("[data-share] summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Starts at")).to_be_visible()
    return page


def test_a_clip_is_chosen_and_its_link_copied_by_keyboard(new_page: NewPage, stage: Server) -> None:
    page = opened(new_page(permissions=["clipboard-read", "clipboard-write"]), stage)
    page.keyboard.press("Tab")
    expect(page.get_by_label("Chapter", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Starts at")).to_be_focused()
    page.keyboard.type("0:05")
    page.keyboard.press("Tab")
    page.keyboard.type("0:12")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Link", exact=True)).to_have_value(f"{ADDRESS}#t=5,12")
    copy = page.get_by_role("button", name="Copy Link")
    copy.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-share-status]")).to_have_text("Link: copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{ADDRESS}#t=5,12"


def test_the_code_takes_the_clip_the_size_and_the_chapters(new_page: NewPage, stage: Server) -> None:
    page = opened(new_page(), stage)
    page.get_by_label("Chapter", exact=True).select_option(index=2)
    page.get_by_label("Size", exact=True).select_option("Small")
    page.get_by_label("With the list of chapters").uncheck()
    code = page.get_by_label("Code for your own site").input_value()
    start = page.get_by_label("Link", exact=True).input_value().partition("#t=")[2]
    assert start
    assert f'src="{ADDRESS}embed/?chapters=off#t={start}"' in code
    assert 'width="480" height="560"' in code


def test_where_copying_is_refused_the_text_is_marked_and_it_is_said(new_page: NewPage, stage: Server) -> None:
    page = new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    opened(page, stage)
    page.get_by_role("button", name="Copy Markdown").click()
    expect(page.locator("[data-share-status]")).to_contain_text("did not copy it")
    field = page.get_by_label("Markdown")
    expect(field).to_be_focused()
    selected = field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert selected == field.input_value()


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [("soon", "", "cannot be read"), ("9:59:59", "", "after the end"), ("0:09", "0:03", "stop after it starts")],
)
def test_a_time_that_cannot_be_is_told_and_the_link_stays(
    new_page: NewPage, stage: Server, start: str, end: str, said: str
) -> None:
    page = opened(new_page(), stage)
    page.get_by_label("Starts at").fill(start)
    page.get_by_label("Stops at").fill(end)
    page.get_by_label("Stops at").blur()
    page.get_by_label("Starts at").blur()
    expect(page.locator("[data-share-status]")).to_contain_text(said)
    expect(page.get_by_label("Starts at")).to_have_attribute("aria-invalid", "true")
    assert "soon" not in page.get_by_label("Link", exact=True).input_value()


def test_without_javascript_all_texts_are_there(new_page: NewPage, stage: Server) -> None:
    page = new_page(javascript=False)
    page.goto(f"{stage.url}webinars/{SLUG}/")
    page.locator("[data-share] summary").click()
    expect(page.get_by_label("Link", exact=True)).to_have_value(ADDRESS)
    expect(page.get_by_label("Markdown")).to_be_visible()
    expect(page.get_by_role("button", name="Copy Link")).to_be_hidden()

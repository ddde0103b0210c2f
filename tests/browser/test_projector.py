"""The slides for a wall: by keys, with the talk, and at a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.servers import Server
from tests.stage import SLUG, write_stage

NewPage = Callable[..., Page]


@pytest.fixture(scope="module")
def stage(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The talk with a slide of every layout."""
    folder = tmp_path_factory.mktemp("projector") / "site"
    folder.mkdir()
    write_stage(root, folder)
    with Server(folder) as server:
        yield server


def opened(page: Page, stage: Server, tail: str = "") -> Page:
    page.goto(f"{stage.url}webinars/{SLUG}/slides/{tail}")
    expect(page.locator("[data-projector].is-ready")).to_be_attached()
    return page


def shown(page: Page) -> str:
    """The id of the one slide that can be seen."""
    found = page.locator("[data-slide]:visible")
    expect(found).to_have_count(1)
    return str(found.get_attribute("id"))


def near_the_end_of(page: Page, slide: Locator) -> None:
    """Has the talk go on half a second before a slide ends."""
    end = float(str(slide.get_attribute("data-end")))
    page.evaluate("end => document.querySelector('audio').currentTime = end - 0.5", end)


def test_the_page_opens_with_its_title_and_the_whole_first_slide(new_page: NewPage, stage: Server) -> None:
    """On a phone, too: only an address that names a slide leads past the title."""
    page = opened(new_page(width=390, height=844), stage)
    page.wait_for_load_state("load")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
    expect(page.locator("#slide-1 .slide")).to_be_in_viewport(ratio=1)
    assert "#" not in page.url
    page.keyboard.press("ArrowRight")
    assert page.url.endswith("#slide-2")


def test_keys_turn_the_slides_and_the_turn_is_announced(new_page: NewPage, stage: Server) -> None:
    page = opened(new_page(), stage)
    assert shown(page) == "slide-1"
    for key, expected in (
        ("ArrowRight", "slide-2"), ("PageDown", "slide-3"), ("Space", "slide-4"), ("ArrowLeft", "slide-3"),
        ("PageUp", "slide-2"), ("Home", "slide-1"), ("ArrowLeft", "slide-1"),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert shown(page) == expected, key
    page.keyboard.press("End")
    last = page.locator("[data-slide]").count()
    assert shown(page) == f"slide-{last}"
    title = page.locator("#jump option").last.inner_text().partition(". ")[2]
    expect(page.get_by_role("status").first).to_have_text(f"Slide {last} of {last}: {title}")
    assert page.url.endswith(f"#slide-{last}")


def test_b_blacks_the_slide_and_the_next_slide_ends_it(new_page: NewPage, stage: Server) -> None:
    page = opened(new_page(), stage)
    page.keyboard.press("b")
    expect(page.locator("#slide-1 .slide")).to_be_hidden()
    expect(page.get_by_role("button", name="Black")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#slide-2 .slide")).to_be_visible()


def test_the_address_and_the_list_lead_to_a_slide_with_all_its_points(new_page: NewPage, stage: Server) -> None:
    page = opened(new_page(), stage, "#slide-3")
    assert shown(page) == "slide-3"
    points = page.locator("[data-slide]").filter(has=page.locator(".slide-list")).first
    number = str(points.get_attribute("id")).removeprefix("slide-")
    page.get_by_label("Go to slide").select_option(str(int(number) - 1))
    for point in points.locator(".slide-list li").all():
        expect(point).to_be_visible()


def test_a_question_counts_down_without_sound(new_page: NewPage, stage: Server) -> None:
    page = new_page()
    page.clock.install()
    opened(page, stage)
    question = page.locator("[data-think]").first
    seconds = int(str(question.get_attribute("data-think")))
    page.get_by_label("Go to slide").select_option(
        str(int(str(question.get_attribute("id")).removeprefix("slide-")) - 1)
    )
    figure = question.locator("[data-seconds]")
    expect(figure).to_have_text(str(seconds))
    page.clock.run_for(6_000)
    expect(page.locator("[data-status]")).to_have_text(f"{seconds} seconds to think.")
    assert int(figure.inner_text()) < seconds
    page.clock.run_for(seconds * 1000)
    expect(figure).to_have_text("0")
    expect(page.locator("[data-status]")).to_contain_text("time to think is over")


def test_the_talk_turns_the_slides_and_stops_after_a_question(new_page: NewPage, stage: Server) -> None:
    page = opened(new_page(), stage)
    question = page.locator("[data-think]").first
    index = int(str(question.get_attribute("id")).removeprefix("slide-")) - 1
    page.keyboard.press("p")
    expect(page.get_by_role("button", name="Stop the talk")).to_be_visible()
    before = page.locator("[data-slide]").nth(index - 1)
    page.evaluate(
        "([end]) => document.querySelector('audio').currentTime = end - 0.5",
        [float(str(before.get_attribute("data-end")))],
    )
    expect(question).to_be_visible()
    near_the_end_of(page, question)
    expect(page.get_by_role("button", name="Play the talk")).to_be_visible()
    assert shown(page) == f"slide-{index + 1}"
    page.keyboard.press("p")
    expect(page.locator("[data-slide]").nth(index + 1)).to_be_visible()


def test_a_second_window_follows(new_page: NewPage, stage: Server) -> None:
    page = opened(new_page(), stage)
    with page.context.expect_page() as second:
        page.get_by_role("button", name="Words in a second window").click()
    words = second.value
    expect(words.locator(".is-words-only.is-ready")).to_be_attached()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(words.locator("#slide-3 .projected-words")).to_be_visible()
    expect(words.locator("#slide-3 .slide")).to_be_hidden()
    words.keyboard.press("ArrowLeft")
    expect(page.locator("#slide-2 .slide")).to_be_visible()


def test_without_javascript_every_slide_is_there_with_its_words(new_page: NewPage, stage: Server) -> None:
    page = new_page(javascript=False)
    page.goto(f"{stage.url}webinars/{SLUG}/slides/")
    slides = page.locator("[data-slide]")
    assert slides.count() > 5
    for slide in (slides.first, slides.last):
        expect(slide.locator(".slide")).to_be_visible()
        expect(slide.locator(".projected-words")).to_be_visible()


def test_the_handout_has_every_slide_and_lines_for_notes_and_nothing_to_press(new_page: NewPage, stage: Server) -> None:
    page = opened(new_page(width=720), stage)
    page.emulate_media(media="print")
    slides = page.locator("[data-slide]")
    assert slides.count() > 5
    for slide in slides.all():
        expect(slide.locator(".slide")).to_be_visible()
        expect(slide.locator(".note-lines span").last).to_be_visible()
    assert page.locator(":is(button, select):visible").count() == 0

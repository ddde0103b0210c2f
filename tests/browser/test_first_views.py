"""What a reader sees before scrolling does the job: for each kind of page, on a laptop and on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.kinds import PAGE_KINDS
from tests.servers import Server

NewPage = Callable[..., Page]

LAPTOP, PHONE = (1280, 800), (390, 844)

# The kind of page, its address, and what has to be whole in the first view on a laptop and on a phone.
FIRST_VIEWS = [
    ("webinar", "webinars/the-ladder/", ["h1", "h1 + p", ".player-voice", ".stage", ".caption", "[data-play]",
     "[data-seek]", "[data-captions]", "[data-speed]", "[data-full-screen]", "[data-copy]", ".chapters li:last-child"],
     ["h1", "h1 + p", ".player-voice", ".stage", ".caption", "[data-play]"]),
    ("player", "webinars/the-ladder/embed/", ["h1", ".player-voice", ".stage", ".caption", "[data-play]", "[data-seek]",
     "[data-captions]"], ["h1", ".stage", ".caption", "[data-play]"]),
    ("questions", "tools/which-rung/", ["h1", "h1 + p", "[data-step]", ".question.is-current"],
     ["h1", "[data-step]", ".question.is-current legend", ".question.is-current .choice >> nth=0"]),
    ("signs", "tools/is-it-real/", ["h1", "h1 + p", "#work", ".sign .choice >> nth=0"], ["h1", "#work"]),
    ("plan", "tools/plan-on-a-page/", ["h1", "h1 + p", "textarea >> nth=0"], ["h1", "textarea >> nth=0"]),
    ("home", "", ["h1", ".hero-words > p", ".doors", ".ladder-picture"],
     ["h1", ".hero-words > p", ".doors li:nth-child(2)"]),
    ("catalogue", "webinars/", ["h1", ".path-links", "#filter-topic", "#filter-sort", ".card-cover >> nth=0"],
     ["h1", ".path-links", "[data-fold]"]),
    ("guide", "do/saying-no/", ["h1", "h1 ~ p >> nth=0", ".toc summary", "h2 >> nth=0"],
     ["h1", "h1 ~ p >> nth=0", ".toc summary"]),
]  # fmt: skip


def is_within(part: Locator, size: tuple[int, int]) -> bool:
    """Whether all of it can be seen without scrolling."""
    box = part.bounding_box()
    assert box is not None
    return (
        box["y"] >= 0 and box["x"] >= 0 and box["y"] + box["height"] <= size[1] and box["x"] + box["width"] <= size[0]
    )


@pytest.mark.parametrize(("kind", "address", "laptop", "phone"), FIRST_VIEWS, ids=[view[0] for view in FIRST_VIEWS])
def test_the_first_view_of_each_kind_of_page_does_its_job(
    served: Server, new_page: NewPage, kind: str, address: str, laptop: list[str], phone: list[str]
) -> None:
    outside = []
    for size, parts in ((LAPTOP, laptop), (PHONE, phone)):
        page = new_page(width=size[0], height=size[1])
        page.goto(served.url + address)
        for selector in parts:
            part = page.locator(f"main >> {selector}").first
            expect(part).to_be_visible()
            if not is_within(part, size):
                outside.append((size, selector, part.bounding_box()))
    assert outside == []


def test_what_stands_lower_is_noticed(served: Server, new_page: NewPage) -> None:
    page = new_page(width=LAPTOP[0], height=LAPTOP[1])
    page.goto(f"{served.url}webinars/the-ladder/")
    page.evaluate("() => { document.querySelector('h1').style.marginBlockEnd = '20rem'; }")
    assert not is_within(page.locator("[data-play]"), LAPTOP)


def test_the_caption_never_lies_on_the_slide(served: Server, new_page: NewPage) -> None:
    for width, height in (LAPTOP, PHONE):
        page = new_page(width=width, height=height)
        page.goto(f"{served.url}webinars/the-ladder/")
        stage, caption = (page.locator(part).bounding_box() for part in (".stage", ".caption"))
        assert stage
        assert caption
        assert caption["y"] >= stage["y"] + stage["height"] - 1


def test_the_header_is_one_line_on_a_laptop(served: Server, new_page: NewPage) -> None:
    page = new_page(width=LAPTOP[0], height=LAPTOP[1])
    page.goto(served.url)
    assert page.get_by_role("banner").evaluate("header => header.offsetHeight") <= 72


def test_no_kind_of_page_is_wider_than_the_window_with_letters_twice_as_large(
    served: Server, new_page: NewPage
) -> None:
    """As a reader's own style sheet makes them: media queries do not know of that (WCAG 1.4.4)."""
    page = new_page(*LAPTOP)
    wide: list[str] = []
    for kind, path in PAGE_KINDS.items():
        page.goto(served.url + path, wait_until="domcontentloaded")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(kind)
    assert wide == []

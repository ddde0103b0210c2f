"""The frame of every page: its accessibility tree, forced colours, print, and links that lead somewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import PAGE_KINDS
from tests.golden import assert_golden
from tests.servers import Server

NewPage = Callable[..., Page]


def test_the_accessibility_tree_of_header_navigation_and_footer_is_as_reviewed(
    served: Server, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(served.url + "do/access/")
    parts = {
        "header": page.get_by_role("banner"),
        "section": page.get_by_role("navigation", name="Do it", exact=True),
        "previous-next": page.get_by_role("navigation", name="Previous and next page"),
        "footer": page.get_by_role("contentinfo"),
    }
    for name, part in parts.items():
        assert_golden(f"tree-{name}.yml", part.aria_snapshot())


def test_on_a_small_screen_the_tree_has_the_menu_closed(served: Server, new_page: NewPage) -> None:
    page = new_page(width=320)
    page.goto(served.url + "do/access/")
    assert_golden("tree-header-small.yml", page.get_by_role("banner").aria_snapshot())


def test_forced_colours_keep_focus_and_the_current_page_visible(served: Server, new_page: NewPage) -> None:
    page = new_page(forced_colors="active")
    page.goto(served.url + "do/access/")
    link = page.get_by_role("navigation", name="Do it", exact=True).locator("[aria-current=page]")
    edge = "a => getComputedStyle(a).borderInlineStartColor"
    other = page.get_by_role("navigation", name="Do it", exact=True).get_by_role("link").first
    assert link.evaluate(edge) != other.evaluate(edge)
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_print_leaves_out_the_frame_and_adds_addresses(served: Server, new_page: NewPage) -> None:
    page = new_page()
    page.goto(served.url + "do/access/")
    page.emulate_media(media="print")
    assert not page.get_by_role("banner").is_visible()
    assert not page.get_by_role("contentinfo").is_visible()
    links = page.locator("main a[href^='https://www.littlecog']")
    printed = [link.evaluate("a => getComputedStyle(a, '::after').content") for link in links.all()]
    # In the list of sources, and not also in the middle of a sentence.
    assert ["littlecog" in content for content in printed] == [False] * (len(printed) - 1) + [True]


@pytest.mark.parametrize("width", [700, 1600])
def test_on_paper_of_any_width_a_picture_covers_no_words(served: Server, new_page: NewPage, width: int) -> None:
    page = new_page(width=width)
    page.goto(served.url + "understand/")
    page.emulate_media(media="print")
    covered = page.evaluate(
        """() => {
          const picture = document.querySelector('.spot').getBoundingClientRect();
          const text = document.createTreeWalker(document.querySelector('.content'), NodeFilter.SHOW_TEXT);
          const found = [];
          while (text.nextNode()) {
            const range = new Range();
            range.selectNodeContents(text.currentNode);
            const over = [...range.getClientRects()].some((words) => words.width > 1 &&
              words.left < picture.right - 1 && words.right > picture.left + 1 &&
              words.top < picture.bottom - 1 && words.bottom > picture.top + 1);
            if (over && !text.currentNode.parentElement.closest('.spot')) found.push(text.currentNode.data.trim());
          }
          return found.filter(Boolean);
        }"""
    )
    assert covered == []


def test_paper_has_no_buttons(served: Server, new_page: NewPage) -> None:
    """Words of the glossary are buttons on a screen, and words on paper."""
    page = new_page()
    pressed = {}
    for kind, path in PAGE_KINDS.items():
        page.goto(served.url + path)
        page.emulate_media(media="print")
        pressed[kind] = page.locator(":is(button:not(.term), select):visible").count()
        page.emulate_media(media="screen")
    assert {kind: count for kind, count in pressed.items() if count} == {}


def test_a_page_that_is_not_there_leads_on(served: Server, new_page: NewPage) -> None:
    page = new_page()
    response = page.goto(served.url + "nowhere/")
    assert response is not None
    assert response.status == 404
    assert page.get_by_role("heading", level=1).inner_text() == "This page is not here"


def test_the_main_line_of_text_holds_45_to_80_characters(served: Server, new_page: NewPage) -> None:
    page = new_page()
    page.goto(served.url + "do/access/")
    longest = page.evaluate("""() => {
      const paragraph = [...document.querySelectorAll('main article > p')].sort(
        (a, b) => b.textContent.length - a.textContent.length)[0];
      const range = document.createRange();
      const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let node, lines = {};
      while ((node = text.nextNode())) {
        for (let i = 0; i < node.length; i++) {
          range.setStart(node, i); range.setEnd(node, i + 1);
          const top = Math.round(range.getBoundingClientRect().top / 8);
          lines[top] = (lines[top] || 0) + 1;
        }
      }
      return Math.max(...Object.values(lines));
    }""")
    assert 45 <= longest <= 80


def test_text_follows_the_size_that_the_reader_has_set(root: Path) -> None:
    css = (root / "docs/assets/css/site.css").read_text(encoding="utf-8")
    assert "font-size: 1.125rem" in css
    assert "px" not in css.split("body {")[1].split("}")[0]

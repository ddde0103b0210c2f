"""Each check of this folder is shown to fail: a fault is planted in a page, and the check has to say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.axe import axe_violations
from tests.browser.test_every_page import CUT_OFF, SCROLLS_SIDEWAYS
from tests.browser.test_keyboard import faults, walk
from tests.servers import Server

NewPage = Callable[..., Page]

PLANT = """html => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  document.querySelector('main').append(...holder.children);
}"""


@pytest.fixture
def page(fixture_served: Server, new_page: NewPage) -> Page:
    page = new_page()
    page.goto(fixture_served.url)
    return page


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<button></button>", "[button-name]"),
        ("<p id='low'>Contrast of 4.6 to 1</p>", "[color-contrast-enhanced]"),
        ("<p id='lower'>Contrast of 2.3 to 1</p>", "[color-contrast]"),
        ("<img src='assets/img/favicon.svg'>", "[image-alt]"),
        ("<h5>Skipped</h5>", "[heading-order]"),
        ("<input type='text'>", "[label]"),
        ("<a href='#'></a>", "[link-name]"),
        ("<nav aria-label='Main'><a href='#main'>Again</a></nav>", "[landmark-unique]"),
        ("<div><button id='tiny'>a</button><button id='tiny2'>b</button></div>", "[target-size]"),
    ],
)
def test_axe_reports_a_planted_fault(page: Page, html: str, rule: str) -> None:
    assert axe_violations(page) == []
    page.evaluate(PLANT, html)
    page.evaluate("""() => {
      const low = document.querySelector('#low');
      if (low) { low.style.color = '#757575'; low.style.background = '#ffffff'; }
      const lower = document.querySelector('#lower');
      if (lower) { lower.style.color = '#aaaaaa'; lower.style.background = '#ffffff'; }
      for (const link of document.querySelectorAll('#tiny, #tiny2')) {
        Object.assign(link.style, {
          minInlineSize: 0, minBlockSize: 0, padding: 0, border: 0, width: '8px', height: '8px', overflow: 'hidden',
        });
      }
    }""")
    assert any(rule in violation for violation in axe_violations(page))


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("b => { b.textContent = ''; }", "has no name"),
        ("b => { b.style.position = 'absolute'; b.style.insetInlineStart = '-400px'; }", "is outside the window"),
        ("b => { b.style.outline = 'none'; b.id = 'bare'; }", "shows no focus"),
        (
            "b => { b.style.minBlockSize = b.style.minInlineSize = '0'; b.style.padding = '0';"
            " b.style.inlineSize = b.style.blockSize = '9px'; b.style.overflow = 'hidden'; }",
            "is smaller than 24 px",
        ),
        (
            "b => { const cover = document.createElement('div'); document.body.append(cover);"
            " Object.assign(cover.style, {position: 'fixed', inset: '0', zIndex: 9, background: 'white'}); }",
            "is covered",
        ),
        ("b => { b.tabIndex = 3; }", "the focus does not follow the reading order"),
    ],
)
def test_the_keyboard_walk_reports_a_planted_fault(page: Page, script: str, message: str) -> None:
    page.evaluate(PLANT, "<button type='button' id='planted'>Planted</button>")
    page.locator("#planted").evaluate(script)
    assert any(message in fault for fault in faults(page, walk(page)))


def test_the_walk_reports_a_trap(page: Page) -> None:
    page.evaluate(PLANT, "<button type='button' id='planted'>Planted</button>")
    page.evaluate("""() => {
      const names = ['a', 'b'].map((id) => {
        const b = document.createElement('button');
        b.textContent = id;
        document.querySelector('main').append(b);
        return b;
      });
      document.addEventListener('keydown', (event) => {
        if (event.key !== 'Tab' || !document.querySelector('main').contains(document.activeElement)) return;
        event.preventDefault();
        names[document.activeElement === names[0] ? 1 : 0].focus();
      });
    }""")
    with pytest.raises(AssertionError, match="has not left the page"):
        walk(page)


def test_text_that_is_cut_off_and_a_page_that_scrolls_sideways_are_reported(page: Page) -> None:
    page.evaluate(PLANT, "<div id='cut'>Words that do not fit</div><div id='wide'>Wide</div>")
    page.evaluate("""() => {
      Object.assign(document.querySelector('#cut').style, {overflow: 'hidden', blockSize: '4px'});
      document.querySelector('#wide').style.inlineSize = '4000px';
    }""")
    assert any("cut" in html for html in page.evaluate(CUT_OFF))
    assert page.evaluate(SCROLLS_SIDEWAYS)

"""Whichever engine builds the site, its pages look the same."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.building.engines import ENGINES
from tests.browser.kinds import PAGE_KINDS
from tests.browser.waiting import until
from tests.conftest import site_by
from tests.servers import Server

NewPage = Callable[..., Page]

COMPARED = (
    "home",
    "guide",
    "ladder",
    "easier words",
    "story",
    "catalogue",
    "webinar",
    "questions",
    "glossary",
    "for trainers",
)
MOST = 0.001
"""The share of pixels that may differ."""

# The share of pixels that differ, of two PNG files in base64; 1 if their sizes do.
_DIFFERENCE = """async (files) => {
  const pictures = await Promise.all(files.map(async (file) => {
    const bytes = Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0));
    return createImageBitmap(new Blob([bytes], { type: "image/png" }));
  }));
  const [one, other] = pictures;
  if (one.width !== other.width || one.height !== other.height) return 1;
  const [a, b] = pictures.map((picture) => {
    const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    context.drawImage(picture, 0, 0);
    return new Uint32Array(context.getImageData(0, 0, picture.width, picture.height).data.buffer);
  });
  return a.reduce((count, pixel, index) => count + Number(pixel !== b[index]), 0) / a.length;
}"""


def difference(page: Page, one: bytes, other: bytes) -> float:
    """The share of pixels that differ between two PNG pictures."""
    return float(page.evaluate(_DIFFERENCE, [base64.b64encode(picture).decode() for picture in (one, other)]))


def pictures(page: Page, site: Path) -> dict[str, bytes]:
    """Each kind of page as a laptop shows it, as PNG."""
    found = {}
    with Server(site) as server:
        for kind in COMPARED:
            page.goto(server.url + PAGE_KINDS[kind])
            until(page, "document.readyState === 'complete'")
            found[kind] = page.screenshot()
    return found


@pytest.mark.parametrize("engine", [engine for engine in ENGINES if engine != "mkdocs"])
def test_pages_look_as_those_of_mkdocs(engine: str, shared: Path, new_page: NewPage) -> None:
    page = new_page(height=800)
    expected, found = (pictures(page, site_by(name, shared)) for name in ("mkdocs", engine))
    page.goto("about:blank")
    differences = {kind: difference(page, expected[kind], found[kind]) for kind in COMPARED}
    assert {kind: share for kind, share in differences.items() if share > MOST} == {}


def test_a_difference_is_seen(new_page: NewPage) -> None:
    page = new_page(width=200, height=100)
    page.set_content("<p>One</p>")
    one = page.screenshot()
    assert difference(page, one, page.screenshot()) == 0
    page.set_content("<p>Two</p>")
    assert difference(page, one, page.screenshot()) > MOST
    page.set_viewport_size({"width": 201, "height": 100})
    assert difference(page, one, page.screenshot()) == 1

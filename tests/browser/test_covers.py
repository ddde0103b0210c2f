"""Covers differ as pictures: in what stands where, not only in their colours."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.pictures import covers
from macros.pictures.covers import cover
from macros.pictures.shapes import Drawing
from macros.pictures.svg import standalone_svg
from macros.rendering.pictures import webinar_cover
from tests.content import catalogue_and_problems

WIDTH, HEIGHT = 128, 72

OUTLINES = """async ({svg, width, height}) => {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;base64,${svg}`;
  await image.decode();
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, width, height);
  const {data} = context.getImageData(0, 0, width, height);
  const at = (x, y) => data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3);
  const differ = (a, b) => Math.max(...[0, 1, 2].map((i) => Math.abs(a[i] - b[i]))) > 40;
  const outlines = [];
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width - 1; x++) {
      outlines.push(differ(at(x, y), at(x + 1, y)) || differ(at(x, y), at(x, y + 1)) ? 1 : 0);
    }
  }
  return outlines;
}"""
"""Where two neighbouring points differ in colour, whatever the colours are: the drawing without its hue."""

MOST_ALIKE = 0.65
"""How much of their outlines two covers may share (of what either has). The same one in other colours shares 0.8."""


def outlines(browser: Browser, drawings: Sequence[Drawing]) -> list[frozenset[int]]:
    """The points of each drawing that lie on an outline."""
    page = browser.new_page()
    found = []
    for drawing in drawings:
        svg = base64.b64encode(standalone_svg(drawing, "Cover").encode()).decode()
        points = page.evaluate(OUTLINES, {"svg": svg, "width": WIDTH, "height": HEIGHT})
        found.append(frozenset(index for index, on in enumerate(points) if on))
    page.close()
    return found


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of outlines that two drawings have in common, from 0 to 1."""
    return len(one & other) / len(one | other)


def alike(pictures: dict[str, frozenset[int]]) -> list[str]:
    """Each pair that is too much alike."""
    return [
        f"{one} and {other}: {likeness(pictures[one], pictures[other]):.2f}"
        for one, other in combinations(pictures, 2)
        if likeness(pictures[one], pictures[other]) > MOST_ALIKE
    ]


def test_the_covers_of_the_catalogue_differ_in_composition(root: Path, browser: Browser) -> None:
    catalogue, _ = catalogue_and_problems(root)
    assert catalogue is not None
    drawings = [webinar_cover(webinar) for webinar in catalogue.webinars]
    assert alike(dict(zip(catalogue.by_slug, outlines(browser, drawings), strict=True))) == []


TOPICS = (
    "access", "basics", "consultation", "delivery", "evaluation", "faux",
    "ladder", "money", "people", "power", "starting", "a-topic-of-its-own",
)  # fmt: skip


@pytest.mark.parametrize("topics", [TOPICS, ("people",)], ids=["many topics", "the same topic"])
def test_thirty_new_webinars_have_thirty_different_covers(topics: tuple[str, ...], browser: Browser) -> None:
    slugs = [f"a-made-up-webinar-{number}" for number in range(30)]
    drawings = [cover(slug, [topics[i % len(topics)]], range(1 + i % 3, 5 + i % 4)) for i, slug in enumerate(slugs)]
    assert alike(dict(zip(slugs, outlines(browser, drawings), strict=True))) == []


def test_the_same_cover_in_other_colours_does_not_count_as_another(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = cover("the-ladder", ["ladder"], [1, 2])
    monkeypatch.setattr(covers, "GROUNDS", covers.GROUNDS[::-1])
    monkeypatch.setattr(covers, "PEOPLE", covers.PEOPLE[::-1])
    # Another webinar's covers push out the one that was kept, which has the old colours.
    for other in range(10):
        cover(f"another-{other}", [], [])
    after = cover("the-ladder", ["ladder"], [1, 2])
    assert after != before
    assert len(alike(dict(zip(("before", "after"), outlines(browser, [before, after]), strict=True)))) == 1

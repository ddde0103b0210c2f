"""Lists of very many webinars come in pages: small ones, which lead to everything without JavaScript."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.checked import checked_content
from macros.content.content import Content
from macros.publishing.slices import publish_slices
from macros.rendering.a_to_z import entries, places, render_a_to_z, render_a_to_z_page, sliced
from macros.rendering.catalogue import cards_in_order, pages, render_catalogue, render_catalogue_page
from tests.many_webinars import CHAPTERS, with_many

MANY = 10_000
LARGEST = 100_000
"""Bytes of a page, compressed."""


@pytest.fixture(scope="module")
def many(fixture_project: Path) -> Content:
    return with_many(checked_content(fixture_project), MANY)


def links(html: str, selector: str) -> list[str]:
    return [str(link["href"]) for link in BeautifulSoup(html, "html.parser").select(selector)]


def compressed(html: str) -> int:
    return len(gzip.compress(html.encode()))


def test_every_page_of_the_catalogue_is_small_and_together_they_have_all_webinars(many: Content) -> None:
    slices = pages(cards_in_order(many.catalogue, (), many.words))
    first = render_catalogue(many.catalogue, "../", many.words)
    others = [render_catalogue_page(slices, number, "T", "../", many.words) for number in (2, len(slices))]
    assert max(map(compressed, (first, *others))) < LARGEST
    listed = [card.webinar.slug for part in slices for card in part]
    assert sorted(listed) == sorted(many.catalogue.by_slug)
    for html, number in zip((first, *others), (1, 2, len(slices)), strict=True):
        expected = [f"../webinars/{card.webinar.slug}/" for card in slices[number - 1]]
        assert links(html, ".cards h2 a") == expected
        assert links(html, ".slices a") == ["./", *(f"page-{n}.html" for n in range(2, len(slices) + 1))]
        assert links(html, ".slices [aria-current=page]") == ["./" if number == 1 else f"page-{number}.html"]


def test_every_page_of_the_index_is_small_and_each_letter_leads_to_its_first_page(many: Content) -> None:
    found = entries(many.catalogue, many.pages, many.terms, many.tools.signs, many.words)
    assert len(found) > MANY * CHAPTERS
    slices = sliced(found)
    first = render_a_to_z(found, "../", many.words)
    others = [render_a_to_z_page(slices, number, "T", "../", many.words) for number in (2, len(slices))]
    assert max(map(compressed, (first, *others))) < LARGEST
    lines = [line.first for groups in slices for part in groups.values() for line in part]
    assert [line.sort_key for line in lines] == list(dict.fromkeys(entry.sort_key for entry in found))
    where = places(slices, 2)
    start = next(number for number, groups in enumerate(slices, start=1) if "S" in groups)
    assert start > 2
    assert where["S"] == f"page-{start}.html#s"
    assert where["A"] == "./#a"
    assert links(others[0], ".letters a")[0] == "./#a"
    assert 'id="s"' in render_a_to_z_page(slices, start, "T", "../", many.words)


def test_a_site_with_few_webinars_has_one_page_of_each(site: Path, fixture_project: Path) -> None:
    assert list(site.rglob("page-*.html")) == []
    assert not (site / "webinars" / "cards.json").exists()
    for page in ("webinars/index.html", "a-z/index.html"):
        assert "data-slices" not in (site / page).read_text(encoding="utf-8")
    content = checked_content(fixture_project)
    assert "data-all" not in render_catalogue(content.catalogue, "../", content.words)


def test_further_pages_have_the_frame_and_the_filters_know_all_webinars(
    fixture_project: Path, fixture_site: Path, tmp_path: Path
) -> None:
    content = with_many(checked_content(fixture_project), 200)
    folder = tmp_path / "webinars"
    folder.mkdir()
    shutil.copy(fixture_site / "webinars" / "index.html", folder)
    publish_slices(content, tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == ["cards.json", "index.html", "page-2.html", "page-3.html"]
    soup = BeautifulSoup((folder / "page-3.html").read_text(encoding="utf-8"), "html.parser")
    assert soup.title is not None
    assert soup.title.get_text() == "Webinars, page 3 of 3 - Doing With"
    assert [heading.get_text() for heading in soup.select("h1")] == ["Webinars, page 3 of 3"]
    assert len(soup.select(".card")) == 200 - 2 * 96
    known = json.loads((folder / "cards.json").read_text(encoding="utf-8"))
    assert {card["slug"] for card in known} == set(content.catalogue.by_slug)
    assert all(set(card["filters"]) == {"topic", "rung", "audience", "length", "format"} for card in known)

"""A catalogue of many pages: filters see all webinars, and without them or without JavaScript its pages are linked."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.checked import checked_content
from macros.content.content import Content
from macros.publishing.slices import publish_slices
from macros.rendering.catalogue import CARDS_A_PAGE, render_catalogue
from macros.rendering.frame import framed
from tests.browser.axe import axe_violations
from tests.many_webinars import with_many
from tests.servers import Server

NewPage = Callable[..., Page]
COUNT = 230


@pytest.fixture(scope="module")
def content(fixture_project: Path) -> Content:
    return with_many(checked_content(fixture_project), COUNT)


@pytest.fixture(scope="module")
def served(content: Content, fixture_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The small site with a catalogue of many webinars, whose own pages are not there."""
    site = tmp_path_factory.mktemp("many") / "site"
    shutil.copytree(fixture_site, site)
    first = site / "webinars" / "index.html"
    article = f'<article class="content"><h1>Webinars</h1>{render_catalogue(content.catalogue, "../", content.words)}'
    first.write_text(framed(first.read_text(encoding="utf-8"), "Webinars", f"{article}</article>"), encoding="utf-8")
    publish_slices(content, site)
    with Server(site) as server:
        yield server


def slugs(page: Page) -> list[str]:
    shown = page.locator("[data-catalogue] .cards > li:not([hidden]) [data-webinar]")
    return [str(slug) for slug in shown.evaluate_all("cards => cards.map(card => card.dataset.webinar)")]


def test_a_filter_sees_the_webinars_of_all_pages(new_page: NewPage, served: Server, content: Content) -> None:
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served.url}webinars/")
    expect(page.locator("[data-count]")).to_have_text(f"{COUNT} webinars")
    expect(page.locator("[data-slices]")).to_be_visible()
    assert not any(url.endswith("cards.json") for url in asked)
    topic = content.catalogue.webinars[-1].topics[0]
    expected = [w.slug for w in content.catalogue.webinars if topic in w.topics]
    page.get_by_label("Topic", exact=True).select_option(topic.id)
    expect(page.locator("[data-count]")).to_have_text(f"{len(expected)} of {COUNT} webinars")
    assert slugs(page) == expected
    expect(page.locator("[data-slices]")).to_be_hidden()
    last = page.locator(".cards > li").last
    expect(last.get_by_role("link")).to_have_text(content.catalogue.by_slug[expected[-1]].title)
    expect(last.get_by_role("definition").first).to_have_text(topic.name)
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("[data-slices]")).to_be_visible()
    assert len(slugs(page)) == CARDS_A_PAGE


def test_a_long_answer_comes_part_by_part(new_page: NewPage, served: Server) -> None:
    page = new_page()
    page.goto(f"{served.url}webinars/?sort=title")
    more = page.get_by_role("button", name="Show more")
    expect(more).to_be_visible()
    assert len(slugs(page)) == CARDS_A_PAGE
    more.click()
    assert len(slugs(page)) == 2 * CARDS_A_PAGE
    expect(page.locator(".cards > li").nth(CARDS_A_PAGE).get_by_role("link")).to_be_focused()
    more.click()
    assert len(slugs(page)) == COUNT
    expect(more).to_be_hidden()


def test_where_the_list_does_not_load_the_page_says_so(new_page: NewPage, served: Server) -> None:
    page = new_page()
    page.route("**/cards.json", lambda route: route.abort())
    page.goto(f"{served.url}webinars/?sort=title")
    expect(page.locator("[data-count]")).to_contain_text("does not load")
    expect(page.locator("[data-slices]")).to_be_visible()


@pytest.mark.parametrize("address", ["webinars/", "webinars/page-2.html", "webinars/?sort=title"])
def test_its_pages_have_no_violations_and_fit_the_window(new_page: NewPage, served: Server, address: str) -> None:
    page = new_page(width=320)
    page.goto(served.url + address)
    expect(page.locator(".cards > li").first).to_be_visible()
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_javascript_its_pages_lead_to_every_webinar(
    new_page: NewPage, served: Server, content: Content
) -> None:
    page = new_page(javascript=False)
    page.goto(f"{served.url}webinars/")
    found: list[str] = []
    for number in range(len(page.locator(".slices a").all())):
        page.locator(".slices a").nth(number).click()
        found += page.locator(".card h2 a").evaluate_all("links => links.map(link => link.href.split('/').at(-2))")
    assert sorted(found) == sorted(content.catalogue.by_slug)

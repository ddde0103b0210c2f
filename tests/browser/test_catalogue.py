"""The catalogue: narrowed down and sorted in place, with its state in the address, and complete without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model import Catalogue
from tests.browser.axe import axe_violations
from tests.content import catalogue_of
from tests.servers import Server

NewPage = Callable[..., Page]


@pytest.fixture(scope="module")
def data(root: Path) -> Catalogue:
    return catalogue_of(root)


@pytest.fixture
def page(new_page: NewPage, served: Server) -> Page:
    page = new_page()
    page.goto(f"{served.url}webinars/")
    return page


def cards(page: Page) -> Locator:
    return page.locator("[data-catalogue] .cards > li:not([hidden])")


def slugs(page: Page) -> list[str]:
    """The webinars that are shown, in their order."""
    return cards(page).locator("[data-webinar]").evaluate_all("cards => cards.map(card => card.dataset.webinar)")


def test_a_filter_shows_the_webinars_that_fit_says_how_many_and_changes_the_address(
    page: Page, data: Catalogue
) -> None:
    expected = {w.slug for w in data.webinars if "access" in [topic.id for topic in w.topics]}
    assert 0 < len(expected) < len(data.webinars)
    page.get_by_label("Topic", exact=True).select_option(label="Access")
    assert set(slugs(page)) == expected
    expect(page.locator("[data-count]")).to_have_text(f"{len(expected)} of {len(data.webinars)} webinars")
    expect(page.locator("[data-count]")).to_have_attribute("role", "status")
    assert page.url.endswith("webinars/?topic=access")


@pytest.mark.parametrize("name", ["topic", "rung", "audience", "format"])
def test_each_filter_offers_only_what_some_webinar_has(page: Page, name: str) -> None:
    select = page.locator(f"select[name={name}]")
    values = select.locator("option").evaluate_all("options => options.map(option => option.value).filter(Boolean)")
    assert values
    for value in values:
        select.select_option(value)
        assert slugs(page), value


def test_filters_add_up(page: Page, data: Catalogue) -> None:
    page.goto(f"{page.url}?rung=consultation&audience=managers")
    expected = {
        w.slug
        for w in data.webinars
        if "consultation" in [rung.id for rung in w.rungs] and "managers" in [term.id for term in w.audiences]
    }
    assert set(slugs(page)) == expected


def test_webinars_are_sorted_in_place(page: Page, data: Catalogue) -> None:
    suggested = slugs(page)
    assert suggested[0] == "what-co-production-is"
    page.get_by_label("Sort by").select_option(label="Shortest first")
    by_slug = data.by_slug
    assert [int(by_slug[slug].duration) for slug in slugs(page)] == sorted(int(w.duration) for w in data.webinars)
    page.get_by_label("Sort by").select_option(label="Title")
    titles = [by_slug[slug].title for slug in slugs(page)]
    assert titles == sorted(titles, key=str.casefold)
    assert page.url.endswith("?sort=title")
    page.get_by_label("Sort by").select_option(label="Newest first")
    published = [by_slug[slug].published for slug in slugs(page)]
    assert published == sorted(published, reverse=True)
    page.get_by_label("Sort by").select_option(label="Suggested")
    assert slugs(page) == suggested


def test_clear_undoes_everything_in_one_step(page: Page, data: Catalogue) -> None:
    page.goto(f"{page.url}?topic=access&sort=title")
    assert len(slugs(page)) < len(data.webinars)
    page.get_by_role("button", name="Clear").click()
    assert sorted(slugs(page)) == sorted(w.slug for w in data.webinars)
    assert page.url.endswith("/webinars/")
    expect(page.locator("[data-count]")).to_have_text(f"{len(data.webinars)} webinars")


def test_going_back_and_forward_keeps_what_was_chosen(page: Page) -> None:
    page.get_by_label("Topic", exact=True).select_option("access")
    narrowed = slugs(page)
    page.get_by_label("Sort by").select_option("title")
    page.get_by_role("link", name="A worked example").or_(cards(page).get_by_role("link")).first.click()
    page.wait_for_url(lambda url: "/webinars/?" not in url)
    page.go_back()
    expect(page.get_by_label("Topic", exact=True)).to_have_value("access")
    expect(page.get_by_label("Sort by")).to_have_value("title")
    assert sorted(slugs(page)) == sorted(narrowed)
    page.go_back()
    expect(page.get_by_label("Sort by")).to_have_value("")
    page.go_back()
    expect(page.get_by_label("Topic", exact=True)).to_have_value("")
    page.go_forward()
    expect(page.get_by_label("Topic", exact=True)).to_have_value("access")


def test_a_webinars_topic_leads_to_the_catalogue_narrowed_to_it(new_page: NewPage, served: Server) -> None:
    page = new_page()
    page.goto(f"{served.url}webinars/access-first/")
    page.get_by_role("main").locator("a[href*='?topic=access']").first.click()
    expect(page.get_by_label("Topic", exact=True)).to_have_value("access")
    assert "access-first" in slugs(page)


@pytest.mark.parametrize(
    "query", ["?topic=nonsense", "?topic=%22%3E%3Cscript%3E", "?x=1&topic=", "?topic=access&topic=x"]
)
def test_an_address_with_what_the_catalogue_does_not_have_is_no_error(
    new_page: NewPage, served: Server, query: str
) -> None:
    page = new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served.url}webinars/{query}")
    expect(page.locator("[data-count]")).to_have_text(re.compile(r"^(\d+ of )?\d+ webinars$"))
    assert slugs(page)
    assert errors == []


def test_when_nothing_fits_the_page_says_so_and_what_to_do(page: Page, data: Catalogue) -> None:
    together = {(topic.id, rung.id) for webinar in data.webinars for topic in webinar.topics for rung in webinar.rungs}
    topics, rungs = ({pair[index] for pair in together} for index in (0, 1))
    topic, rung = min({(topic, rung) for topic in topics for rung in rungs} - together)
    page.get_by_label("Topic", exact=True).select_option(topic)
    page.get_by_label("Rung", exact=True).select_option(rung)
    expect(page.locator("[data-count]")).to_have_text(f"0 of {len(data.webinars)} webinars")
    expect(page.get_by_text("No webinar fits all of this.")).to_be_visible()


def test_the_keyboard_narrows_down_without_moving_the_focus(page: Page) -> None:
    page.get_by_label("Topic", exact=True).focus()
    page.keyboard.type("Acc")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Topic", exact=True)).to_have_value("access")
    expect(page.get_by_label("Topic", exact=True)).to_be_focused()


def test_without_javascript_all_webinars_are_listed_by_topic_with_links_to_each_topic(
    new_page: NewPage, served: Server, data: Catalogue
) -> None:
    page = new_page(javascript=False)
    page.goto(f"{served.url}webinars/")
    # The filters need a script; without one they leave no gap.
    assert page.locator(".catalogue-filters").bounding_box() is None
    expect(page.locator("[data-catalogue] form")).to_be_hidden()
    assert len(slugs(page)) == len(data.webinars)
    page.get_by_role("region", name="By topic").get_by_role("link", name="Pay and budgets").click()
    expect(page.get_by_role("heading", name="Pay and budgets")).to_be_in_viewport()
    listed = page.get_by_role("region", name="By topic").locator("h3 + ul a")
    assert listed.count() == sum(len(w.topics) for w in data.webinars)


def test_the_learning_paths_lead_to_their_pages(page: Page, served: Server) -> None:
    path = page.get_by_role("region", name=re.compile("New to this"))
    path.get_by_role("link").first.click()
    expect(page).to_have_url(f"{served.url}webinars/what-co-production-is/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_narrowed_catalogue_has_no_violations_and_fits_the_window(
    new_page: NewPage, served: Server, width: int, scheme: str
) -> None:
    page = new_page(width=width, scheme=scheme)
    page.goto(f"{served.url}webinars/?topic=access&sort=title")
    expect(page.locator("[data-count]")).to_have_text(re.compile(" of "))
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

"""What people take away of a webinar: links, code and citations that hold whatever its title has, and no address of
this computer."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from macros.model import Presenter, Webinar
from macros.publishing.plain_text import transcript_text
from macros.publishing.webinar_files import make_webinar_files
from macros.rendering.catalogue import render_ladder
from macros.rendering.sharing import citation, embed_code, render_qr_page, render_share
from macros.rendering.webinar import render_webinar
from macros.settings import Settings
from tests.content import WORDS
from tests.test_rendering_webinar import NARRATED, OUTSIDE, RECORDED, RUNG, webinar

PUBLIC = "https://doing-with.org.uk/"
PAGE = f"{PUBLIC}webinars/a-webinar/"
TITLES = ['Say "yes" & <b>no</b>', "]]> and [brackets](x)", "\u0645\u0631\u062d\u0628\u0627", "🏊 swim", "x" * 200]


def panel(shown: str) -> BeautifulSoup:
    return BeautifulSoup(shown, "html.parser")


@pytest.mark.parametrize("title", TITLES)
def test_the_code_and_the_citations_say_the_title_as_it_is(title: str) -> None:
    named = replace(NARRATED, title=title)
    code = BeautifulSoup(str(embed_code(named, PAGE)), "html.parser").iframe
    assert code
    assert (code["title"], code["src"]) == (title, f"{PAGE}embed/")
    cited = citation(named, PAGE, "Doing With", WORDS)
    assert f"{title}, 1 November 2026. {PAGE}" in cited.plain
    shown = BeautifulSoup(str(cited.html), "html.parser")
    assert [link.get_text() for link in shown.select("a")] == [title, named.licence.name]
    assert re.sub(r"\\(.)", r"\1", cited.markdown).startswith(f"Doing With: [{title}]({PAGE})")


def test_people_who_present_are_named_and_a_computer_voice_is_not() -> None:
    people = replace(RECORDED, presenters=(Presenter("A Person"), Presenter("B Person")))
    assert citation(people, PAGE, "Doing With", WORDS).plain.startswith("A Person, B Person, Doing With: ")
    assert citation(NARRATED, PAGE, "Doing With", WORDS).plain.startswith("Doing With: ")


@pytest.mark.parametrize("title", TITLES)
def test_the_fields_hold_what_was_made(title: str) -> None:
    named = replace(NARRATED, title=title)
    shown = panel(render_share(named, named.words.load()[0], "../../", PAGE, "Doing With", WORDS))
    cited = citation(named, PAGE, "Doing With", WORDS)
    texts = {field["id"]: field.get_text() for field in shown.select("textarea")}
    assert texts == {
        "share-embed": str(embed_code(named, PAGE)),
        "share-plain": cited.plain,
        "share-markdown": cited.markdown,
        "share-html": str(cited.html),
    }
    link = shown.select_one("#share-link")
    assert link
    assert link["value"] == PAGE


def test_every_field_has_a_label_and_what_needs_a_script_waits_for_it() -> None:
    shown = panel(render_share(NARRATED, NARRATED.words.load()[0], "../../", PAGE, "Doing With", WORDS))
    for field in shown.select("input, textarea, select"):
        assert shown.select_one(f'label[for="{field["id"]}"]'), field
    for control in shown.select("button, select, input[type=checkbox]"):
        assert control.find_parent(attrs={"hidden": True}) or control.has_attr("hidden"), control
    assert shown.select_one("[role=status]")


@pytest.mark.parametrize("shown", [RECORDED, OUTSIDE], ids=["recorded", "outside"])
@pytest.mark.parametrize("address", ["http://127.0.0.1:8000/", "http://localhost/", "/"])
def test_without_a_public_address_nothing_to_take_away_names_this_computer(shown: Webinar, address: str) -> None:
    settings = Settings("Doing With", address, "", "", "", "")
    made = make_webinar_files(shown, settings, WORDS)
    taken = [made.player, made.words, made.transcript, made.qr, made.files["transcript.txt"]]
    assert not any("127.0.0.1" in text or "localhost" in text for text in taken)
    assert made.qr == ""
    assert "no public address yet" in made.words
    assert "qr.html" not in made.words
    assert "<iframe src=" not in html.unescape(made.words)


def test_with_a_public_address_all_of_it_is_there() -> None:
    made = make_webinar_files(RECORDED, Settings("Doing With", PUBLIC, "", "", "", ""), WORDS)
    assert PAGE in made.qr
    assert 'href="qr.html"' in made.words
    assert f'value="{PAGE}"' in made.words
    assert PAGE in transcript_text(RECORDED, RECORDED.words.load()[0], PAGE, WORDS)


def test_the_qr_page_says_where_it_leads() -> None:
    page = panel(render_qr_page(webinar(NARRATED.recording), PAGE, WORDS))
    code = page.select_one("svg[role=img]")
    assert code
    assert code["aria-label"]
    assert PAGE in page.get_text()


def test_a_rung_has_a_link_to_itself_that_a_script_can_copy() -> None:
    page = panel(render_ladder([RUNG], "../../", WORDS))
    link = page.select_one("a[data-copy-link]")
    assert link
    assert (unquote(str(link["href"])), link.get_text()) == ("#informing", "Link to Informing")
    assert page.select_one("[data-copy-words]")


def test_the_page_of_a_webinar_leads_to_its_panel() -> None:
    made = render_webinar(NARRATED, NARRATED.words.load(), "../../", WORDS, PUBLIC, site_name="Doing With")
    assert 'href="#share"' in made.player
    assert 'id="share"' in made.words

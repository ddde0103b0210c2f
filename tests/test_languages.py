"""A page can be in another language than the site: it says so, leads to its other versions, and is not judged as
English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from macros.building.build import build
from macros.building.engines import ENGINES
from macros.checks.run import check_all
from macros.content.reading import read_parts
from macros.page_macros import Macros
from macros.rendering.language import in_language

PAGE = "docs/understand/yr-ysgol.md"
WELSH = """\
---
title: Yr ysgol
description: Tudalen o'r profion.
lang: cy
translation_of: understand/the-ladder.md
made:
  rung: informing
  by: made up for the tests
  when: 2026-11-01
---
# Yr ysgol

Mae'r dudalen hon yn [Gymraeg][seed]. Nid oes neb wedi gwirio'r geiriau hyn.

## Un {#un}

## Dau {#dau}

## Tri {#tri}

## Pedwar {#pedwar}

## Pump {#pump}
"""


@pytest.fixture
def project(copied_project: Path) -> Path:
    """The small project with a page in Welsh, whose words nobody who speaks it has checked."""
    (copied_project / PAGE).write_text(WELSH, encoding="utf-8")
    settings = copied_project / "mkdocs.yml"
    line = "      - understand/the-ladder.md\n"
    text = settings.read_text(encoding="utf-8")
    assert line in text
    settings.write_text(text.replace(line, f"{line}      - understand/yr-ysgol.md\n"), encoding="utf-8")
    return copied_project


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("lang: cy", "lang: cy", []),
        ("lang: cy", "lang: Welsh", ["'lang' has to be the code of a language, such as cy or pa-Guru, not 'Welsh'"]),
        ("lang: cy", "lang: zz", ["'zz' is the code of no language that we know; such codes are cy and pa-Guru"]),
        (
            "lang: cy",
            "lang: en",
            ["has the language of docs/understand/the-ladder.md ('en'); add the 'lang' of this page"],
        ),
        (
            "the-ladder.md",
            "the-latter.md",
            ["'understand/the-latter.md' is no page of docs/; did you mean 'understand/the-ladder.md'?"],
        ),
    ],
)
def test_what_a_page_says_of_its_language_is_checked(project: Path, old: str, new: str, expected: list[str]) -> None:
    (project / PAGE).write_text(WELSH.replace(old, new), encoding="utf-8")
    found = [problem.message for problem in check_all(project)[1] if problem.rule in ("languages", "yaml")]
    assert found == expected
    if not expected:
        assert check_all(project)[1] == []


def test_without_its_language_the_page_is_judged_as_english(project: Path) -> None:
    (project / PAGE).write_text(WELSH.replace("lang: cy\n", ""), encoding="utf-8")
    assert {problem.rule for problem in check_all(project)[1]} >= {"spelling", "guide-opening"}


def language_of(tag: Tag) -> str:
    """The language that a screen reader takes the words of an element to be in: its own, or that of what it is in."""
    return next(str(around["lang"]) for around in (tag, *tag.parents) if around.get("lang"))


def titles(page: BeautifulSoup) -> set[tuple[str, str]]:
    """The titles of pages in the section's navigation, but for its first, each with its language."""
    links = page.select(".section-nav li a")[1:]
    return {(link.get_text(), language_of(link.find("bdi") or link)) for link in links}


def contents(page: BeautifulSoup) -> tuple[str, str, str]:
    """The name of the list of contents, its language, and that of its entries."""
    (summary,) = page.select("nav.toc summary")
    return summary.get_text(), language_of(summary), language_of(page.select("nav.toc li a")[0])


def test_a_language_with_words_of_its_own_has_a_frame_in_it(project: Path) -> None:
    """Words that are only made for the test: nobody who speaks Welsh has checked them."""
    words = (
        "language: cy\nheader: {menu: Dewislen}\n"
        'page: {contents: "Ar y dudalen", sources: Ffynonellau, languages: "Mewn iaith arall:"}\n'
    )
    (project / "data/interface.cy.yml").write_text(words, encoding="utf-8")
    build(project, project / "site", "mkdocs", print, with_search=False)
    text = (project / "site/understand/yr-ysgol/index.html").read_text(encoding="utf-8")
    page = BeautifulSoup(text, "html.parser")
    (menu,) = page.select(".menu-button")
    assert (menu.get_text(), language_of(menu)) == ("Dewislen", "cy")
    assert contents(page) == ("Ar y dudalen", "cy", "cy")
    (sources,) = page.select("h2#sources")
    assert (sources.get_text(), language_of(sources)) == ("Ffynonellau", "cy")
    (switch,) = page.select("p.languages")
    assert (switch.get_text(), language_of(switch)) == ("Mewn iaith arall: English", "cy")
    # Titles of English pages stay English, and are said to be.
    assert titles(page) == {("Yr ysgol", "cy"), ("Real or faux?", "en-GB")}


@pytest.mark.parametrize("engine", ENGINES)
def test_what_macros_give_on_a_page_in_another_language_is_said_to_be_in_that_of_the_site(
    project: Path, engine: str
) -> None:
    calls = '\n{{ ladder() }}\n\n{{ picture("meeting") }}\n\n{{ webinar_card("talking-it-over") }}\n'
    macros = WELSH.replace("lang: cy\n", "lang: cy\nrender_macros: true\n").replace("## Un", f"{calls}\n## Un")
    (project / PAGE).write_text(macros, encoding="utf-8")
    talk = project / "docs/webinars/talking-it-over.md"
    talk.write_text(talk.read_text(encoding="utf-8").replace("---\n", "---\nlang: cy\n", 1), encoding="utf-8")
    build(project, project / "site", engine, print, with_search=False)

    def spoken(path: str, words: str) -> set[str]:
        page = BeautifulSoup((project / "site" / path).read_text(encoding="utf-8"), "html.parser")
        found = page.select_one("main").find_all(string=re.compile(words))
        return {language_of(text.parent) for text in found}

    page = "understand/yr-ysgol/index.html"
    assert spoken(page, "Co-design|Talking it over") == {"en-GB"}
    assert spoken(page, "Mae'r dudalen") == {"cy"}
    assert spoken("webinars/talking-it-over/index.html", "Transcript") == {"en-GB"}
    assert spoken("webinars/talking-it-over/transcript.html", "Transcript") == {"en-GB"}
    # Where the page is in the language of the site, there is nothing to say.
    english = (project / "site/webinars/elsewhere-on-vimeo/index.html").read_text(encoding="utf-8")
    assert 'lang="en-GB"' not in english.partition("<main")[2].partition("</main>")[0]


def test_all_words_of_every_macro_stand_in_elements_that_can_say_their_language(root: Path) -> None:
    content = read_parts(root).content
    assert content is not None
    called = set()
    for page in content.pages:
        macros = Macros(content, lambda url=page.url: url).all()
        for call in page.calls:
            called.add(call.name)
            html = str(macros[call.name](*call.arguments))
            marked = in_language(html, "xx")
            assert marked.replace(' lang="xx"', "") == html
            for text in BeautifulSoup(marked, "html.parser").find_all(string=lambda text: bool(text.strip())):
                assert [around for around in text.parents if around.get("lang")], f"{call.name} on {page.file}: {text}"
    # Pages of papers alone do without one another.
    assert called >= {"ladder", "picture", "webinar_catalogue", "glossary", "help_places", "which_rung", "a_to_z"}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p>\n<p>Two</p>", '<p lang="en">One</p>\n<p lang="en">Two</p>'),
        ("<div><p>In</p></div>", '<div lang="en"><p>In</p></div>'),
        ('<p lang="cy">Un</p>', '<p lang="cy">Un</p>'),
        ('<img alt="A"><br/><b>B</b>', '<img lang="en" alt="A"><br lang="en"/><b lang="en">B</b>'),
        ("<p>a < b &amp; c</p>é\n<i>d</i>", '<p lang="en">a < b &amp; c</p>é\n<i lang="en">d</i>'),
        ("", ""),
    ],
)
def test_the_outermost_elements_say_their_language_and_nothing_else_changes(html: str, expected: str) -> None:
    assert in_language(html, "en") == expected


def test_each_version_says_its_language_and_leads_to_the_other(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("http://127.0.0.1:8000/", "https://club.org.uk/learn/")
    settings.write_text(text, encoding="utf-8")
    build(project, project / "site", "mkdocs", print, with_search=False)
    pages = {
        name: BeautifulSoup(
            (project / "site/understand" / name / "index.html").read_text(encoding="utf-8"), "html.parser"
        )
        for name in ("the-ladder", "yr-ysgol")
    }
    languages = {
        name: [str(tag.get("lang")) for tag in page.select("html, body, article")] for name, page in pages.items()
    }
    # What the frame says is English, and screen readers are told.
    assert languages == {"the-ladder": ["en-GB", "None", "None"], "yr-ysgol": ["cy", "en-GB", "cy"]}
    assert {name: titles(page) for name, page in pages.items()} == {
        name: {("Yr ysgol", "cy"), ("Real or faux?", "en-GB")} for name in pages
    }
    assert contents(pages["yr-ysgol"]) == ("On this page", "en-GB", "cy")
    (sources,) = pages["yr-ysgol"].select("h2#sources")
    assert (sources.get_text(), language_of(sources)) == ("Sources", "en-GB")
    for name, other, own_name, language in (
        ("the-ladder", "yr-ysgol", "Cymraeg", "cy"),
        ("yr-ysgol", "the-ladder", "English", "en"),
    ):
        (link,) = pages[name].select("h1 + p.languages a")
        assert (link["href"], link["lang"], link["hreflang"], link.get_text()) == (
            f"../{other}/",
            language,
            language,
            own_name,
        )
        assert {(tag["hreflang"], tag["href"]) for tag in pages[name].select("head link[hreflang]")} == {
            ("en", "https://club.org.uk/learn/understand/the-ladder/"),
            ("cy", "https://club.org.uk/learn/understand/yr-ysgol/"),
        }

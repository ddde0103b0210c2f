"""The index from A to Z: everything once, in an order that people expect."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.checked import checked_content
from macros.reading.pages import read_pages
from macros.rendering.a_to_z import Entry, by_letter, lines, render_a_to_z
from tests.content import WORDS, catalogue_of


@pytest.mark.parametrize(
    ("text", "letter", "key"),
    [
        ("The ladder", "L", "ladder"),
        ("A panel that checks drafts", "P", "panel that checks drafts"),
        ("“We said, we did”", "W", "we said we did"),
        ("Évaluer", "E", "evaluer"),
        ("1969: Arnstein", "0", "1969 arnstein"),
        ("Access", "A", "access"),
        ("An activity", "A", "activity"),
        ("مرحبا", "0", "مرحبا"),
    ],
)
def test_an_entry_stands_under_its_first_telling_word(text: str, letter: str, key: str) -> None:
    entry = Entry(text, "a/", "Guide")
    assert (entry.letter, entry.sort_key) == (letter, key)


def test_letters_are_in_the_order_of_the_alphabet_and_numbers_last() -> None:
    found = [Entry(text, "a/", "") for text in ("1969", "Zebra", "Access", "Benefits")]
    assert list(by_letter(found)) == ["A", "B", "Z", "0"]


def test_what_has_the_same_name_is_one_line_and_whole_pages_come_first() -> None:
    found = [
        Entry("Access", "webinars/w/#t-1", "Chapter"),
        Entry("Access", "do/access/", "Guide"),
        Entry("access", "glossary/#access", "Word"),
        Entry("access needs", "glossary/#access-needs", "Word"),
    ]
    names = [[entry.detail for entry in line.entries] for line in lines(found)]
    assert names == [["Guide", "Chapter", "Word"], ["Word"]]
    soup = BeautifulSoup(render_a_to_z(found, "../", WORDS), "html.parser")
    assert [link.get_text() for link in soup.select(".entries li:first-child a")] == [
        "Access",
        "Access: Chapter",
        "access: Word",
    ]


def test_a_letter_without_entries_is_no_link() -> None:
    soup = BeautifulSoup(render_a_to_z([Entry("Access", "do/access/", "Guide")], "../", WORDS), "html.parser")
    assert [link["href"] for link in soup.select(".letters a")] == ["#a"]
    assert len(soup.select(".letters li")) == 26


def test_text_from_data_is_shown_as_text() -> None:
    assert "<b>" not in render_a_to_z([Entry("<b>x</b>", "a/", "<b>")], "../", WORDS)


def test_the_page_lists_every_page_chapter_rung_and_term_in_order(root: Path, site: Path) -> None:
    soup = BeautifulSoup((site / "a-z" / "index.html").read_text(encoding="utf-8"), "html.parser")
    links = soup.select(".entries a")
    addresses = [str(link["href"]).removeprefix("../") for link in links]
    catalogue = catalogue_of(root)
    expected = {page.url for page in read_pages(root)[0]} - {"", "a-z/", "search/"}
    expected |= {f"webinars/{w.slug}/#{c.anchor}" for w in catalogue.webinars for c in w.words.load()[0].chapters}
    expected |= {f"understand/the-ladder/#{rung}" for rung in catalogue.vocabulary.rungs}
    expected |= {f"glossary/#{term.id}" for term in checked_content(root).terms}
    assert expected <= set(addresses)
    keys = [Entry(link.get_text(), "", "").sort_key for link in soup.select(".entries li > a")]
    assert len(keys) == len(set(keys)), "neighbours with the same name"
    numbers = [key for key in keys if not key[:1].isalpha()]
    assert [key for key in keys if key not in numbers] == sorted(key for key in keys if key not in numbers)

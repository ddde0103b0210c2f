"""The papers as Word files: each holds what its page shows, in a form that a screen reader can move through."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from macros.checked import checked_content
from macros.checks.papers import check_papers
from macros.model import Source
from macros.publishing.papers import paper
from macros.publishing.publish import publish_papers
from macros.reading.pages import Page, read_page, read_pages
from macros.reading.papers import PaperError, section_blocks, template_line
from macros.store import Store
from tests.content import WORDS

SITE = "https://example.org/site/"
NAME = "Doing With"
NAMES = (
    "access-checklist",
    "budget-lines",
    "decision-log",
    "evaluation-questions",
    "first-conversation-plan",
    "invitation",
    "payment-policy",
    "role-agreement",
    "we-said-we-did",
)


def page_of(root: Path, name: str) -> Page:
    page, problems = read_page(root / "docs" / "tools" / "templates" / f"{name}.md", root)
    assert problems == []
    assert page
    return page


def template(page: Page) -> list[str]:
    """The lines of the section that the paper is made from."""
    return page.body.split("\n## The template\n")[1].split("\n## ")[0].split("\n")


def opened(page: Page) -> Any:  # noqa: ANN401
    return Document(io.BytesIO(paper(page, SITE, NAME, WORDS)))


def with_template(page: Page, text: str) -> Page:
    lines = ("# Title", "## The template", *text.split("\n"), "## How to use it", "Tips.", "{{ paper_download() }}")
    return replace(page, body="\n".join(lines), first_line=20)


@pytest.fixture
def page(root: Path) -> Page:
    return page_of(root, "invitation")


def test_there_is_a_paper_for_each_page_that_says_so_and_each_offers_it(root: Path) -> None:
    pages = [page for page in read_pages(root)[0] if page.front.paper]
    templates = sorted(page.path for page in pages if not page.front.session)
    assert templates == [f"tools/templates/{name}.md" for name in NAMES]
    assert sorted(page.front.session for page in pages if page.front.session) == [30, 60, 90]
    assert all([call.name for call in page.macros] == ["paper_download"] for page in pages)


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_opens_again_with_every_heading_and_table_of_its_page(root: Path, name: str) -> None:
    page = page_of(root, name)
    lines = template(page)
    document = opened(page)
    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    expected = [(f"Heading {len(m[1]) - 1}", m[2]) for line in lines if (m := re.match(r"(#{3,})\s+(.*)", line))]
    assert headings == [("Heading 1", page.front.title), *expected]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    expected_rows = [row for row in rows if not set("".join(row)) <= set("-: ")]
    found_rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert found_rows == expected_rows


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_holds_every_word_of_its_template(root: Path, name: str) -> None:
    page = page_of(root, name)
    document = opened(page)
    text = " ".join(node.text or "" for node in document.element.body.iter(qn("w:t")))
    found = set(re.findall(r"\w+", text))
    words = re.sub(r"\]\([^)]*\)", "]", " ".join(template(page)))
    assert set(re.findall(r"\w+", words)) - found == set()


@pytest.mark.parametrize("name", NAMES)
def test_the_first_row_of_each_table_is_a_header_that_repeats(root: Path, name: str) -> None:
    for table in opened(page_of(root, name)).tables:
        header, *others = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert header
        assert not any(others)


def test_a_paper_tells_its_language_its_title_and_where_it_is_from(page: Page) -> None:
    document = opened(page)
    properties = document.core_properties
    assert (properties.title, properties.language, properties.author) == ("Invitation", "en-GB", "Doing With")
    languages = {element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    footer = "".join(node.text or "" for node in document.sections[0].footer._element.iter(qn("w:t")))
    assert "https://example.org/site/tools/templates/invitation/" in footer
    assert "CC BY 4.0" in footer


def test_a_paper_is_a_sheet_of_a4(page: Page) -> None:
    section = opened(page).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_the_same_page_gives_the_same_bytes(page: Page) -> None:
    first = paper(page, SITE, NAME, WORDS)
    assert first == paper(page, SITE, NAME, WORDS)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("../../understand/the-ladder.md#consultation", f"{SITE}understand/the-ladder/#consultation"),
        ("decision-log.md", f"{SITE}tools/templates/decision-log/"),
        ("index.md", f"{SITE}tools/templates/"),
        ("https://example.com/a?b=1", "https://example.com/a?b=1"),
    ],
)
def test_a_link_works_outside_the_site(page: Page, target: str, address: str) -> None:
    document = opened(with_template(page, f"See [this]({target}) first."))
    targets = [part.target_ref for part in document.part.rels.values() if part.reltype.endswith("/hyperlink")]
    assert targets == [address]
    assert "See this first." in [paragraph.text for paragraph in document.paragraphs]


def test_without_a_public_address_a_paper_leads_nowhere_on_this_computer(page: Page) -> None:
    document = Document(io.BytesIO(paper(page, "", NAME, WORDS)))
    targets = [part.target_ref for part in document.part.rels.values() if part.reltype.endswith("/hyperlink")]
    assert all(target.startswith("https://") for target in targets)
    assert "127.0.0.1" not in document.core_properties.comments


def test_a_list_in_a_list_stands_deeper(page: Page) -> None:
    document = opened(with_template(page, "1. one\n\n    - two\n\n2. three"))
    shown = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs[1:]]
    assert shown == [("List Number", "one"), ("List Bullet 2", "two"), ("List Number", "three")]


def test_bold_words_and_lists_stay_what_they_are(page: Page) -> None:
    document = opened(with_template(page, "A **bold** word.\n\n- one\n- two\n\nThen:\n\n1. first"))
    shown = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs[1:]]
    assert shown == [
        ("Normal", "A bold word."),
        ("List Bullet", "one"),
        ("List Bullet", "two"),
        ("Normal", "Then:"),
        ("List Number", "first"),
    ]
    assert [run.text for run in document.paragraphs[1].runs if run.bold] == ["bold"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "> Words",
            "a Word file shows only headings, paragraphs, lists with one list inside at most, and tables",
            id="a quotation",
        ),
        pytest.param(
            "- one\n\n    - two\n\n        - three",
            "a Word file shows only headings, paragraphs, lists with one list inside at most, and tables",
            id="a list in a list in a list",
        ),
        pytest.param(
            "| a |\n|---|\n| b |\n\n| c |\n|---|\n| d |",
            "has two tables without words between them, which Word would join; put a line between them",
            id="two tables in a row",
        ),
    ],
)
def test_what_a_word_file_cannot_show_is_told_with_its_place(page: Page, text: str, message: str) -> None:
    spoilt = with_template(page, text)
    assert list(map(str, check_papers([spoilt]))) == [f"docs/tools/templates/invitation.md:21: {message}"]
    with pytest.raises(PaperError, match=re.escape(message)):
        paper(spoilt, SITE, NAME, WORDS)


def test_a_paper_without_a_template_is_told(page: Page) -> None:
    spoilt = replace(page, body="# Title\n\n{{ paper_download() }}\n")
    message = "docs/tools/templates/invitation.md: has no section '## The template'; a paper needs one"
    assert list(map(str, check_papers([spoilt]))) == [message]


def test_a_page_that_does_not_offer_its_paper_is_told(page: Page) -> None:
    message = "does not offer its Word file; add {{ paper_download() }} on a line of its own"
    spoilt = replace(page, body=page.body.replace("{{ paper_download() }}", ""), calls=())
    place = f"docs/tools/templates/invitation.md:{template_line(page)}"
    assert list(map(str, check_papers([spoilt]))) == [f"{place}: {message}"]


def test_a_page_that_offers_a_paper_and_has_none_is_told(page: Page) -> None:
    spoilt = replace(page, path="tools/invitation.md", front=page.front.model_copy(update={"paper": False}))
    assert [problem.message for problem in check_papers([spoilt])] == [
        "only a page with 'paper: true' has a Word file; add that to its front matter"
    ]


def test_a_line_to_write_on_is_never_emphasis(page: Page) -> None:
    document = opened(with_template(page, "From ______ to ______, and ___ more."))
    assert document.paragraphs[1].text == "From ______ to ______, and ___ more."


@pytest.mark.parametrize(
    ("written", "shown"), [("One<br>two", "One\ntwo"), ("A&nbsp;B &amp; C&eacute;", "A\u00a0B & Cé")]
)
def test_breaks_and_named_signs_of_html_are_what_they_mean(page: Page, written: str, shown: str) -> None:
    body = f"{page.body.split('## The template')[0]}## The template\n\n{written}\n"
    document = Document(io.BytesIO(paper(replace(page, body=body), "https://example.org/", NAME, WORDS)))
    assert shown in [paragraph.text for paragraph in document.paragraphs]


def test_html_that_is_not_closed_is_told(page: Page) -> None:
    body = f"{page.body.split('## The template')[0]}## The template\n\n<p>One\n"
    with pytest.raises(PaperError, match="HTML that is not closed"):
        paper(replace(page, body=body), "https://example.org/", NAME, WORDS)


def test_a_paper_is_kept_until_its_page_says_something_else(root: Path, fixture_project: Path, tmp_path: Path) -> None:
    content, store = checked_content(fixture_project), Store(tmp_path)
    page = page_of(root, "invitation")

    def published(page: Page, name: str) -> bytes:
        publish_papers(replace(content, pages=(page,)), tmp_path / name, store)
        return next((tmp_path / name).rglob("*.docx")).read_bytes()

    first = published(page, "first")
    assert published(page, "second") == first
    line = next(line for line in template(page) if line[:1].isalpha())
    changed = replace(page, body=page.body.replace(line, f"{line} And more."))
    expected = paper(changed, content.settings.public_url, content.settings.site_name, content.words)
    assert published(changed, "third") == expected != first


@pytest.mark.parametrize("key", ["seed", "Seed"])
def test_a_section_that_ends_with_a_table_links_its_sources_and_has_no_row_of_them(page: Page, key: str) -> None:
    table = f"| One | Two |\n|---|---|\n| [a][{key}] | b |"
    source = Source("seed", "A title", "By", "2020", "https://a.org/")
    (found,) = section_blocks(with_template(page, table), "The template", [source])
    assert [link.get("href") for link in found.iter("a")] == ["https://a.org/"]
    assert len(list(found.iter("tr"))) == 2

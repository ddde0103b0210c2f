"""HTML in pages: what is harmless may stay, and nothing else is published, judged by what the engine makes of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.checks.markup import FRAME_IDS, check_markup
from macros.checks.run import check_all
from macros.markdown.engine_html import EXTENSIONS, engine_html, may_have_html
from macros.problems import Problem
from macros.reading.markup import NoTag, Tag, read_tags
from macros.reading.pages import Page, read_page, read_pages
from tests.conftest import ROOT

FRONT = '---\ntitle: "A page"\ndescription: "What it says."\n{more}---\n# A page\n\n'
FIRST = 6
"""Lines of the file above the text of these pages."""


def problems(folder: Path, text: str, more: str = "") -> list[Problem]:
    """What is wrong with the HTML of a page with this text."""
    (folder / "docs").mkdir(exist_ok=True)
    path = folder / "docs" / "page.md"
    path.write_text(FRONT.format(more=more) + text + "\n", encoding="utf-8")
    page, wrong = read_page(path, folder)
    assert page, wrong
    return list(check_markup([page], {}))


@pytest.mark.parametrize(
    "text",
    [
        "Words, a < b and c > d, `<textarea>`, and <https://example.org/a?b=c&d=e> or <club@example.org>.",
        "```html\n<script>alert(1)</script>\n```\n\n    <dialog>\n",
        '<div class="cards" markdown="1">\n## Two {#two}\n\nWords\n</div>',
        "<details open>\n<summary>More</summary>\n<p>Words</p>\n</details>",
        "She said <q>Nothing about us</q>,<br>and <span lang='cy'>helo</span><br/>. <!-- a note of ours -->",
        "| A | B |\n|:--|--:|\n| 1 | 2 |",
        '![A ramp](ramp.png "A title"){ .wide } and [a guide](do/access.md){ title="One" }',
        '<img src="a.png" alt="A ramp" width="10" height="20">',
        "*[BSL]: British Sign Language\n\nBSL and **bold** *words*\n\n1. One\n2. Two",
        "Term\n: Meaning\n\n> Quoted\n\n---",
        '!!! example "An example <b>we</b> made up"\n    Imagine a club.',
        "``` { .html onclick=x }\ncode\n```",
        "<!-- a > b - c -->",
        "&lt;textarea&gt; &#60;script&#62; `<dialog>`",
    ],
)
def test_what_is_harmless_may_stay(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("<textarea>", 1, "'<textarea>' is no element that pages may have"),
        ("One\n\nTwo <TEXTAREA> three", 3, "'<textarea>' is no element"),
        ("<dialog open>\n", 1, "'<dialog>' is no element"),
        ('<script src="../assets/js/site.js"></script>', 1, "'<script>' is no element"),
        ('One\n\n<meta http-equiv="refresh" content="0;url=//evil.example">', 3, "'<meta>' is no element"),
        ('<img src="a.png" alt="" name="querySelector">', 1, "'name' is no attribute that '<img>' may have here"),
        ('Words\n\n![A ramp](a.png){ name="querySelector" }', 3, "'name' is no attribute that '<img>'"),
        ("## Two {onclick=alert(1)}", 1, "'onclick' is no attribute that '<h2>'"),
        ('<p style="position:fixed">Words</p>', 1, "'style' is no attribute that '<p>'"),
        ('<table><tr><td style="text-align: left; color: red">x</td></tr></table>', 1, "'style' is no attribute"),
        ("<form action='//evil.example'><input name=a></form>", 1, "'<form>' is no element"),
        ("<svg onload=alert(1)></svg>", 1, "'<svg>' is no element"),
        ("<iframe src=a.md></iframe>", 1, "'<iframe>' is no element"),
        ('<base href="//evil.example/">', 1, "'<base>' is no element"),
        ("<link rel=stylesheet href=a.css>", 1, "'<link>' is no element"),
        ("<template><p>x</p></template>", 1, "'<template>' is no element"),
        ("<plaintext>", 1, "'<plaintext>' is no element"),
        ("<noscript><p title='</noscript><img src=x onerror=y>'></p></noscript>", 1, "'<noscript>' is no element"),
        ("<my-element>x</my-element>", 1, "'<my-element>' is no element"),
        ("One\n\n<details>\n<summary>More</summary>\n\nTwo", 3, "'<details>' is not closed where it should be"),
        ("<div><p>One</div>", 1, "'<p>' is not closed where it should be"),
        ("One</div>", 1, "'</div>' closes nothing"),
        ("<div/>\n\nTwo", 1, "'<div/>' does not close itself"),
        ("One <b>two\n\nthree</b> four", 1, "'<b>' is not closed where it should be"),
        ("<div id=main>One</div>", 1, "the id 'main' belongs to the frame"),
        ("## Menu {#menu}\n\n<b>x</b>", 1, "the id 'menu' belongs to the frame"),
        ("One <!--> <textarea> --> two", 1, "is no whole tag or comment"),
        ("<!--->\n<textarea>\n-->", 1, "is no whole tag or comment"),
        ("<!-- a --!> <textarea> -->", 1, ""),
        ("One <!-- never closed\n\n# Two", 1, ""),
        ("<?php echo 1 ?>", 1, "is no whole tag or comment"),
        ("<!DOCTYPE html>", 1, "is no whole tag or comment"),
        ("<![CDATA[ <textarea> ]]>", 1, "is no whole tag or comment"),
        ("<p title=\"<textarea>\" title='x\">One</p>", 1, ""),
        ("<a href='javascript:alert(1)'>x</a>", 0, None),
    ],
)  # fmt: skip
def test_what_is_not_is_told_with_its_line(tmp_path: Path, text: str, line: int, message: str | None) -> None:
    found = problems(tmp_path, text)
    if message is None:
        # An address is told by the check of links, which knows where it may lead.
        assert found == []
    elif message:
        assert message in str(found[0])
        assert found[0].line == FIRST + line
        assert found[0].rule == "html"
    # Else: an engine may as well show it as text. What counts is that it becomes no element unseen.
    shown = engine_html(text, False, {})
    assert found or not re.search(r"<(textarea|script|dialog)", shown)


def test_a_macro_stands_in_no_tag(tmp_path: Path) -> None:
    more = "render_macros: true\n"
    assert problems(tmp_path, "Words {{ ladder() }}\n\n{{ ladder() }}\n\n<b>x</b>", more) == []
    found = problems(tmp_path, "One\n\n<p title={{ ladder() }}>Two</p>", more)
    assert [(problem.line, problem.message) for problem in found] == [
        (FIRST + 4, "a macro stands inside a tag; put it outside, in the text")
    ]
    assert problems(tmp_path, '![A ramp](a.png "{{ ladder() }}")', more) != []


def test_an_address_that_only_the_engine_sees_is_told(tmp_path: Path) -> None:
    """The two readers of Markdown differ: here the engine makes a link of what the other takes for text."""
    text = "[a link](\nhttps://evil.example/ )\n\n<b>x</b>"
    assert "evil.example" in engine_html(text, False, {})
    page = read_page_of(tmp_path, text)
    seen = [address for address, _ in page.text.addresses]
    found = list(check_markup([page], {}))
    assert seen or [p for p in found if "no check has seen" in p.message]


def read_page_of(folder: Path, text: str) -> Page:
    """A page with this text."""
    problems(folder, text)
    page, _ = read_page(folder / "docs" / "page.md", folder)
    assert page
    return page


@pytest.mark.parametrize("end", ["...\n# <textarea>\n", "... \n# x\n"])
def test_front_matter_ends_where_the_engine_ends_it(tmp_path: Path, end: str) -> None:
    (tmp_path / "docs").mkdir()
    path = tmp_path / "docs" / "page.md"
    path.write_text(FRONT.format(more=end) + "Words\n", encoding="utf-8")
    page, found = read_page(path, tmp_path)
    assert page is None
    assert "would end on another line" in found[0].message


def test_pages_that_are_not_looked_at_bring_no_html(root: Path) -> None:
    """What is not rendered to be judged has nothing that could become a tag."""
    pages = [page for page in read_pages(root)[0] if not may_have_html(page.body)]
    assert len(pages) > 20
    for page in pages:
        assert list(check_markup([page], {})) == []
        found = read_tags(engine_html(page.body, page.front.render_macros, {}))
        names = {name for tag in found if isinstance(tag, Tag) for name in tag.attributes}
        assert names <= {"id", "href", "src", "alt", "class", "title", "style"}, page.file


def test_the_judge_reads_markdown_as_the_engine_is_told_to(root: Path) -> None:
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    listed = yaml.safe_load(text.partition("markdown_extensions:")[2].partition("\nvalidation:")[0])
    names = [name if isinstance(name, str) else next(iter(name)) for name in listed]
    assert names == [*EXTENSIONS, "macros.markdown.extension"]


def test_the_ids_of_the_frame_are_taken(root: Path) -> None:
    found = {
        name
        for path in (root / "theme").rglob("*.html")
        for name in re.findall(r'\bid="([\w-]+)"', path.read_text(encoding="utf-8"))
    }
    assert found == FRAME_IDS


def test_hostile_html_stops_the_build_of_a_project(copied_project: Path) -> None:
    page = copied_project / "docs" / "understand" / "real-or-faux.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\nWords <textarea> and more.\n", encoding="utf-8")
    told = [str(problem) for problem in check_all(copied_project)[1] if problem.rule == "html"]
    line = text.count("\n") + 2
    assert told == [
        f"docs/understand/real-or-faux.md:{line}: '<textarea>' is no element that pages may have;"
        " write it in Markdown, or leave it out"
    ]


@given(st.text(alphabet="<>/!-abp \n\"'=[]?&;", max_size=60))
@settings(max_examples=300, deadline=None)
def test_strict_reading_finds_every_sign_that_opens_anything(text: str) -> None:
    found = list(read_tags(text))
    assert len(found) <= text.count("<")
    whole = re.sub(r"<!--[^<>]*?-->", "", text)
    if "<" not in text:
        assert found == []
    elif not any(isinstance(tag, NoTag) for tag in found):
        # Then every "<" is in a comment, starts a tag, or stands within a quoted value.
        values = [value for tag in found if isinstance(tag, Tag) for value in tag.attributes.values()]
        assert whole.count("<") <= len(found) + sum(value.count("<") for value in values)


def test_no_group_is_repeated_possessively() -> None:
    """Python before 3.11.5, such as that of Debian 12, does not match "(?:...)*+" where it should (gh-106052): the
    checks then call a comment or a tag broken that is whole."""
    repeated = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+|\(\?>")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "macros").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if repeated.search(line) and not line.startswith("#")
    ]
    assert found == []

"""Markdown is read as the engine shows it: what is a heading, a link, code or a comment, and on which line."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from markdown import Markdown

from macros.checks.run import check_all
from macros.reading.markdown import read_markdown
from tests.conftest import ROOT


def headings(text: str) -> list[tuple[int, int, str, str]]:
    """(line, level, words, id) of each heading."""
    return [(block.line, block.level, block.words, block.id) for block in read_markdown(text).headings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# One\n\n## Two {#two}\n", [(1, 1, "One", ""), (3, 2, "Two", "two")], id="with signs"),
        pytest.param("One\n===\n\nTwo {#two}\n---\n", [(1, 1, "One", ""), (4, 2, "Two", "two")], id="underlined"),
        pytest.param(
            "#One\n##  Two `code` **bold** ##\n", [(1, 1, "One", ""), (2, 2, "Two code bold", "")], id="signs"
        ),
        pytest.param("Words\n## Two\n", [(2, 2, "Two", "")], id="below words"),
        pytest.param("## See [x](a_(b)c.md) {: #x .y }\n", [(1, 2, "See x", "x")], id="link and attributes"),
        pytest.param("```\n# No\n```\n", [], id="fenced code"),
        pytest.param("~~~ text\n# No\n```\n# No\n~~~\n", [], id="fences of two kinds"),
        pytest.param("Words.\n\n    # No\n", [], id="indented code"),
        pytest.param("<!--\n# No\n\n# No\n-->\n\n# Yes\n", [(7, 1, "Yes", "")], id="comment"),
        pytest.param("<div markdown>\n## Yes\n</div>\n", [(2, 2, "Yes", "")], id="Markdown inside HTML"),
        pytest.param('!!! tip "T"\n    ## Yes\n', [(2, 2, "Yes", "")], id="inside an admonition"),
        pytest.param("- item\n\n    ## Yes\n\n            # No\n", [(3, 2, "Yes", "")], id="inside an item"),
        pytest.param("\\# No\n", [], id="escaped"),
        pytest.param(" # No\n", [], id="not at the start of the line"),
        pytest.param("Words <!-- begun\n\n# Yes\n\n-->\n", [(3, 1, "Yes", "")], id="no comment"),
        pytest.param("<section>\n<section>\n\n# No\n\n</section>\n\n# No\n\n</section>\n", [], id="HTML"),
        pytest.param("<p>One\n\n# No\n", [], id="HTML without an end"),
        pytest.param("<hr>\n\n# Yes\n", [(3, 1, "Yes", "")], id="HTML that has no end"),
    ],
)
def test_headings_are_those_that_the_page_will_have(text: str, expected: list[tuple[int, int, str, str]]) -> None:
    assert headings(text) == expected
    # The engine, which knows no lines, makes the same headings of it.
    made = Markdown(extensions=["attr_list", "admonition", "md_in_html", "toc", "pymdownx.superfences"])
    made.convert(text)
    flat, tokens = [], list(made.toc_tokens)  # type: ignore[attr-defined]
    while tokens:
        token = tokens.pop(0)
        flat.append((token["level"], token["name"]))
        tokens[:0] = token["children"]
    assert flat == [(level, words) for _, level, words, _ in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Bracket](a_(b)c)", [("Bracket", "a_(b)c", "", 1)]),
        ("Go\nand [click\nhere](x.md) now", [("click here", "x.md", "", 2)]),
        ("[a\nb](x.md) and\n[c](y.md)", [("a b", "x.md", "", 1), ("c", "y.md", "", 3)]),
        ("`two\nlines` [c](y.md)", [("c", "y.md", "", 2)]),
        ("<span\nid='x'> [c](y.md)", [("c", "y.md", "", 2)]),
        ("[Norfolk][norfolk]\nand [**more** of it][co-pars]", [
            ("Norfolk", "", "norfolk", 1), ("more of it", "", "co-pars", 2),
        ]),
        ("[own][here]\n\n[here]: x.md", [("own", "x.md", "", 1)]),
        ("[a \\] b](<x y.md> \"title\")", [("a ] b", "x y.md", "", 1)]),
        ("![A ramp](x.png) `[no](x.md)` \\[no](x.md)", []),
        ("[![A ramp](x.png)](y.md)", [("", "y.md", "", 1)]),
        ("<!-- [no](x.md) -->", []),
        ("Words <a\nhref='x/'>here\nand there</a> [c](y.md)", [("here and there", "x/", "", 1), ("c", "y.md", "", 3)]),
        ("<ul>\n<li><a href='x/'><b>One</b></a></li>\n</ul>", [("One", "x/", "", 2)]),
        ("<a href='x/'>\n<p>One</p>\n<p>two</p></a>", [("One two", "x/", "", 1)]),
        ("| A | B |\n|---|---|\n| [c](y.md) | [d][e] |", [("c", "y.md", "", 3), ("d", "", "e", 3)]),
        ("!!! note \"See [c](y.md)\"\n    [d](z.md)", [("c", "y.md", "", 1), ("d", "z.md", "", 2)]),
        ("Term\n:   [c](y.md)", [("c", "y.md", "", 2)]),
        ("> - [c](y.md)", [("c", "y.md", "", 1)]),
        ("No [link] and [] no [x] [y]", []),
    ],
)  # fmt: skip
def test_links_have_their_words_their_target_and_their_line(
    text: str, expected: list[tuple[str, str, str, int]]
) -> None:
    assert [(link.words, link.target, link.key, link.line) for link in read_markdown(text).links] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[x](https://a.example/b_(c)d)", [("https://a.example/b_(c)d", 1)]),
        ("See\n<https://a.example/b_(c)> or https://b.example/x.", [
            ("https://a.example/b_(c)", 2), ("https://b.example/x", 2),
        ]),
        ("[x][y]\n\n[y]: https://a.example/", [("https://a.example/", 1)]),
        ("![P](https://a.example/x.png)\n<img src='https://b.example/' alt=''>", [
            ("https://a.example/x.png", 1), ("https://b.example/", 2),
        ]),
        ("`https://no.example/`\n\n    https://no.example/\n\n<!-- https://no.example/ -->", []),
    ],
)  # fmt: skip
def test_addresses_are_whole_and_not_those_in_code_or_comments(text: str, expected: list[tuple[str, int]]) -> None:
    assert list(read_markdown(text).addresses) == expected


def test_macros_are_found_with_their_line_also_in_html_and_over_lines() -> None:
    text = dedent(
        """\
        {{ ladder() }}

        <div class="cards">
        {{ webinar_card("one") }}
        {{ webinar_card(
          'two'
        ) }}
        </div>

        Words {{ webinar("three") }} words.

        ```
        {{ no() }}
        ```

        `{{ no() }}` <!-- {{ no() }} -->
        """
    )
    assert [(call.name, call.argument, call.line) for call in read_markdown(text).macros] == [
        ("ladder", "", 1),
        ("webinar_card", "one", 4),
        ("webinar_card", "two", 5),
        ("webinar", "three", 10),
    ]


def test_ids_are_those_of_braces_and_tags_and_not_those_in_code() -> None:
    text = '## A {#a}\n\nWords.\n{: #b }\n\n<p id="c">Words <span id="d">here</span></p>\n\n`{#no}`\n\n    {#no}\n'
    assert read_markdown(text).ids == (("a", 1), ("b", 4), ("c", 6), ("d", 6))


def test_pictures_have_their_words_unless_a_tag_says_that_they_are_decoration() -> None:
    text = "![A ramp](x.png)\n![][ramp]\n<img src='x.png'><img src='x.png' alt=''>"
    found = read_markdown(text).pictures
    assert [(p.words, p.is_decoration, p.line) for p in found] == [
        ("A ramp", False, 1), ("", False, 2), ("", False, 3), ("", True, 3),
    ]  # fmt: skip


def test_a_list_needs_an_empty_line_before_it_as_in_the_engine() -> None:
    assert [block.kind for block in read_markdown("Words\n- one\n").blocks] == ["text"]
    assert [block.kind for block in read_markdown("Words\n\n- one\n    - two\n").blocks] == ["text", "item", "item"]


def test_numbered_items_are_those_of_an_outer_list() -> None:
    text = "1. One?\n    1. Inner\n2. Two\n   goes on?\n\n- a\n"
    assert [(b.words, b.is_numbered) for b in read_markdown(text).blocks] == [
        ("One?", True), ("Inner", False), ("Two goes on?", True), ("a", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "planted",
    [
        pytest.param(
            "<!--\n# Old title\n\nThey recieved it, [click here](x.md).\n-->\n", id="comment of several lines"
        ),
        pytest.param("Type this:\n\n    # a comment of the shell\n    recieve --color\n", id="indented code"),
    ],
)
def test_what_readers_do_not_see_as_words_fails_no_check(copied_project: Path, planted: str) -> None:
    page = copied_project / "docs" / "index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{planted}", encoding="utf-8")
    assert check_all(copied_project)[1] == []


@pytest.mark.parametrize(
    ("planted", "below", "message"),
    [
        ("Go there, [click\nhere](about.md).\n", 0,
         "the link 'click here' does not say where it leads; use the name of the page that it opens"),
        ("Another one\n===\n", 0, "a second '# ' heading, 'Another one'; a page has one, so use '## '"),
        ("See [a blog](https://blog.example/a_(b)c).\n", 0,
         "'https://blog.example/a_(b)c' is no source; add it to data/sources.yml and link it as [words][key], or to"
         " data/allowed-links.txt if no fact rests on it"),
        ("Words `in\ncode` they recieved.\n", 1, "'recieved' is misspelt; write 'received'"),
    ],
)  # fmt: skip
def test_what_was_overlooked_is_told_with_its_line(
    copied_project: Path, planted: str, below: int, message: str
) -> None:
    page = copied_project / "docs" / "index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n{planted}", encoding="utf-8")
    line = text.count("\n") + 2 + below
    assert f"docs/index.md:{line}: {message}" in [str(problem) for problem in check_all(copied_project)[1]]


def test_every_page_of_the_site_has_the_headings_that_the_engine_makes() -> None:
    """Both readings agree on what we have written; a macro's own headings are neither's."""
    extensions = ["abbr", "admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", "pymdownx.superfences"]
    for path in sorted((ROOT / "docs").rglob("*.md")):
        body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        made = Markdown(extensions=extensions)
        made.convert(body)
        flat, tokens = [], list(made.toc_tokens)  # type: ignore[attr-defined]
        while tokens:
            token = tokens.pop(0)
            flat.append(token["level"])
            tokens[:0] = token["children"]
        assert [block.level for block in read_markdown(body).headings] == flat, path

"""Links and pictures: each rule with good and bad lines, and the exact words that a contributor reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.links import check_addresses, check_link_texts, check_pictures
from macros.checks.run import check_all
from macros.reading.markdown import read_markdown

ALLOWED = ("https://creativecommons.org/", "https://example.org/repository")
SOURCES = {"https://norfolk.example/co-production": "norfolk"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Text under [CC BY](https://creativecommons.org/licenses/by/4.0/).", []),
        ("Our [repository](https://example.org/repository/issues).", []),
        ("A [guide](../do/access.md) of ours, and [a source][norfolk].", []),
        (
            "See [Norfolk](https://norfolk.example/co-production).",
            ["link this source by its key: [words][norfolk]"],
        ),
        (
            "See [a blog](https://blog.example/post).",
            [
                "'https://blog.example/post' is no source; add it to data/sources.yml and link it as [words][key],"
                " or to data/allowed-links.txt if no fact rests on it"
            ],
        ),
        (
            "See <http://blog.example/a>, or https://blog.example/b.",
            [
                f"'{address}' is no source; add it to data/sources.yml and link it as [words][key],"
                " or to data/allowed-links.txt if no fact rests on it"
                for address in ("http://blog.example/a", "https://blog.example/b")
            ],
        ),
        (
            '<a href="https://blog.example/">Blog</a>',
            [
                "'https://blog.example/' is no source; add it to data/sources.yml and link it as [words][key],"
                " or to data/allowed-links.txt if no fact rests on it"
            ],
        ),
    ],
)
def test_what_is_outside_is_a_source_or_allowed(line: str, expected: list[str]) -> None:
    found = [problem.message for problem in check_addresses(read_markdown(line), "docs/page.md", ALLOWED, SOURCES)]
    assert found == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Read [the access guide](access.md).", []),
        ("Here is [how here became there](x.md).", []),
        ("An ![empty picture has other rules](x.png)", []),
        ("[Here](x.md) it is.", [
            "the link 'Here' does not say where it leads; use the name of the page that it opens"
        ]),
        ("[**click here**](x.md)", [
            "the link 'click here' does not say where it leads; use the name of the page that it opens"
        ]),
        ("Read [this guide][norfolk].", [
            "the link 'this guide' does not say where it leads; use the name of the page that it opens"
        ]),
        ('<a href="x/">Read more</a>', [
            "the link 'Read more' does not say where it leads; use the name of the page that it opens"
        ]),
        ("[](x.md)", ["this link has no words; say where it leads"]),
    ],
)  # fmt: skip
def test_a_links_words_say_where_it_leads(line: str, expected: list[str]) -> None:
    assert [problem.message for problem in check_link_texts(read_markdown(line), "docs/page.md")] == expected


NO_WORDS = "this picture has no words; write what it shows: ![A ramp beside the steps](picture.jpg)"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("![A ramp beside the steps](ramp.jpg)", []),
        ('<img src="line.svg" alt="">', []),
        ("![](ramp.jpg)", [NO_WORDS]),
        ("![ ](ramp.jpg) and ![][ramp]", [NO_WORDS, NO_WORDS]),
        ('<img src="ramp.jpg">', [NO_WORDS]),
    ],
)
def test_every_picture_has_words(line: str, expected: list[str]) -> None:
    assert [problem.message for problem in check_pictures(read_markdown(line), "docs/page.md")] == expected


def test_a_planted_link_is_found_by_all_checks_unless_the_list_allows_it(copied_project: Path) -> None:
    page = copied_project / "docs" / "index.md"
    text = page.read_text(encoding="utf-8")
    planted = "Also see `https://code.example/` and [a blog](https://blog.example/post).\n"
    page.write_text(text + planted, encoding="utf-8")
    line = text.count("\n") + 1
    assert [str(problem) for problem in check_all(copied_project)[1]] == [
        f"docs/index.md:{line}: 'https://blog.example/post' is no source; add it to data/sources.yml and link it as"
        " [words][key], or to data/allowed-links.txt if no fact rests on it"
    ]
    (copied_project / "data" / "allowed-links.txt").write_text("# Ours.\nhttps://blog.example/\n", encoding="utf-8")
    assert check_all(copied_project)[1] == []

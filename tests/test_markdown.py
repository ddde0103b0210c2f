"""The Markdown extension: sources by key, tables that a keyboard can scroll, contents of a page."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor

from macros.markdown.sources import citation, referenced_keys
from macros.markdown.swallowing import ENGINES_OWN
from macros.model import Source
from tests.content import WORDS


@pytest.fixture
def convert(root: Path) -> Markdown:
    return Markdown(
        extensions=["tables", "toc", "attr_list", "md_in_html", "macros.markdown.extension"],
        extension_configs={"macros.markdown.extension": {"root": str(root)}},
    )


def test_a_source_is_linked_where_it_is_used_and_listed_at_the_end(convert: Markdown) -> None:
    html = convert.convert("# Title\n\nA fact from [Norfolk][norfolk], and [again][norfolk].")
    assert html.count('href="https://www.norfolk.gov.uk/article/39266/What-do-we-mean-by-co-production"') == 3
    assert '<h2 id="sources">Sources</h2>' in html
    assert html.count("<li>") == 1
    assert "Norfolk County Council, no date" in html


def test_a_page_without_sources_has_no_list_of_them(convert: Markdown) -> None:
    assert "Sources" not in convert.convert("# Title\n\nWords.")


@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        (["[a][seed] and [b][norfolk]"], [(0, "seed"), (0, "norfolk")]),
        (["```", "[a][seed]", "```", "[b][norfolk]"], [(3, "norfolk")]),
        (["no [link](x.md)"], []),
        (["escaped \\][seed]"], []),
    ],
)
def test_references_are_found_outside_code(lines: list[str], keys: list[tuple[int, str]]) -> None:
    assert referenced_keys(lines) == keys


class _Ids(Preprocessor):
    """Finds anchors as MkDocs does, in its place among the preprocessors."""

    found: frozenset[str | None] = frozenset()

    def run(self, lines: list[str]) -> list[str]:
        parser = HTMLParser()
        ids: list[str | None] = []
        parser.handle_starttag = lambda tag, attrs: ids.append(dict(attrs).get("id"))  # type: ignore[method-assign]
        parser.feed("\n".join(lines))
        parser.close()
        self.found = frozenset(ids)
        return lines


@pytest.mark.parametrize("example", ["<!--", "<script>", "<style>", "</title>", "<TextArea rows='2'>"])
def test_an_example_in_code_hides_no_anchor_from_the_engine(convert: Markdown, example: str) -> None:
    ids = _Ids(convert)
    convert.preprocessors.register(ids, "anchors", ENGINES_OWN)
    html = convert.convert(f"# Title\n\n<!-- A note. -->\n\nWrite `{example}`.\n\n<p id='later'>More</p>\n")
    assert "later" in ids.found
    assert f"<code>{escape(example, quote=False)}</code>" in html
    assert "<!-- A note. -->" in html


def test_signs_in_a_title_do_not_become_markup(convert: Markdown) -> None:
    source = Source("x", "A *star* [and] <tag>", "By", "2020", "https://a.org/")
    assert citation(source, WORDS.sources) == (
        "- [A &#42;star&#42; &#91;and&#93; &#60;tag&#62;](<https://a.org/>), By, 2020"
    )


def test_a_table_is_a_named_region_that_takes_focus(convert: Markdown) -> None:
    html = convert.convert("# Page\n\n## Who decides\n\n| A | B |\n|---|---|\n| 1 | 2 |\n")
    assert '<div aria-label="Table 1: Who decides" class="table-scroll" role="region" tabindex="0">' in html
    assert html.count('scope="col"') == 2


def test_two_tables_have_two_names(convert: Markdown) -> None:
    table = "| A | B |\n|---|---|\n| 1 | 2 |\n\n"
    html = convert.convert(f"# Page\n\n{table}Text\n\n{table}")
    assert 'aria-label="Table 1: Page"' in html
    assert 'aria-label="Table 2: Page"' in html


def test_a_long_page_lists_its_sections_before_the_first(convert: Markdown) -> None:
    html = convert.convert("# Page\n\nLead.\n\n" + "".join(f"## Part {n}\n\nText.\n\n" for n in range(5)))
    assert html.index("Lead.") < html.index('<nav aria-label="On this page"') < html.index('<h2 id="part-0"')
    assert '<a href="#part-4">Part 4</a>' in html


@pytest.mark.parametrize(
    "text",
    [
        "# Page\n\n## One\n\n## Two\n",
        "# Page\n\n<div data-own-contents></div>\n\n" + "".join(f"## Part {n}\n\n" for n in range(6)),
    ],
)
def test_a_short_page_or_one_with_its_own_list_gets_none(convert: Markdown, text: str) -> None:
    assert "On this page" not in convert.convert(text)

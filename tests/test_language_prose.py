"""Words without markup: what readers see, each with the line on which it stands."""

from __future__ import annotations

from textwrap import dedent

import pytest

from macros.language.prose import markdown_passages, script_passages, yaml_passages
from macros.reading.markdown import read_markdown
from macros.reading.yaml_file import parse_yaml


def markdown(text: str) -> list[tuple[str, int, str]]:
    """(kind, line, words) of each passage of a page."""
    passages = markdown_passages(read_markdown(text))
    return [(passage.kind, passage.line, passage.text) for passage in passages]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("Plain **bold** and *slanted* words.", "Plain bold and slanted words.", id="emphasis"),
        pytest.param("See [the guide](../do/access.md#law) now.", "See the guide now.", id="link"),
        pytest.param("A fact from [Norfolk][norfolk].", "A fact from Norfolk.", id="source"),
        pytest.param("Run `make check` first.", "Run code first.", id="code"),
        pytest.param("![A ramp](ramp.jpg) Ramps help.", "Ramps help.", id="picture"),
        pytest.param(":steps: Steps stop you.", "Steps stop you.", id="picture"),
        pytest.param("Go to <https://example.org/a_b_c> today.", "Go to today.", id="address"),
        pytest.param("Name: ______ and snake_case", "Name: and snake_case", id="blank to fill in"),
        pytest.param('<p class="x">One &amp; two</p>', "One & two", id="html"),
        pytest.param('Words {{ ladder("x") }} here.', "Words here.", id="macro"),
        pytest.param("A <!-- note --> word.", "A word.", id="comment"),
        pytest.param("> Say this aloud.", "Say this aloud.", id="quotation"),
    ],
)
def test_a_line_is_read_without_its_markup(line: str, words: str) -> None:
    assert [text for _, _, text in markdown(line)] == [words]


def test_each_part_of_a_page_is_a_passage_of_its_kind_with_its_line() -> None:
    page = dedent(
        """\
        # Title {#top}

        A paragraph that goes on
        over two lines.

        - one item
          that goes on
        - another item

        | Head | Cell |
        |---|---|
        | One | Two |

        !!! example "A title"
            Words inside.

        [key]: https://example.org/
        """
    )
    assert markdown(page) == [
        ("heading", 1, "Title"),
        ("text", 3, "A paragraph that goes on over two lines."),
        ("item", 6, "one item that goes on"),
        ("item", 8, "another item"),
        ("cell", 10, "Head"),
        ("cell", 10, "Cell"),
        ("cell", 12, "One"),
        ("cell", 12, "Two"),
        ("heading", 14, "A title"),
        ("text", 15, "Words inside."),
    ]


def test_a_sentence_has_the_line_on_which_it_starts() -> None:
    (passage,) = markdown_passages(read_markdown('One starts here. Two starts\nhere. "Three" ends it.\n', first_line=7))
    assert [(s.line, s.text) for s in passage.sentences] == [
        (7, "One starts here."),
        (7, "Two starts here."),
        (8, '"Three" ends it.'),
    ]


def test_the_words_of_others_are_left_out_of_our_own_words_and_nothing_moves() -> None:
    (passage,) = markdown_passages(read_markdown("Ask [the disabled][dna] or <q>the blind</q>, says **she**."))
    assert passage.text == 'Ask the disabled or "the blind", says she.'
    assert passage.own == 'Ask              or "         ", says she.'
    assert passage.own.index("says") == passage.text.index("says")


def test_a_script_has_titles_and_slides_as_headings_and_no_pauses() -> None:
    text = "## The doors\n\n> Who can\n> get through?\n\nImagine a club.\n\n[pause 5 seconds]\n\nNow go on.\n"
    assert [(p.kind, p.line, p.text) for p in script_passages(text)] == [
        ("heading", 1, "The doors"),
        ("heading", 3, "Who can"),
        ("heading", 4, "get through?"),
        ("text", 6, "Imagine a club."),
        ("text", 10, "Now go on."),
    ]


def test_long_texts_in_yaml_keep_the_line_of_each_word() -> None:
    text = dedent(
        """\
        title: A title
        summary: >-
          The first line
          and the second.
        outcomes:
          - name one
          - name two
        slug: not-for-readers
        """
    )
    data, _ = parse_yaml(text, "webinar.yml")
    assert data is not None
    passages = yaml_passages(text, data, frozenset(["title", "summary", "outcomes"]))
    assert [(p.line, p.text) for p in passages] == [
        (1, "A title"),
        (3, "The first line and the second."),
        (6, "name one"),
        (7, "name two"),
    ]
    assert passages[1].line_at(passages[1].text.index("second")) == 4

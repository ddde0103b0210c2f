"""The glossary: its data, its page, and the words that open their meaning in the guides."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from macros.checked import checked_content, renewed_content
from macros.markdown.current_page import CurrentPage, current_page
from macros.markdown.glossary import MOST_ON_A_PAGE, Glossary
from macros.model import GlossaryTerm, Guide, Source
from macros.reading.glossary import read_glossary
from macros.reading.pages import read_pages
from macros.reading.vocabulary import read_vocabulary
from macros.rendering.glossary import render_glossary
from tests.content import WORDS

BARRIER = GlossaryTerm(
    "barrier", "barrier", ("barrier", "barriers"), "What stops people.", "do/access.md", (), link=True
)
NCAG = GlossaryTerm("ncag", "NCAG", ("NCAG",), "A group.", "", (), link=True)
ACCESS_NEEDS = GlossaryTerm("access-needs", "access needs", ("access needs",), "What one needs.", "", (), link=True)
NEEDS = GlossaryTerm("needs", "needs", ("needs",), "A shorter word.", "", (), link=True)
DPO = GlossaryTerm(
    "dpo", "Disabled people's organisation", ("Disabled people's organisation",), "A group.", "", (), link=True
)
POWER = GlossaryTerm("power", "power", ("power",), "An ordinary word.", "", (), link=False)
TERMS = (BARRIER, NCAG, ACCESS_NEEDS, NEEDS, DPO, POWER)

_MEANING = re.compile(r'<span class="meaning".*?</span>(?=[^<]|</span>)', re.DOTALL)


class _RelativePaths(Treeprocessor):
    """What MkDocs registers: it knows the file."""

    def __init__(self, md: Markdown, path: str, meta: dict[str, Any]) -> None:
        super().__init__(md)
        self.file = SimpleNamespace(src_uri=path, page=SimpleNamespace(meta=meta))


class _Context(Preprocessor):
    """What Zensical registers: it knows the page."""

    def __init__(self, md: Markdown, path: str, meta: dict[str, Any]) -> None:
        super().__init__(md)
        self.page = SimpleNamespace(path=path, meta=meta)

    def run(self, lines: list[str]) -> list[str]:
        return lines


def converter(path: str = "", meta: dict[str, Any] | None = None, terms: tuple[GlossaryTerm, ...] = TERMS) -> Markdown:
    md = Markdown(extensions=["tables", "toc", "attr_list", "admonition"])
    md.treeprocessors.register(Glossary(md, terms, WORDS), "glossary", 4)
    if path:
        md.treeprocessors.register(_RelativePaths(md, path, meta or {}), "relpath", 0)
    return md


def marked(
    text: str, path: str = "", meta: dict[str, Any] | None = None, terms: tuple[GlossaryTerm, ...] = TERMS
) -> list[str]:
    """The words that open a meaning, in order."""
    html = converter(path, meta, terms).convert(text)
    return re.findall(r'<button class="term"[^>]*>([^<]*)</button>', html)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("A barrier, and a barrier.", ["barrier"], id="only the first use"),
        pytest.param("One.\n\nBarriers here.\n\nA barrier there.", ["Barriers"], id="another form, another case"),
        pytest.param("- a barrier\n- one more barrier", ["barrier"], id="list items"),
        pytest.param("- one\n\n    - a barrier inside", ["barrier"], id="a list in a list"),
        pytest.param("- one\n\n    a barrier inside", ["barrier"], id="a paragraph in a list"),
        pytest.param("> a barrier", ["barrier"], id="words to say aloud"),
        pytest.param('!!! tip "A barrier"\n    Some barriers.', ["barriers"], id="a note, but not its title"),
        pytest.param("Their access needs.", ["access needs"], id="the longest form"),
        pytest.param("NCAG, not ncag.", ["NCAG"], id="a capital counts"),
        pytest.param("the ncag", [], id="without its capital it is another word"),
        pytest.param("A Disabled people’s organisation.", ["Disabled people’s organisation"], id="either apostrophe"),
        pytest.param("Their access\nneeds.", ["access\nneeds"], id="over a line's end"),
        pytest.param("A **barrier**, or *NCAG*.", ["barrier", "NCAG"], id="in emphasis"),
        pytest.param("barrierless, non-barrier, barrier-free, a_barrier", [], id="whole words alone"),
        pytest.param("# A barrier\n\n## Barriers\n\nText.", [], id="no heading"),
        pytest.param("[a barrier](https://example.org) and `barrier`", [], id="no link, no code"),
        pytest.param("    barrier", [], id="no block of code"),
        pytest.param("| barrier | x |\n|---|---|\n| barrier | y |", [], id="no table"),
        pytest.param("<p>A barrier</p>", [], id="no HTML of the page's own"),
        pytest.param("They share power.", [], id="no everyday word"),
        pytest.param("A barrier is a step. A barrier is high.", [], id="no sentence that gives the meaning"),
        pytest.param("Barriers are steps. Think of a barrier.", ["barrier"], id="but the use after it"),
        pytest.param("**NCAG** stands for a group.", [], id="no meaning given in bold"),
        pytest.param("Where a barrier is, ask.", ["barrier"], id="an 'is' that gives no meaning"),
        pytest.param("Text.\n\n## Sources\n\n- A barrier", [], id="not the list of sources"),
        pytest.param('See <a href="x">a barrier</a>, NCAG.', ["NCAG"], id="not inside a link of the page's own"),
        pytest.param('<span lang="cy">NCAG **barrier** x</span> needs', ["needs"], id="not inside other HTML either"),
        pytest.param("Press <kbd>NCAG</kbd>, a barrier", ["barrier"], id="no key"),
        pytest.param(
            "A barrier<br>a line, <img src=x> NCAG", ["barrier", "NCAG"], id="beside a tag that holds nothing"
        ),
        pytest.param("(\\*NCAG\\*)", ["NCAG"], id="between escaped signs"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_term_opens_at_its_first_use_in_running_text(text: str, words: list[str]) -> None:
    assert marked(text) == words


def test_the_words_of_the_page_stay_as_they_were() -> None:
    text = 'In (NCAG), "barriers" and a barrier\'s end: access needs/NCAG. *Needs*.'
    plain = Markdown().convert(text)
    html = _MEANING.sub("", converter().convert(text))
    assert re.sub(r"</?(?:span|button)[^>]*>", "", html) == plain


@pytest.mark.parametrize(
    "text",
    [
        'One <a href="x">NCAG</a><b>access needs</b>NCAG<i>!</i> end.',
        "<b>x</b>NCAG<b>y</b> (<i>access needs</i>) barrier<br>barrier's",
        "\\*NCAG\\*, \\_barrier\\_ & access needs & more",
        '<span lang="cy">a **barrier** b</span>, NCAG.',
    ],
)
def test_html_of_the_page_stays_whole_beside_and_around_terms(text: str) -> None:
    """Once Python-Markdown's marks for it were moved as if they were punctuation, and readers saw them."""
    html = _MEANING.sub("", converter().convert(text))
    assert re.sub(
        r'<span class="term-mark">(.*?)</span>', r"\1", re.sub(r"</?button[^>]*>", "", html)
    ) == Markdown().convert(text)


def test_signs_beside_a_term_stay_in_its_line() -> None:
    html = _MEANING.sub("", converter().convert("In (NCAG), and a barrier's, end."))
    assert re.findall(r'<span class="term-mark">(.*?)</span>', html) == [
        '(<button class="term" popovertarget="meaning-ncag" type="button">NCAG</button>),',
        '<button class="term" popovertarget="meaning-barrier" type="button">barrier</button>\'s,',
    ]


def test_a_page_has_no_more_than_eight() -> None:
    terms = tuple(replace(NCAG, id=f"t{n}", term=f"word{n}", forms=(f"word{n}",)) for n in range(12))
    assert len(marked(" ".join(f"word{n}" for n in range(12)), terms=terms)) == MOST_ON_A_PAGE == 8


@pytest.mark.parametrize(
    ("path", "meta"),
    [
        pytest.param("glossary.md", {}, id="the glossary itself"),
        pytest.param("easier/access.md", {"easier": True}, id="a page in easier words"),
        pytest.param("do/access.md", {}, id="the page that explains it"),
    ],
)
def test_no_term_is_opened_where_nobody_needs_it(path: str, meta: dict[str, Any]) -> None:
    assert marked("A barrier.", path=path, meta=meta) == []


@pytest.mark.parametrize(
    ("path", "text", "href"),
    [
        ("do/saying-no.md", "barrier", "access.md"),
        ("index.md", "barrier", "do/access.md"),
        ("tools/templates/index.md", "barrier", "../../do/access.md"),
        ("do/saying-no.md", "NCAG", "../glossary.md#ncag"),
    ],
)
def test_a_meaning_leads_to_the_page_that_explains_it_or_to_the_glossary(path: str, text: str, href: str) -> None:
    assert f'<a href="{href}">More about {text}</a>' in converter(path=path).convert(text)


def test_the_page_is_known_from_either_engine() -> None:
    mkdocs, zensical, neither = Markdown(), Markdown(), Markdown()
    mkdocs.treeprocessors.register(_RelativePaths(mkdocs, "do/access.md", {"easier": True}), "relpath", 0)
    zensical.preprocessors.register(_Context(zensical, "do/access.md", {"easier": True}), "rendering_context", 0)
    assert current_page(mkdocs) == current_page(zensical) == CurrentPage("do/access.md", {"easier": True})
    assert current_page(neither) == CurrentPage()


def problems(root: Path) -> list[str]:
    vocabulary, _ = read_vocabulary(root)
    assert vocabulary
    return [str(problem) for problem in sorted(read_glossary(root, vocabulary, read_pages(root)[0])[2])]


def test_the_glossary_of_the_site_is_right(root: Path) -> None:
    assert problems(root) == []


TWICE = """
  - id: moonball
    term: moon ball
    also: [moonballs]
    meaning: The same again.
"""


@pytest.mark.parametrize(
    ("change", "messages"),
    [
        pytest.param(
            lambda text: text + TWICE.lstrip("\n"),
            [
                "data/glossary.yml:8: 'moonball' is the id of an earlier term; choose another",
            ],
            id="an id twice",
        ),
        pytest.param(
            lambda text: text + TWICE.replace("id: moonball", "id: moon-ball").lstrip("\n"),
            ["data/glossary.yml:10: 'moonballs' is a form of 'moonball' already; keep it in one place"],
            id="a form twice",
        ),
        pytest.param(
            lambda text: text.replace("#co-design", "#co-desgin"),
            [
                "data/glossary.yml:6: 'co-desgin' is no anchor of docs/understand/the-ladder.md;"
                " did you mean 'co-design'?"
            ],
            id="an anchor that is not there",
        ),
        pytest.param(
            lambda text: text.replace("the-ladder.md", "the-lader.md"),
            [
                "data/glossary.yml:6: 'understand/the-lader.md' is no page of docs/;"
                " did you mean 'understand/the-ladder.md'?"
            ],
            id="a page that is not there",
        ),
        pytest.param(
            lambda text: text.replace("[norfolk]", "[norflok]"),
            ["data/glossary.yml:7: 'norflok' is no source of data/sources.yml; did you mean 'norfolk'?"],
            id="a source that is not there",
        ),
        pytest.param(
            lambda text: text.replace("A sport that we made up for the tests.", "Long. " * 50),
            ["data/glossary.yml:5: 'terms.1.meaning' is longer than 220 characters; make it shorter"],
            id="a meaning too long to be read at a glance",
        ),
    ],
)
def test_bad_data_is_told_with_file_and_line(
    copied_project: Path, change: Callable[[str], str], messages: list[str]
) -> None:
    path = copied_project / "data" / "glossary.yml"
    text = path.read_text("utf-8")
    assert change(text) != text
    path.write_text(change(text), "utf-8")
    assert problems(copied_project) == messages


def test_the_glossary_is_in_alphabetical_order_and_read_again_when_it_changes(copied_project: Path) -> None:
    path = copied_project / "data" / "glossary.yml"
    before = checked_content(copied_project).terms
    path.write_text(path.read_text("utf-8") + "  - {id: a-first, term: a first, meaning: The first.}\n", "utf-8")
    assert [term.id for term in before] == ["moonball"]
    assert [term.id for term in renewed_content(copied_project).terms] == ["a-first", "moonball"]


def test_a_term_is_shown_with_its_anchor_its_page_and_its_sources(copied_project: Path) -> None:
    vocabulary, _ = read_vocabulary(copied_project)
    assert vocabulary
    terms, guides, _ = read_glossary(copied_project, vocabulary, read_pages(copied_project)[0])
    assert terms
    html = render_glossary(terms, guides, "../", WORDS)
    assert '<a href="#letter-m">M</a>' in html
    assert '<h2 id="letter-m">M</h2>' in html
    assert 'id="moonball"' in html
    assert 'Explained in <a href="../understand/the-ladder/#co-design">The ladder</a>.' in html
    assert html.count("Source: ") == 1


def test_what_the_glossary_says_is_shown_and_never_run() -> None:
    source = Source("x", "<b>Title</b>", "", "n.d.", "https://example.org/?a=1&b=2")
    term = replace(NCAG, meaning="<script>alert(1)</script>", sources=(source,))
    html = render_glossary((term,), {"ncag": Guide("do/access.md", "", "<i>Access</i>")}, "", WORDS)
    assert "<script>" not in html
    assert "<b>" not in html
    assert "<i>" not in html
    shown = converter(terms=(term,)).convert("NCAG")
    assert "<script>" not in shown


@pytest.mark.parametrize("everyday", ["access", "power", "ladder", "faux", "evaluate", "the ladder", "doing to"])
def test_an_everyday_word_opens_nothing(root: Path, everyday: str) -> None:
    assert marked(f"We have {everyday} here.", terms=checked_content(root).terms) == []

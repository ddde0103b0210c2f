"""The search index: what is in it and what is not, its words, and the synonyms that contributors write."""

from __future__ import annotations

import gzip
import json
import random
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from macros.building.build import build
from macros.building.engines import ENGINES
from macros.checked import checked_content
from macros.checks.answers import check_answers
from macros.checks.run import check_all
from macros.checks.synonyms import check_synonyms
from macros.model import Catalogue
from macros.publishing import search_index
from macros.publishing.search_index import (
    LETTERS,
    OTHER_WORDS,
    IndexNotWholeError,
    Known,
    Record,
    broken_files,
    indexed_text,
    read_fragment,
    write_index,
)
from macros.publishing.search_places import LIMIT, MOST_WEBINARS, Place, shortest, write_places
from macros.reading.pages import read_pages
from macros.reading.synonyms import read_synonyms, search_words
from macros.reading.vocabulary import vocabulary_of
from macros.rendering.presenters import presenters_line
from tests.conftest import once
from tests.content import catalogue_of

ROOT = Path(__file__).parent.parent
OWN_FILES = {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind", "synonyms.json", "places.json"}


def fragments(site: Path) -> dict[str, dict[str, Any]]:
    """What the index holds, by address from the top of the site."""
    found = {}
    for path in (site / "pagefind" / "fragment").iterdir():
        data = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        assert data["meta"]["url"] not in found, "indexed twice"
        found[data["meta"]["url"]] = data
    return found


@pytest.fixture(scope="module")
def indexed(site: Path) -> Mapping[str, dict[str, Any]]:
    return fragments(site)


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    return catalogue_of(root)


def test_every_article_of_the_site_is_indexed_once_and_nothing_else_that_is_a_page(
    site: Path, indexed: Mapping[str, dict[str, Any]]
) -> None:
    articles = {
        path.parent.relative_to(site).as_posix() + "/"
        for path in site.rglob("index.html")
        if "data-pagefind-body" in path.read_text(encoding="utf-8")
    }
    expected = {"" if url == "./" else url for url in articles} - {"search/", "a-z/"}
    assert {url for url in indexed if "#" not in url} == expected


def test_rungs_terms_and_warning_signs_are_results_of_their_own(
    root: Path, indexed: Mapping[str, dict[str, Any]], catalogue: Catalogue
) -> None:
    expected = {
        **{f"understand/the-ladder/#{id_}": "rung" for id_ in catalogue.vocabulary.rungs},
        **{f"glossary/#{term.id}": "term" for term in checked_content(root).terms},
        **{f"understand/real-or-faux/#{s.id}": "sign" for s in checked_content(root).tools.signs},
    }
    assert {url: data["filters"]["kind"][0] for url, data in indexed.items() if "#" in url} == expected


@pytest.mark.parametrize(
    "words",
    [
        "What you write and choose here stays",  # footer
        "How this page was made",  # under the article
        "Skip to the main content",  # header
        "On this page",  # contents
        "Other versions and downloads",  # a webinar's details
        "[On the slide:",  # is said as well
        "Back 15 seconds",  # the player
    ],
)
def test_what_is_no_content_is_not_indexed(indexed: Mapping[str, dict[str, Any]], words: str) -> None:
    assert [url for url, data in indexed.items() if words in data["content"]] == []


def test_what_is_no_content_would_be_found_in_the_index_if_it_were_there(tmp_path: Path) -> None:
    """Planted: without the selectors' classes the same words are indexed."""
    write_index([Record("a/", "<h1>A</h1><p>[On the slide: planted]</p>", {})], Known(), tmp_path / "index")
    write_index(
        [Record("a/", '<h1>A</h1><p class="on-slide">[On the slide: x]</p>', {})], Known(), tmp_path / "without"
    )
    texts = [
        indexed_text(read_fragment(next((tmp_path / name / "fragment").iterdir()))) for name in ("index", "without")
    ]
    assert ["planted" in texts[0], "slide" in texts[1]] == [True, False]


def test_headings_of_a_table_do_not_run_together(tmp_path: Path) -> None:
    table = "<table><tr><th>What</th><th>Who?</th></tr><tr><td>Travel time</td><td>______</td></tr></table>"
    write_index([Record("a/", f"<h1>A</h1>{table}", {})], Known(), tmp_path)
    text = read_fragment(next((tmp_path / "fragment").iterdir()))["content"]
    assert "What. Who? Travel time." in text


def test_a_webinar_is_indexed_by_chapter_with_the_second_as_anchor(
    indexed: Mapping[str, dict[str, Any]], catalogue: Catalogue
) -> None:
    for webinar in catalogue.webinars:
        data = indexed[f"webinars/{webinar.slug}/"]
        found = {anchor["id"]: anchor["text"] for anchor in data["anchors"] if anchor["element"] == "h3"}
        for chapter in webinar.words.load()[0].chapters:
            assert found[chapter.anchor].removesuffix(".") == chapter.title, webinar.slug
        paragraphs = {f"t-{int(p.start)}" for chapter in webinar.words.load()[0].chapters for p in chapter.paragraphs}
        assert paragraphs <= {anchor["id"] for anchor in data["anchors"]}


def test_a_webinar_says_its_length_presenters_topics_and_filters(
    indexed: Mapping[str, dict[str, Any]], catalogue: Catalogue
) -> None:
    webinar = catalogue.by_slug["the-ladder"]
    data = indexed["webinars/the-ladder/"]
    assert data["meta"]["presenters"] == presenters_line(webinar.presenters)
    assert data["meta"]["length"].endswith(" minutes")
    assert data["meta"]["topics"] == ", ".join(topic.name for topic in webinar.topics)
    assert set(data["filters"]) == {"kind", "topic", "rung", "audience", "format"}
    assert sorted(data["filters"]["rung"]) == sorted(rung.id for rung in webinar.rungs)


def test_only_the_files_that_the_search_page_uses_are_published(site: Path) -> None:
    folder = site / "pagefind"
    assert {p.name for p in folder.iterdir() if p.is_file() and p.suffix != ".pf_meta"} == OWN_FILES
    assert {p.name for p in folder.iterdir() if p.is_dir()} == {"filter", "fragment", "index", "words"}


def test_a_question_fetches_small_files(site: Path) -> None:
    """Pagefind knows the size of its files by an unstable name only; by itself it makes them of 30 kB."""
    sizes = [path.stat().st_size for path in (site / "pagefind" / "index").iterdir()]
    assert len(sizes) > 10
    assert max(sizes) < 15_000


def test_the_words_of_the_index_are_published_by_letter_and_by_how_often_they_are_there(tmp_path: Path) -> None:
    body = "<h1>Pay</h1><p>Pay people. People’s co-production, 2010; user-led.</p>"
    write_index([Record("a/", body, {})], Known({"fee": "pay"}), tmp_path)
    words = {letter: json.loads((tmp_path / "words" / f"{letter}.json").read_text()) for letter in (*LETTERS, "0")}
    # Pay is there three times, in the title too; the first list is of two or three times, the last of once.
    assert words["p"] == [["pay"], ["people", "peoples", "production"]]
    assert (words["c"], words["u"], words[OTHER_WORDS], words["x"]) == (
        [["co", "coproduction"]],
        [["user", "userled"]],
        [["2010"]],
        [],
    )


def test_what_is_typed_is_published_by_what_it_leads_to(tmp_path: Path) -> None:
    write_index([Record("a/", "<h1>A</h1>", {})], Known({"fee": "pay", "cash": "money", "wage": "pay"}), tmp_path)
    assert json.loads((tmp_path / "synonyms.json").read_text()) == {"pay": ["fee", "wage"], "money": ["cash"]}


def test_text_from_data_is_indexed_as_text(tmp_path: Path) -> None:
    record = Record('a/?x="&<b>', "<h1>A</h1><p>Words</p>", {"length": '"><script>x</script>'}, {"kind": ["guide"]})
    write_index([record], Known(), tmp_path)
    data = json.loads(
        gzip.decompress(next((tmp_path / "fragment").iterdir()).read_bytes()).removeprefix(b"pagefind_dcd")
    )
    assert (data["meta"]["url"], data["meta"]["length"]) == (record.url, record.meta["length"])


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_gives_the_same_index(
    shared: Path, fixture_project: Path, fixture_site: Path, engine: str
) -> None:
    other = fixture_site
    if engine != "mkdocs":
        other = shared / f"fixture-site-{engine}"
        once(other, lambda: build(fixture_project, other, engine, print))
    mine, theirs = fragments(fixture_site), fragments(other)
    assert theirs.keys() == mine.keys()
    for url, data in mine.items():
        assert theirs[url]["content"].split() == data["content"].split(), url


WORDS = [
    ("Co-production", ["coproduction"]),
    ("co‑produce, CO‐PRODUCING", ["coproduce", "coproducing"]),
    ("people's peoples’", ["peoples", "peoples"]),
    ("Équité naïve ﬁx", ["equite", "naive", "fix"]),
    ("<script>alert(1)</script>", ["script", "alert", "1", "script"]),
    ("שלום مرحبا", []),
    ("   ", []),
    ("2010 £1,250", ["2010", "1", "250"]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_are_compared_without_hyphens_apostrophes_and_accents(text: str, expected: list[str]) -> None:
    assert search_words(text) == expected


def test_the_real_synonyms_have_no_problems(root: Path) -> None:
    found, problems = read_synonyms(root)
    assert problems == []
    assert found["focus group"] == "consultation"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("  pay: [fee, Fee]", "2: 'Fee' is here already, under 'pay'; keep it in one place"),
        ("  pay: [fee]\n  money: [fees, fee]", "3: 'fee' is here already, under 'pay'; keep it in one place"),
        ("  co-design: [codesign]", "2: 'codesign' is the same as 'co-design' to the search; remove it"),
        ("  pay: ['…']", "2: '…' has no letters that could be typed; remove it"),
        ("  pay: [how much do you get]", "2: 'how much do you get' has more than 4 words; make it shorter"),
        ("  pay: fee", "2: 'synonyms.pay' has to be a list, not 'fee'; write '- ' before each item"),
    ],
)
def test_a_mistake_in_the_synonyms_is_told_with_file_and_line(tmp_path: Path, lines: str, message: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "synonyms.yml").write_text(f"synonyms:\n{lines}\n", encoding="utf-8")
    found, problems = read_synonyms(tmp_path)
    assert (found, [str(problem) for problem in problems]) == ({}, [f"data/synonyms.yml:{message}"])


def test_a_project_without_synonyms_has_none(tmp_path: Path) -> None:
    assert read_synonyms(tmp_path) == ({}, [])


def test_make_check_tells_of_mistakes_in_the_synonyms(copied_project: Path) -> None:
    (copied_project / "data" / "synonyms.yml").write_text("synonyms:\n  pay: [fee, fee]\n", encoding="utf-8")
    assert "data/synonyms.yml:2: 'fee' is here already, under 'pay'; keep it in one place" in map(
        str, check_all(copied_project)[1]
    )


def test_a_synonym_may_not_be_a_term_of_the_glossary_that_leads_elsewhere(copied_project: Path) -> None:
    (copied_project / "data" / "synonyms.yml").write_text("synonyms:\n  pay: [wages]\n  money: [access]\n", "utf-8")
    terms = checked_content(ROOT).terms
    found, _ = read_synonyms(copied_project)
    assert [str(problem) for problem in check_synonyms(copied_project, found, terms)] == [
        "data/synonyms.yml:3: 'access' is 'access' in the glossary, and would lead to 'money'; remove it"
    ]


def answering(tmp_path: Path, front: str) -> list[str]:
    """What is wrong with the questions of two pages, of which the second has this in its front matter."""
    for name, lines in (("a", "answers:\n  - How much?\n"), ("b", front)):
        path = tmp_path / "docs" / "do" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {name}\ndescription: About {name}.\n{lines}---\n# {name}\n\n## Money\n", "utf-8")
    pages, problems = read_pages(tmp_path)
    vocabulary = vocabulary_of(ROOT)
    return [str(problem) for problem in (*problems, *check_answers(pages, vocabulary))]


@pytest.mark.parametrize(
    ("front", "message"),
    [
        (
            "answers:\n  - how MUCH\n",
            "docs/do/b.md:5: 'how MUCH' is a question of docs/do/a.md already; keep it in one place",
        ),
        (
            f"answers:\n  - Why?\n  - {'a' * 71}\n",
            f"docs/do/b.md:6: '{'a' * 71}' has 71 characters, more than 70; make it shorter",
        ),
        (
            "answers:\n  - mony: Why?\n",
            "docs/do/b.md:5: 'mony' is no part of this page; did you mean 'money'?",
        ),
        ("answers:\n  - money: Why?\n  - What for?\n", ""),
    ],
)
def test_questions_that_pages_answer_are_short_unique_and_of_a_part_that_is_there(
    tmp_path: Path, front: str, message: str
) -> None:
    assert answering(tmp_path, front) == ([message] if message else [])


def test_the_file_of_suggestions_stays_small_whatever_the_number_of_webinars(tmp_path: Path) -> None:
    chance = random.Random(1)
    found = [
        Place(f"en_{chance.randbytes(4).hex()}", "webinar", f"webinars/{n}/", f"Talk {chance.random()}", f"2026-{n:04}")
        for n in range(1_000)
    ]
    write_places(found, (), tmp_path)
    content = (tmp_path / "places.json").read_bytes()
    kept = json.loads(content)["urls"]
    assert len(gzip.compress(content, 9)) <= LIMIT
    assert kept == [f"webinars/{n}/" for n in range(999, 999 - MOST_WEBINARS, -1)]


def test_the_file_of_suggestions_of_the_site_is_small(site: Path) -> None:
    assert len(gzip.compress((site / "pagefind" / "places.json").read_bytes(), 9)) <= LIMIT


def test_ids_are_as_short_as_they_can_be_told_apart() -> None:
    """Ids are chance, which no compression makes smaller."""
    assert shortest(["en_12", "en_1a", "en_2b"]) == len("en_12")
    assert shortest(["en_12", "en_21"]) == len("en_1")
    assert shortest([]) == 0


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of two pages as Pagefind writes it."""
    folder = tmp_path_factory.mktemp("made")
    filters = {"kind": ["guide"]}
    write_index(
        [Record(f"{url}/", f"<h1>{url}</h1><p>Words</p>", {}, filters) for url in "ab"], Known(), folder / "index"
    )
    return folder / "index"


def test_a_whole_index_is_whole(made: Path) -> None:
    assert broken_files(made, pages=2) == []
    assert broken_files(made, pages=3) == ["fragment/*"]


@pytest.mark.parametrize("kept", [0.0, 0.5, 0.98])
@pytest.mark.parametrize(
    "pattern", ["pagefind-entry.json", "wasm.en.pagefind", "*.pf_meta", "index/*", "filter/*", "fragment/*"]
)
def test_a_cut_file_of_the_index_is_found(made: Path, tmp_path: Path, pattern: str, kept: float) -> None:
    copied = Path(shutil.copytree(made, tmp_path / "index"))
    cut = sorted(copied.glob(pattern))[0]
    content = cut.read_bytes()
    cut.write_bytes(content[: int(len(content) * kept)])
    assert broken_files(copied, pages=2) == [cut.relative_to(copied).as_posix()]


@pytest.mark.parametrize("times", [1, 9])
def test_an_index_that_is_not_whole_is_made_again_and_never_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """As on a busy machine: Pagefind says that it is done, and one of its files is empty."""
    real, runs = search_index._run_pagefind, []

    async def cut_short(staged: Path, made: Path) -> None:
        await real(staged, made)
        runs.append(made)
        if len(runs) <= times:
            (made / "pagefind-entry.json").write_bytes(b"")

    monkeypatch.setattr(search_index, "_run_pagefind", cut_short)
    record = Record("a/", "<h1>A</h1><p>Words</p>", {})
    if times == 1:
        write_index([record], Known(), tmp_path / "index")
        assert broken_files(tmp_path / "index", pages=1) == []
        assert len(runs) == 2
    else:
        with pytest.raises(IndexNotWholeError, match=r"pagefind-entry\.json"):
            write_index([record], Known(), tmp_path / "index")
        assert not (tmp_path / "index").exists()

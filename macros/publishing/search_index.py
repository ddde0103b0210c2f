"""Makes the search index of a built site with Pagefind.

What is found is what carries ``data-pagefind-body`` (the page's article), and records of their own for
rungs, warning signs and terms. Each goes to Pagefind as a small HTML file with its address, kind and
filters: Pagefind reads a whole folder at once, which is 80 times as fast as handing it one file after another.
"""

from __future__ import annotations

import asyncio
import gzip
import html
import json
import os
import re
import shutil
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from pagefind.index import IndexConfig, PagefindIndex

from macros.content.content import Content
from macros.model import GlossaryTerm, Rung, Sign, Webinar
from macros.publishing.ordered_index import SIGNATURE, put_in_order
from macros.publishing.search_places import Place, questions, standings, write_places
from macros.reading.interface import Words
from macros.reading.synonyms import search_words
from macros.rendering.formats import READ, formats
from macros.rendering.presenters import presenters_line
from macros.rendering.search import GLOSSARY, LADDER, SIGNS

FOLDER = "pagefind"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
OTHER_WORDS = "0"
"""The file of the words that start with no letter from a to z."""

CHUNK_SIZE = 2_000
"""Places of words in a file of the index: a tenth of what Pagefind takes by itself. With 1,000 webinars each word
of a question then fetches 4 to 14 kB and not 30. Still smaller files save less than their longer list costs."""

NOT_INDEXED = (
    "nav", ".kind", ".facts", ".player", ".player-note", ".moment", ".on-slide", ".pause", ".transcript-tools",
    ".ladder", ".card", ".made", ".jumps", "[aria-labelledby=versions]", "[aria-labelledby=details]", "[hidden]",
    "script",
)  # fmt: skip
"""Selectors of what is in an article and would be found twice, or is no content."""

_LISTS = {GLOSSARY, "webinars/", "about/sources/"}
"""Pages that list what is found in its own place: only their first lines are indexed."""
_WITHOUT_RESULTS = {"search/", "a-z/"}
_ARTICLE = re.compile(r"<article\b[^>]*\bdata-pagefind-body\b[^>]*>(.*)</article>", re.DOTALL)
_SOURCES = re.compile(r'<h2 id="sources">.*\Z', re.DOTALL)
_FIRST_LINES = re.compile(r"\A.*?</h1>(?:\s*<p>.*?</p>)?", re.DOTALL)
_END_OF_HEADING_CELL = re.compile(r"(?<![.:!?])</th>")
_NEEDED = ("pagefind.js", "pagefind-entry.json", "wasm.en.pagefind", "*.pf_meta", "index/*", "filter/*", "fragment/*")

_ATTEMPTS = 4


class IndexNotWholeError(Exception):
    """Pagefind has written a part of its index only; the message says which files."""


@dataclass(frozen=True)
class Record:
    """Something to be found: its address from the top of the site, its HTML, and what is known about it."""

    url: str
    body: str
    meta: Mapping[str, str]
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def page(self) -> str:
        """The record as the HTML that Pagefind reads."""
        meta = {"url": self.url, **self.meta}
        tags = [f'<meta data-pagefind-meta="{key}[content]" content="{html.escape(meta[key])}">' for key in meta]
        tags += [
            f'<meta data-pagefind-filter="{key}[content]" content="{html.escape(value)}">'
            for key, values in self.filters.items()
            for value in values
        ]
        # Pagefind ends the text of a cell, but runs headings of a table together with each other and the first row.
        body = _END_OF_HEADING_CELL.sub(".</th>", self.body).replace("</th>", "</th> ")
        return f'<!doctype html><html lang="en"><body data-pagefind-body>{"".join(tags)}{body}</body></html>'


@dataclass(frozen=True)
class Known:
    """What the search knows beside the pages' texts.

    ``synonyms`` leads from what people type to the site's own word, ``standings`` says how pages stand that stand
    as something else than they are found as, and ``questions`` are those that pages answer (see search_places.py).
    """

    synonyms: Mapping[str, str] = field(default_factory=dict)
    standings: Mapping[str, str] = field(default_factory=dict)
    questions: Sequence[tuple[str, str, str]] = ()


def write_search_index(content: Content, site: Path) -> None:
    """Writes the index of the built ``site`` into its folder ``pagefind``, with words and synonyms."""
    known = Known(content.synonyms, standings(content.pages), questions(content.pages))
    write_index(records(content, site), known, site / FOLDER)


def records(content: Content, site: Path) -> Iterator[Record]:
    """Everything that can be found in the built site."""
    catalogue, words = content.catalogue, content.words
    pages = {page.url: page for page in content.pages}
    webinars = {f"webinars/{slug}/": webinar for slug, webinar in catalogue.by_slug.items()}
    for path in sorted(site.rglob("index.html")):
        url = "" if path.parent == site else f"{path.parent.relative_to(site).as_posix()}/"
        article = _ARTICLE.search(path.read_text(encoding="utf-8"))
        if article and url not in _WITHOUT_RESULTS:
            if url in webinars:
                yield webinar_record(webinars[url], article[1], words)
            else:
                yield page_record(url, article[1], pages[url].result)
    if (site / LADDER).is_dir():
        yield from (rung_record(rung, words) for rung in catalogue.vocabulary.rungs.values())
    if (site / GLOSSARY).is_dir():
        yield from (term_record(term, words) for term in content.terms)
    if (site / SIGNS).is_dir():
        yield from (sign_record(sign, words) for sign in content.tools.signs)


def page_record(url: str, article: str, kind: str) -> Record:
    """A page that is no webinar; ``kind`` is what it is found as. Of its list of sources nothing is indexed."""
    first_lines = _FIRST_LINES.search(article)
    body = first_lines[0] if url in _LISTS and first_lines else _SOURCES.sub("", article)
    return Record(url, body, {}, {"kind": [kind], "format": [READ]})


def webinar_record(webinar: Webinar, article: str, words: Words) -> Record:
    """A webinar's page; its chapters are headings with the second as their id."""
    return Record(
        f"webinars/{webinar.slug}/",
        article,
        {
            "length": words.length(webinar.duration),
            "published": webinar.published.isoformat(),
            "presenters": presenters_line(webinar.presenters),
            "topics": ", ".join(topic.name for topic in webinar.topics),
        },
        {
            "kind": ["webinar"],
            "topic": [topic.id for topic in webinar.topics],
            "rung": [rung.id for rung in webinar.rungs],
            "audience": [audience.id for audience in webinar.audiences],
            "format": [item.id for item in formats(webinar, words)],
        },
    )


def rung_record(rung: Rung, words: Words) -> Record:
    """A rung of the ladder."""
    place = words.ladder.rung_in_band.format(number=rung.number, band=rung.band.name)
    parts = [place, rung.meaning, rung.example, rung.question, rung.next]
    filters = {"kind": ["rung"], "rung": [rung.id], "format": [READ]}
    return Record(f"{LADDER}#{rung.id}", _body(rung.name, parts), {}, filters)


def term_record(term: GlossaryTerm, words: Words) -> Record:
    """A word of the glossary with its other forms."""
    also = words.glossary.also.format(forms=", ".join(term.forms[1:])) if term.forms[1:] else ""
    parts = [term.meaning, also]
    return Record(f"{GLOSSARY}#{term.id}", _body(term.term, parts), {}, {"kind": ["term"], "format": [READ]})


def sign_record(sign: Sign, words: Words) -> Record:
    """A warning sign of faux co-production."""
    parts = [sign.why, sign.instead, words.search.truer_word.format(name=sign.call_it.name.lower())]
    filters = {"kind": ["sign"], "rung": [sign.call_it.id], "format": [READ]}
    return Record(f"{SIGNS}#{sign.id}", _body(sign.text, parts), {}, filters)


def _body(title: str, parts: Iterable[str]) -> str:
    return f"<h1>{html.escape(title)}</h1>" + "".join(f"<p>{html.escape(part)}</p>" for part in parts if part)


def write_index(found: Iterable[Record], known: Known, target: Path) -> None:
    """Writes Pagefind's index of the records into ``target``, the words that are in it, and what else is known.

    Of Pagefind's own files only those that the search page uses are kept.
    """
    with tempfile.TemporaryDirectory(prefix="search-") as folder:
        staged, made = Path(folder) / "pages", Path(folder) / "index"
        staged.mkdir()
        for number, record in enumerate(found):
            (staged / f"{number}.html").write_text(record.page, encoding="utf-8")
        _make_whole(staged, made)
        shutil.rmtree(target, ignore_errors=True)
        for pattern in _NEEDED:
            for path in sorted(made.glob(pattern)):
                kept = target / path.relative_to(made)
                kept.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, kept)
    put_in_order(target)
    fragments = {path.stem: read_fragment(path) for path in sorted((target / "fragment").iterdir())}
    _write_words(fragments.values(), target)
    _write_json(target / "synonyms.json", by_own_word(known.synonyms))
    write_places([_place(id_, data, known) for id_, data in fragments.items()], known.questions, target)


def _make_whole(staged: Path, made: Path) -> None:
    """Has Pagefind make its index until all of its files are whole. Raises IndexNotWholeError.

    Its service may answer before its files are on the disk (https://github.com/Pagefind/pagefind/issues/1271).
    """
    for _ in range(_ATTEMPTS):
        shutil.rmtree(made, ignore_errors=True)
        # In a thread: who publishes may be running an event loop of their own.
        with ThreadPoolExecutor(max_workers=1) as thread:
            thread.submit(asyncio.run, _run_pagefind(staged, made)).result()
        broken = broken_files(made, pages=len(list(staged.iterdir())))
        if not broken:
            return
    raise IndexNotWholeError(f"the search index is not whole after {_ATTEMPTS} attempts: {', '.join(broken)}")


def broken_files(made: Path, pages: int) -> list[str]:
    """What of an index of so many pages is missing, cut or empty: each file is read back to its end."""
    broken = []
    for pattern in _NEEDED:
        found = sorted(made.glob(pattern))
        if not found and not pattern.startswith("filter/"):
            broken.append(pattern)
        broken += [path.relative_to(made).as_posix() for path in found if not _is_whole(path)]
    if len(list(made.glob("fragment/*"))) < pages:
        broken.append("fragment/*")
    return broken


def _is_whole(path: Path) -> bool:
    content = path.read_bytes()
    try:
        if path.suffix == ".json":
            return bool(json.loads(content)["languages"])
        # All others but the script are compressed; gzip has a sum of its own at its end.
        return bool(content if path.suffix == ".js" else gzip.decompress(content))
    except (OSError, EOFError, ValueError, KeyError, zlib.error):
        return False


async def _run_pagefind(staged: Path, made: Path) -> None:
    # Pagefind has no other way to say it. A version that does not know it would only make larger files.
    os.environ["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = str(CHUNK_SIZE)
    config = IndexConfig(
        # The site is in one language; a page in another would get an index that no search opens.
        force_language="en",
        exclude_selectors=NOT_INDEXED,
        output_path=str(made),
        write_playground=False,
    )
    async with PagefindIndex(config=config) as index:
        await index.add_directory(str(staged))


class Anchor(TypedDict):
    """A place in a page with an id; ``element`` is its tag, such as h3."""

    element: str
    id: str
    text: str


class Fragment(TypedDict):
    """What is used of one of Pagefind's fragments: a page's text, and what is known about it."""

    content: str
    meta: dict[str, str]
    filters: dict[str, list[str]]
    anchors: list[Anchor]


def read_fragment(path: Path) -> Fragment:
    """The text of a page in the index."""
    fragment: Fragment = json.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))
    return fragment


def indexed_text(fragment: Fragment) -> str:
    """The words of a page in the index: its title, and what can be found in it."""
    return f"{fragment['meta'].get('title', '')} {fragment['content']}"


def _place(id_: str, fragment: Fragment, known: Known) -> Place:
    meta, url = fragment["meta"], fragment["meta"]["url"]
    kind = fragment["filters"].get("kind", [""])[0]
    chapters = [
        (anchor["id"], anchor["text"])
        for anchor in fragment["anchors"]
        if anchor["element"] == "h3" and anchor["id"].startswith("t-")
    ]
    title, published = meta.get("title", ""), meta.get("published", "")
    return Place(id_, known.standings.get(url, kind), url, title, published, tuple(chapters))


def by_own_word(synonyms: Mapping[str, str]) -> dict[str, list[str]]:
    """The site's own words, each with what people type for it: as a file, a fifth smaller than the other way round."""
    found: dict[str, list[str]] = {}
    for typed, own in synonyms.items():
        found.setdefault(own, []).append(typed)
    return found


def _write_words(fragments: Iterable[Fragment], target: Path) -> None:
    """Writes ``words/<letter>.json``: the words in the index, by how often they are there.

    From these the search page learns whether a word that was typed exists, which one is near it, and which words of
    a question tell most. The first list of a file has the words that are there most often. Those of the last one are
    there once, of the one before it twice or three times, and so on: each goes up to twice as many as the next.
    """
    written: Counter[str] = Counter()
    for fragment in fragments:
        written.update(indexed_text(fragment).split())
    counts: Counter[str] = Counter()
    for word, count in written.items():
        # Pagefind finds user-led as one word and by its parts.
        for part in {*search_words(word), *search_words(word.replace("-", " "))}:
            counts[part] += count
    in_order = sorted(counts, key=lambda word: (-counts[word], word))
    for letter in (*LETTERS, OTHER_WORDS):
        own = [word for word in in_order if (word[0] if word[0] in LETTERS else OTHER_WORDS) == letter]
        steps = max((counts[word].bit_length() for word in own), default=0)
        lists = [[word for word in own if counts[word].bit_length() == step] for step in range(steps, 0, -1)]
        _write_json(target / "words" / f"{letter}.json", lists)


def _write_json(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")

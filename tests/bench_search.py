"""Measures the search on made-up catalogues: making the index, and the first answer in a browser.

`python -m tests.bench_search 1000` measures one size.
"""

from __future__ import annotations

import datetime
import gzip
import json
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from material.plugins.search.plugin import SearchIndex as MaterialIndex
from playwright.sync_api import Browser, sync_playwright

from macros.model import (
    Catalogue,
    Chapter,
    Cue,
    KeptWords,
    Made,
    MediaFile,
    Paragraph,
    Presenter,
    Transcript,
    Vocabulary,
    Webinar,
)
from macros.publishing.search_index import Known, Record, page_record, webinar_record, write_index
from macros.publishing.search_places import questions
from macros.publishing.small_files import shrink_files
from macros.reading.fields import CC_BY
from macros.reading.pages import read_pages
from macros.reading.synonyms import read_synonyms
from macros.reading.vocabulary import vocabulary_of
from macros.rendering.search import render_search
from macros.rendering.webinar import render_webinar
from tests.browser.chromium import launch
from tests.content import WORDS
from tests.servers import Server

ROOT = Path(__file__).parent.parent
SIZES = (10, 100, 1_000, 10_000)
LIMITED = 1_000
CUES = 280
CUES_A_PARAGRAPH = 5
PARAGRAPHS_A_CHAPTER = 4
WORDS_A_CUE = 9
SECONDS_A_CUE = 3.75
QUESTIONS = ("codesign", "evaluation questions", "role agreement template", "members decide about changing room money")
"""Of one, two, three and five words that tell. Of a large site the three that tell most are looked for."""
MOST = {"seconds": 15.0, "megabytes": 1_000.0, "kilobytes": 200.0, "milliseconds": 300.0}
"""What ``LIMITED`` webinars may take."""

_PAGE = """<!doctype html><html lang="en-GB" class="js"><head><meta charset="utf-8"><title>Search</title></head>
<body><main><h1>Search</h1>{}</main></body></html>"""


@dataclass(frozen=True)
class Answer:
    """What the first answer took: kB fetched, ms of computing, how many results it has."""

    kilobytes: float
    milliseconds: float
    results: int


@dataclass(frozen=True)
class Measured:
    """What one size took: seconds and MB of memory to index, an answer for each question, MB of Material's index."""

    webinars: int
    seconds: float
    megabytes: float
    answers: tuple[Answer, ...]
    material_megabytes: float


def rows() -> list[tuple[str, str]]:
    """(what was measured, the figure) for 10 to 10,000 webinars; the last takes three minutes and 7 GB of memory."""
    return [row for size in SIZES for row in rows_of(measure(size))]


def rows_of(found: Measured) -> list[tuple[str, str]]:
    """The figures of one size, with the limit where it has one."""
    limited = found.webinars == LIMITED
    name = f"search, {found.webinars:,} webinars"

    def row(what: str, key: str, unit: str, figure: str) -> tuple[str, str]:
        limit = f" (limit {MOST[key]:,.0f} {unit})" if limited else ""
        return f"{name}: {what}{limit}", f"{figure} {unit}"

    answers = [
        part
        for question, answer in zip(QUESTIONS, found.answers, strict=True)
        for part in (
            row(f"fetched for the first answer to '{question}'", "kilobytes", "kB", f"{answer.kilobytes:,.0f}"),
            row("computing for it", "milliseconds", "ms", f"{answer.milliseconds:,.0f}"),
        )
    ]
    return [
        row("index made in", "seconds", "s", f"{found.seconds:.1f}"),
        row("memory while it is made", "megabytes", "MB", f"{found.megabytes:,.0f}"),
        *answers,
        (f"{name}: Material's index, fetched whole", f"{found.material_megabytes:,.1f} MB"),
    ]


def measure(size: int) -> Measured:
    """Makes the index of a made-up catalogue and asks it a question."""
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(temporary)
        # In a process of its own: the highest use of memory is a process's, not a function's.
        made = json.loads(_run(str(size), str(site)))
        shutil.copytree(ROOT / "docs" / "assets", site / "assets")
        # As they are published.
        shrink_files(site)
        (site / "search").mkdir()
        (site / "search" / "index.html").write_text(_PAGE.format(_search_page()), encoding="utf-8")
        with sync_playwright() as playwright, Server(site) as server:
            browser = launch(playwright)
            answers = tuple(first_answer(browser, f"{server.url}search/", site, text) for text in QUESTIONS)
            browser.close()
    return Measured(size, made["seconds"], made["megabytes"], answers, made["material"])


def first_answer(browser: Browser, address: str, site: Path, question: str) -> Answer:
    """What it takes from pressing Enter to the answer, with nothing in the cache."""
    context = browser.new_context()
    page = context.new_page()
    client = context.new_cdp_session(page)
    page.goto(address, wait_until="networkidle")
    client.send("Network.enable")
    # Time on the processor: what other programs do meanwhile does not count.
    client.send("Performance.enable", {"timeDomain": "threadTicks"})
    addresses: dict[str, str] = {}
    received: list[float] = []
    client.on("Network.responseReceived", lambda e: addresses.update({e["requestId"]: e["response"]["url"]}))
    client.on(
        "Network.loadingFinished",
        lambda e: received.append(_as_sent(addresses[e["requestId"]], e["encodedDataLength"], site)),
    )
    before = _computing(client)
    page.get_by_label("What are you looking for?").fill(question)
    page.keyboard.press("Enter")
    # The status says first that it is searching.
    page.locator("[data-search-results] > li").first.wait_for()
    milliseconds = 1000 * (_computing(client) - before)
    page.wait_for_load_state("networkidle")
    # "3 results." or "1,012 results. These are the 20 best."
    count = int(re.findall(r"[\d,]+", page.locator("[data-search-status]").inner_text())[0].replace(",", ""))
    context.close()
    return Answer(sum(received) / 1000, milliseconds, count)


def _as_sent(address: str, size: float, site: Path) -> float:
    """Bytes as ordinary hosts send them, which compress scripts and JSON; Pagefind's own files are compressed."""
    path = site / urlsplit(address).path.lstrip("/")
    return len(gzip.compress(path.read_bytes())) if path.suffix in {".js", ".json"} else size


def _computing(client: Any) -> float:  # noqa: ANN401
    metrics = client.send("Performance.getMetrics")["metrics"]
    return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")


def _search_page() -> str:
    return render_search(Catalogue((), vocabulary_of(ROOT)), {"A": "#a"}, "../", WORDS)


def make(size: int, site: Path) -> dict[str, float]:
    """Makes the index, and Material's of the same pages; what each took."""
    vocabulary = vocabulary_of(ROOT)
    material = MaterialIndex(lang=["en"], separator=r"[\s\-]+", pipeline=["stopWordFilter"], fields={})
    found = []
    for webinar, article in made_up(size, vocabulary):
        found.append(webinar_record(webinar, article, WORDS))
        material.add_entry_from_context(
            SimpleNamespace(meta={}, content=article, toc=[], url=f"webinars/{webinar.slug}/", title=webinar.title)
        )
    found += list(_guides())
    start = time.monotonic()
    write_index(found, Known(read_synonyms(ROOT)[0], questions=questions(read_pages(ROOT)[0])), site / "pagefind")
    seconds = time.monotonic() - start
    # Kilobytes on Linux. What this process holds is mostly the made-up webinars, so Pagefind's counts.
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {
        "seconds": seconds,
        "megabytes": kilobytes / 1000,
        "material": len(material.generate_search_index(None).encode()) / 1_000_000,
    }


def made_up(size: int, vocabulary: Vocabulary) -> Iterator[tuple[Webinar, str]]:
    """Webinars with the words of the real scripts, as often as they are in them, and a few of their own."""
    chance = random.Random(1)
    words = [word for path in sorted(ROOT.glob("webinars/*/script.md")) for word in path.read_text("utf-8").split()]
    terms, audiences = list(vocabulary.topics.values()), list(vocabulary.audiences.values())
    rungs = list(vocabulary.rungs.values())
    for number in range(size):
        own = [f"{chance.choice(words).strip('.,?>#').lower()}{chance.choice('aeiou')}s" for _ in range(20)]
        webinar = Webinar(
            slug=f"made-up-{number}",
            title=f"{' '.join(chance.choices(words, k=5))} {number}",
            summary=" ".join(chance.choices(words, k=25)),
            published=datetime.date(2026, 1, 1),
            presenters=(Presenter(f"Presenter {number % 50}"),),
            topics=tuple(chance.sample(terms, 2)),
            rungs=tuple(chance.sample(rungs, 2)),
            audiences=tuple(chance.sample(audiences, 2)),
            aim=" ".join(chance.choices(words, k=15)),
            outcomes=("hear made-up words", "find them again"),
            sources=(),
            licence=CC_BY,
            made=Made(rungs[2], "made up for measuring", datetime.date(2026, 1, 1), ()),
            recording=MediaFile("audio", None, "https://example.org/talk.mp3"),
            duration=CUES * SECONDS_A_CUE,
            words=KeptWords((_transcript(chance, words + own * 20),)),
        )
        made = render_webinar(webinar, webinar.words.load(), "../../", WORDS)
        yield webinar, f"<h1>{webinar.title}</h1>{made.player}{made.words}"


def _transcript(chance: random.Random, words: list[str]) -> Transcript:
    cues = [
        Cue(n * SECONDS_A_CUE, (n + 1) * SECONDS_A_CUE, (" ".join(chance.choices(words, k=WORDS_A_CUE)),))
        for n in range(CUES)
    ]
    paragraphs = [Paragraph(tuple(cues[n : n + CUES_A_PARAGRAPH])) for n in range(0, CUES, CUES_A_PARAGRAPH)]
    chapters = []
    for number in range(0, len(paragraphs), PARAGRAPHS_A_CHAPTER):
        own = tuple(paragraphs[number : number + PARAGRAPHS_A_CHAPTER])
        chapters.append(Chapter(" ".join(chance.choices(words, k=4)), own[0].start, own[-1].end, own))
    return Transcript("en", tuple(chapters))


def _guides() -> Iterator[Record]:
    """The real guides' words, so that the question has its answers among the made-up ones."""
    for path in sorted((ROOT / "docs" / "do").glob("*.md")):
        paragraphs = path.read_text(encoding="utf-8").split("---", 2)[2].split("\n\n")
        yield page_record(
            f"do/{path.stem}/", f"<h1>{path.stem}</h1>" + "".join(f"<p>{p}</p>" for p in paragraphs), "guide"
        )


def _run(*arguments: str) -> str:
    command = [sys.executable, "-m", "tests.bench_search", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def main(arguments: list[str]) -> int:
    """``SIZE`` prints its figures; ``SIZE FOLDER`` only makes the index, and prints what that took as JSON."""
    if len(arguments) == 2:
        print(json.dumps(make(int(arguments[0]), Path(arguments[1]))))
    else:
        for what, figure in rows_of(measure(int(arguments[0]))):
            print(f"{what}: {figure}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

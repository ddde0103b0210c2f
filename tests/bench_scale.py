"""Measures whole builds with many recorded webinars beside the real pages, against other site generators.

`make bench ARGS=scale` measures 100 and 1,000 webinars; `make bench ARGS=scale:400` or `scale:100,400` others. All
builds of a number are measured in one run, so that their ratios hold on any machine. What was measured is written
into docs/about/speed.md, where the figures of other numbers stay. 10,000 webinars need 8 GB of disk, and an hour.
"""

from __future__ import annotations

import datetime
import html
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench_check import CUES, SECONDS_A_CUE, captions
from tests.bench_preview import seconds_to_show
from tests.preview import Preview

ROOT = Path(__file__).parent.parent
NUMBERS = (100, 1000)
PROJECT = "ours"
MOST_FOR_ZENSICAL = 2000
"""More take it longer than all others together; its figures at 100 to 1,000 say enough."""
GUIDE = Path("docs", "do", "access.md")
PAGE = ROOT / "docs" / "about" / "speed.md"
HEADING = "## The figures {#figures}"
HEADINGS = "| Build | CPU, s | CPU, ratio | Clock, s | Clock, ratio | MB |"
_FIGURES = re.compile(r"^### With (?P<number>[\d,]+) webinars.*\n(?P<figures>(?:(?!### ).*\n)*)", re.MULTILINE)
QUIET = 0.5
"""The load of a machine on which nothing else runs."""
CHAPTERS = 10
CUES_A_PARAGRAPH = 4
MODEL = ROOT / "tests" / "fixtures" / "project" / "webinars" / "elsewhere-on-vimeo"
PARTS = ("docs", "data", "webinars", "theme", "macros", "tests", "schemas", "mkdocs.yml")

MATERIAL = """\
site_name: Plain Material
site_url: http://127.0.0.1:8000/
theme: {name: material, font: false}
plugins: [search]
markdown_extensions: [abbr, admonition, attr_list, def_list, md_in_html, tables]
nav: [{Home: index.md}, {Webinars: webinars/index.md}]
not_in_nav: |
  *
"""
HUGO_PAGE = """\
<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><header><a href="/">Home</a></header><main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>
"""


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds of processor and of the clock, and the largest process in megabytes."""

    cpu: float
    wall: float
    memory: float


def rows(*numbers: int) -> Iterator[tuple[str, str]]:
    """(what was measured, the figure) for each number of webinars; after each they stand in the page, too."""
    told = machine(os.getloadavg()[0])
    for number in numbers or NUMBERS:
        table = [HEADINGS, "|---|---|---|---|---|---|"]
        with tempfile.TemporaryDirectory(dir=ROOT / ".build-cache") as folder:
            reference: Cost | None = None
            for name, taken in _costs(number, Path(folder)):
                reference = reference or taken
                table.append(cells(name, taken, reference))
                yield f"{number}: {name}", shown(taken, reference)
            seconds = seconds_in_preview(Path(folder) / PROJECT)
            yield f"{number}: from saving a guide to the reload of its preview (limit 3 s)", f"{seconds:.1f} s"
            figures = f"{told} The preview showed a saved guide after {seconds:.1f} seconds.\n\n" + "\n".join(table)
            page = with_figures(PAGE.read_text(encoding="utf-8"), number, figures)
            PAGE.write_text(page, encoding="utf-8", newline="\n")


def _costs(number: int, folder: Path) -> Iterator[tuple[str, Cost]]:
    """What each build takes, plain Material first."""
    plain = material_project(folder / "material", number)
    yield "plain Material, with its search", cost([sys.executable, "-m", "mkdocs", "build", "-q"], plain)
    if number <= MOST_FOR_ZENSICAL:
        yield "Zensical, the same pages", cost([sys.executable, "-m", "zensical", "build"], plain)
    if hugo := shutil.which("hugo"):
        yield "Hugo, the same pages in a plain template", cost([hugo, "--quiet"], hugo_project(plain))
    else:
        print("  NOT RUN: Hugo, because the package hugo is not installed")
    project = our_project(folder / PROJECT, number)
    build = [sys.executable, "-m", "macros", "build"]
    quick = [*build, "--no-search"]
    yield "this site from nothing, without its search", cost(quick, project)
    yield "again, with nothing changed", cost(quick, project)
    change_one(project)
    yield "again, with one webinar changed", cost(quick, project)
    change_a_guide(project)
    yield "again, with one guide changed", cost(quick, project)
    yield "again, with its search", cost(build, project)
    check = [sys.executable, "-m", "macros", "check"]
    shutil.rmtree(project / ".build-cache")
    yield "all checks, from nothing", cost(check, project)
    yield "all checks again", cost(check, project)


def seconds_in_preview(project: Path) -> float:
    """How long it takes until a saved guide is seen in the preview, in the middle of three times."""
    with Preview(project) as preview:
        return statistics.median(seconds_to_show(preview, project / GUIDE) for _ in range(3))


def cells(name: str, taken: Cost, reference: Cost) -> str:
    """A row of the page's table."""
    ratios = f"{taken.cpu / reference.cpu:.2f} | {taken.wall:.1f} | {taken.wall / reference.wall:.2f}"
    return f"| {name} | {taken.cpu:.1f} | {ratios} | {taken.memory:,.0f} |"


def machine(load: float) -> str:
    """When and on what it was measured, and whether other work ran: ``load`` is that of the minute before."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    today = datetime.datetime.now(tz=datetime.UTC).date()
    told = (
        f"Measured on {today.day} {today:%B %Y} on a machine with {os.cpu_count()} processors"
        f" and {memory:.0f} GB of memory, with Python {platform.python_version()}."
    )
    if load < QUIET:
        return f"{told} Nothing else ran on it."
    return f"{told} Other work ran at the same time, so only the ratios say something, and those by the clock little."


def with_figures(page: str, number: int, figures: str) -> str:
    """The page with these figures for a number of webinars, in the place of those that it has for it."""
    before, heading, after = page.partition(HEADING)
    end = after.index("\n## ")
    parts = {int(part["number"].replace(",", "")): part["figures"].strip() for part in _FIGURES.finditer(after[:end])}
    parts[number] = figures
    shown_parts = [f"### With {one:,} webinars {{#with-{one}}}\n\n{parts[one]}\n" for one in sorted(parts)]
    return "\n".join([f"{before}{heading}\n", *shown_parts]) + after[end:]


def shown(taken: Cost, reference: Cost) -> str:
    """A cost in figures and as a ratio to plain Material's."""
    return (
        f"{taken.cpu:6.1f} s CPU ({taken.cpu / reference.cpu:.2f}), {taken.wall:6.1f} s"
        f" ({taken.wall / reference.wall:.2f}), {taken.memory:,.0f} MB"
    )


def cost(command: list[str], folder: Path) -> Cost:
    """Runs a command with all its children. Raises RuntimeError if it fails.

    Python may keep our modules compiled, as it does unless it is told not to: an installer has compiled the others.
    """
    environment = {**os.environ, "PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    meter = "import resource,subprocess,sys; code = subprocess.call(sys.argv[1:], stdout=2);"
    meter += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(code)"
    metered = [sys.executable, "-c", meter, *command]
    done = subprocess.run(metered, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed in {folder}:\n{done.stderr[-3000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, wall, int(done.stdout) / 1024)


def our_project(folder: Path, number: int) -> Path:
    """The real site with this many recorded webinars more."""
    for part in PARTS:
        if part in ("macros", "tests", "theme", "schemas"):
            folder.mkdir(exist_ok=True)
            (folder / part).symlink_to(ROOT / part)
        elif (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part)
        else:
            shutil.copy(ROOT / part, folder / part)
    (folder / ".build-cache").mkdir()
    if (ROOT / ".build-cache" / "narration").is_dir():
        # What a narration takes is measured elsewhere.
        shutil.copytree(ROOT / ".build-cache" / "narration", folder / ".build-cache" / "narration")
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        settings.replace('frame_sources: ""', 'frame_sources: "https://player.vimeo.com"'), encoding="utf-8"
    )
    page = (ROOT / "tests" / "fixtures" / "project" / "docs" / "webinars" / "elsewhere-on-vimeo.md").read_text("utf-8")
    for i in range(1, number + 1):
        slug = f"made-up-{i}"
        shutil.copytree(MODEL, folder / "webinars" / slug)
        (folder / "webinars" / slug / "captions.en.vtt").write_text(captions(i), encoding="utf-8")
        details = folder / "webinars" / slug / "webinar.yml"
        lines = details.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.startswith(("duration:", "aliases:", "length_exception:"))]
        details.write_text("\n".join([*kept, 'duration: "17:30"', ""]), encoding="utf-8")
        (folder / "docs" / "webinars" / f"{slug}.md").write_text(
            page.replace("elsewhere-on-vimeo", slug), encoding="utf-8"
        )
    return folder


def change_one(project: Path) -> None:
    """Corrects a word in the captions of one webinar."""
    file = project / "webinars" / "made-up-7" / "captions.en.vtt"
    file.write_text(file.read_text(encoding="utf-8").replace("club", "team", 1), encoding="utf-8")


def change_a_guide(project: Path) -> None:
    """Adds a sentence to a guide."""
    with (project / GUIDE).open("a", encoding="utf-8") as file:
        file.write("\nAsk again next year.\n")


def material_project(folder: Path, number: int) -> Path:
    """The real pages without macros, and as many pages with the same cues, as a plain Material site has them."""
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs", docs, ignore=shutil.ignore_patterns("assets", "webinars"))
    for path in docs.rglob("*.md"):
        # Calls of our macros would stand there as text.
        path.write_text(path.read_text(encoding="utf-8").replace("{{", "").replace("}}", ""), encoding="utf-8")
    (docs / "webinars").mkdir()
    titles = [f"Made-up {i}" for i in range(1, number + 1)]
    links = "\n".join(f"- [{title}](made-up-{i}.md)" for i, title in enumerate(titles, start=1))
    (docs / "webinars" / "index.md").write_text(f"# Webinars\n\n{links}\n", encoding="utf-8")
    for i, title in enumerate(titles, start=1):
        text = f"# {title}\n\n{transcript_html(i)}\n"
        (docs / "webinars" / f"made-up-{i}.md").write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    return folder


def transcript_html(number: int) -> str:
    """The cues of a made-up webinar as HTML: chapters, paragraphs, and a span for each cue."""
    cues = [block.split("\n", 1)[1].replace("\n", " ") for block in captions(number).split("\n\n")[1:]]
    parts = []
    for start in range(0, CUES, CUES_A_PARAGRAPH):
        second = int(start * SECONDS_A_CUE)
        if start % (CUES // CHAPTERS) == 0:
            parts.append(f'<h2 id="t-{second}">Chapter at {second} seconds</h2>')
        spans = " ".join(
            f'<span data-start="{i * SECONDS_A_CUE:.3f}">{html.escape(cues[i])}</span>'
            for i in range(start, min(start + CUES_A_PARAGRAPH, CUES))
        )
        parts.append(f'<p id="p-{second}"><a href="#p-{second}">{second}</a> {spans}</p>')
    return "\n".join(parts)


def hugo_project(plain: Path) -> Path:
    """The same pages for Hugo."""
    folder = plain.parent / "hugo"
    shutil.copytree(plain / "docs", folder / "content")
    for path in folder.rglob("index.md"):
        path.rename(path.with_name("_index.md"))
    for name in ("single.html", "list.html"):
        layout = folder / "layouts" / "_default" / name
        layout.parent.mkdir(parents=True, exist_ok=True)
        layout.write_text(HUGO_PAGE, encoding="utf-8")
    (folder / "config.toml").write_text(
        'baseURL = "http://127.0.0.1/"\ntitle = "Plain"\n[markup.goldmark.renderer]\nunsafe = true\n', encoding="utf-8"
    )
    return folder

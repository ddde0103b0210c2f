"""Tries to break builds of the small project, and prints what was tried and what held: kills, a full disk, damaged
caches, short memory, hostile files and words.

`make bench ARGS=faults`; two to three minutes on an idle computer. What this computer cannot do is said to be NOT RUN.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

from markdown import Markdown
from markdown_it import MarkdownIt

from macros.building.place import repaired
from macros.captions.reading import parse_vtt
from macros.checks.run import check_all
from macros.importing.converting import Choices, convert
from macros.importing.said import MOST_WORDS
from macros.problems import ContentError
from macros.reading.density import LARGEST_PAGE
from macros.reading.text_file import LARGEST
from tests.fixture_project import make_fixture_project
from tests.test_bounded_time import CAPTIONS, MARKDOWN, checked, grown, imported, seconds
from tests.test_shown_as_text import Tags, plant_everywhere

ROOT = Path(__file__).parent.parent
Row = tuple[str, str]

MOMENTS = 17
"""Kills while a build works; three more are in the swap."""
LONGEST = 300
"""Seconds that a command may take on a busy computer before it counts as hanging."""
MEGABYTE = 1_000_000

SWAP = """
import os, signal, sys
from pathlib import Path
from macros.building import place
count = 0
def killing(real):
    def renamed(*arguments, **options):
        global count
        if count == int(sys.argv[3]):
            os.kill(os.getpid(), signal.SIGKILL)
        count += 1
        return real(*arguments, **options)
    return renamed
Path.rename = killing(Path.rename)
place.put_in_place(Path(sys.argv[1]), Path(sys.argv[2]))
os.kill(os.getpid(), signal.SIGKILL)
"""


def rows() -> Iterator[Row]:
    """(what was tried, how often it was tried and held) for each kind of fault."""
    with tempfile.TemporaryDirectory(prefix="faults-") as temporary:
        folder = Path(temporary)
        project = folder / "project"
        make_fixture_project(ROOT, project)
        # Its own cache, so that nothing of the real one is damaged.
        cache = project / ".build-cache" / "narration"
        real = cache.resolve()
        cache.unlink()
        shutil.copytree(real, cache)
        start = time.monotonic()
        first = command(project, "build", "--no-search")
        if first.returncode != 0:
            raise RuntimeError(f"the small project cannot be built:\n{first.stderr}")
        took = time.monotonic() - start
        # The quick ones first: whoever waits sees something.
        yield links_and_pipes(project)
        yield bombs(project)
        yield from megabytes(folder)
        yield from hostile_words(project, folder)
        yield full_disk(project, folder)
        yield read_only(project, folder)
        yield swaps(project, folder)
        yield two_at_once(project)
        yield no_network(project)
        yield short_memory(project)
        yield damaged_caches(project)
        yield kills(project, took)


def command(
    project: Path, *arguments: str, before: tuple[str, ...] = (), memory: int = 0
) -> subprocess.CompletedProcess[str]:
    """Runs a command in the project, and ends it with all that it started if it hangs."""
    save_again(project)
    line = [*before, sys.executable, "-m", "macros", *arguments]
    limit = (lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory))) if memory else None
    process = subprocess.Popen(
        line,
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=limit,
    )
    try:
        out, err = process.communicate(timeout=LONGEST)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
        err += "\nTraceback: it hung"
    return subprocess.CompletedProcess(line, process.returncode, out, err)


def save_again(project: Path) -> None:
    """Saves a page as it is: where nothing has changed, a build would leave the site alone."""
    page = project / "docs" / "index.md"
    page.write_bytes(page.read_bytes())


def state(site: Path) -> str:
    """A name for all pages of a site: another one if any of them changes."""
    digest = hashlib.sha256()
    for path in sorted(site.rglob("*.html")):
        digest.update(f"{path.relative_to(site)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def megabytes(folder: Path) -> Iterator[Row]:
    """Seconds of the processor for a megabyte of the worst that is read at all; of pages also the parsers' part."""
    found = []
    with parsing() as spent:
        for pattern in MARKDOWN:
            text = grown(pattern, LARGEST_PAGE - 10_000)
            before = sum(spent)
            took = seconds(checked(folder, text))
            found.append((took / len(text), (sum(spent) - before) / len(text), repr(pattern)))
    most, parsers, page = max(found)
    yield "a megabyte of pages", f"{most * MEGABYTE:.1f} s, Markdown's parsers {parsers * MEGABYTE:.1f} of them: {page}"
    most, name = slowest(LARGEST - 10_000, lambda text: parse_vtt(text, "a.vtt"))
    yield "a megabyte of captions", f"{most * MEGABYTE:.1f} s: {name}"
    most, name = slowest(MOST_WORDS * 5, lambda text: imported(text)())
    yield "a megabyte of an import", f"{most * MEGABYTE:.1f} s: {name}"
    yield "this machine", f"{seconds(lambda: sum(range(20 * MEGABYTE))):.2f} s for a sum of 20 million numbers"


def slowest(size: int, read: Callable[[str], object]) -> tuple[float, str]:
    """Seconds a character of the captions that take longest to read, and their name."""
    texts = {repr(name): many(size) for name, many in CAPTIONS.items()}
    return max((seconds(partial(read, text)) / len(text), name) for name, text in texts.items())


@contextlib.contextmanager
def parsing() -> Iterator[list[float]]:
    """The times that Markdown's parsers take meanwhile."""
    spent: list[float] = []

    def timed(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            start = time.process_time()
            try:
                return real(*arguments, **options)
            finally:
                spent.append(time.process_time() - start)

        return call

    with (
        patch.object(MarkdownIt, "parse", timed(MarkdownIt.parse)),
        patch.object(Markdown, "convert", timed(Markdown.convert)),
    ):
        yield spent


def held(tried: int, kept: int | bool, note: str = "") -> str:
    """The figures of a row."""
    return f"tried {tried}, held {int(kept)}{'' if tried == kept else '  <-- LOOK'}{f' ({note})' if note else ''}"


def in_one_line(result: subprocess.CompletedProcess[str]) -> bool:
    """Whether a command that failed said so without a traceback."""
    return result.returncode == 1 and "Traceback" not in result.stderr and result.stderr.strip() != ""


def kills(project: Path, took: float) -> Row:
    """A build is killed with all that it started, at moments spread over the time that it takes."""
    site = project / "site"
    whole = state(site)
    kept = 0
    for number in range(MOMENTS):
        save_again(project)
        process = subprocess.Popen(
            [sys.executable, "-m", "macros", "build", "--no-search"],
            cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(took * (number + 1) / MOMENTS)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        repaired(site, lambda message: None)
        kept += site.is_dir() and state(site) == whole
    return f"killed at {MOMENTS} moments of a build: a whole site is there", held(MOMENTS, kept)


def swaps(project: Path, folder: Path) -> Row:
    """A build is killed before, between and after the renames that put its site in place."""
    site = project / "site"
    whole = state(site)
    kept = 0
    for number in range(3):
        fresh = folder / f"fresh-{number}"
        shutil.copytree(site, fresh)
        subprocess.run([sys.executable, "-c", SWAP, str(fresh), str(site), str(number)], cwd=project, check=False)
        repaired(site, lambda message: None)
        kept += site.is_dir() and state(site) == whole
    return "killed in the swap: a whole site is there", held(3, kept)


def two_at_once(project: Path) -> Row:
    """Of two builds of one site, one builds and the other says who does."""
    save_again(project)
    line = [sys.executable, "-m", "macros", "build", "--no-search"]
    both = [
        subprocess.Popen(line, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)
    ]
    said = [process.communicate(timeout=2 * LONGEST)[1] for process in both]
    codes = sorted(process.returncode for process in both)
    is_held = codes == [0, 1] and any("is being written by" in words for words in said)
    return "two builds at once: one builds, one says so", held(1, is_held)


@contextlib.contextmanager
def small_disk(folder: Path, options: str) -> Iterator[Path | None]:
    """A disk in memory, or None where this computer does not let us have one."""
    place = folder / f"disk-{len(list(folder.iterdir()))}"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], capture_output=True, check=False
    )
    try:
        yield place if made.returncode == 0 else None
    finally:
        if made.returncode == 0:
            subprocess.run(["umount", str(place)], check=False)


def full_disk(project: Path, folder: Path) -> Row:
    """The site goes to a disk that is too small for it."""
    name = "disk full: one line, nothing half-built stays"
    with small_disk(folder, "size=1m") as disk:
        if disk is None:
            return name, "NOT RUN: this computer does not let us mount a small disk"
        result = command(project, "build", "--no-search", "--site", str(disk / "site"))
        return name, held(1, in_one_line(result) and not (disk / "site").exists())


def read_only(project: Path, folder: Path) -> Row:
    """The site goes to a disk that cannot be written."""
    name = "disk read-only: one line"
    with small_disk(folder, "ro,size=1m") as disk:
        if disk is None:
            return name, "NOT RUN: this computer does not let us mount a read-only disk"
        return name, held(1, in_one_line(command(project, "build", "--no-search", "--site", str(disk / "site"))))


def damaged_caches(project: Path) -> Row:
    """Each kind of kept file is cut, emptied and filled with something else; the site is the same as before."""
    cache = project / ".build-cache"
    whole, sound = state(project / "site"), sounds(project)
    spoils: list[Callable[[bytes], bytes]] = [lambda b: b[: len(b) // 2], lambda b: b"", lambda b: b"x" * len(b)]
    kept = 0
    for spoil in spoils:
        for pattern in ("made.sqlite", "narration/*"):
            for path in (path for path in cache.glob(pattern) if path.is_file()):
                path.write_bytes(spoil(path.read_bytes()))
        result = command(project, "build", "--no-search")
        kept += result.returncode == 0 and state(project / "site") == whole and sounds(project) == sound
    return "caches cut, emptied, exchanged: the same site again", held(len(spoils), kept)


def sounds(project: Path) -> dict[str, str]:
    """The recordings of the built site, each by its hash."""
    files = sorted((project / "site").rglob("*.mp3"))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def no_network(project: Path) -> Row:
    """A build in a place without any network."""
    name = "no network: builds"
    if subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode != 0:
        return name, "NOT RUN: this computer does not let us take the network away"
    return name, held(1, command(project, "build", "--no-search", before=("unshare", "-n")).returncode == 0)


def short_memory(project: Path) -> Row:
    """Builds that may have little memory either build or say so."""
    sizes = (120, 200, 300)
    kept = 0
    for size in sizes:
        result = command(project, "build", "--no-search", memory=size * MEGABYTE)
        kept += result.returncode == 0 or in_one_line(result)
    return f"{', '.join(map(str, sizes))} MB of memory: builds, or says so in one line", held(len(sizes), kept)


def planted(project: Path, plant: Callable[[Path], None], name: str) -> bool:
    """Whether what is put at this place is refused in a few seconds; it is gone afterwards."""
    path = project / name
    before = path.read_bytes() if path.is_file() else None
    path.unlink(missing_ok=True)
    plant(path)
    start = time.process_time()
    told = [problem for problem in check_all(project)[1] if problem.file == name]
    took = time.process_time() - start
    path.unlink()
    if before is not None:
        path.write_bytes(before)
    return bool(told) and took < 10


def links_and_pipes(project: Path) -> Row:
    """Links to private files, to what has no end, and pipes, in each folder of content."""
    names = ("docs/a.md", "docs/assets/a.png", "webinars/talking-it-over/poster.png", "data/glossary.yml")
    plants: list[Callable[[Path], None]] = [
        *(
            lambda path, target=target: path.symlink_to(target)
            for target in ("/etc/passwd", "/dev/zero", "/etc", "gone")
        ),
        os.mkfifo,
    ]
    results = [planted(project, plant, name) for name in names for plant in plants]
    return "links and pipes among the content: refused, never read", held(len(results), sum(results))


def bombs(project: Path) -> Row:
    """Small files that would become large, or keep a parser busy."""
    page = '---\ntitle: "A"\ndescription: "A"\n---\n# A\n\n'
    aliases = "a: &a [x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x"}">' for n in range(9))
    texts = {
        "data/glossary.yml": (aliases, "[" * 100_000, "a" * 600_000),
        "docs/a.svg": (f"<!DOCTYPE svg [{entities}]><svg>&e8;</svg>",),
        "docs/a.md": tuple(page + sign * 20_000 for sign in ("[", "![", "<a ", "{{", "> ", "[a](")),
        "webinars/talking-it-over/captions.en.vtt": ("WEBVTT\n\n00:00.000 --> 00:01.000\n" + "<v " * 100_000,),
    }
    results = [
        planted(project, lambda path, text=text: path.write_text(text, encoding="utf-8") and None, name)
        for name, found in texts.items()
        for text in found
    ]
    results.append(refused_word_file())
    return "bombs (aliases, entities, nesting, signs, a ZIP): refused soon", held(len(results), sum(results))


def refused_word_file() -> bool:
    """A Word file that unpacks to far more than may be."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 200 * MEGABYTE)
    try:
        convert(packed.getvalue(), "a.docx", Choices(), {})
    except ContentError:
        return True
    return False


WORDS = (
    '</title><meta http-equiv="refresh" content="0;url=//evil.example">',
    "<!-- the rest is gone",
    "\"'><img src=x onerror=alert(1)>",
    "</textarea></script><script>alert(1)</script>",
    "**bold** [a](javascript:alert(1)) `code`",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b>",
    "{{ config.__class__ }} {% raw %}",
    "--> \n\n00:00.000 --> 00:09.000 <v Evil>",
    "two\nlines",
    "\x00",
    "\u202egpj.exe",
    "zero\u200bwidth",
    "\x1b[31mred",
    "javascript:alert(1)",
)
FIELDS = 11
"""What ``plant_everywhere`` writes into: fields of pages, sources, settings and webinars."""


def hostile_words(project: Path, folder: Path) -> Iterator[Row]:
    """Each hostile text in each field that is printed: it is refused, or text in every file of the site."""
    shown: list[str] = []
    for number, words in enumerate(WORDS):
        copy = _copy(project, folder / f"hostile-{number}")
        plant_everywhere(copy, words)
        content, problems = check_all(copy)
        # A word that the spelling does not know is no refusal of what is hostile in it.
        if content is not None and all(problem.rule == "spelling" for problem in problems):
            shown.append(words)
    ran = looked_at = built = 0
    for words in shown:
        copy = _copy(project, folder / f"shown-{built}")
        plant_everywhere(copy, words)
        unknown = {problem.message.split("'")[1] for problem in check_all(copy)[1]}
        with (copy / "data" / "spelling.txt").open("a", encoding="utf-8") as known:
            known.write("".join(f"{word}\n" for word in sorted(unknown)))
        built += command(copy, "build", "--no-search").returncode == 0
        pages = list((copy / "site").rglob("*.html"))
        looked_at += len(pages)
        ran += sum(_runs(page.read_text(encoding="utf-8")) for page in pages)
    refused = len(WORDS) - len(shown)
    note = f"{len(shown)} shown as text, {refused} refused, {ran} ran; {looked_at} pages looked at"
    is_held = built == len(shown) and ran == 0
    pairs = len(WORDS) * FIELDS
    yield "hostile texts in fields: refused, or text in every page", held(pairs, pairs if is_held else 0, note)


def _copy(project: Path, target: Path) -> Path:
    return Path(shutil.copytree(project, target, symlinks=True, ignore=_LEFT_OUT))


_LEFT_OUT = shutil.ignore_patterns("build-*", "site", ".site*", "made.sqlite*")


def _runs(page: str) -> int:
    """How many planted elements and attributes a page has."""
    found = Tags(page)
    return sum(
        (tag == "img" and attributes.get("src") == "x")
        or "onerror" in attributes
        or (tag == "meta" and "evil.example" in (attributes.get("content") or "") and "http-equiv" in attributes)
        # Structured data is no script that runs.
        or (tag == "script" and not attributes.get("src") and attributes.get("type") != "application/ld+json")
        or (attributes.get("href") or "").startswith("javascript:")
        for tag, attributes in found.tags
    )

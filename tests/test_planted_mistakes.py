"""Nothing wrong passes silently: each mistake that people make is planted, and told once, with its place and rule.

``pytest -s tests/test_planted_mistakes.py`` prints the table.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.checks.dates import dates_to_come
from macros.checks.run import check_all
from macros.problems import Problem
from macros.store import Store

GUIDE = "docs/understand/real-or-faux.md"
LADDER = "docs/understand/the-ladder.md"
WEBINAR = "webinars/talking-it-over"
SCRIPT = "webinars/a-short-script/script.md"
AT = "## Next step"
LINE = 28
"""Where a text stands that is planted into the guide."""
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
VTT = b"WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nHelo.\n\n00:00:50.000 --> 00:00:55.000\nHwyl.\n"
MP4 = b"\x00\x00\x00\x18ftypisom"


@dataclass(frozen=True)
class Planted:
    """A mistake: what is written into which files, and where it has to be told, by which rule and with which words."""

    name: str
    files: Mapping[str, bytes | tuple[str, str]]
    file: str
    line: int
    rule: str
    says: str


def guide(name: str, text: str, rule: str, says: str, line: int = LINE) -> Planted:
    """A mistake in the text of a guide."""
    return Planted(name, {GUIDE: (AT, f"{text}\n\n{AT}")}, GUIDE, line, rule, says)


def changed(name: str, file: str, old: str, new: str, line: int, rule: str, says: str) -> Planted:
    """A mistake in place of what was right."""
    return Planted(name, {file: (old, new)}, file, line, rule, says)


def added(name: str, file: str, content: bytes, rule: str, says: str) -> Planted:
    """A file that should not be there."""
    return Planted(name, {file: content}, file, 0, rule, says)


PAGE = b"""---
title: More
description: A page.
made:
  rung: informing
  by: the tests
  when: 2026-11-01
---
# More
"""

MISTAKES = [
    guide("a link to no page", "See [it](the-lader.md).", "inside", "did you mean 'the-ladder.md'?"),
    guide("a link to no anchor", "See [it](the-ladder.md#co-desing).", "inside", "did you mean 'co-design'?"),
    guide("a link to no anchor of its page", "See [it](#decision).", "inside", "did you mean 'decision-already-made'?"),
    guide("a picture that is not there", "![A ramp](ramp.jpg)", "inside", "there is no picture 'ramp.jpg'"),
    guide("wrong capitals", "See [it](The-Ladder.md).", "inside", "write 'the-ladder.md'"),
    guide("wrong capitals of a folder", "See [it](../Understand/the-ladder.md).", "inside", "write 'the-ladder.md'"),
    guide(
        "an absolute path", "See [it](/understand/the-ladder/#co-design).", "inside", "write 'the-ladder.md#co-design'"
    ),
    guide(
        "an absolute link to the site itself",
        "See [it](http://127.0.0.1:8000/understand/the-ladder/).",
        "inside",
        "write 'the-ladder.md'",
    ),
    guide("an address in place of a file", "See [it](../understand/the-ladder/).", "inside", "name the page's file"),
    guide("an address without https", "See [it](www.example.org).", "inside", "starts with https://"),
    guide("quotes in a link", 'See [it]("the-ladder.md").', "inside", "has quotation marks"),
    guide("a link to this computer", "See [it](http://localhost:3000/x).", "links", "where nobody else can go"),
    guide("a link to this network", "See [it](http://192.168.1.20/x).", "links", "where nobody else can go"),
    guide("a link to a file of this computer", "See [it](file:///C:/x.docx).", "links", "where nobody else can go"),
    Planted("a page that no menu has", {"docs/more.md": PAGE}, "docs/more.md", 0, "navigation", "add '- more.md'"),
    changed(
        "a page twice in the navigation",
        *("mkdocs.yml", "      - understand/real-or-faux.md\n", "      - understand/real-or-faux.md\n" * 2),
        *(-1, "navigation", "is in the navigation twice"),
    ),
    changed(
        "a page of the navigation that is not there",
        *("mkdocs.yml", "understand/real-or-faux.md", "understand/real-or-fax.md"),
        *(-2, "navigation", "did you mean 'understand/real-or-faux.md'?"),
    ),
    changed("merge marks in a page", GUIDE, "A sign,", "<<<<<<< HEAD\nA sign,", 26, "merge", "keep one of the two"),
    changed(
        "merge marks in data",
        f"{WEBINAR}/webinar.yml",
        "aim:",
        ">>>>>>> main\naim:",
        12,
        "merge",
        "keep one of the two",
    ),
    guide("a note to oneself", "TODO: ask the group.", "todo", "'TODO' says that something is still to do"),
    changed("a note in a script", SCRIPT, "Then the club", "TBC. Then the club", -3, "todo", "'TBC' says"),
    guide("a table without a header row", "| a | b |\n| c | d |", "tables", "starts with a row of headings"),
    guide("a table with an empty header", "|  |  |\n|---|---|\n| c | d |", "tables", "has an empty row of headings"),
    guide("a table below a line", "Look:\n| A | B |\n|---|---|\n| c | d |", "tables", "add one", line=29),
    guide("a list without an empty line", "We need:\n- a pen\n- a sheet", "lists", "add an empty line above", line=29),
    guide("steps without an empty line", "We do:\n1. this\n2. that", "lists", "add an empty line above it", line=29),
    guide("dots in place of a list", "• a pen", "lists", "start it with '- '"),
    guide("a space in a link", "See [it] (the-ladder.md).", "markup", "write '[words](page.md)' without one"),
    guide("a space in an address", "See [it](the ladder.md).", "markup", "its address has a space in it"),
    guide("a link without an end", "See [it](the-ladder.md for more.", "markup", "is no link"),
    guide("an open bracket", "See [the ladder for more.", "markup", "has a '[' without its other side"),
    guide("an open star", "This is *bold for us.", "markup", "has '*' without its other side"),
    guide("two open stars", "This is **bold for us.", "markup", "has '**' without its other side"),
    guide("a footnote", "A fact.[^1]", "markup", "is a footnote"),
    guide("a task list", "- [ ] a pen", "markup", "boxes to tick"),
    guide("words struck through", "This is ~~wrong~~ right.", "markup", "is struck through"),
    guide("a box that is not indented", "!!! note\nThis is a note.", "markup", "indent the lines"),
    guide("a box that folds", '??? note "Look"\n    This is a note.', "markup", "write '!!!'"),
    guide("two equal ids", "### One {#one}\n\nWords.\n\n### Two {#one}", "ids", "is on line 28 too", line=32),
    guide("an emoji by its name", "We are happy :smile: today.", "markup", "':smile:' would stand on the page"),
    guide("braces without an end", "See {{ ladder now.", "markup", "'{{' is the start or the end"),
    added("capitals in a name", "docs/More-Of-It.md", PAGE, "file-name", "name it 'more-of-it.md'"),
    added("a space in a name", "docs/more of it.md", PAGE, "file-name", "name it 'more-of-it.md'"),
    added("an accent in a name", "docs/café.md", PAGE, "file-name", "name it 'cafe.md'"),
    added("an underscore in a name", "docs/more_of_it.png", PNG, "file-name", "name it 'more-of-it.png'"),
    changed(
        "a title unlike its heading", GUIDE, "title: Real or faux?", "title: What is it?", 2, "title", "the heading"
    ),
    added("a picture over 300 kB", "docs/a.png", PNG + b"0" * 300_000, "picture-file", "is 300 kB; the most"),
    added("a picture of a telephone", "docs/a.HEIC", b"\0\0\0\0ftypheic", "file", "save it as .jpg"),
    Planted(
        "the name of a file for words",
        {GUIDE: (AT, f"![IMG_1234](a.png)\n\n{AT}"), "docs/understand/a.png": PNG},
        *(GUIDE, LINE, "alt-text", "'IMG_1234' is the name of a file"),
    ),
    added("a PNG picture named .jpg", "docs/a.jpg", PNG, "file-kind", "name it with .png"),
    added(
        "a pointer of Git LFS", f"{WEBINAR}/bsl.mp4", b"version https://git-lfs.x", "file-kind", "pointer of Git LFS"
    ),
    added("a recording in capitals", f"{WEBINAR}/BSL.mp4", MP4, "unused", "did you mean 'bsl.mp4'?"),
    added("a recording that nothing names", f"{WEBINAR}/talk-2.mp3", b"ID3\4\0", "unused", "if it is the recording"),
    added("slides that are no PDF", f"{WEBINAR}/slides.pptx", b"PK\3\4", "unused", "slides.pdf"),
    added("a language that is none", f"{WEBINAR}/captions.welsh.vtt", VTT, "unused", "captions.cy.vtt"),
    changed("a typing error in a field", f"{WEBINAR}/webinar.yml", "aim:", "aims:", 12, "yaml", "did you mean 'aim'?"),
    # One slip, one message: whatever only follows from a file that cannot be read is not said.
    changed("a page that is no YAML", LADDER, "title: ", "title: The: ", 2, "yaml", "is not valid YAML"),
    changed("a page without its top", LADDER, "---\ntitle", "title", 1, "front-matter", "has no front matter"),
    changed("a glossary that is no YAML", "data/glossary.yml", "terms:", "\tterms:", 1, "yaml", "is not valid YAML"),
    changed("a ladder without rungs", "data/ladder.yml", "rungs:", "rung:", -4, "yaml", "did you mean 'rungs'?"),
    changed("sources that are no YAML", "data/sources.yml", "sources:", "sources: [", -5, "yaml", "is not valid YAML"),
    changed("merge marks in a list", "data/spelling.txt", "\n", "\n<<<<<<< a\n", 2, "merge", "keep one of the two"),
    changed("merge marks in settings", "mkdocs.yml", "\nnav:", "\n<<<<<<< a\nnav:", -6, "merge", "keep one of the two"),
]


@pytest.fixture(scope="module")
def project(fixture_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small project; each mistake is taken out again."""
    folder = tmp_path_factory.mktemp("planted") / "project"
    shutil.copytree(fixture_project, folder, symlinks=True, ignore=shutil.ignore_patterns("build-*"))
    return folder


@pytest.fixture
def plant(project: Path) -> Iterator[_Planter]:
    """Writes mistakes, and puts everything back."""
    planter = _Planter(project, {})
    yield planter
    planter.put_back()


@pytest.fixture(scope="module")
def real_project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real project's content."""
    folder = tmp_path_factory.mktemp("real")
    # Sound is not looked at.
    ignored = shutil.ignore_patterns("*.opus", "*.ogg", "*.wav", "*.mp3")
    for name in ("docs", "webinars", "data"):
        shutil.copytree(root / name, folder / name, ignore=ignored)
    shutil.copy(root / "mkdocs.yml", folder)
    (folder / "tests").symlink_to(root / "tests", target_is_directory=True)
    return folder


@pytest.fixture
def real(real_project: Path) -> Iterator[_Planter]:
    """The same for the real project; what was right stays known."""
    planter = _Planter(real_project, {}, Store(real_project))
    yield planter
    planter.put_back()


@dataclass(frozen=True)
class _Planter:
    root: Path
    before: dict[Path, bytes | None]
    store: Store | None = None

    def __call__(self, files: Mapping[str, bytes | tuple[str, str]]) -> list[Problem]:
        """Plants a mistake, and gives what is told of the project."""
        for file, content in files.items():
            path = self.root / file
            self.before[path] = path.read_bytes() if path.is_file() else None
            if isinstance(content, tuple):
                text = path.read_text(encoding="utf-8")
                assert content[0] in text, (file, content[0])
                content = text.replace(*content, 1).encode()
            path.write_bytes(content)
        return check_all(self.root, self.store)[1]

    def put_back(self) -> None:
        """Everything as it was."""
        for path, content in self.before.items():
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content)


def test_the_project_is_right_before_anything_is_planted(project: Path) -> None:
    assert check_all(project)[1] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_told_once_with_file_line_and_rule(plant: _Planter, mistake: Planted) -> None:
    told = plant(mistake.files)
    print(
        *(f"\n{mistake.name} | {problem.file}:{problem.line} | {problem.rule} | {problem.message}" for problem in told)
    )
    assert len(told) == 1, told
    assert (told[0].file, told[0].rule) == (mistake.file, mistake.rule)
    assert mistake.says in told[0].message
    text = (plant.root / mistake.file).read_text(encoding="utf-8", errors="replace")
    if mistake.line >= 0:
        assert told[0].line == mistake.line
    else:
        # The line moves with the settings and the data of the real project.
        assert 1 < told[0].line <= text.count("\n") + 1


@pytest.mark.parametrize(
    "name", ["do/access", "understand/the-ladder", "help", "glossary", "webinars/the-ladder", "index"]
)
def test_a_page_of_ours_that_cannot_be_read_is_told_alone(real: _Planter, name: str) -> None:
    """The real project is full of what leads to its pages and is judged by them."""
    file = f"docs/{name}.md"
    told = real({file: ("title: ", "title: a: ")})
    assert [(problem.file, problem.line, problem.rule) for problem in told] == [(file, 2, "yaml")]


@pytest.mark.parametrize(
    "file",
    [
        *["data/sources.yml", "data/glossary.yml", "data/pictures.yml", "data/interface.en.yml", "data/spelling.txt"],
        *["webinars/topics.yml", "webinars/the-ladder/webinar.yml", "mkdocs.yml"],
    ],
)
def test_data_of_ours_that_cannot_be_read_is_told_alone(real: _Planter, file: str) -> None:
    told = real({file: ("\n", "\n<<<<<<< HEAD\n")})
    assert [(problem.file, problem.line, problem.rule) for problem in told] == [(file, 2, "merge")]


def test_a_date_to_come_is_a_warning(plant: _Planter) -> None:
    """The clock of a computer may be wrong: it stops nothing."""
    files: dict[str, bytes | tuple[str, str]] = {
        GUIDE: ("when: 2026-11-01", "when: 2062-11-01"),
        f"{WEBINAR}/webinar.yml": ("published: 2026-10-01", "published: 2062-10-01"),
    }
    assert plant(files) == []
    content, _ = check_all(plant.root)
    assert content
    told = list(dates_to_come(content, datetime.date(2026, 11, 29)))
    assert [(problem.file, problem.line, problem.rule) for problem in told] == [
        (GUIDE, 7, "dates"),
        (f"{WEBINAR}/webinar.yml", 3, "dates"),
    ]
    assert list(dates_to_come(content, datetime.date(2062, 10, 31))) == []


@pytest.mark.parametrize(
    "text",
    [
        r"Five \* three, and \[in brackets\].",
        "Five * three is 15 (so they say), at 10:30:15.",
        "Write `[ ]`, `~~no~~`, `:smile:`, `[a] (b.md)` and `**` so.",
        "Sign here: ______ and here: ___.",
        "```\n<b>\n- [ ] a\n| a |\n```",
        "- one\n- two\n    - a part of two",
        "!!! note\n    Indented.",
        "See [the ladder](the-ladder.md#co-design), [it](#decision-already-made) and [home](../index.md).",
    ],
)
def test_what_is_right_is_not_told(plant: _Planter, text: str) -> None:
    assert [problem for problem in plant({GUIDE: (AT, f"{text}\n\n{AT}")}) if problem.rule != "spelling"] == []


def test_files_that_a_webinar_uses_are_not_told(plant: _Planter) -> None:
    files: dict[str, bytes | tuple[str, str]] = {
        f"{WEBINAR}/slides.pdf": b"%PDF-1.7",
        f"{WEBINAR}/bsl.mp4": MP4,
        f"{WEBINAR}/poster.png": PNG,
    }
    assert plant(files) == []

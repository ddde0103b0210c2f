"""What people write in fields is shown as text in every output and engine, and holds nothing that nobody sees."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from macros.building.build import build
from macros.building.engines import ENGINES
from macros.checks.run import check_all
from macros.reading.text_file import hidden_character

HOSTILE = 'x<!--"></title><meta http-equiv="refresh" content="0"><img src=x onerror=y>\'**b**&lt;'
"""Ends whatever it stands in, and cuts off what follows, if it is printed as it is."""

HIDDEN = (
    "\x00",
    "\x07",
    "\x1b",
    "\x7f",
    "\x85",
    "\u200b",
    "\u200f",
    "\u202e",
    "\u2028",
    "\u2066",
    "\ufeff",
    "\U000e0041",
)

_PRINTED = re.compile(r"\{\{-?(.*?)-?\}\}", re.DOTALL)
_SAFE = re.compile(
    "|".join(
        (
            r"'[^']*' \| url",
            r"page\.content",
            r".*\| e",
            # A macro that escapes the title.
            r"titled\([\w.]+, words, site_words\)",
            # Words with a link: the macro escapes them, and what is filled in afterwards is escaped as well.
            r'linked\([\w.]+, [\w.]+\)(?: \| replace\("\{\w+\}", [\w.]+ \| e\))*',
            re.escape("""words | e | replace("[", '<a href="' ~ (address | e) ~ '">') | replace("]", "</a>")"""),
        )
    ),
    re.DOTALL,
)


class Tags(HTMLParser):
    """Collects the elements of a page and the text in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.comments: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def test_every_template_of_the_frame_shows_what_it_prints_as_text(root: Path) -> None:
    """MkDocs escapes nothing by itself."""
    printed = [
        (path.name, found.strip())
        for path in sorted((root / "theme").rglob("*.html"))
        for found in _PRINTED.findall(path.read_text(encoding="utf-8"))
    ]
    assert len(printed) > 30
    assert [one for one in printed if not _SAFE.fullmatch(one[1])] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_fields_are_text_in_every_page_of_every_engine(copied_project: Path, tmp_path: Path, engine: str) -> None:
    plant_everywhere(copied_project)
    build(copied_project, tmp_path / "site", engine, print)
    pages = sorted((tmp_path / "site").rglob("*.html"))
    shown = 0
    for path in pages:
        page = path.read_text(encoding="utf-8")
        found = Tags(page)
        assert [tag for tag in found.tags if tag[0] == "meta" and tag[1].get("content") == "0"] == [], path
        assert [tag for tag in found.tags if tag[1].get("src") == "x" or "onerror" in tag[1]] == [], path
        assert [comment for comment in found.comments if "title" in comment] == [], path
        assert "**b**" in page or HOSTILE[:5] not in page, path
        shown += page.count("onerror=y")
    assert shown > 10


def plant_everywhere(project: Path, hostile: str = HOSTILE) -> None:
    """Writes a hostile text into each field that is printed."""
    with (project / "data" / "spelling.txt").open("a", encoding="utf-8") as words:
        words.write("http\nimg\nlt\nonerror\nsrc\n")
    quoted = "'" + hostile.replace("'", "''") + "'"
    # A page of the fixture cites two sources.
    page = project / "docs" / "understand" / "the-ladder.md"
    text = page.read_text(encoding="utf-8")
    for name in ("title", "description"):
        text = re.sub(rf"^{name}: .*$", lambda _, name=name: f"{name}: {quoted}", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^  by: .*$", lambda _: f"  by: {quoted}", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^  reviewed_by: .*$", lambda _: f"  reviewed_by: [{quoted}]", text, count=1, flags=re.MULTILINE)
    # A page's title is its heading too, where it can only stand as code.
    text = text.replace("# The ladder\n", f"# `{hostile}`\n", 1)
    page.write_text(text, encoding="utf-8")
    sources = project / "data" / "sources.yml"
    text = sources.read_text(encoding="utf-8")
    for name in ("title", "by"):
        text = re.sub(rf"^    {name}: .*$", lambda _, name=name: f"    {name}: {quoted}", text, flags=re.MULTILINE)
    sources.write_text(text, encoding="utf-8")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    for name in ("site_name", "site_description", "copyright"):
        text = re.sub(rf"^{name}: .*$", lambda _, name=name: f"{name}: {quoted}", text, count=1, flags=re.MULTILINE)
    text = text.replace("- Understand:", f"- {quoted}:")
    settings.write_text(text, encoding="utf-8")
    webinar = project / "webinars" / "a-short-script" / "webinar.yml"
    text = webinar.read_text(encoding="utf-8")
    for name in ("title", "summary", "aim"):
        text = re.sub(rf"^{name}: .*$", lambda _, name=name: f"{name}: {quoted}", text, count=1, flags=re.MULTILINE)
    webinar.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("name", ["docs/index.md", "data/sources.yml", "webinars/talking-it-over/captions.en.vtt"])
def test_a_hidden_character_is_told_with_file_and_line(copied_project: Path, name: str, hidden: str) -> None:
    file = copied_project / name
    lines = file.read_text(encoding="utf-8").split("\n")
    lines[3] += hidden
    file.write_text("\n".join(lines), encoding="utf-8", newline="")
    told = [str(problem) for problem in check_all(copied_project)[1] if problem.file == name]
    assert f"{name}:4: has a character that nobody can see, U+{ord(hidden):04X} (" in told[0]


@pytest.mark.parametrize("written", [r"\u202E", r"\x00", r"\u200B", r"\ud800", r"\n"])
def test_a_hidden_character_that_yaml_writes_with_a_backslash_is_told(copied_project: Path, written: str) -> None:
    page = copied_project / "docs" / "index.md"
    lines = page.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("description:"))
    lines[at] = f'description: "One{written}two words."'
    page.write_text("\n".join(lines), encoding="utf-8")
    told = [problem.line for problem in check_all(copied_project)[1] if problem.file == "docs/index.md"]
    assert told[:1] == [at + 1]


@pytest.mark.parametrize("text", ["One\r\ntwo\tthree", "Siân, Łukasz, نُور", "👩‍🦽", "می‌خواهم", "A\u00a0B\u00ad"])
def test_what_languages_need_is_not_hidden(text: str) -> None:
    assert hidden_character(text) is None

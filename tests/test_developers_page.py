"""What README.md and the page for developers say of the code is so: every command, every room, every file named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.checks.texts import page_prose
from macros.cli import main
from macros.kinds import PAGE_KINDS, Example
from macros.publishing.rhythm_report import rhythm_report
from macros.reading.pages import Page, read_page

PAGE = "docs/contribute/developers.md"
MOST_SHORT = 35
"""Per cent of the page's sentences that may have eight words or fewer."""


@pytest.fixture(scope="module")
def page(root: Path) -> Page:
    read, problems = read_page(root / PAGE, root)
    assert read
    assert problems == []
    return read


@pytest.fixture
def commands(capsys: pytest.CaptureFixture[str]) -> set[str]:
    """The commands that --help lists."""
    with pytest.raises(SystemExit):
        main(["--help"])
    return set(re.findall(r"^    ([a-z-]+)\b", capsys.readouterr().out, re.MULTILINE))


def test_the_page_lists_every_command_and_no_other(page: Page, commands: set[str]) -> None:
    assert commands
    assert set(re.findall(r"^\| `python -m macros ([a-z-]+)` \|", page.body, re.MULTILINE)) == commands


def test_the_help_explains_every_command(commands: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    for command in commands:
        with pytest.raises(SystemExit):
            main([command, "--help"])
        assert f"macros {command}" in capsys.readouterr().out


def rooms(root: Path) -> set[str]:
    """The rooms of the code."""
    return {path.parent.name for path in (root / "macros").glob("*/__init__.py")}


def test_the_page_lists_every_room_and_no_other(root: Path, page: Page) -> None:
    table = page.body.partition("| Room | Its job |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `([a-z]+)/` \|", table, re.MULTILINE)) == rooms(root)


def test_the_readme_names_every_room(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    assert {room for room in rooms(root) if f"{room}/" not in text} == set()


@pytest.mark.parametrize("file", [PAGE, "README.md"])
def test_every_file_and_folder_that_is_named_is_there(root: Path, file: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:macros|docs|data|schemas|tests|webinars|theme|scripts)/[\w./-]*)`", text))
    assert named
    assert {name for name in named if not (root / name).exists()} == set()


@pytest.mark.parametrize(
    "what", ["A kind of page", "A caption format", "A field of webinars", "A check", "A feed", "A macro"]
)
def test_a_newcomer_finds_where_a_new_thing_belongs(page: Page, what: str) -> None:
    table = page.body.partition("{#add}")[2].partition("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith(f"| {what}")]
    assert len(rows) == 1
    assert re.search(r"`macros/[a-z_./]+`", rows[0])


def test_every_example_that_new_starts_from_is_there(root: Path) -> None:
    folder = root / "macros" / "scaffolding" / "examples"
    named: set[Example] = {example for kind in PAGE_KINDS for start in kind.starts for example in start.examples}
    assert {example.example for example in named} == {file.name for file in folder.iterdir()}


def test_the_pages_sentences_vary(page: Page) -> None:
    report = rhythm_report(page_prose(page))
    assert report.sentences > 30
    assert report.share <= MOST_SHORT

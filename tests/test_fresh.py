"""What is kept from an earlier build never shows in the next: each kind of input is changed in turn."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.building.build import build


def replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    """Changes some words of a file."""

    def change(project: Path) -> None:
        path = project / file
        text = path.read_text(encoding="utf-8")
        assert old in text, file
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def added(file: str, content: str) -> Callable[[Path], None]:
    """Adds a file."""
    return lambda project: (project / file).write_text(content, encoding="utf-8") and None


WEBINAR = "webinars/talking-it-over"
CHANGES = {
    "a guide": replaced("docs/understand/the-ladder.md", "# The", "# That"),
    "a webinar's YAML": replaced(f"{WEBINAR}/webinar.yml", "aim: ", "aim: First of all, "),
    "captions": replaced(f"{WEBINAR}/captions.en.vtt", " the ", " that "),
    "a script": replaced("webinars/a-short-script/script.md", " the ", " that "),
    "a file of data": replaced("data/glossary.yml", "meaning: ", "meaning: In short, "),
    "the vocabulary": replaced("webinars/topics.yml", "name: ", "name: All about "),
    "a picture": added("docs/assets/img/a-square.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>\n'),
    "a slide set": added(f"{WEBINAR}/slides.pdf", "%PDF-1.4\n"),
    "a template": replaced("theme/base.html", "<body", '<body data-changed="yes"'),
    "a setting": replaced("mkdocs.yml", "site_name: Doing With", "site_name: Doing This With"),
}


def files_of(site: Path) -> dict[str, str]:
    """A sum of each file of a site, by its path."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.mark.early
def test_a_site_after_a_change_is_the_one_that_is_built_from_nothing(
    copied_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search index is made anew each time, from these files."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    kept = copied_project / "site"
    build(copied_project, kept, "mkdocs", print, with_search=False)
    before = files_of(kept)
    for number, (what, change) in enumerate(CHANGES.items()):
        change(copied_project)
        build(copied_project, kept, "mkdocs", print, with_search=False)
        # Another folder: nothing is known of it, neither on the disk nor in the memory of this process.
        elsewhere = tmp_path / f"fresh-{number}"
        shutil.copytree(copied_project, elsewhere, symlinks=True, ignore=shutil.ignore_patterns("made.sqlite*", "site"))
        build(elsewhere, elsewhere / "site", "mkdocs", print, with_search=False)
        after = files_of(kept)
        assert after == files_of(elsewhere / "site"), what
        assert after != before, f"{what}: nothing of it is in the site"
        before = after

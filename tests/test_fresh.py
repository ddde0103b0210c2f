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
CHANGES = (
    {
        "a guide": (
            replaced("docs/understand/the-ladder.md", "The ladder", "That ladder"),
            "understand/the-ladder/index.html",
        ),
        "captions": (replaced(f"{WEBINAR}/captions.en.vtt", " the ", " that "), f"{WEBINAR}/captions.en.vtt"),
        "a script": (
            replaced("webinars/a-short-script/script.md", " the ", " that "),
            "webinars/a-short-script/transcript.txt",
        ),
        "a picture": (
            added("docs/assets/img/a-square.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>\n'),
            "assets/img/a-square.svg",
        ),
        "slides": (
            added("webinars/elsewhere-on-vimeo/slides.pdf", "%PDF-1.4\n"),
            "webinars/elsewhere-on-vimeo/slides.pdf",
        ),
    },
    {
        "a webinar's YAML": (
            replaced(f"{WEBINAR}/webinar.yml", "aim: ", "aim: First of all, "),
            f"{WEBINAR}/index.html",
        ),
        "a file of data": (
            replaced("data/glossary.yml", "meaning: ", "meaning: In short, "),
            "understand/the-ladder/index.html",
        ),
        "a template": (replaced("theme/base.html", "<body", '<body data-changed="yes"'), "404.html"),
    },
    {"the vocabulary": (replaced("webinars/topics.yml", "name: ", "name: All about "), f"{WEBINAR}/index.html")},
    {"a setting": (replaced("mkdocs.yml", "site_name: Doing With", "site_name: Doing This With"), "index.html")},
)
"""Each kind of input: how to change it, and a file of the site that then is another one.

Those in a group have nothing to do with each other, so that none can hide that another was not seen.
"""


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
    for number, changes in enumerate(CHANGES):
        for change, _ in changes.values():
            change(copied_project)
        build(copied_project, kept, "mkdocs", print, with_search=False)
        # Another folder: nothing is known of it, neither on the disk nor in the memory of this process.
        elsewhere = tmp_path / f"fresh-{number}"
        shutil.copytree(copied_project, elsewhere, symlinks=True, ignore=shutil.ignore_patterns("made.sqlite*", "site"))
        build(elsewhere, elsewhere / "site", "mkdocs", print, with_search=False)
        after = files_of(kept)
        assert after == files_of(elsewhere / "site"), list(changes)
        for what, (_, file) in changes.items():
            assert after[file] != before.get(file), f"{what}: nothing of it is in the site"
        before = after

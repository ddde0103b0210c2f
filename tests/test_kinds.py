"""The kinds of page stand in one table: an entry and its name are enough for every part of the project to know it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from macros.checks.pages import check_fields
from macros.kinds import PAGE_KINDS, Part, kind_of, result_of, results, starts
from macros.reading.pages import FrontMatter, read_page, read_pages

ENTRY = """
    PageKind(
        "idea",
        "an idea",
        "idea",
        folders=("ideas",),
        fields=frozenset({"own_view"}),
        shape=frozenset({Shape.SOURCES, Shape.NEXT_STEP}),
        limits=Limits("an idea", 8.0, 20),
        starts=(Start("idea", "An idea", (Example("docs/{section}/{slug}.md", "story.md"),), "Tell people about it."),),
    ),
"""


PAGE = """\
---
title: A walk at noon
description: An idea of the tests.
made:
  rung: informing
  by: made up for the tests
  when: 2026-11-01
---
# A walk at noon

People walk and talk at noon. It is told in [a report][norfolk].

## {last}

Read about [the ladder](../understand/the-ladder.md).
"""


@pytest.mark.parametrize(
    ("path", "front", "kind", "result"),
    [
        ("do/access.md", {}, "guide", "guide"),
        ("do/more/access.md", {}, "guide", "guide"),
        ("do/index.md", {}, "index", "guide"),
        ("webinars/the-ladder.md", {}, "webinar", "webinar"),
        ("webinars/index.md", {}, "index", "webinar"),
        ("tools/which-rung.md", {}, "tool", "tool"),
        ("tools/templates/invitation.md", {"paper": True}, "paper", "tool"),
        ("tools/templates/index.md", {}, "index", "tool"),
        ("easier/access.md", {"easier": True}, "easier", "easier"),
        ("easier/index.md", {"easier": True}, "easier", "easier"),
        ("do/access-in-easier-words.md", {"easier": True}, "easier", "easier"),
        ("stories/spaces.md", {}, "story", "story"),
        ("contribute/developers.md", {}, "contribute", "about"),
        ("about/design.md", {}, "about", "about"),
        ("glossary.md", {}, "about", "about"),
        ("index.md", {}, "index", "about"),
        ("a/new/folder.md", {}, "about", "about"),
    ],
)
def test_folder_and_front_matter_tell_the_kind(path: str, front: dict[str, object], kind: str, result: str) -> None:
    assert kind_of(path, front).id == kind
    assert result_of(path, front) == result


def test_the_table_contradicts_itself_nowhere() -> None:
    folders = Counter(folder for kind in PAGE_KINDS for folder in kind.folders)
    ids = Counter(kind.id for kind in PAGE_KINDS)
    new = Counter(start.id for kind in PAGE_KINDS for start in kind.starts)
    assert {name for found in (folders, ids, new) for name, times in found.items() if times > 1} == set()
    assert set(results()) >= {kind.result for kind in PAGE_KINDS if kind.result}
    assert list(starts()) == list(new)


def test_every_field_that_the_table_names_is_one_of_the_front_matter() -> None:
    named = {field for kind in PAGE_KINDS for field in (*kind.fields, *filter(None, [kind.flag]))}
    assert named <= FrontMatter.model_fields.keys()
    assert all(kind.flag in kind.fields for kind in PAGE_KINDS if kind.flag)


def test_pages_that_bring_pictures_or_words_of_their_own_get_none_from_the_build() -> None:
    left_out = {kind.id: frozenset(Part) - kind.parts for kind in PAGE_KINDS if kind.parts != frozenset(Part)}
    # A webinar's page has its cover; a page in easier words a picture for each idea, and no words to explain.
    assert left_out == {"webinar": {Part.SPOT}, "easier": {Part.SPOT, Part.MEANINGS}}


@pytest.mark.ours
def test_every_page_of_the_site_has_the_fields_of_its_kind(root: Path) -> None:
    pages = read_pages(root)[0]
    assert [str(problem) for page in pages for problem in check_fields(page)] == []
    used = {page.kind.id for page in pages}
    assert used == {"index", *(kind.id for kind in PAGE_KINDS)}


@pytest.mark.parametrize(
    ("path", "field", "message"),
    [
        ("tools/x.md", "own_view: true", "4: 'own_view' is not for a tool; remove it"),
        ("about/x.md", "full: do/access/", "4: 'full' is not for a page about this site; remove it"),
        (
            "easier/x.md",
            "easier: true\neasier_page: a/",
            "5: 'easier_page' is not for a page in easier words; remove it",
        ),
        (
            "easier/x.md",
            "full: do/access/",
            "1: a page in docs/easier/ is a page in easier words; add 'easier: true' to its front matter",
        ),
        (
            "tools/templates/x.md",
            "render_macros: true",
            "1: a page in docs/tools/templates/ is a paper; add 'paper: true' to its front matter",
        ),
    ],
)
def test_a_field_of_another_kind_is_told(tmp_path: Path, path: str, field: str, message: str) -> None:
    file = tmp_path / "docs" / path
    file.parent.mkdir(parents=True)
    file.write_text(f"---\ntitle: X\ndescription: X.\n{field}\n---\n# X\n", encoding="utf-8")
    page, _ = read_page(file, tmp_path)
    assert page
    assert [str(problem) for problem in check_fields(page)] == [f"docs/{path}:{message}"]


@pytest.fixture
def with_a_new_kind(root: Path, copied_project: Path) -> Path:
    """The small project with a copy of the code that has one entry more, and a section for it."""
    code = copied_project / "macros"
    code.unlink()
    shutil.copytree(root / "macros", code, ignore=shutil.ignore_patterns("__pycache__"))
    table = code / "kinds.py"
    before, start, after = table.read_text(encoding="utf-8").partition("PAGE_KINDS = (\n")
    assert start
    table.write_text(f"{before}{start}{ENTRY.lstrip()}{after}", encoding="utf-8")
    index = copied_project / "docs" / "ideas" / "index.md"
    index.parent.mkdir()
    index.write_text("---\ntitle: Ideas\ndescription: A list.\nbuilt: true\n---\n# Ideas\n", encoding="utf-8")
    with (copied_project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("  - Ideas:\n      - ideas/index.md\n")
    interface = copied_project / "data" / "interface.en.yml"
    said = interface.read_text(encoding="utf-8")
    interface.write_text(said.replace("\nkinds:\n", "\nkinds:\n  idea: Idea to try\n"), encoding="utf-8")
    search = (
        "---\ntitle: Search\ndescription: Find it.\nbuilt: true\nrender_macros: true\n---\n# Search\n\n{{ %s() }}\n"
    )
    for name, macro in (("search", "search_page"), ("a-z", "a_to_z")):
        (copied_project / "docs" / f"{name}.md").write_text(search % macro, encoding="utf-8")
        with (copied_project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
            settings.write(f"  - {name}.md\n")
    return copied_project


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What a command of the project's own code says."""
    return subprocess.run(
        [sys.executable, "-m", "macros", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_one_entry_and_its_name_are_enough_for_new_check_build_search_and_index(with_a_new_kind: Path) -> None:
    project = with_a_new_kind
    made = run(project, "new", "--kind", "idea", "--title", "A walk at noon")
    assert made.returncode == 0, made.stderr
    assert made.stdout.splitlines()[1:3] == ["  docs/ideas/a-walk-at-noon.md", "  mkdocs.yml"]
    assert "Tell people about it." in made.stdout

    page = project / "docs" / "ideas" / "a-walk-at-noon.md"
    page.write_text(PAGE.format(last="Next step"), encoding="utf-8")
    built = run(project, "build")
    assert built.returncode == 0, built.stdout + built.stderr
    listed = (project / "site" / "a-z" / "index.html").read_text(encoding="utf-8")
    assert re.search(r"A walk at noon</a>[^<]*(?:<[^>]*>)?[^<]*Idea to try", listed), listed
    assert '<option value="idea">Idea to try</option>' in (project / "site/search/index.html").read_text("utf-8")
    assert found_as(project, "ideas/a-walk-at-noon/") == "idea"

    spoilt = PAGE.format(last=f"Long {'words ' * 20}.\n\n## Later").replace("## Long", "Long")
    page.write_text(spoilt.replace("made:", "full: do/\nmade:"), encoding="utf-8")
    told = run(project, "check").stdout
    assert "'full' is not for an idea; remove it" in told
    assert "this sentence has 21 words; the most in an idea is 20" in told
    assert "has no next step; end it with '## Next step' and one link" in told


def found_as(project: Path, url: str) -> str:
    """The kind that the search of the built site gives a page."""
    code = (
        "import sys; from pathlib import Path; from macros.checked import checked_content;"
        "from macros.publishing.search_index import records;"
        "found = {r.url: r for r in records(checked_content(Path('.')), Path('site'))};"
        "print(found[sys.argv[1]].filters['kind'][0])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, url],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return result.stdout.strip()

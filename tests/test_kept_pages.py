"""An engine makes again only the pages that can be others, and the site is the one that it would make of all pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.building.build import build
from macros.building.engine_pages import read_told
from macros.building.engines import BuildError, run_engine
from macros.building.page_keys import PageKeys, page_keys
from macros.checked import checked_content
from macros.content.reading import read_parts
from tests.test_fresh import added, files_of, replaced

HOME = "index.md"
"""The page that is made whenever an engine runs."""
GUIDE = "understand/real-or-faux.md"
WEBINAR = "webinars/talking-it-over.md"
CALLING = {"understand/the-ladder.md", "webinars/index.md"}
"""Pages with macros that give signs in which a link may be hidden, so that all names count."""
RENAMED = replaced("webinars/talking-it-over/webinar.yml", "title: ", "title: So, ")
PAGE = "---\ntitle: Another\ndescription: Another page.\n---\n# Another\n"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The pages that the engine made at each of its runs."""
    runs: list[set[str]] = []

    def watched(root: Path, site: Path, engine: str, handed: Path | None, left_out: Path | None = None) -> None:
        assert left_out
        pages = {path.relative_to(root / "docs").as_posix() for path in (root / "docs").rglob("*.md")}
        runs.append(pages - set(read_told(left_out).left_out))
        run_engine(root, site, engine, handed, left_out)

    monkeypatch.setattr("macros.building.build.run_engine", watched)
    return runs


def test_an_engine_makes_only_what_can_be_another_page(
    copied_project: Path, tmp_path: Path, made: list[set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With ProperDocs here; test_fresh.py has a site of MkDocs changed in each way."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    site = copied_project / "site"
    build(copied_project, site, "properdocs", print, with_search=False)
    assert {HOME, GUIDE, WEBINAR} < made.pop()
    replaced("webinars/talking-it-over/captions.en.vtt", " the ", " that ")(copied_project)
    build(copied_project, site, "properdocs", print, with_search=False)
    assert made == []
    replaced(f"docs/{GUIDE}", "A sign", "A warning sign")(copied_project)
    build(copied_project, site, "properdocs", print, with_search=False)
    assert made == [{HOME, GUIDE}]
    elsewhere = tmp_path / "fresh"
    shutil.copytree(copied_project, elsewhere, symlinks=True, ignore=shutil.ignore_patterns("made.sqlite*", "site"))
    build(elsewhere, elsewhere / "site", "properdocs", print, with_search=False)
    assert files_of(site) == files_of(elsewhere / "site")


def test_a_link_from_a_page_that_is_not_made_again_still_has_to_lead_somewhere(
    copied_project: Path, made: list[set[str]]
) -> None:
    """To an anchor of a page whose anchors only a build knows, because of the macro on it."""
    replaced(f"docs/{GUIDE}", "A sign,", "A sign ([first](../webinars/talking-it-over.md#first)),")(copied_project)
    replaced(f"docs/{WEBINAR}", "## Before you start", "## Before you start {#first}")(copied_project)
    build(copied_project, copied_project / "site", "mkdocs", print, with_search=False)
    replaced(f"docs/{WEBINAR}", "{#first}", "{#start}")(copied_project)
    with pytest.raises(BuildError, match=rf"'{GUIDE}' contains a link .*#first"):
        build(copied_project, copied_project / "site", "mkdocs", print, with_search=False)
    assert GUIDE not in made[-1]


def keys(project: Path) -> PageKeys:
    """Whether the content is right is not asked here."""
    content = read_parts(project).content
    found = page_keys(content, "mkdocs") if content else None
    assert found
    return found


@pytest.mark.parametrize(
    ("change", "others", "is_rest_another"),
    [
        (replaced("webinars/talking-it-over/captions.en.vtt", " the ", " that "), set[str](), False),
        (RENAMED, {HOME, "webinars/index.md"}, False),
        (replaced(f"docs/{GUIDE}", "A sign", "A warning sign"), {GUIDE}, False),
        (replaced("docs/assets/css/site.css", "{", "{ "), set[str](), True),
        (added("docs/webinars/another.md", PAGE), {"webinars/another.md", *CALLING}, True),
    ],
)
def test_a_page_has_another_key_if_it_can_be_another_page(
    copied_project: Path, change: Callable[[Path], None], others: set[str], is_rest_another: bool
) -> None:
    before = keys(copied_project)
    change(copied_project)
    after = keys(copied_project)
    assert {path for path, key in after.pages.items() if key != before.pages.get(path)} == others
    assert (after.rest != before.rest) == is_rest_another


@pytest.mark.parametrize(
    "change",
    [
        replaced(f"docs/{GUIDE}", "title: Real", "title: So real"),
        replaced("data/glossary.yml", "meaning: ", "meaning: In short, "),
        replaced("data/sources.yml", 'title: "', 'title: "About '),
        replaced("data/pictures.yml", "ground: mint", "ground: gold"),
        replaced("data/interface.en.yml", "Next", "Onwards"),
        replaced("theme/partials/made.html", "<aside", "<aside data-changed"),
        replaced("mkdocs.yml", "toc_depth: 3", "toc_depth: 2"),
    ],
)
def test_what_all_pages_share_gives_all_of_them_other_keys(
    copied_project: Path, change: Callable[[Path], None]
) -> None:
    before = keys(copied_project)
    change(copied_project)
    after = keys(copied_project)
    assert not set(after.pages.values()) & set(before.pages.values())
    assert after.rest != before.rest


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plugins:\n", "plugins:\n  - search\n"),
        ("  - abbr\n", "  - abbr\n  - pymdownx.snippets\n"),
        ("docs_dir: docs\n", "docs_dir: docs\nhooks: [macros/settings.py]\n"),
        ("      module_name: macros/__init__\n", "      module_name: macros/__init__\n      include_dir: data\n"),
    ],
)
def test_what_may_bring_in_anything_makes_an_engine_make_everything(copied_project: Path, old: str, new: str) -> None:
    content = checked_content(copied_project)
    assert page_keys(content, "mkdocs")
    assert page_keys(content, "zensical") is None
    replaced("mkdocs.yml", old, new)(copied_project)
    assert page_keys(content, "mkdocs") is None

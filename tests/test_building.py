"""Building: bad content writes nothing, three engines give the same site, the same is not made twice."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from posixpath import normpath

import pytest
from bs4 import BeautifulSoup

from macros.building.build import UNCHANGED, build
from macros.building.engines import ENGINES, BuildError
from macros.building.frame_words import write_frame_words
from macros.building.unchanged import state_of_build
from macros.problems import ContentError
from tests.content import WORDS


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "macros", *arguments], cwd=root, capture_output=True, text=True, check=False
    )


def spoil(root: Path) -> None:
    path = root / "webinars/a-short-script/webinar.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("licence: CC-BY-4.0", "licence: none"), encoding="utf-8")


def test_bad_content_leaves_the_earlier_site_as_it_was(copied_project: Path) -> None:
    site = copied_project / "site"
    site.mkdir()
    (site / "index.html").write_text("earlier", encoding="utf-8")
    spoil(copied_project)
    with pytest.raises(ContentError):
        build(copied_project, site, "mkdocs", print)
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "earlier"


def test_a_build_that_the_engine_fails_leaves_the_earlier_site_too(copied_project: Path) -> None:
    site = copied_project / "site"
    site.mkdir()
    (site / "index.html").write_text("earlier", encoding="utf-8")
    home = copied_project / "docs/index.md"
    # What stands on a page that a macro makes is known to the engine alone.
    home.write_text(home.read_text(encoding="utf-8") + "\n[Dead](webinars/index.md#nowhere)\n", encoding="utf-8")
    with pytest.raises(BuildError, match="nowhere"):
        build(copied_project, site, "mkdocs", print)
    assert (site / "index.html").read_text(encoding="utf-8") == "earlier"


@pytest.mark.parametrize("command", ["check", "build"])
def test_the_commands_print_every_problem_and_exit_with_1(copied_project: Path, command: str) -> None:
    spoil(copied_project)
    result = run(copied_project, command)
    assert result.returncode == 1
    assert "webinars/a-short-script/webinar.yml:13: 'licence' has to be one of" in result.stdout
    assert "1 problem." in result.stdout
    assert "Traceback" not in result.stdout + result.stderr
    assert not (copied_project / "site").exists()


def test_the_engine_alone_runs_the_same_checks_and_writes_nothing(copied_project: Path) -> None:
    spoil(copied_project)
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=copied_project, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert "webinars/a-short-script/webinar.yml:13: 'licence' has to be one of" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (copied_project / "site").exists()


def test_a_build_with_nothing_changed_leaves_the_site_as_it_is(
    copied_project: Path,
) -> None:
    site, said = copied_project / "site", list[str]()

    def built_again() -> bool:
        before = len(said)
        build(copied_project, site, "mkdocs", said.append, with_search=False)
        return UNCHANGED not in said[before:]

    assert built_again()
    assert not built_again()
    assert said[-1] == UNCHANGED
    assert said.count(next(line for line in said if line.startswith("No feeds"))) == 2
    # Somebody has written into the site.
    with (site / "index.html").open("a", encoding="utf-8") as page:
        page.write("changed")
    assert built_again()
    assert not built_again()
    assert [line for line in said if "narrated" in line] == []


def test_another_site_would_come_of_another_theme_engine_date_or_without_search(
    copied_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = [state_of_build(copied_project, "mkdocs", True)]
    states.append(state_of_build(copied_project, "zensical", True))
    states.append(state_of_build(copied_project, "mkdocs", False))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    states.append(state_of_build(copied_project, "mkdocs", True))
    with (copied_project / "theme" / "404.html").open("a", encoding="utf-8") as template:
        template.write("<!-- changed -->")
    states.append(state_of_build(copied_project, "mkdocs", True))
    assert len(set(states)) == len(states)
    write_frame_words(WORDS, {}, copied_project)
    assert state_of_build(copied_project, "mkdocs", True) == states[-1]


def text_of(page: Path) -> dict[str, str]:
    """The title, the headings and the transcript of a built page, without what engines format their own way."""
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    article = soup.select_one("article.content") or soup
    transcript = soup.select_one("[data-transcript]")
    return {
        "title": soup.title.get_text() if soup.title else "",
        "headings": " | ".join(h.get_text(" ", strip=True) for h in article.select("h1, h2, h3")),
        "transcript": re.sub(r"\s+", " ", transcript.get_text(" ")) if transcript else "",
        "navigation": " | ".join(
            f"{link.get_text(' ', strip=True)} {normpath(str(link.get('href')))} {link.get('aria-current', '')}"
            for link in soup.select(".site-nav a, .section-nav a, .previous-next a, .brand")
        ),
    }


def pages_of(site: Path) -> dict[str, dict[str, str]]:
    return {path.relative_to(site).as_posix(): text_of(path) for path in sorted(site.rglob("index.html"))}


@pytest.mark.parametrize("engine", [engine for engine in ENGINES if engine != "mkdocs"])
def test_every_engine_builds_the_same_pages_titles_and_transcripts(
    root: Path, site: Path, shared: Path, engine: str
) -> None:
    other = shared / f"site-by-{engine}"
    build(root, other, engine, print)
    expected, found = pages_of(site), pages_of(other)
    assert found.keys() == expected.keys()
    for page, parts in expected.items():
        assert found[page] == parts, page
    assert any(parts["transcript"] for parts in expected.values())
    assert "Understand" in expected["do/access/index.html"]["navigation"]

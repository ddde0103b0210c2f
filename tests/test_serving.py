"""The preview: what is saved is shown at once, what is wrong too, and the server goes on."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.folders import change
from tests.preview import LONGEST, Preview

GUIDE = "docs/understand/the-ladder.md"
WEBINAR = "webinars/talking-it-over/webinar.yml"


@pytest.fixture
def project(copied_project: Path, root: Path) -> Path:
    """A small project whose code can be changed too."""
    (copied_project / "macros").unlink()
    shutil.copytree(root / "macros", copied_project / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    return copied_project


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    """A running preview of the project."""
    with Preview(project) as running:
        yield running
    assert running.exit_code == 0
    assert running.said[-1] == "Stopped."


def test_what_is_saved_is_shown_and_found(preview: Preview, project: Path) -> None:
    assert preview.get("understand/the-ladder/")[0] == 200
    with preview.built(), (project / GUIDE).open("a", encoding="utf-8") as guide:
        guide.write("\nThe rowing club meets here.\n")
    assert "The rowing club meets here." in preview.text("understand/the-ladder/")
    # The earlier index answers until the new one is made.
    assert preview.get("pagefind/pagefind.js")[0] == 200
    wait_for(lambda: '"rowing"' in preview.text("pagefind/words/r.json"))
    with preview.built():
        change(project / WEBINAR, "title:", "title: New name -")
    assert "New name" in preview.text("webinars/talking-it-over/")
    with preview.built():
        change(project / "macros" / "templates" / "ladder.html", "<li", '<li data-changed="yes"')
    assert 'data-changed="yes"' in preview.text("understand/the-ladder/")


def test_a_saved_page_is_shown_first_and_the_rest_follows(preview: Preview, project: Path) -> None:
    new = "Climbing it together"
    with preview.built("understand/the-ladder/"):
        guide = project / GUIDE
        guide.write_text(guide.read_text(encoding="utf-8").replace("The ladder\n", f"{new}\n"), encoding="utf-8")
    assert new in preview.text("understand/the-ladder/")
    assert preview.said[-1].startswith("Shown in ")
    # Its name stands in the navigation of the others, too.
    wait_for(lambda: new in preview.text("understand/real-or-faux/"))
    wait_for(lambda: preview.said[-1].startswith("Built the rest in "))


def test_what_only_other_pages_tell_is_shown_after_the_page(preview: Preview, project: Path) -> None:
    with preview.built():
        change(project / GUIDE, "real-or-faux.md", "real-or-faux.md#there-is-no-such-part")
    assert "there-is-no-such-part" in preview.text("understand/the-ladder/")
    wait_for(lambda: preview.get("")[0] == 500)
    assert "the-ladder.md" in preview.text("")
    with preview.built(""):
        change(project / GUIDE, "#there-is-no-such-part", "")
    assert preview.get("")[0] == 200


def test_a_change_while_the_rest_is_made_is_shown_and_completed(preview: Preview, project: Path) -> None:
    for number in range(3):
        with preview.built(), (project / GUIDE).open("a", encoding="utf-8") as guide:
            guide.write(f"\nThe rowing club meets {number} times.\n")
        assert f"meets {number} times" in preview.text("understand/the-ladder/")
        # Long enough for the rest to be begun, and not to be ended.
        time.sleep(1)
    wait_for(lambda: preview.said[-1].startswith("Built the rest in "))
    assert "meets 2 times" in preview.text("understand/the-ladder/")
    wait_for(lambda: '"rowing"' in preview.text("pagefind/words/r.json"))


@pytest.mark.parametrize("engine", ["properdocs", "zensical"])
def test_other_engines_show_what_is_saved_too(project: Path, engine: str) -> None:
    with Preview(project, engine) as preview:
        with preview.built(), (project / GUIDE).open("a", encoding="utf-8") as guide:
            guide.write("\nThe rowing club meets here.\n")
        assert "The rowing club meets here." in preview.text("understand/the-ladder/")
        assert '"rowing"' in preview.text("pagefind/words/r.json")


def test_a_mistake_is_shown_with_file_and_line_until_it_is_mended(preview: Preview, project: Path) -> None:
    right = (project / WEBINAR).read_text(encoding="utf-8")
    line = right.count("\n") + 1
    with preview.built():
        (project / WEBINAR).write_text(f"{right}nonsense: 1\n", encoding="utf-8")
    message = f"{WEBINAR}:{line}: &#x27;nonsense&#x27; is not a field here"
    for path in ("", "understand/the-ladder/", "not/there/"):
        status, body = preview.get(path)
        assert status == 500
        assert message in body.decode()
        assert "/__preview/reload.js" in body.decode()
    assert message.replace("&#x27;", "'") in preview.said
    with preview.built():
        (project / WEBINAR).write_text(right, encoding="utf-8")
    assert preview.get("")[0] == 200


def test_a_folder_that_was_removed_is_followed_again_when_it_is_back(preview: Preview, project: Path) -> None:
    """As `git checkout` does with a folder that another branch does not have."""
    folder, away = project / "webinars", project / "away"
    with preview.built():
        folder.rename(away)
    assert "webinars/topics.yml: could not be read" in preview.text("")
    with preview.built():
        shutil.copytree(away, folder)
    assert preview.get("")[0] == 200
    details = project / WEBINAR
    with preview.built():
        details.write_text(details.read_text(encoding="utf-8").replace("aim:", "aimm:"), encoding="utf-8")
    assert "did you mean &#x27;aim&#x27;?" in preview.text("")


def test_it_says_that_it_narrates(preview: Preview, project: Path) -> None:
    # The cache is shared by all runs, and an earlier one may have narrated these words.
    cache = project / ".build-cache" / "narration"
    cache.unlink()
    cache.mkdir()
    with preview.built():
        script = project / "webinars" / "a-short-script" / "script.md"
        script.write_text(script.read_text(encoding="utf-8").replace("Then the club", "Later the club"), "utf-8")
    narrated = [line for line in preview.said if line.startswith("narrated 1 of 1: a-short-script")]
    assert narrated, preview.said


def test_what_the_engine_or_the_code_refuses_is_shown_too(preview: Preview, project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    with preview.built():
        (project / "mkdocs.yml").write_text(settings.replace("- Home: index.md", "- Home: nowhere.md"), "utf-8")
    assert "nowhere.md" in preview.text("")
    code = project / "macros" / "rendering" / "paths.py"
    right = code.read_text(encoding="utf-8")
    with preview.built():
        (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    with preview.built():
        code.write_text(f"{right}\nthis_is_not_defined\n", encoding="utf-8")
    assert "this_is_not_defined" in preview.text("")
    with preview.built():
        code.write_text(right, encoding="utf-8")
    assert preview.get("")[0] == 200


def test_recordings_can_be_wound_forward(preview: Preview) -> None:
    status, body = preview.get("webinars/talking-it-over/talk.wav", Range="bytes=100-199")
    assert (status, len(body)) == (206, 100)


def test_no_process_stays_behind_when_the_server_is_killed(project: Path) -> None:
    with Preview(project) as preview:
        assert preview.kill()


def test_a_page_that_is_not_there_gets_the_sites_own_answer(preview: Preview) -> None:
    status, body = preview.get("nowhere/")
    assert status == 404
    assert b"/__preview/reload.js" in body


def wait_for(condition: Callable[[], bool]) -> None:
    """Returns once this is true."""
    end = time.monotonic() + LONGEST
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)

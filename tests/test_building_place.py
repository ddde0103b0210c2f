"""A site is put in place whole, for everybody to read, by one build at a time; what kills leave is repaired."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.building.build import build
from macros.building.engines import BuildError
from macros.building.place import aside, build_folder, only_one, put_in_place, repaired


def made(folder: Path, text: str) -> Path:
    (folder / "in").mkdir(parents=True)
    (folder / "in" / "index.html").write_text(text, encoding="utf-8")
    return folder


def modes(folder: Path) -> set[str]:
    return {f"{path.is_dir()} {path.stat().st_mode & 0o777:o}" for path in [folder, *folder.rglob("*")]}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_every_published_file_can_be_read_by_the_web_server(copied_project: Path, tmp_path: Path) -> None:
    """Once each recording was published with the mode of a temporary file, and nginx answered 403."""
    recording = copied_project / "webinars" / "talking-it-over" / "talk.wav"
    assert recording.is_file()
    recording.chmod(0o600)
    before = os.umask(0o077)
    try:
        build(copied_project, tmp_path / "site", "mkdocs", print)
    finally:
        os.umask(before)
    assert modes(tmp_path / "site") == {"True 755", "False 644"}


def test_the_earlier_site_stands_whole_until_the_new_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, fresh = made(tmp_path / "site", "old"), made(tmp_path / "fresh", "new")

    def full(*arguments: object) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("shutil.move", full)
        with pytest.raises(OSError, match="No space left"):
            put_in_place(fresh, site)
    assert (site / "in" / "index.html").read_text(encoding="utf-8") == "old"
    put_in_place(fresh, site)
    assert (site / "in" / "index.html").read_text(encoding="utf-8") == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_another_disk_that_is_full_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once this was a traceback: copying a whole folder fails with a list of all that failed."""
    site, fresh = made(tmp_path / "site", "old"), made(tmp_path / "fresh", "new")

    def full(source: Path, target: Path) -> None:
        (target / "in").mkdir(parents=True)
        raise shutil.Error([("a", "b", "[Errno 28] No space left on device"), ("c", "d", "the same")])

    monkeypatch.setattr("shutil.move", full)
    with pytest.raises(BuildError, match=r"No space left on device.*The earlier site is whole"):
        put_in_place(fresh, site)
    assert (site / "in" / "index.html").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fresh", "site"]


def test_a_kill_between_the_two_renames_is_repaired_and_said(tmp_path: Path) -> None:
    site, said = tmp_path / "site", []
    made(aside(site), "old")
    repaired(site, said.append)
    assert (site / "in" / "index.html").read_text(encoding="utf-8") == "old"
    assert said == ["A build was cut off while it put its site in place: site/ is the one from before it."]
    made(aside(site), "older still")
    repaired(site, said.append)
    assert not aside(site).exists()
    assert (site / "in" / "index.html").read_text(encoding="utf-8") == "old"
    assert len(said) == 1


def test_any_command_repairs(copied_project: Path) -> None:
    made(aside(copied_project / "site"), "old")
    result = subprocess.run(
        [sys.executable, "-m", "macros", "check"], cwd=copied_project, capture_output=True, text=True, check=False
    )
    assert "site/ is the one from before it" in result.stderr
    assert (copied_project / "site" / "in" / "index.html").is_file()


def test_a_second_build_of_the_same_site_says_who_holds_it(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom macros.building.place import only_one\n"
        "with only_one(Path(sys.argv[1]), Path(sys.argv[1]) / 'site'):\n    print('held', flush=True)\n    input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdin
        assert other.stdout.readline() == "held\n"
        message = rf"^site/ is being written by another command \(process {other.pid}, since \d\d:\d\d:\d\d\); wait"
        with pytest.raises(BuildError, match=message), only_one(tmp_path, tmp_path / "site"):
            pass
        # Another site of the same checkout can be built at the same time.
        with only_one(tmp_path, tmp_path / "other"):
            pass
        other.stdin.write("\n")
    with only_one(tmp_path, tmp_path / "site"):
        pass


def test_who_has_only_just_started_need_not_have_said_who_it_is(tmp_path: Path) -> None:
    with only_one(tmp_path, tmp_path / "site"):
        (note,) = tmp_path.rglob("*.json")
        for words in ("", '{"proc'):
            note.write_text(words, encoding="utf-8")
            with (
                pytest.raises(BuildError, match="another command, which has just started"),
                only_one(tmp_path, tmp_path / "site"),
            ):
                pass


def test_what_killed_builds_left_is_cleared_and_what_others_use_is_not(tmp_path: Path) -> None:
    with build_folder(tmp_path) as used:
        left = used.with_name("build-left")
        left.mkdir()
        left.with_name("build-left.lock").touch()
        with build_folder(tmp_path) as another:
            assert not left.exists()
            assert used.is_dir()
            assert another != used
    assert [path.name for path in used.parent.iterdir()] == []

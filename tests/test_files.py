"""What is content: nothing that an editor, a system or chance leaves beside it stops a check or is published."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from macros.building.build import build
from macros.checks.run import check_all
from macros.reading.files import content_files, is_litter


@pytest.mark.parametrize(
    "name",
    [".#page.md", "#page.md#", "page.md~", ".page.md.swp", "page.md.swp", "4913", "page.md.orig", ".DS_Store", "a.tmp"],
)
def test_litter_is_no_content(name: str) -> None:
    assert is_litter(name)


@pytest.mark.parametrize("name", ["page.md", "webinar.yml", "captions.en.vtt", "49130.md", "tmp.md", "a#b.md"])
def test_content_is_no_litter(name: str) -> None:
    assert not is_litter(name)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_what_editors_leave_stops_neither_check_nor_build_and_is_not_published(
    copied_project: Path, tmp_path: Path
) -> None:
    folders = [copied_project / "docs" / "understand", copied_project / "webinars" / "talking-it-over"]
    for folder in (*folders, copied_project / "webinars", copied_project / "data"):
        (folder / ".#page.md").symlink_to("user@host.1234:567")
        (folder / "page.md~").write_text("# An older page\n", encoding="utf-8")
        (folder / "#page.md#").write_text("# Not saved\n", encoding="utf-8")
        (folder / ".page.md.swp").write_bytes(b"b0VIM \x00")
        with socket.socket(socket.AF_UNIX) as listener:
            # A path to a socket may have 107 characters only.
            here = Path.cwd()
            os.chdir(folder)
            listener.bind(".socket")
            os.chdir(here)
    assert check_all(copied_project)[1] == []
    build(copied_project, tmp_path / "site", "mkdocs", print)
    assert list((tmp_path / "site").rglob("*page.md*")) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_what_can_not_be_a_page_is_told_and_never_read(copied_project: Path) -> None:
    """A FIFO would be waited for without end."""
    os.mkfifo(copied_project / "docs" / "understand" / "pipe.md")
    (copied_project / "docs" / "understand" / "gone.md").symlink_to("nowhere.md")
    told = [str(problem) for problem in check_all(copied_project)[1]]
    assert told == [
        "docs/understand/gone.md: is a link; put the file itself in its place",
        "docs/understand/pipe.md: is no ordinary file; remove it",
    ]


def test_files_come_in_order_and_links_are_not_followed(tmp_path: Path) -> None:
    for name in ("b/z.md", "b/a.md", "a.md", "b/c.txt"):
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "docs" / "up").symlink_to(tmp_path)
    names = [path.relative_to(tmp_path).as_posix() for path in content_files(tmp_path / "docs", ".md")]
    assert names == ["docs/a.md", "docs/b/a.md", "docs/b/z.md"]
    assert "docs/up" in [path.relative_to(tmp_path).as_posix() for path in content_files(tmp_path / "docs")]


LINKS = ("docs/assets/passwd.png", "docs/page.md", "webinars/talking-it-over/poster.png", "data/glossary.yml")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("name", [*LINKS, "webinars/talking-it-over/captions.en.vtt", "webinars/etc", "docs/etc"])
@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "/etc"])
def test_a_link_is_told_and_never_followed(copied_project: Path, name: str, target: str) -> None:
    (copied_project / name).unlink(missing_ok=True)
    (copied_project / name).symlink_to(target)
    told = [str(problem) for problem in check_all(copied_project)[1]]
    assert f"{name}: is a link; put the file itself in its place" in told


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("name", [*LINKS, "webinars/talking-it-over/captions.en.vtt"])
def test_a_fifo_is_told_and_never_waited_for(copied_project: Path, name: str) -> None:
    (copied_project / name).unlink(missing_ok=True)
    os.mkfifo(copied_project / name)
    told = [str(problem) for problem in check_all(copied_project)[1]]
    assert f"{name}: is no ordinary file; remove it" in told


@pytest.mark.parametrize(
    "name",
    ["page.html", "page.markdown", "run.php", "assets/a.wasm", "code.js", "__pycache__/x.pyc", "x.pdf", "noname"],
)
def test_only_known_kinds_of_file_are_published(copied_project: Path, name: str) -> None:
    file = copied_project / "docs" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("words\n", encoding="utf-8")
    assert [p.rule for p in check_all(copied_project)[1] if p.file == f"docs/{name}"] == ["file"]


@pytest.mark.parametrize(
    ("inside", "is_right"),
    [
        ('<path d="M0 0"/><use href="#a"/>', True),
        ("<script>alert(1)</script>", False),
        ('<path onload="alert(1)"/>', False),
        ('<a href="javascript:alert(1)"/>', False),
        ('<image xlink:href="https://evil.example/x.png" xmlns:xlink="http://www.w3.org/1999/xlink"/>', False),
        ("<foreignObject/>", False),
        ("<path>", False),
    ],
)
def test_a_drawing_runs_and_loads_nothing(copied_project: Path, inside: str, is_right: bool) -> None:
    file = copied_project / "docs" / "assets" / "a.svg"
    file.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>', encoding="utf-8")
    assert (not [p for p in check_all(copied_project)[1] if p.file == "docs/assets/a.svg"]) is is_right

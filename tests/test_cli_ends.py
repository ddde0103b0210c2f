"""However a command ends, people read one line and scripts the right exit code."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros import cli
from macros.building import engines
from macros.publishing.search_index import IndexNotWholeError


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (KeyboardInterrupt(), 130, "Stopped."),
        (MemoryError(), 1, "too little memory"),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), 1, "No space left on device"),
        (OSError(errno.EROFS, os.strerror(errno.EROFS)), 1, "Read-only file system"),
        (IndexNotWholeError("the search index is not whole"), 1, "the search index is not whole"),
    ],
)
def test_what_befalls_a_command_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    error: BaseException, code: int, words: str,
) -> None:  # fmt: skip
    def fail(*arguments: object) -> None:
        raise error

    monkeypatch.setattr(cli, "build", fail)
    assert cli.main(["--root", str(tmp_path), "build"]) == code
    told = capsys.readouterr().err.strip()
    assert words in told
    assert "\n" not in told


def test_an_engine_that_hangs_is_stopped_and_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module of that name on the path stands in for the engine."""
    (tmp_path / "hanging.py").write_text("import time\ntime.sleep(60)\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(engines, "LONGEST", 1.0)
    with pytest.raises(engines.BuildError, match="has not built the site within"):
        engines.run_engine(tmp_path, tmp_path / "site", "hanging", None)


def test_an_engine_that_ends_well_without_a_site_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "zensical.py").write_text("print('nothing to do')\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(engines.BuildError, match=r"^zensical wrote no site:\nnothing to do$"):
        engines.run_engine(tmp_path, tmp_path / "site", "zensical", None)
    # The settings that it was started with are gone again.
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".yml"] == []


@pytest.mark.parametrize(
    "program",
    [
        "raise MemoryError",
        pytest.param(
            "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
            marks=pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal"),
        ),
    ],
)
def test_an_engine_without_memory_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    (tmp_path / "starving.py").write_text(f"{program}\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(engines.BuildError) as told:
        engines.run_engine(tmp_path, tmp_path / "site", "starving", None)
    assert str(told.value) == "starving got too little memory to build the site; close other programs and try again"


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot hold back memory")
def test_a_command_without_memory_ends_in_one_line(tmp_path: Path) -> None:
    """The memory that the command may have is not enough for what it imports or for its work."""
    script = (
        "import resource, sys; from macros.cli import main;"
        "used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize();"
        "resource.setrlimit(resource.RLIMIT_AS, (used + 8_000_000, used + 8_000_000));"
        "sys.exit(main(['check']))"
    )
    root = Path(__file__).parent.parent
    result = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, timeout=120)
    assert result.returncode == 1
    assert "too little memory" in result.stderr
    assert "Traceback" not in result.stderr

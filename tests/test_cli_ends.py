"""However a command ends, people read one line and scripts the right exit code."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from macros import cli
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

"""Measures how soon the preview shows what was saved, with the real guides and webinars."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path

from tests.preview import Preview

ROOT = Path(__file__).parent.parent
FOLDERS = ("docs", "webinars", "data", "macros", "theme", "tests")
FILES = {"a guide": ("docs/do/access.md", 1.5), "a webinar's YAML": ("webinars/the-ladder/webinar.yml", 3.0)}
"""Each with the most seconds that it may take."""
TIMES = 5
PAUSE = 3.0
"""Seconds between saves, in which the search index is made."""


def rows() -> list[tuple[str, str]]:
    """(what was measured, the figure) for each kind of file."""
    found = []
    with tempfile.TemporaryDirectory() as temporary:
        project = make_project(Path(temporary) / "project")
        with Preview(project) as preview:
            for name, (file, most) in FILES.items():
                seconds = [seconds_to_show(preview, project / file) for _ in range(TIMES)]
                figure = f"{statistics.median(seconds):.2f} s (slowest {max(seconds):.2f} s)"
                found.append((f"from saving {name} to the reload (limit {most} s)", figure))
    return found


def make_project(folder: Path) -> Path:
    """A copy of the real project that shares its narrations."""
    folder.mkdir()
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (ROOT / ".build-cache" / "narration").mkdir(parents=True, exist_ok=True)
    (folder / ".build-cache").mkdir()
    (folder / ".build-cache" / "narration").symlink_to(ROOT / ".build-cache" / "narration", target_is_directory=True)
    return folder


def seconds_to_show(preview: Preview, file: Path) -> float:
    """Saves a file with one line more."""
    time.sleep(PAUSE)
    with preview.built() as took, file.open("a", encoding="utf-8") as text:
        text.write("\n")
    return took[0]

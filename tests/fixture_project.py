"""Makes the small project that most tests use: tests/fixtures/project, with the real theme and assets."""

from __future__ import annotations

import math
import shutil
import struct
import wave
from pathlib import Path

FIXTURE = Path(__file__).parent / "fixtures" / "project"
RECORDED_SECONDS = 60.0
NAVIGATION = """\
nav:
  - Home: index.md
  - Webinars:
      - webinars/index.md
  - Understand:
      - understand/the-ladder.md
"""


def make_fixture_project(root: Path, folder: Path) -> None:
    """Copies the fixture into ``folder`` and adds what it shares with the real project, and the media."""
    shutil.copytree(FIXTURE, folder)
    for name in ("theme", "docs/assets"):
        shutil.copytree(root / name, folder / name)
    for name in ("data", "webinars/topics.yml"):
        source = root / name
        if source.is_dir():
            shutil.copytree(source, folder / name, dirs_exist_ok=True)
        else:
            shutil.copy(source, folder / name)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:\n")[0]
    (folder / "mkdocs.yml").write_text(f"{settings}\n{NAVIGATION}", encoding="utf-8")
    (folder / "macros").symlink_to(root / "macros", target_is_directory=True)
    make_recording(folder / "webinars" / "talking-it-over" / "talk.wav", RECORDED_SECONDS)
    # The narrations of one run serve all: the fixture's is found in the real cache the second time.
    (folder / ".cache").mkdir()
    (root / ".cache").mkdir(exist_ok=True)
    (folder / ".cache" / "narration").symlink_to(root / ".cache" / "narration", target_is_directory=True)
    (root / ".cache" / "narration").mkdir(exist_ok=True)


def make_recording(path: Path, seconds: float, rate: int = 8000) -> None:
    """Writes a WAV file with a quiet tone that rises each second, so that no two moments are alike."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        for second in range(int(seconds)):
            pitch = 200 + 10 * second
            samples = (int(3000 * math.sin(2 * math.pi * pitch * i / rate)) for i in range(rate))
            file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))

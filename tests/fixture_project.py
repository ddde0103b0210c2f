"""Makes the small project that most tests use: tests/fixtures/project, with the real theme and assets."""

from __future__ import annotations

import math
import re
import shutil
import struct
import wave
from pathlib import Path

from macros.adopting.naming import Naming, with_naming
from macros.checks.policy import needed_sources
from tests.content import catalogue_and_problems

FIXTURE = Path(__file__).parent / "fixtures" / "project"
RECORDED = ("talking-it-over", "captions-that-end-early")
RECORDED_SECONDS = 60.0
NAME = "Doing With"
TAGLINE = "Guides and webinars about co-production in sport"
PUBLIC_URL = "https://club.github.io/learn/"
PATH = """\
paths:
  - id: first-steps
    title: First steps
    summary: A path of the tests, in an order that is not that of the dates.
    steps:
      - webinar: talking-it-over
      - guide: understand/the-ladder.md
      - webinar: a-short-script
      - webinar: elsewhere-on-youtube
"""
NAVIGATION = """\
nav:
  - Home: index.md
  - Webinars:
      - webinars/index.md
  - Understand:
      - understand/the-ladder.md
      - understand/real-or-faux.md
  - Train:
      - train/session-plans.md
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
    # Tools and glossary name pages that only the real project has; the fixture has small ones of its own.
    shutil.copytree(FIXTURE / "data", folder / "data", dirs_exist_ok=True)
    # The data that it shares is full of the real project's own words.
    lists = [(project / "data" / "spelling.txt").read_text(encoding="utf-8") for project in (root, FIXTURE)]
    (folder / "data" / "spelling.txt").write_text("".join(lists), encoding="utf-8")
    settings = plain_settings((root / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:\n")[0])
    (folder / "mkdocs.yml").write_text(f"{settings}\n{NAVIGATION}", encoding="utf-8")
    # The plugin loads the macros from the project's folder; data/wcag.yml names the tests.
    for name in ("macros", "tests"):
        (folder / name).symlink_to(root / name, target_is_directory=True)
    for slug in RECORDED:
        make_recording(folder / "webinars" / slug / "talk.wav", RECORDED_SECONDS)
    # The narrations of one run serve all: the fixture's is found in the real cache the second time.
    (folder / ".build-cache").mkdir()
    (root / ".build-cache").mkdir(exist_ok=True)
    (folder / ".build-cache" / "narration").symlink_to(root / ".build-cache" / "narration", target_is_directory=True)
    (root / ".build-cache" / "narration").mkdir(exist_ok=True)
    allow_recordings(folder)


def plain_settings(text: str) -> str:
    """The settings as this project has them, whoever has made its own site of it (make adopt)."""
    text = re.sub(r"\n  colours:\n(?:    .*\n)+", "\n", text)
    text = with_naming(text, Naming(NAME, TAGLINE, "http://127.0.0.1:8000/", "", "", "en"))
    return text.replace(f'"{NAME}"', NAME)


def make_public(project: Path, folder: Path) -> None:
    """Copies the small project into ``folder``, and gives it a public address, somebody to answer, and a path."""
    shutil.copytree(project, folder, symlinks=True, ignore=shutil.ignore_patterns("build-*", "made.sqlite*"))
    file = folder / "mkdocs.yml"
    settings = file.read_text(encoding="utf-8")
    for old, new in (
        ('!ENV [SITE_URL, "http://127.0.0.1:8000/"]', PUBLIC_URL),
        ('!ENV [OWNER, ""]', "A made-up club"),
        ('!ENV [CONTACT, ""]', "hello@club.github.io"),
    ):
        if old not in settings:
            raise ValueError(f"mkdocs.yml has no {old}")
        settings = settings.replace(old, new)
    file.write_text(settings, encoding="utf-8")
    (folder / "webinars" / "paths.yml").write_text(PATH, encoding="utf-8")


def allow_recordings(folder: Path) -> None:
    """Writes into the project's mkdocs.yml the origins that its recordings come from."""
    catalogue, problems = catalogue_and_problems(folder)
    if catalogue is None:
        raise ValueError("\n".join(map(str, problems)))
    sources = "".join(f'\n  {name}: "{value}"' for name, value in needed_sources(catalogue).items())
    file = folder / "mkdocs.yml"
    lines = re.sub(r"\n  (frame|media)_sources:.*", "", file.read_text(encoding="utf-8"))
    file.write_text(lines.replace("\nextra:", f"\nextra:{sources}"), encoding="utf-8")


def make_recording(path: Path, seconds: float, rate: int = 48000) -> None:
    """Writes a WAV file with a quiet tone that rises each second, so that no two moments are alike.

    Six megabytes a minute: as with real recordings, browsers do not fetch it whole by themselves.
    """
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        for second in range(int(seconds)):
            # In a tenth of a second every pitch comes round to where it began.
            pitch = 200 + 10 * second
            samples = (int(3000 * math.sin(2 * math.pi * pitch * i / rate)) for i in range(rate // 10))
            file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples) * 10)

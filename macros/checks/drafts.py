"""Finds what `make new` wrote and nobody has replaced: nothing of it is meant for readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from macros.model import MediaFile, Transcript, Webinar
from macros.problems import Problem
from macros.reading.pages import Page
from macros.reading.text_file import read_text
from macros.scaffolding.drafts import example_cues, is_example
from macros.scaffolding.silence import NAME as SILENCE

RULE = "draft"


def check_drafts(pages: Sequence[Page]) -> Iterator[Problem]:
    """A problem for each page that has lines of its example still."""
    for page in pages:
        lines = [
            (number, line.strip())
            for number, line in enumerate(page.body.split("\n"), start=page.first_line)
            if is_example(line)
        ]
        if is_example(f"description: {page.front.description}"):
            lines.insert(0, (page.data.line(("description",)), page.front.description))
        if lines:
            yield _problem(page.file, lines)


def check_webinar_draft(webinar: Webinar, transcripts: Sequence[Transcript], root: Path) -> Iterator[Problem]:
    """A problem for each file of a webinar that has lines of its example still."""
    folder = f"webinars/{webinar.slug}"
    recording = webinar.recording
    if isinstance(recording, MediaFile) and recording.url == SILENCE:
        message = f"the recording is still the silence that holds its place ({SILENCE}); name your own after 'file'"
        yield Problem(f"{folder}/webinar.yml", _line(root, f"{folder}/webinar.yml", SILENCE), message, RULE)
    for name in ("webinar.yml", *(["script.md"] if webinar.is_narrated else [])):
        text, _ = read_text(root / folder / name, root)
        lines = [
            (number, line.strip()) for number, line in enumerate((text or "").split("\n"), start=1) if is_example(line)
        ]
        if lines:
            yield _problem(f"{folder}/{name}", lines)
    for transcript in transcripts if not webinar.is_narrated else ():
        file = f"{folder}/captions.{transcript.language}.vtt"
        left = [cue.lines[0] for cue in transcript.cues if cue.text in example_cues()]
        if left:
            yield _problem(file, [(_line(root, file, line), line) for line in left])


def _problem(file: str, lines: Sequence[tuple[int, str]]) -> Problem:
    number, line = lines[0]
    more = f" (and {len(lines) - 1} more)" if len(lines) > 1 else ""
    shown = line if len(line) <= 60 else f"{line[:57]}..."
    return Problem(file, number, f"'{shown}'{more} is still the example's text; write your own in its place", RULE)


def _line(root: Path, file: str, words: str) -> int:
    """The line of a file that has these words, or 0."""
    text, _ = read_text(root / file, root)
    found = [number for number, line in enumerate((text or "").split("\n"), start=1) if words in line]
    return found[0] if found else 0

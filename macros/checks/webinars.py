"""Checks what a webinar has to be: long enough, in chapters, with time to think, and with work around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from macros.captions.clock import clock
from macros.captions.limits import CHARACTERS_A_SECOND, LINE_LENGTH, LINES, SHORTEST
from macros.checks.drafts import check_webinar_draft
from macros.checks.folders import check_folder
from macros.language.limits import EASIER
from macros.language.prose import plain_passage
from macros.model import Cue, Transcript, Webinar
from macros.narration.narrate import Engine
from macros.narration.transcript import NarratedWords
from macros.problems import Problem
from macros.reading.markdown import Block
from macros.reading.pages import Page
from macros.reading.pictures import FILE as PICTURES
from macros.reading.settings_fields import LengthFields
from macros.reading.text_file import read_text
from macros.reading.webinar_page import ACTIVITY, ACTIVITY_TIME, AFTER, BEFORE, activity_minutes
from macros.reading.yaml_file import Key, parse_yaml
from macros.slides.layouts import Compare, Statement
from macros.slides.words import slide_lines

FEWEST_WORDS_A_MINUTE, MOST_WORDS_A_MINUTE = 2200 / 15, 2700 / 20
"""Of a script, with its pauses: as many as the shortest webinar needs, and as the longest has room for."""
FEWEST_CHAPTERS, MOST_CHAPTERS = 8, 14
MOST_SLIDE_WORDS = 30
MOST_COMPARED_WORDS = 40
"""On a slide with two columns."""
MOST_PLAIN = 2
"""Slides in a row that have nothing but a statement."""
FEWEST_PAUSES = 3
FEWEST_EASIER_WORDS, MOST_EASIER_WORDS = 100, 150
QUESTIONS = 3
MOST_TOLD = 10
"""Captions of a webinar that are told one by one."""

_NEED = "**You need:**"

_NO_VERBS = frozenset(
    [
        *["a", "an", "the", "this", "that", "these", "those", "to", "you", "your", "we", "our", "they", "their"],
        *["how", "what", "why", "when", "where", "who", "which", "whether", "be", "able", "better", "more", "some"],
    ]
)
_TINY = 1e-6
"""Seconds: what two times may differ by after they were written and read."""


def check_webinar(
    webinar: Webinar, transcripts: Sequence[Transcript], root: Path, lengths: LengthFields
) -> Iterator[Problem]:
    """Every problem in the form of a webinar."""
    folder = f"webinars/{webinar.slug}"
    yield from check_webinar_draft(webinar, transcripts, root)
    yield from check_folder(webinar, root)
    if webinar.is_narrated:
        yield from check_script(webinar, transcripts[0], f"{folder}/script.md", root, lengths)
    yield from check_outcomes(webinar, f"{folder}/webinar.yml", root)
    yield from check_easier_words(webinar, f"{folder}/webinar.yml", root)
    words = webinar.words
    if isinstance(words, NarratedWords) and words.narration.engine is not Engine.NATURAL:
        # Its times are estimates, or those of the stand-in, until a natural voice has read it.
        return
    for transcript in transcripts:
        yield from check_captions(webinar, transcript, root)


def check_script(
    webinar: Webinar, transcript: Transcript, file: str, root: Path, lengths: LengthFields
) -> Iterator[Problem]:
    """A script is as long as the settings allow, in chapters, with slides to take in and pauses to think.

    A webinar with a ``length_exception`` is outside this form; its slides have the same limit.
    """
    slides = [(chapter, slide) for chapter in transcript.chapters for slide in chapter.slides]
    for chapter, slide in slides:
        words = sum(len(line.split()) for line in slide_lines(slide.layout))
        most = MOST_COMPARED_WORDS if isinstance(slide.layout, Compare) else MOST_SLIDE_WORDS
        if words > most:
            message = f"a slide of '{chapter.title}' has {words} words; the most is {most}: say the rest"
            yield Problem(file, slide.line, message, "slide-words")
    if webinar.length_exception:
        return
    plain = 0
    for _, slide in slides:
        plain = plain + 1 if isinstance(slide.layout, Statement) else 0
        if plain > MOST_PLAIN:
            message = "a third plain statement in a row; show something here, such as points, the ladder or a picture"
            yield Problem(file, slide.line, message, "slide-row", follows=(PICTURES,))
            plain = 0
    fewest, most = round(FEWEST_WORDS_A_MINUTE * lengths.shortest), round(MOST_WORDS_A_MINUTE * lengths.longest)
    if not fewest <= transcript.words <= most:
        message = f"has {transcript.words:,} spoken words; write {fewest:,} to {most:,}"
        yield Problem(file, 0, message, "script-length")
    if not FEWEST_CHAPTERS <= len(transcript.chapters) <= MOST_CHAPTERS:
        message = f"has {len(transcript.chapters)} chapters; make {FEWEST_CHAPTERS} to {MOST_CHAPTERS}"
        yield Problem(file, 0, message, "script-chapters")
    pauses = sum(p.pause_after > 0 for chapter in transcript.chapters for p in chapter.paragraphs)
    if pauses < FEWEST_PAUSES:
        message = (
            f"has {pauses or 'no'} {'pause' if pauses == 1 else 'pauses'} to think; add '[pause 8 seconds]' after a"
            f" question at least {FEWEST_PAUSES} times"
        )
        yield Problem(file, 0, message, "script-pauses")


def check_outcomes(webinar: Webinar, file: str, root: Path) -> Iterator[Problem]:
    """Each outcome ends the sentence "After this webinar you can ..."."""
    for index, outcome in enumerate(webinar.outcomes):
        first = outcome.split()[0].strip("\"'").lower()
        message = ""
        if "you can" in outcome.lower() or "able to" in outcome.lower():
            message = f"'{outcome}': leave out 'you can'; the page says it once, above all outcomes"
        elif first in _NO_VERBS or (first.endswith("ing") and first not in {"bring", "sing", "ring"}):
            message = f"'{outcome}' starts with '{first}'; start with what people do, such as 'name three signs'"
        elif outcome[0].isupper():
            message = f"'{outcome}': start with a small letter; it goes on from 'After this webinar you can'"
        if message:
            yield Problem(file, _yaml_line(root, file, ("outcomes", index)), message, "outcomes")


def check_easier_words(webinar: Webinar, file: str, root: Path) -> Iterator[Problem]:
    """A narrated webinar has a summary in easier words; any such summary has the length that it should have."""
    if not webinar.easier_words:
        if webinar.is_narrated and not webinar.length_exception:
            message = (
                "'easier_words' is missing; add a summary in easier words,"
                f" {FEWEST_EASIER_WORDS} to {MOST_EASIER_WORDS} words"
            )
            yield Problem(file, 1, message, "easier-words")
        return
    line = _yaml_line(root, file, ("easier_words",))
    count = len(webinar.easier_words.split())
    if not webinar.length_exception and not FEWEST_EASIER_WORDS <= count <= MOST_EASIER_WORDS:
        message = f"'easier_words' has {count} words; write {FEWEST_EASIER_WORDS} to {MOST_EASIER_WORDS}"
        yield Problem(file, line, message, "easier-words")
    passage = plain_passage("text", [(line, webinar.easier_words)])
    for sentence in passage.sentences if passage else ():
        words = len(sentence.text.split())
        if words > EASIER.words:
            message = (
                f"a sentence of 'easier_words' has {words} words; the most is {EASIER.words}."
                f" Make two of it: '{sentence.text}'"
            )
            yield Problem(file, line, message, "easier-words")


def check_captions(webinar: Webinar, transcript: Transcript, root: Path) -> Iterator[Problem]:
    """Captions can be read in time: BBC Subtitle Guidelines and W3C WAI, Captions (one or two lines).

    Captions that a machine has timed can be wrong by the hundred: the first few are told one by one.
    """
    recorded = f"webinars/{webinar.slug}/captions.{transcript.language}.vtt"
    file = f"webinars/{webinar.slug}/script.md" if webinar.is_narrated else recorded
    faults = [(index, cue, fault) for index, cue in enumerate(transcript.cues) for fault in caption_faults(cue)]
    for index, cue, fault in faults[:MOST_TOLD]:
        line = _script_line(root, file, cue) if webinar.is_narrated else _cue_line(root, file, index)
        yield Problem(file, line, fault, "caption-limits")
    if len(faults) > MOST_TOLD:
        message = f"{len(faults) - MOST_TOLD} more captions are outside the limits; 'make report' counts them"
        yield Problem(file, 0, message, "caption-limits")


def caption_faults(cue: Cue) -> Iterator[str]:
    """What makes a caption hard to read, in a sentence each."""
    return (f"the caption at {clock(cue.start)} {fault}" for fault in _faults(cue))


def _faults(cue: Cue) -> Iterator[str]:
    seconds = cue.end - cue.start
    if len(cue.lines) > LINES:
        yield f"has {len(cue.lines)} lines; the most is {LINES}"
    if (longest := max(map(len, cue.lines))) > LINE_LENGTH:
        yield f"has a line of {longest} characters; the most is {LINE_LENGTH}"
    if seconds < SHORTEST - _TINY:
        yield f"is shown for {seconds:.1f} seconds; the least is {SHORTEST:.0f}"
    if cue.characters_a_second > CHARACTERS_A_SECOND + _TINY:
        yield f"has {cue.characters_a_second:.1f} characters a second; the most is {CHARACTERS_A_SECOND:.0f}"


def check_page(page: Page) -> Iterator[Problem]:
    """A webinar's page has questions before and after, and an activity with its time, needs and steps."""
    sections = _sections(page)
    for title, purpose in ((BEFORE, "to think about"), (AFTER, "to talk about")):
        yield from _check_questions(page, sections, title, purpose)
    blocks = sections.get(ACTIVITY)
    if blocks is None:
        message = f"has no activity; add '## {ACTIVITY}' with {ACTIVITY_TIME}, {_NEED} and numbered steps"
        yield Problem(page.file, 0, message, "activity")
        return
    line = _heading(page, ACTIVITY).line
    lines = [line.strip() for block in blocks for line in block.source.splitlines()]
    for needed in (ACTIVITY_TIME, _NEED):
        if not any(line.startswith(needed) and line != needed for line in lines):
            message = f"the activity has no line that starts with '{needed}'; add it"
            yield Problem(page.file, line, message, "activity")
    # Where the line itself is missing, that is told already.
    if not activity_minutes(page) and any(line.startswith(ACTIVITY_TIME) for line in lines):
        message = f"the activity's time is no number of minutes; write it as '{ACTIVITY_TIME} 25 minutes.'"
        yield Problem(page.file, line, message, "activity")
    if sum(block.is_numbered for block in blocks) < 2:
        message = "the activity has no steps; write them as a numbered list"
        yield Problem(page.file, line, message, "activity")


def _check_questions(
    page: Page, sections: Mapping[str, Sequence[Block]], title: str, purpose: str
) -> Iterator[Problem]:
    blocks = sections.get(title)
    if blocks is None:
        message = f"has no questions {purpose}; add '## {title}' with {QUESTIONS} numbered questions"
        yield Problem(page.file, 0, message, "questions")
        return
    found = [block for block in blocks if block.is_numbered]
    asked = sum("?" in block.words for block in found)
    if len(found) != QUESTIONS or asked != QUESTIONS:
        message = f"'## {title}' has {QUESTIONS} numbered questions {purpose}, not {asked}"
        yield Problem(page.file, _heading(page, title).line, message, "questions")


def _heading(page: Page, title: str) -> Block:
    return next(heading for heading in page.headings if heading.level == 2 and heading.words == title)


def _sections(page: Page) -> dict[str, list[Block]]:
    """The blocks under each heading of the second level."""
    sections: dict[str, list[Block]] = {}
    title = ""
    for block in page.text.blocks:
        if block.level in (1, 2):
            title = block.words if block.level == 2 else ""
            sections.setdefault(title, [])
        else:
            sections.setdefault(title, []).append(block)
    return sections


def _yaml_line(root: Path, file: str, path: tuple[Key, ...]) -> int:
    """The line of a field: looked up only where there is a problem to tell."""
    data = parse_yaml(read_text(root / file, root)[0] or "", file)[0]
    return data.line(path) if data else 0


def _cue_line(root: Path, file: str, index: int) -> int:
    """The line of a caption file that has the times of its ``index``th caption."""
    text = read_text(root / file, root)[0] or ""
    times = [number for number, line in enumerate(text.splitlines(), start=1) if "-->" in line]
    return times[index] if index < len(times) else 0


def _script_line(root: Path, file: str, cue: Cue) -> int:
    """The line of a script that has a caption's words."""
    lines = (read_text(root / file, root)[0] or "").splitlines()
    return next((n for n, line in enumerate(lines, start=1) if cue.text in " ".join(line.split())), 0)

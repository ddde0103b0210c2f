"""Makes plain words of a caption's markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

_TAGS = (
    "c|i|b|u|v|s|em|strong|font|span|ruby|rb|rt|rp|lang|p|br|div|sync|big|small|center|sub|sup|tt|cite|strike|del|ins"
)
_TAG = re.compile(
    rf"</?(?:{_TAGS})(?:[.\s][^<>]*)?/?>|<\d[\d:.,]*>|\{{\\[^{{}}]*\}}|\{{/?[biusy](?::[^{{}}]*)?\}}", re.IGNORECASE
)
"""Tags that captions have, word times, and placing such as {\\an8}. What else looks like a tag may be words."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_READING_AID = re.compile(r"<rt(?:[.\s][^<>]*)?>([^<]*)(?:</rt>)?|<rp>([^<]*)</rp>", re.IGNORECASE)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:\s+([^<>]*))?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_BULLETS = "-–—•*|>:"
_SENTENCE_END = re.compile(r"[.?!…。？！][\"'”’)\]]*$")
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
"""Characters that nobody sees and captions may not have; white space is none of them."""


def plain(line: str) -> str:
    """A line's words, without tags, with single spaces."""
    if "<" in line or "{" in line:
        line = _TAG.sub("", _BREAK.sub(" ", _READING_AID.sub("", line)))
    return " ".join(without_controls(unescaped(line)).split())


def plain_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Lines with words in them, plain; what stands between two tags of a new line is one."""
    return tuple(words for line in lines for part in _BREAK.split(line) if (words := plain(part)))


def reading_aids(lines: Iterable[str]) -> list[str]:
    """The signs above other signs that say how those are read: nobody says them again."""
    return [words for line in lines for found in _READING_AID.finditer(line) if (words := (found[1] or "").strip())]


def unescaped(text: str) -> str:
    """The text without entities such as ``&amp;``, which some tools encode more than once."""
    if "&" not in text:
        return text
    text = html.unescape(text)
    while _ENTITY.search(text) and (again := html.unescape(text)) != text:
        text = again
    return text


def without_controls(text: str) -> str:
    """The text without characters that nobody sees and captions may not have; all white space stays."""
    return _CONTROLS.sub("", text)


def voices(lines: Sequence[str]) -> list[tuple[str | None, tuple[str, ...]]]:
    """Who says what in a caption, by its voice tags (``<v Name>``): None for words before the first."""
    text = "\n".join(lines)
    found: list[tuple[str | None, tuple[str, ...]]] = []
    speaker: str | None = None
    at = 0
    for tag in _VOICE.finditer(text):
        found.append((speaker, plain_lines(text[at : tag.start()].split("\n"))))
        speaker = plain(tag[1] or "")
        at = tag.end()
    found.append((speaker, plain_lines(text[at:].split("\n"))))
    return [(name, words) for name, words in found if words]


def has_voice(line: str) -> bool:
    """Whether the line names a speaker in a voice tag."""
    return bool(_VOICE.search(line))


def ends_sentence(word: str) -> bool:
    """Whether a sentence ends with this word."""
    return bool(_SENTENCE_END.search(word))


def words_in(text: str) -> int:
    """How many words a text has: a dash or a bullet alone is none."""
    return sum(bool(word.strip(_BULLETS)) for word in text.split())

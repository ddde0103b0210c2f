"""Makes plain words of a caption's markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

_TAGS = "c|i|b|u|v|s|em|strong|font|span|ruby|rt|lang"
_TAG = re.compile(rf"</?(?:{_TAGS})(?:[.\s][^<>]*)?>|<\d[\d:.,]*>|\{{\\[^{{}}]*\}}", re.IGNORECASE)
"""Tags that captions have, word times, and placing such as {\\an8}. What else looks like a tag may be words."""
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?(?:\s+([^>]*))?>", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*$")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff]")
"""Characters that nobody sees and captions may not have; white space is none of them."""


def plain(line: str) -> str:
    """A line's words, without tags, with single spaces."""
    return " ".join(without_controls(html.unescape(_TAG.sub("", line))).split())


def plain_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Lines with words in them, plain."""
    return tuple(words for line in lines if (words := plain(line)))


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

"""Reads the words that people type for the words that the site uses: data/synonyms.yml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from macros.problems import Problem
from macros.reading.fields import Fields, Line
from macros.reading.yaml_file import YamlData, read_model

RULE = "synonyms"
FILE = "data/synonyms.yml"

MOST_WORDS = 4
"""Words that a phrase may have; nobody types a longer one in just this way."""

_JOINED = re.compile(r"['’‐‑-]")
_BETWEEN = re.compile(r"[^a-z0-9]+")


class SynonymsFields(Fields):
    """What the search also looks for: data/synonyms.yml."""

    synonyms: dict[Line, tuple[Line, ...]] = Field(
        description="The site's own word, and the words that people may type instead."
    )


def search_words(text: str) -> list[str]:
    """The words of a text as the search compares them: small plain letters, without hyphens or apostrophes.

    docs/assets/js/search/words.js does the same to what is typed; a test holds the two together.
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(sign))
    return [word for word in _BETWEEN.split(_JOINED.sub("", plain)) if word]


def read_synonyms(root: Path) -> tuple[Mapping[str, str], list[Problem]]:
    """Typed phrase to the site's own, both as ``search_words`` joined by spaces; and every problem.

    A project without the file has no synonyms.
    """
    path = root / FILE
    if not path.is_file():
        return {}, []
    fields, data, problems = read_model(path, root, SynonymsFields)
    if fields is None or data is None:
        return {}, problems
    owners: dict[str, str] = {}
    for own, typed in fields.synonyms.items():
        for index, phrase in enumerate(typed):
            key = " ".join(search_words(phrase))
            if message := _mistake(key, phrase, own, owners):
                problems.append(Problem(FILE, _line(data, own, index), message, RULE))
            else:
                owners[key] = own
    if problems:
        return {}, problems
    return {key: " ".join(search_words(own)) for key, own in owners.items()}, []


def line_of(root: Path, phrase: str) -> int:
    """The line of the file on which a phrase stands, given as ``search_words`` joined by spaces; 0 if on none."""
    fields, data, _ = read_model(root / FILE, root, SynonymsFields)
    for own, typed in fields.synonyms.items() if fields else ():
        for index, written in enumerate(typed):
            if data and " ".join(search_words(written)) == phrase:
                return _line(data, own, index)
    return 0


def _mistake(key: str, phrase: str, own: str, owners: Mapping[str, str]) -> str:
    """What is wrong with a phrase; empty if nothing is."""
    if not key:
        return f"'{phrase}' has no letters that could be typed; remove it"
    if len(key.split()) > MOST_WORDS:
        return f"'{phrase}' has more than {MOST_WORDS} words; make it shorter"
    if key == " ".join(search_words(own)):
        return f"'{phrase}' is the same as '{own}' to the search; remove it"
    if key in owners:
        return f"'{phrase}' is here already, under '{owners[key]}'; keep it in one place"
    return ""


def _line(data: YamlData, own: str, index: int) -> int:
    return data.line(("synonyms", own, index))

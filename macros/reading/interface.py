"""Reads data/interface.<language>.yml: the words of the interface, in the language that mkdocs.yml names.

A translation need not be whole. What it leaves out is shown in English, and ``untranslated`` says what that is.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from pydantic import ConfigDict

from macros.kinds import results
from macros.problems import Problem
from macros.reading.interface_fields import Forms, InterfaceFields
from macros.reading.settings_fields import ENGLISH
from macros.reading.text_file import read_text
from macros.reading.yaml_file import Key, YamlData, check_model, parse_yaml

RULE = "interface"
NAMED = 3
"""Words that a message about a translation names at most, of those that are missing."""


def file_of(language: str) -> str:
    """Where the words of a language stand."""
    return f"data/interface.{language}.yml"


class Words(InterfaceFields):
    """The words of one language, and how that language says numbers, lengths and dates."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    @cached_property
    def key(self) -> str:
        """Another one whenever a word is another."""
        return self.model_dump_json()

    def count(self, forms: Forms, count: int, **values: object) -> str:
        """The form for this number, filled in: ``12 webinars``."""
        return self.form(forms, count).format(count=count, **values)

    def form(self, forms: Forms, count: int) -> str:
        """The form that goes with this number, such as "Source" and "Sources"; not filled in."""
        form: str | None = getattr(forms, _locale(self.language).plural_form(count))
        return form or forms.other

    def length(self, seconds: float) -> str:
        """``18 minutes``: a length as people say it, to the nearest minute, at least one."""
        return self.minutes(max(1, round(seconds / 60)))

    def minutes(self, minutes: int) -> str:
        """``18 minutes``."""
        return self.count(self.time.minutes, minutes)

    def hours_and_minutes(self, minutes: int) -> str:
        """``40 minutes``, ``1 hour``, ``2 hours 5 minutes``."""
        hours, rest = divmod(minutes, 60)
        parts = [self.count(self.time.hours, hours)] if hours else []
        return " ".join([*parts, self.minutes(rest)] if rest or not hours else parts)

    def date(self, date: datetime.date) -> str:
        """``23 November 2026``."""
        return format_date(date, "long", locale=_locale(self.language))

    def language_name(self, code: str) -> str:
        """The name of a language; one that has none here is named by its code."""
        return self.languages.get(code.split("-")[0], code)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


def read_interface(root: Path, language: str) -> tuple[Words | None, list[Problem]]:
    """The words of this language, English where it has none; or None and every problem in them."""
    english, problems = _read(root, ENGLISH)
    if english is None:
        return None, problems
    words, problems = _checked(english, english, file_of(ENGLISH))
    if words is None or language == ENGLISH:
        return words, problems
    own, problems = _read(root, language)
    return (None, problems) if own is None else _checked(own, english, file_of(language))


def read_page_words(root: Path, languages: Collection[str]) -> tuple[dict[str, Words], list[Problem]]:
    """The words of each language that pages have, by its code, where it has a file; and what is wrong with them."""
    found: dict[str, Words] = {}
    problems: list[Problem] = []
    for language in sorted(languages):
        if (root / file_of(language)).is_file():
            words, more = read_interface(root, language)
            problems += more
            if words:
                found[language] = words
    return found, problems


def untranslated(root: Path, language: str) -> list[Problem]:
    """How many words this language does not have yet, and the first of them; nothing if it has all.

    Nothing is wrong: English is shown in their place.
    """
    own, english = _read(root, language)[0], _read(root, ENGLISH)[0]
    if own is None or english is None:
        return []
    missing = [".".join(map(str, path)) for path in _missing(english.value, own.value)]
    if not missing:
        return []
    named = ", ".join(f"'{name}'" for name in missing[:NAMED])
    if len(missing) == 1:
        message = f"1 word is not translated yet, and readers see English for it: {named}"
    else:
        message = f"{len(missing)} words are not translated yet, and readers see English for them, such as {named}"
    return [Problem(file_of(language), 0, message, RULE)]


def _read(root: Path, language: str) -> tuple[YamlData | None, list[Problem]]:
    """The data of a language's file."""
    path = root / file_of(language)
    if not path.is_file():
        message = f"is not there; copy {file_of(ENGLISH)} to it, or set theme.language in mkdocs.yml"
        return None, [Problem(file_of(language), 0, message, RULE)]
    text, problems = read_text(path, root)
    if text is None:
        return None, problems
    data, problems = parse_yaml(text, file_of(language))
    if data and not isinstance(data.value, dict):
        return None, [Problem(file_of(language), 1, f"has no words; see {file_of(ENGLISH)}", RULE)]
    return data, problems


def _checked(own: YamlData, english: YamlData, file: str) -> tuple[Words | None, list[Problem]]:
    whole = YamlData(_filled(english.value, own.value), own.lines)
    words, problems = check_model(whole, file, Words)
    if words is None:
        return None, problems
    problems += _problems(words, own, file)
    return (None, problems) if problems else (words, [])


def _problems(words: Words, own: YamlData, file: str) -> Iterator[Problem]:
    """What the model alone cannot know."""
    try:
        _locale(words.language)
    except (ValueError, UnknownLocaleError):
        message = f"'language' is '{words.language}'; it has to be a language's code, such as cy or en-GB"
        yield Problem(file, own.line(("language",)), message, RULE)
    for id_ in sorted(set(results()) - set(words.kinds)):
        yield Problem(file, own.line(("kinds",)), f"'kinds.{id_}' is missing: what the search calls this kind", RULE)


def _filled(english: Any, own: Any) -> Any:  # noqa: ANN401
    """The own words, and English ones where there are none. Forms are a language's own: none is added to them."""
    if not _is_group(english) or not isinstance(own, dict):
        return own
    return own | {key: _filled(value, own[key]) if key in own else value for key, value in english.items()}


def _missing(english: Any, own: Any) -> Iterator[tuple[Key, ...]]:  # noqa: ANN401
    """The path of each word that only English has."""
    if not _is_group(english) or not isinstance(own, dict):
        return
    for key, value in english.items():
        if key not in own and not _is_group(value):
            yield (key,)
        else:
            yield from ((key, *path) for path in _missing(value, own.get(key, {})))


def _is_group(value: object) -> bool:
    return isinstance(value, dict) and not set(value) <= set(Forms.model_fields)

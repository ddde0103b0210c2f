"""Checks pages in another language: the page that they translate is there, and each language once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.problems import Problem, did_you_mean
from macros.reading.languages import own_name
from macros.reading.pages import Page

RULE = "languages"


def check_languages(pages: Sequence[Page], site_language: str) -> Iterator[Problem]:
    """Every problem in what pages say of their languages."""
    by_path = {page.path: page for page in pages}
    taken: dict[tuple[str, str], str] = {}
    for page in pages:
        front = page.front
        if front.lang and not own_name(front.lang):
            message = f"'{front.lang}' is the code of no language that we know; such codes are cy and pa-Guru"
            yield Problem(page.file, page.data.line(("lang",)), message, RULE)
        if front.translation_of is None:
            continue
        line = page.data.line(("translation_of",))
        original = by_path.get(front.translation_of)
        if original is None:
            message = f"'{front.translation_of}' is no page of docs/{did_you_mean(front.translation_of, by_path)}"
            yield Problem(page.file, line, message, RULE, follows=(f"docs/{front.translation_of}",))
            continue
        if original.front.translation_of:
            message = f"{original.file} is a translation too; name the page that it translates"
            yield Problem(page.file, line, message, RULE)
        language = front.lang or site_language
        place = (original.path, language)
        taken.setdefault((original.path, original.front.lang or site_language), original.file)
        if place in taken:
            message = f"has the language of {taken[place]} ('{language}'); add the 'lang' of this page"
            yield Problem(page.file, line, message, RULE)
        taken.setdefault(place, page.file)

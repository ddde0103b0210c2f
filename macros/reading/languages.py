"""Pages that say the same in several languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from macros.reading.pages import Page


@dataclass(frozen=True)
class Version:
    """A page as one of several that say the same. ``name`` is what its language calls itself."""

    page: Page
    language: str
    name: str


def versions(pages: Sequence[Page], site_language: str) -> list[tuple[Version, ...]]:
    """The pages that there are in several languages: a group for each, with the first page in front."""
    by_path = {page.path: page for page in pages}
    others: dict[str, list[Page]] = {}
    for page in pages:
        if page.front.translation_of in by_path:
            others.setdefault(str(page.front.translation_of), []).append(page)
    return [
        tuple(
            Version(page, language, own_name(language))
            for page in (by_path[path], *found)
            for language in [page.front.lang or site_language]
        )
        for path, found in others.items()
    ]


@cache
def own_name(language: str) -> str:
    """What a language calls itself, such as Cymraeg for cy; empty if nobody knows the code."""
    try:
        return Locale.parse(language, sep="-").get_display_name() or ""
    except (ValueError, UnknownLocaleError):
        return ""

"""From a title to the name of a file: the slug, which is an address for good."""

from __future__ import annotations

import re
import unicodedata

from macros.reading.fields import SLUG

LONGEST = 80
"""Characters; the same as in webinar.yml."""
LONGEST_TITLE = 250

_NOT_IN_A_TITLE = re.compile(r"[{}<>\[\]\x00-\x1f]")
# Windows keeps these names for devices, whatever ending follows (Microsoft Learn, "Naming Files, Paths, and
# Namespaces"); a folder of such a name could not be checked out there.
_KEPT_BY_WINDOWS = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}

_LATIN = str.maketrans(
    {
        **{"Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d", "Ð": "D", "ð": "d", "Ħ": "H", "ħ": "h"},
        **{"ı": "i", "Þ": "Th", "þ": "th", "ß": "ss", "Æ": "Ae", "æ": "ae", "Œ": "Oe", "œ": "oe", "Ŋ": "Ng", "ŋ": "ng"},
    }
)
"""Letters of Latin alphabets that Unicode does not take apart into a plain letter and a mark."""


def slug_of(title: str) -> str:
    """``Who is in the room?`` as ``who-is-in-the-room``, and ``Łódź`` as ``lodz``; empty if nothing is left."""
    plain = unicodedata.normalize("NFKD", title.translate(_LATIN)).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    slug = "-".join(words)
    return slug if len(slug) <= LONGEST else slug[:LONGEST].rsplit("-", 1)[0]


def title_problem(title: str) -> str:
    """Why this is no title; empty if it is one."""
    if not title.strip():
        return "a title is needed, such as: Who is in the room?"
    if len(title) > LONGEST_TITLE:
        return f"the title is longer than {LONGEST_TITLE} characters; make it shorter"
    if found := _NOT_IN_A_TITLE.search(title):
        return f"the title cannot have {found[0]!r} in it; use words"
    return ""


def slug_problem(slug: str) -> str:
    """Why this cannot name files and an address; empty if it can."""
    if not slug:
        return "no name for the files can be made from the title; give one with --slug, such as: --slug first-steps"
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST:
        return f"'{slug}' cannot name the files; use small letters, numbers and single hyphens, at most {LONGEST}"
    if slug == "index" or slug in _KEPT_BY_WINDOWS:
        return f"'{slug}' has a meaning of its own as a file's name; choose another with --slug"
    return ""

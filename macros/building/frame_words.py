"""Hands the words of the interface to the frame of the pages (theme/).

Engines know only mkdocs.yml and templates, and each reads templates in its own program. So the words become one: a
file of the theme that sets ``words``, written before an engine starts. It sets ``others`` too: the words for pages in
another language, by its code.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

from macros.reading.interface import Words

FILE = Path("theme") / "words.html"


def frame_words(words: Words, others: Mapping[str, Words]) -> str:
    """The words as a Jinja template: JSON is an expression of Jinja's too."""
    own = {language: _data(of_pages) for language, of_pages in others.items()}
    sets = {"words": _data(words), "others": own}
    return "".join(f"{{% set {name} = {json.dumps(data, ensure_ascii=False)} %}}\n" for name, data in sets.items())


def _data(words: Words) -> dict[str, object]:
    return words.model_dump(exclude_none=True)


def write_frame_words(words: Words, others: Mapping[str, Words], root: Path) -> None:
    """Writes the file into the project's theme if it is not there yet, or says something else.

    Others may be reading it: they find either the old file or the new one.
    """
    path, text = root / FILE, frame_words(words, others)
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, delete=False) as file:
        file.write(text)
    Path(file.name).replace(path)

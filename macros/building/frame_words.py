"""Hands the words of the interface to the frame of the pages (theme/).

Engines know only mkdocs.yml and templates, and each reads templates in its own program. So the words become one: a
file of the theme that sets ``words``, written before an engine starts.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from macros.reading.interface import Words

FILE = Path("theme") / "words.html"


def frame_words(words: Words) -> str:
    """The words as a Jinja template: JSON is an expression of Jinja's too."""
    data = words.model_dump(exclude_none=True)
    return f"{{% set words = {json.dumps(data, ensure_ascii=False)} %}}\n"


def write_frame_words(words: Words, root: Path) -> None:
    """Writes the file into the project's theme if it is not there yet, or says something else.

    Others may be reading it: they find either the old file or the new one.
    """
    path, text = root / FILE, frame_words(words)
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, delete=False) as file:
        file.write(text)
    Path(file.name).replace(path)

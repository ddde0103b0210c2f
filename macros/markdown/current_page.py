"""The page that is being rendered: each engine tells it to extensions in its own way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from markdown import Markdown


@dataclass(frozen=True)
class CurrentPage:
    """``path`` is inside docs/; it is empty, and ``meta`` too, where no engine renders (as in tests)."""

    path: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)


def current_page(md: Markdown) -> CurrentPage:
    """The page that ``md`` was made for.

    MkDocs and ProperDocs register a treeprocessor "relpath" that knows the file, Zensical a
    preprocessor "rendering_context" that knows the page.
    """
    if "relpath" in md.treeprocessors:
        file = getattr(md.treeprocessors["relpath"], "file", None)
        if file is not None and file.page is not None:
            return CurrentPage(file.src_uri, file.page.meta)
    if "rendering_context" in md.preprocessors:
        page = getattr(md.preprocessors["rendering_context"], "page", None)
        if page is not None:
            return CurrentPage(page.path, page.meta)
    return CurrentPage()

"""Passages that depend on whether somebody answers for this copy of the site.

A page writes both, in a ``<div class="if-reachable" markdown="1">`` and a ``<div class="if-nobody" markdown="1">``;
readers see the one that is true. So a page asks for nothing painful where nobody would read it, and holds no code.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

REACHABLE = "if-reachable"
NOBODY = "if-nobody"


class Reachable(Treeprocessor):
    """Takes away the passages that are not true of this copy."""

    def __init__(self, md: Markdown, is_reachable: bool) -> None:
        super().__init__(md)
        self._untrue = NOBODY if is_reachable else REACHABLE

    def run(self, root: Element) -> None:
        """Changes the tree in place."""
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag == "div" and self._untrue in (child.get("class") or "").split():
                    parent.remove(child)

"""XML as it is written to files: by a library, so that no title can break it; the same bytes for the same content."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A new last child with this text."""
    element = SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def as_text(root: Element) -> str:
    """The whole document, an element a line."""
    ElementTree.indent(root, space=" ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'

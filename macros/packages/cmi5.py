"""Writes the course structure of a cmi5 package (https://github.com/AICC/CMI-5_Spec_Current, sections 13 and 14)."""

from __future__ import annotations

import uuid
from xml.etree.ElementTree import Element

from macros.packages.lessons import Course
from macros.publishing.xml_text import add, as_text

STRUCTURE = "cmi5.xml"

_SPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
_IDS = uuid.UUID("8f7f2a8c-3d1b-5f0e-9b57-0d6d1f5c2a41")
"""The namespace of our own ids, where there are no addresses to be ids."""


def cmi5(course: Course, public_url: str, site_name: str) -> str:
    """The structure: a unit for each lesson, finished when its page says so. Platforms keep what they know of a
    learner under the ids, so these stay the same: the public addresses, or made of the site's name."""
    root = Element("courseStructure", {"xmlns": _SPACE})
    described = add(root, "course", id=_id(f"{course.url}#course", public_url, site_name))
    _describe(described, course.title, course.summary, course.language)
    for lesson in course.lessons:
        unit_id = _id(lesson.url, public_url, site_name)
        unit = add(root, "au", id=unit_id, moveOn="Completed", launchMethod="AnyWindow")
        _describe(unit, lesson.title, lesson.summary, course.language)
        add(unit, "url", lesson.href)
    return as_text(root)


def _describe(element: Element, title: str, summary: str, language: str) -> None:
    for name, text in (("title", title), ("description", summary)):
        add(add(element, name), "langstring", text, lang=language)


def _id(url: str, public_url: str, site_name: str) -> str:
    # An address has one #: that of a learning path has it already.
    address = url.replace("#", "", url.count("#") - 1)
    return f"{public_url}{address}" if public_url else f"urn:uuid:{uuid.uuid5(_IDS, f'{site_name} {address}')}"

"""Writes the manifest of a SCORM package, 1.2 and 2004 4th edition: what a platform reads first.

The specifications: ADL, SCORM 1.2 and SCORM 2004 4th Edition, Content Aggregation Model; the learner may take the
lessons in any order, and nothing is marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from macros.packages.lessons import Course, Lesson
from macros.publishing.xml_text import add, as_text

MANIFEST = "imsmanifest.xml"

_LONGEST_TITLE = 200
"""Characters: the schemas of both editions allow no more."""
_SHARED = "shared"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


@dataclass(frozen=True)
class _Edition:
    """What differs between the editions. ``spaces`` are namespaces and their schemas, by their prefixes."""

    version: str
    type_attribute: str
    spaces: dict[str, tuple[str, str]]


_OF_12 = _Edition(
    "1.2",
    "adlcp:scormtype",
    {
        "": ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"),
        "adlcp": ("http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"),
    },
)
_OF_2004 = _Edition(
    "2004 4th Edition",
    "adlcp:scormType",
    {
        "": ("http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"),
        "adlcp": ("http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"),
        "imsss": ("http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"),
    },
)


def scorm_12(course: Course, files: Sequence[Sequence[str]], shared: Iterable[str]) -> str:
    """The manifest of a SCORM 1.2 package; ``files`` are those of each lesson, ``shared`` those of all."""
    return as_text(_manifest(course, files, shared, _OF_12)[0])


def scorm_2004(course: Course, files: Sequence[Sequence[str]], shared: Iterable[str]) -> str:
    """The manifest of a SCORM 2004 package; ``files`` are those of each lesson, ``shared`` those of all."""
    root, organisation = _manifest(course, files, shared, _OF_2004)
    for item in organisation.findall("item"):
        # The page itself says when it is finished, and nobody passes or fails.
        controls = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
        add(add(item, "imsss:sequencing"), "imsss:deliveryControls", **controls)
    add(add(organisation, "imsss:sequencing"), "imsss:controlMode", choice="true", flow="true")
    return as_text(root)


def _manifest(
    course: Course, files: Sequence[Sequence[str]], shared: Iterable[str], edition: _Edition
) -> tuple[Element, Element]:
    """The manifest, and the list of lessons in it."""
    names = {f"xmlns:{prefix}" if prefix else "xmlns": space for prefix, (space, _) in edition.spaces.items()}
    schemas = " ".join(f"{space} {file}" for space, file in edition.spaces.values())
    places = {"xmlns:xsi": _XSI, "xsi:schemaLocation": schemas}
    root = Element("manifest", {"identifier": f"course-{course.name}", "version": "1.0", **names, **places})
    metadata = add(root, "metadata")
    add(metadata, "schema", "ADL SCORM")
    add(metadata, "schemaversion", edition.version)
    organisation = add(add(root, "organizations", default="lessons"), "organization", identifier="lessons")
    add(organisation, "title", _short(course.title))
    resources = add(root, "resources")
    for number, (lesson, own) in enumerate(zip(course.lessons, files, strict=True), start=1):
        item = add(organisation, "item", identifier=f"lesson-{number}", identifierref=f"page-{number}")
        add(item, "title", _short(lesson.title))
        _add_page(resources, number, lesson, own, edition)
    resource = add(resources, "resource", identifier=_SHARED, type="webcontent", **{edition.type_attribute: "asset"})
    for name in shared:
        add(resource, "file", href=name)
    return root, organisation


def _add_page(resources: Element, number: int, lesson: Lesson, files: Iterable[str], edition: _Edition) -> None:
    attributes = {edition.type_attribute: "sco", "href": lesson.href}
    resource = add(resources, "resource", identifier=f"page-{number}", type="webcontent", **attributes)
    for name in (lesson.href, *files):
        add(resource, "file", href=name)
    add(resource, "dependency", identifierref=_SHARED)


def _short(title: str) -> str:
    """The title, or as many of its words as a platform takes; the page itself has all of it."""
    if len(title) <= _LONGEST_TITLE:
        return title
    return f"{title[: _LONGEST_TITLE - 1].rsplit(' ', 1)[0]}…"

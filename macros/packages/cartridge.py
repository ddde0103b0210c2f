"""Writes IMS Common Cartridges 1.3: links to the published site, for a course that is made of links.

The specification: https://www.imsglobal.org/cc/ccv1p3/imscc_Implementation-v1p3.html, sections 4 and 7 (web links).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from macros.packages.lessons import Course
from macros.packages.scorm import MANIFEST
from macros.publishing.xml_text import add, as_text
from macros.reading.interface import Words

_SPACE = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"
_LINK_SPACE = "http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3"
_LINK_TYPE = "imswl_xmlv1p3"


@dataclass(frozen=True)
class _Link:
    title: str
    address: str


def cartridge(course: Course, public_url: str, words: Words) -> dict[str, str]:
    """The files of a cartridge by their names; ``public_url`` is the site's public address, which it must have."""
    links = tuple(_links(course, public_url, words))
    files = {f"links/link-{number}.xml": _link_file(link) for number, link in enumerate(links, start=1)}
    return {MANIFEST: _manifest(course, links), **files}


def _links(course: Course, public_url: str, words: Words) -> Iterator[_Link]:
    """The pages in order, and what a trainer needs beside them."""
    for lesson in course.lessons:
        yield _Link(lesson.title, f"{public_url}{lesson.url}")
        if lesson.webinar:
            page = f"{public_url}{lesson.url}"
            yield _Link(words.transcript.page_title.format(title=lesson.title), f"{page}transcript.html")
            if lesson.webinar.is_narrated:
                yield _Link(words.projector.heading.format(title=lesson.title), f"{page}slides/")
    yield _Link(words.sessions.plan_title.format(title=course.title), f"{public_url}{course.plan_url}")


def _manifest(course: Course, links: tuple[_Link, ...]) -> str:
    root = Element("manifest", {"identifier": f"links-{course.name}", "xmlns": _SPACE, "xmlns:lomimscc": _LOM})
    metadata = add(root, "metadata")
    add(metadata, "schema", "IMS Common Cartridge")
    add(metadata, "schemaversion", "1.3.0")
    general = add(add(metadata, "lomimscc:lom"), "lomimscc:general")
    for name, text in (("title", course.title), ("description", course.summary)):
        add(add(general, f"lomimscc:{name}"), "lomimscc:string", text, language=course.language)
    organisation = add(add(root, "organizations"), "organization", identifier="lessons", structure="rooted-hierarchy")
    # The root has no title of its own (section 4.2), so the course is a folder in it.
    folder = add(add(organisation, "item", identifier="root"), "item", identifier="course")
    add(folder, "title", course.title)
    resources = add(root, "resources")
    for number, link in enumerate(links, start=1):
        item = add(folder, "item", identifier=f"item-{number}", identifierref=f"link-{number}")
        add(item, "title", link.title)
        resource = add(resources, "resource", identifier=f"link-{number}", type=_LINK_TYPE)
        add(resource, "file", href=f"links/link-{number}.xml")
    return as_text(root)


def _link_file(link: _Link) -> str:
    root = Element("webLink", {"xmlns": _LINK_SPACE})
    add(root, "title", link.title)
    # Pages of the site refuse to be shown inside another page.
    add(root, "url", href=link.address, target="_blank")
    return as_text(root)

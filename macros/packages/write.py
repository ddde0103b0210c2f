"""Writes the packages of all webinars and learning paths into a folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.content.content import Content
from macros.packages.archive import write_archive
from macros.packages.cartridge import cartridge
from macros.packages.cmi5 import STRUCTURE, cmi5
from macros.packages.kinds import CARTRIDGE_ENDING, CMI5, SCORM_12, SCORM_2004, Kind
from macros.packages.lesson_files import lesson_files, shared_files
from macros.packages.lessons import Course, courses
from macros.packages.scorm import MANIFEST, scorm_12, scorm_2004

KINDS = (SCORM_12, SCORM_2004, CMI5)


def write_packages(content: Content, site: Path, folder: Path) -> Iterator[Path]:
    """Writes every package of the content and of the ``site`` built of it, and takes away those of an earlier time.

    Gives the path of each once it is written. Raises SiteNotBuiltError.
    """
    written = []
    for course in courses(content):
        for path in write_course(course, content, site, folder):
            written.append(path)
            yield path
    for ending in (*(kind.ending for kind in KINDS), CARTRIDGE_ENDING):
        for path in set(folder.glob(f"*{ending}")) - set(written):
            path.unlink()


def write_course(course: Course, content: Content, site: Path, folder: Path) -> Iterator[Path]:
    """Writes the packages of one course. Without a public address there is none of links."""
    for kind in KINDS:
        path = folder / f"{course.name}{kind.ending}"
        write_archive(path, package_files(course, kind, content, site))
        yield path
    if public_url := content.settings.public_url:
        path = folder / f"{course.name}{CARTRIDGE_ENDING}"
        write_archive(path, cartridge(course, public_url, content.words))
        yield path


def package_files(course: Course, kind: Kind, content: Content, site: Path) -> Mapping[str, str | Path]:
    """What a package holds, by its names. Raises SiteNotBuiltError."""
    shared = shared_files(site)
    files: dict[str, str | Path] = dict(shared)
    own = []
    for lesson in course.lessons:
        made = lesson_files(lesson, kind, content, site)
        files |= {**made.others, lesson.href: made.page}
        own.append(sorted(set(made.others) - set(shared)))
    if kind == CMI5:
        files[STRUCTURE] = cmi5(course, content.settings.public_url, content.settings.site_name)
    else:
        write = scorm_12 if kind == SCORM_12 else scorm_2004
        files[MANIFEST] = write(course, own, sorted(shared))
    return files

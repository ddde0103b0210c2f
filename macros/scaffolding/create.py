"""Writes a draft's files: all of them or none, and never over one that is there."""

from __future__ import annotations

from pathlib import Path

from macros.model import Vocabulary
from macros.reading.catalogue import webinar_folders
from macros.scaffolding.drafts import Draft, new_files
from macros.scaffolding.names import slug_problem, title_problem
from macros.scaffolding.navigation import NoSectionError, sections, with_page
from macros.scaffolding.silence import NAME, silence


class ScaffoldingError(Exception):
    """Nothing was written; the message says why and what to do."""


def create(root: Path, draft: Draft, vocabulary: Vocabulary) -> list[str]:
    """Writes the files of the draft, and its line in the navigation.

    Gives the paths written, from the project's folder, with forward slashes. Raises ScaffoldingError
    before anything is written.
    """
    if problem := title_problem(draft.title) or slug_problem(draft.slug):
        raise ScaffoldingError(problem)
    contents = {file.path: file.text.encode() for file in new_files(draft, vocabulary)}
    if draft.start.has_recording:
        contents[f"webinars/{draft.slug}/{NAME}"] = silence()
    _refuse_what_is_there(root, draft, contents)
    settings, navigation = root / "mkdocs.yml", b""
    if draft.start.in_navigation:
        navigation = _navigation(settings, draft)
    for path, content in contents.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        # "x" refuses to open a file that is there, even one made a moment ago.
        with target.open("xb") as file:
            file.write(content)
    if navigation and navigation != settings.read_bytes():
        settings.write_bytes(navigation)
        return [*contents, "mkdocs.yml"]
    return list(contents)


def _refuse_what_is_there(root: Path, draft: Draft, contents: dict[str, bytes]) -> None:
    there = [path for path in contents if (root / path).exists()]
    # Names that differ only in capitals are one file on Windows and macOS.
    if draft.section == "webinars" and draft.slug in {folder.name.lower() for folder in webinar_folders(root)}:
        there.insert(0, f"webinars/{draft.slug}/")
    if there:
        found = " and ".join(dict.fromkeys(there))
        raise ScaffoldingError(f"nothing was written: {found} is there already; choose another name with --slug")


def _navigation(settings: Path, draft: Draft) -> bytes:
    """The new content of mkdocs.yml, its line ends as they were."""
    text = settings.read_bytes().decode("utf-8")
    try:
        return with_page(text, f"{draft.section}/{draft.slug}.md").encode()
    except NoSectionError:
        known = ", ".join(sections(text))
        raise ScaffoldingError(
            f"nothing was written: the navigation in mkdocs.yml has no section '{draft.section}'; choose from {known}"
        ) from None

"""Reads the files whose words readers see on other pages than their own: scripts, and YAML of webinars and data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.reading.catalogue import webinar_folders
from macros.reading.files import entries_of
from macros.reading.text_file import read_text, relative_name
from macros.reading.yaml_file import YamlData, parse_yaml


@dataclass(frozen=True)
class Written:
    """A file as people wrote it; ``file`` is its path from the project's folder."""

    file: str
    text: str

    @cached_property
    def data(self) -> YamlData | None:
        """What a YAML file says; None if it is not valid, which its own reader tells."""
        return parse_yaml(self.text, self.file)[0]


def written_files(root: Path) -> Iterator[Written]:
    """Each script, each webinar.yml and the files of data/, one after the other: never all in memory.

    A file that cannot be read is left to its own reader, which says why.
    """
    for folder in webinar_folders(root):
        yield from written_of_webinar(folder, root)
    of_data = (path for path in entries_of(root / "data") if path.suffix == ".yml")
    yield from _written((*of_data, root / "webinars" / "topics.yml"), root)


def written_of_webinar(folder: Path, root: Path) -> Iterator[Written]:
    """The script and the webinar.yml of a folder of webinars/, as far as they are there and can be read."""
    return _written((folder / name for name in ("script.md", "webinar.yml")), root)


def _written(paths: Iterable[Path], root: Path) -> Iterator[Written]:
    for path in paths:
        text = read_text(path, root)[0] if path.is_file() else None
        if text:
            yield Written(relative_name(path, root), text)

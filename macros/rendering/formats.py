"""In which forms a webinar can be had: what readers choose by."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import MediaFile, OutsideRecording, Webinar
from macros.reading.interface import Words

READ = "read"
"""The id of the format that everything on the site has."""


@dataclass(frozen=True)
class Format:
    """One form: ``id`` for the address of a filter, ``name`` for readers, as an item of a list."""

    id: str
    name: str

    @property
    def capitalised(self) -> str:
        """The name by itself, as in a list to choose from."""
        return self.name[:1].upper() + self.name[1:]


def formats(webinar: Webinar, words: Words) -> list[Format]:
    """What a reader can do with this webinar, most used first."""
    names = words.formats
    found = [read_format(words)]
    if webinar.has_media:
        found.append(Format("watch", names.watch) if is_video(webinar) else Format("listen", names.listen))
        found.append(Format("captions", names.captions))
    for language in webinar.words.languages[1:]:
        found.append(Format(f"in-{language}", names.language.format(language=words.language_name(language))))
    for kind, name in (("bsl", names.bsl), ("described", names.described), ("slides", names.slides)):
        if webinar.extra(kind):
            found.append(Format(kind, name))
    if webinar.easier_words:
        found.append(Format("easier", names.easier))
    return found


def read_format(words: Words) -> Format:
    """The format that everything on the site has."""
    return Format(READ, words.formats.read)


def is_video(webinar: Webinar) -> bool:
    """Whether there are moving pictures to see."""
    match webinar.recording:
        case MediaFile(kind=kind):
            return kind == "video"
        case OutsideRecording():
            return True
        case _:
            return False

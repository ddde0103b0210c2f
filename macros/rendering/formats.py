"""In which forms a webinar can be had: what readers choose by."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import MediaFile, OutsideRecording, Webinar

LANGUAGES = {
    "en": "English", "cy": "Welsh", "gd": "Scottish Gaelic", "ga": "Irish", "pl": "Polish", "ur": "Urdu",
    "pa": "Punjabi", "bn": "Bengali", "ar": "Arabic", "ro": "Romanian", "gu": "Gujarati", "fr": "French",
    "es": "Spanish", "pt": "Portuguese", "so": "Somali", "ta": "Tamil", "zh": "Chinese", "bfi": "BSL",
}  # fmt: skip
"""Names of the languages that the site expects; another is shown by its code."""


@dataclass(frozen=True)
class Format:
    """One form: ``id`` for the address of a filter, ``name`` for readers."""

    id: str
    name: str


def language_name(code: str) -> str:
    """The language's English name."""
    return LANGUAGES.get(code.split("-")[0], code)


def formats(webinar: Webinar) -> list[Format]:
    """What a reader can do with this webinar, most used first."""
    found = [Format("read", "Read")]
    if webinar.has_media:
        found.append(Format("watch", "Watch") if is_video(webinar) else Format("listen", "Listen"))
        found.append(Format("captions", "Captions"))
    for language in webinar.words.languages[1:]:
        found.append(Format(f"in-{language}", f"In {language_name(language)}"))
    for kind, name in (("bsl", "BSL"), ("described", "Audio described"), ("slides", "Slides")):
        if webinar.extra(kind):
            found.append(Format(kind, name))
    if webinar.easier_words:
        found.append(Format("easier", "Summary in easier words"))
    return found


def is_video(webinar: Webinar) -> bool:
    """Whether there are moving pictures to see."""
    match webinar.recording:
        case MediaFile(kind=kind):
            return kind == "video"
        case OutsideRecording():
            return True
        case _:
            return False

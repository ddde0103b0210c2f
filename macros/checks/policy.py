"""Checks that the pages' Content-Security-Policy allows what the catalogue needs, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from macros.model import Catalogue, MediaFile, OutsideRecording
from macros.problems import Problem
from macros.settings import Settings


def needed_sources(catalogue: Catalogue) -> dict[str, str]:
    """What ``frame_sources`` and ``media_sources`` of mkdocs.yml have to be: origins, in order."""
    recordings = [webinar.recording for webinar in catalogue.webinars]
    frames = {r.embed_origin for r in recordings if isinstance(r, OutsideRecording)}
    media = {_origin(r.url) for r in recordings if isinstance(r, MediaFile) and r.path is None}
    media |= {_origin(extra.url) for webinar in catalogue.webinars for extra in webinar.extras if extra.url}
    return {"frame_sources": " ".join(sorted(frames)), "media_sources": " ".join(sorted(media))}


def check_policy(catalogue: Catalogue, root: Path, settings: Settings) -> Iterator[Problem]:
    """mkdocs.yml names exactly the origins that recordings come from."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    for name, needed in needed_sources(catalogue).items():
        if getattr(settings, name) != needed:
            line = next((n for n, row in enumerate(text, start=1) if row.strip().startswith(f"{name}:")), 0)
            message = f"'{name}' under extra has to be \"{needed}\": the places that recordings come from"
            yield Problem("mkdocs.yml", line, message, "policy")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"

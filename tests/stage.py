"""A page with the stage of a talk that has a slide of every layout, made without an engine."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from macros.model import Narration, Webinar
from macros.narration.narrate import kept_or_estimated, make_narrations, narration_cache
from macros.narration.transcript import NarratedWords
from macros.publishing.webinar_files import make_webinar_files
from macros.reading.pictures import read_pictures
from macros.reading.settings_fields import DEFAULT_LENGTHS
from macros.reading.vocabulary import read_respellings, read_vocabulary
from macros.reading.webinar import read_webinar
from macros.settings import read_settings
from tests.content import WORDS

PROJECT = Path(__file__).parent / "fixtures" / "stage"
SLUG = "every-slide"

_PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<script src="../../assets/js/scheme.js"></script>
{styles}
</head>
<body>
<main id="main">
<article class="content">
<h1>{title}</h1>
{player}
{words}
</article>
</main>
</body>
</html>
"""


def stage_webinar(root: Path) -> Webinar:
    """The talk with its narration made; vocabulary and pictures are those of the project in ``root``."""
    vocabulary, problems = read_vocabulary(root)
    assert vocabulary is not None, problems
    respellings, _ = read_respellings(root)
    pictures, _ = read_pictures(root, vocabulary.rungs)
    read, problems = read_webinar(
        PROJECT / "webinars" / SLUG, PROJECT, vocabulary, respellings, pictures.pictures, DEFAULT_LENGTHS, ""
    )
    assert read is not None, problems
    words = read.webinar.words
    assert isinstance(words, NarratedWords)
    make_narrations([words.job], narration_cache(root), print)
    made = kept_or_estimated(words.job, narration_cache(root))
    return replace(
        read.webinar,
        recording=Narration(made.audio),
        duration=made.duration,
        words=replace(words, narration=made),
    )


def write_stage(root: Path, folder: Path, site_url: str = "") -> None:
    """Writes into ``folder`` the talk's page, its player for other sites, and all that these need.

    ``site_url`` is the public address of the site that they are of; without one it is that of the project.
    """
    webinar = stage_webinar(root)
    settings, _ = read_settings(root)
    assert settings is not None
    settings = replace(settings, site_url=site_url or settings.site_url)
    made = make_webinar_files(webinar, settings, WORDS)
    shutil.copytree(root / "docs" / "assets", folder / "assets")
    home = folder / "webinars" / SLUG
    home.mkdir(parents=True)
    sheets = ("site", "components", "pictures")
    styles = "\n".join(f'<link rel="stylesheet" href="../../assets/css/{name}.css">' for name in sheets)
    page = _PAGE.format(title=webinar.title, styles=styles, player=made.player, words=made.words)
    (home / "index.html").write_text(page, encoding="utf-8")
    for name, text in made.files.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    assert isinstance(webinar.recording, Narration)
    assert webinar.recording.audio is not None
    shutil.copy(webinar.recording.audio, home / f"{SLUG}.mp3")

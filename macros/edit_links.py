"""Where a webinar's files can be changed in the browser: only where the repository's address is configured."""

from __future__ import annotations

from urllib.parse import urljoin

from macros.model import Webinar
from macros.reading.interface_fields import MadeWords

_DOCS = "docs/"


def edit_urls(webinar: Webinar, repo_url: str, edit_uri: str, words: MadeWords) -> tuple[tuple[str, str], ...]:
    """(words of the link, address) for the webinar's data and for its words; nothing where an address would be a guess.

    ``edit_uri`` is as in mkdocs.yml: it leads from the repository to its docs folder, such as
    ``edit/main/docs/``. The webinars are beside that folder.
    """
    folder = edit_uri.rstrip("/") + "/"
    if not repo_url or not folder.endswith(f"/{_DOCS}"):
        return ()
    base = urljoin(repo_url.rstrip("/") + "/", folder.removesuffix(_DOCS)) + f"webinars/{webinar.slug}/"
    said = (words.suggest_script, "script.md") if webinar.is_narrated else (words.suggest_captions, _captions(webinar))
    return ((words.suggest_webinar, base + "webinar.yml"), (said[0], base + said[1]))


def _captions(webinar: Webinar) -> str:
    return f"captions.{webinar.language}.vtt"

"""Renders what people take away of a webinar: the panel to share or cite it, and its QR code for a wall."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros.model import COMPUTER_VOICE, Transcript, Webinar
from macros.reading.interface import Words
from macros.rendering.environment import render
from macros.rendering.qr import qr_code

_MARKED = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>"})
"""Signs that Markdown would take for its own."""


@dataclass(frozen=True)
class Citation:
    """One line that says where a webinar is from, in each form that people write in."""

    plain: str
    markdown: str
    html: Markup


def citation(webinar: Webinar, page_url: str, site_name: str, words: Words) -> Citation:
    """How to cite a webinar, with its public address and its licence."""
    people = [presenter.name for presenter in webinar.presenters if not presenter.name.startswith(COMPUTER_VOICE)]
    by = ", ".join([*people, site_name])
    date, licence = words.date(webinar.published), webinar.licence
    plain = words.share.citation.format(
        by=by, title=webinar.title, date=date, address=page_url, licence=f"{licence.name} ({licence.url})"
    )
    markdown = words.share.linked_citation.format(
        by=by.translate(_MARKED),
        title=f"[{webinar.title.translate(_MARKED)}]({page_url})",
        date=date,
        licence=f"[{licence.name}]({licence.url})",
    )
    html = Markup(words.share.linked_citation).format(
        by=by,
        title=_link(page_url, webinar.title),
        date=date,
        licence=_link(licence.url, licence.name),
    )
    return Citation(plain, markdown, html)


def embed_code(webinar: Webinar, page_url: str) -> Markup:
    """The code that shows a webinar's player on another site."""
    code = '<iframe src="{}embed/" title="{}" width="100%" height="640" allow="autoplay; fullscreen" loading="lazy">'
    return Markup(code + "</iframe>").format(page_url, webinar.title)


def render_share(
    webinar: Webinar, transcript: Transcript, root: str, page_url: str, site_name: str, words: Words
) -> Markup:
    """The panel; ``page_url`` is the webinar's public address, empty where the site has none."""
    return render(
        "share.html",
        words,
        webinar=webinar,
        transcript=transcript,
        root=root,
        page_url=page_url,
        # As text: they stand in fields.
        embed_code=str(embed_code(webinar, page_url)),
        citation=_as_text(citation(webinar, page_url, site_name, words)),
    )


def render_qr_page(webinar: Webinar, page_url: str, words: Words) -> Markup:
    """The content of the page with a webinar's QR code, as large as a sheet."""
    return render("qr.html", words, webinar=webinar, page_url=page_url, qr=qr_code(page_url, words.webinar.qr_code))


def _as_text(cited: Citation) -> dict[str, str]:
    return {"plain": cited.plain, "markdown": cited.markdown, "html": str(cited.html)}


def _link(address: str, name: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, name)

"""The files of a lesson: its page, its recording and captions, and the styles and scripts that all pages share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import tostring

from markupsafe import Markup

from macros.content.content import Content
from macros.model import Webinar
from macros.packages.kinds import Kind
from macros.packages.lessons import Lesson
from macros.packages.links import from_top, taken_away
from macros.publishing.colours import FILE as COLOURS
from macros.publishing.headers import policy
from macros.rendering.lessons import LessonPage, render_guide_lesson, render_webinar_lesson
from macros.rendering.webinar import media
from macros.sessions.plan import group_sections

_ARTICLE = re.compile(r"<article\b[^>]*\bdata-pagefind-body\b[^>]*>(.*)</article>", re.DOTALL)
_OF_THE_SITE = re.compile(r'<script\b.*?</script>|<div class="where".*?</div>|<p class="copy-place\b.*?</p>', re.DOTALL)
"""What belongs to the site and not to the guide: scripts, the way up, links that copy their address."""
_HEAVY = re.compile(r"""<(?:img|link|source)\b[^>]*?\s(?:src|href)="([^"#?]+)\"""")
"""Files that an article shows or needs."""

_SHARED = (
    "assets/css/*.css", "assets/img/favicon.svg", COLOURS,
    *(f"assets/js/{name}.js" for name in ("course", "parts", "ready", "say", "scheme", "storage")),
    "assets/js/course/*.js", "assets/js/player/*.js",
)  # fmt: skip


class SiteNotBuiltError(Exception):
    """A page of the built site is missing; the message says what to do."""


@dataclass(frozen=True)
class LessonFiles:
    """``page`` is the lesson's own, ``others`` the files on the disk that it needs, by their names in the package."""

    page: str
    others: Mapping[str, Path]


def shared_files(site: Path) -> dict[str, Path]:
    """Styles and scripts of the built ``site``, by their names in the package."""
    return {path.relative_to(site).as_posix(): path for pattern in _SHARED for path in sorted(site.glob(pattern))}


def lesson_files(lesson: Lesson, kind: Kind, content: Content, site: Path) -> LessonFiles:
    """The files of a lesson for a kind of package, of the built ``site``. Raises SiteNotBuiltError and PaperError."""
    settings = content.settings
    shown = LessonPage(
        url=lesson.url,
        title=lesson.title,
        script=kind.script,
        policy=policy(media_sources=settings.media_sources, sends_out=kind.may_send_out),
        settings=settings,
        words=content.words,
    )
    if lesson.webinar:
        others = {path.relative_to(site).as_posix(): path for path in _webinar_files(lesson.webinar, site)}
        return LessonFiles(str(render_webinar_lesson(shown, lesson.webinar, _sections(lesson, content))), others)
    article = _article(lesson, site)
    found = (from_top(address, lesson.url) for address in _HEAVY.findall(article))
    others = {name: site / name for name in found if (site / name).is_file()}
    taken = Markup(taken_away(article, lesson.url, settings.public_url))
    return LessonFiles(str(render_guide_lesson(shown, taken)), others)


def _webinar_files(webinar: Webinar, site: Path) -> Iterator[Path]:
    """What the player of a webinar loads."""
    folder = site / "webinars" / webinar.slug
    names = ["chapters.vtt", *(f"captions.{language}.vtt" for language in webinar.words.languages)]
    names += [extra.address for extra in webinar.extras if extra.kind in {"descriptions", "poster"}]
    if webinar.is_narrated:
        names.append("words.json")
    played = media(webinar)
    if played and not played.source.startswith("https:"):
        names.append(played.source)
    for name in names:
        if not (folder / name).is_file():
            raise SiteNotBuiltError(f"{folder / name} is missing; build the site first: python -m macros build")
        yield folder / name


def _sections(lesson: Lesson, content: Content) -> dict[str, Markup]:
    """What the webinar's page has for a group, by the heading of each section."""
    sections: dict[str, Markup] = {}
    heading = ""
    sources = lesson.webinar.sources if lesson.webinar else ()
    for block in group_sections(lesson.page, sources):
        if block.tag == "h2":
            heading = "".join(block.itertext())
            sections[heading] = Markup()
        else:
            block.tail = None
            shown = tostring(block, encoding="unicode", method="html")
            sections[heading] += Markup(taken_away(shown, "", content.settings.public_url))
    return sections


def _article(lesson: Lesson, site: Path) -> str:
    """What stands on a guide's page and belongs to it."""
    path = site / lesson.href
    found = _ARTICLE.search(path.read_text(encoding="utf-8")) if path.is_file() else None
    if not found:
        raise SiteNotBuiltError(f"{path} is missing; build the site first: python -m macros build")
    return _OF_THE_SITE.sub("", found[1])

"""What can be started: each kind with its files, and where they go."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """A file of a new page or webinar: where it goes, and the example that it starts from.

    ``path`` is relative to the project, with ``{slug}`` and ``{section}`` to be filled in;
    ``example`` names a file of macros/scaffolding/examples/.
    """

    path: str
    example: str


@dataclass(frozen=True)
class Kind:
    """A kind of thing to start. ``section`` is its folder in docs/; empty where the writer chooses one."""

    id: str
    name: str
    section: str
    examples: tuple[Example, ...]
    has_recording: bool = False
    in_navigation: bool = True


_WEBINAR_PAGE = Example("docs/webinars/{slug}.md", "webinar-page.md")

KINDS = {
    kind.id: kind
    for kind in (
        Kind("guide", "A guide", "", (Example("docs/{section}/{slug}.md", "guide.md"),)),
        Kind(
            "narrated-webinar",
            "A webinar that a computer voice reads",
            "webinars",
            (
                Example("webinars/{slug}/webinar.yml", "narrated-webinar.yml"),
                Example("webinars/{slug}/script.md", "script.md"),
                _WEBINAR_PAGE,
            ),
            in_navigation=False,
        ),
        Kind(
            "recorded-webinar",
            "A webinar that people recorded",
            "webinars",
            (
                Example("webinars/{slug}/webinar.yml", "recorded-webinar.yml"),
                Example("webinars/{slug}/captions.en.vtt", "captions.en.vtt"),
                _WEBINAR_PAGE,
            ),
            has_recording=True,
            in_navigation=False,
        ),
        Kind("story", "A story of a real project", "stories", (Example("docs/stories/{slug}.md", "story.md"),)),
        Kind(
            "paper",
            "A paper to print or copy",
            "tools/templates",
            (Example("docs/tools/templates/{slug}.md", "paper.md"),),
        ),
    )
}
"""Every kind by its id, in the order in which people are asked."""

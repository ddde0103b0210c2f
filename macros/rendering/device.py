"""Renders what the site keeps on a reader's device: each thing, when it is kept, and the place of a button that
clears it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros.rendering.environment import render


@dataclass(frozen=True)
class Kept:
    """One thing that scripts keep in the browser's own storage.

    ``key`` is what they call it, without the prefix of docs/assets/js/storage.js; with a colon at its end, it is how
    the keys of several things start.
    """

    key: str
    name: str
    when: str


KEPT = (
    Kept("plan:", "The words of your plan", "you type in Plan on a page"),
    Kept("position:", "The place that you came to in a webinar", "you play a recording, and stop before its end"),
    Kept("scheme", "Light or dark colours", "you choose colours at the foot of a page"),
    Kept("captions", "Captions on or off", "you switch the captions of a player"),
    Kept("caption-size", "The size of captions", "you choose a size in a player"),
    Kept("caption-language", "The language of captions", "you choose a language in a player"),
    Kept("speed", "The speed of a recording", "you choose a speed in a player"),
    Kept("volume", "How loud a recording is", "you move the volume of a player"),
    Kept("all-questions", "All questions of a tool at once", "you ask a tool to show them together"),
    Kept(
        "outside:",
        "The player of another site, straight away",
        "you tick that a player of another site may always load",
    ),
)
"""Everything that is kept; a test compares it with the scripts."""


def render_kept_on_device(root: str) -> Markup:
    """The list, which JavaScript makes able to clear each thing, and all of it."""
    return render("kept_on_device.html", kept=KEPT, root=root)

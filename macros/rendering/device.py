"""Renders what the site keeps on a reader's device: each thing, when it is kept, and the place of a button that
clears it."""

from __future__ import annotations

from markupsafe import Markup

from macros.reading.interface import Words
from macros.rendering.environment import render

KEPT = {
    "plan:": "plan",
    "position:": "position",
    "scheme": "scheme",
    "captions": "captions",
    "caption-size": "caption_size",
    "caption-language": "caption_language",
    "mark-words": "mark_words",
    "speed": "speed",
    "volume": "volume",
    "all-questions": "all_questions",
    "outside:": "outside",
}
"""Everything that scripts keep in the browser's own storage, by what they call it without the prefix of
docs/assets/js/storage.js, and the name of its words. With a colon at its end, a key is how those of several things
start. A test compares it with the scripts."""


def render_kept_on_device(root: str, words: Words) -> Markup:
    """The list, which JavaScript makes able to clear each thing, and all of it."""
    kept = [(key, getattr(words.device.things, name)) for key, name in KEPT.items()]
    return render("kept_on_device.html", words, kept=kept, root=root)

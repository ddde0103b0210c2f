"""One page of each kind that the site has, for tests that would take too long on every page."""

from __future__ import annotations

PAGE_KINDS = {
    "home": "",
    "guide": "do/access/",
    "ladder": "understand/the-ladder/",
    "easier words": "easier/the-ladder/",
    "story": "stories/spaces/",
    "catalogue": "webinars/",
    "webinar": "webinars/the-ladder/",
    "transcript": "webinars/the-ladder/transcript.html",
    "player alone": "webinars/the-ladder/embed/",
    "slides to project": "webinars/the-ladder/slides/",
    "session plan": "webinars/the-ladder/session/",
    "session plan of a path": "train/session-plans/new-to-this/",
    "for trainers": "train/",
    "ready session": "train/sixty-minutes/",
    "search": "search/",
    "search for a word": "search/?q=interpreter",
    "index from A to Z": "a-z/",
    "glossary": "glossary/",
    "questions": "tools/which-rung/",
    "signs": "tools/is-it-real/",
    "plan": "tools/plan-on-a-page/",
    "template": "tools/templates/invitation/",
    "kept on a device": "about/what-stays-on-your-device/",
    "not found": "404.html",
}
"""The kind's name and the page's address from the top of the site."""

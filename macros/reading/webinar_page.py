"""What the page of a webinar has for a group, besides the webinar: questions and an activity."""

from __future__ import annotations

import re

from macros.reading.pages import Page

BEFORE = "Before you start"
AFTER = "After: talk about it"
ACTIVITY = "An activity for your group"
ACTIVITY_TIME = "**Time:**"

_MINUTES = re.compile(rf"^{re.escape(ACTIVITY_TIME)}.*?(\d+) minutes", re.MULTILINE)


def activity_minutes(page: Page) -> int:
    """How many minutes the activity of a webinar's page takes; 0 if the page does not say it in minutes."""
    found = _MINUTES.search(page.body)
    return int(found[1]) if found else 0

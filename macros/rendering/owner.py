"""Renders who publishes this copy of the site and how to write to them."""

from __future__ import annotations

from markupsafe import Markup

from macros.reading.interface import Words
from macros.rendering.environment import render


def contact_address(contact: str) -> str:
    """The address that a link to write to somebody leads to: ``mailto:`` before an e-mail address.

    theme/partials/footer.html does the same; a test holds the two together.
    """
    return f"mailto:{contact}" if "@" in contact and "://" not in contact else contact


def render_owner_statement(owner: str, contact: str, words: Words) -> Markup:
    """The owner's name and address where they are set; else that this copy has none, and what to do."""
    return render("owner_statement.html", words, owner=owner, contact=contact, address=contact_address(contact))

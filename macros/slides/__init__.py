"""Slides of a narrated webinar: which layouts there are, how a script writes them, when their points are said."""

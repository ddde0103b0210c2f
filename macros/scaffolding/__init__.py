"""Writes the files of a new guide, webinar, story or paper: `python -m macros new`."""

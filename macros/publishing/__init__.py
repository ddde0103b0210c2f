"""Writes the files that belong to the built site besides its pages."""

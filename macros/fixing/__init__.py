"""Mends what a machine can mend in pages and other texts: `python -m macros fix`."""

"""Puts webinars and learning paths into packages that learning platforms read."""

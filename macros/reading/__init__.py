"""Reads webinars/ and data/ once, checks everything, and gives frozen objects or problems."""

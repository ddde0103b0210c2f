"""Builds the site beside the old one with one of the engines, and puts it in its place when it is whole."""

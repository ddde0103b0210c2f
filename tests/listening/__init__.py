"""Machines that listen to the spoken talks: what a recogniser mishears, and how a listening model finds the sound.

What they say is no judgement of a person. The packages that they need are the group `listen` of pyproject.toml, which
`make listen` installs; words.py and samples.py do without.
"""

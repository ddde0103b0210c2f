"""Turns what people have (captions and transcripts of meeting tools) into captions and a tidy transcript.

Each format has a module that reads it; ``detecting`` finds which one a file is from its content.
The pure steps in between work on ``Said`` values; ``run`` reads and writes.
"""

"""Turns what people have (captions and transcripts of meeting tools) into captions and a tidy transcript.

A file gives its words in one of three ways: as captions (``caption_files``), as captions that roll
(``youtube``), or as text with times (``text_with_times``); ``detecting`` finds which from its content,
``labels`` and ``names_by_place`` who speaks. The pure steps in between work on ``Said`` values; ``run``
reads and writes.
"""

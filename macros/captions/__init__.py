"""Captions: their limits, their clock, and WebVTT read and written.

Whatever makes captions (the narration, an import) or takes them (the catalogue, the player's files,
the report) speaks of them with what is here. A new format of captions to import belongs to
``macros/importing``; what every caption has to keep to belongs here.
"""

"""What a caption has to keep to, so that people can read it.

From the BBC Subtitle Guidelines (two lines; no tiny gaps) and W3C WAI, Captions (one or two lines).
"""

from __future__ import annotations

LINE_LENGTH = 42
"""Characters of a line at most."""
LINES = 2
SHORTEST = 1.0
"""Seconds that a cue is shown at least."""
LONGEST = 7.0
"""Seconds that a cue is shown at most, where its words allow."""
CHARACTERS_A_SECOND = 20.0
SMALLEST_GAP = 1.0
"""Between cues, in seconds: a shorter gap is closed (BBC)."""
LONGEST_PARAGRAPH = 90
"""Words after which a paragraph ends at the next end of a sentence."""
PARAGRAPH_GAP = 1.5
"""Seconds of silence that end a paragraph."""

"""How well letters of one colour can be read on another."""

from __future__ import annotations

AAA = 7
"""What letters need (WCAG 2.2, 1.4.6 Contrast (Enhanced), level AAA)."""


def luminance(colour: str) -> float:
    """Relative luminance of a colour such as ``#0b4a39``, as WCAG 2.2 defines it: 0 for black, 1 for white."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours: 1 for the same, 21 for black on white."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)

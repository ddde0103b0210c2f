"""Decodes a recording as a browser does, at the rate that is asked for: Chromium resamples."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from playwright.sync_api import Page

if TYPE_CHECKING:
    import numpy as np

_SECONDS = 120
"""Of sound that the browser hands over at once."""

_DECODE = """async ([mp3, rate]) => {
  const bytes = Uint8Array.from(atob(mp3), (sign) => sign.charCodeAt(0));
  const audio = await new OfflineAudioContext(1, rate, rate).decodeAudioData(bytes.buffer);
  window.samples = audio.getChannelData(0);
  return window.samples.length;
}"""
_PIECE = """([from, to]) => {
  const piece = Int16Array.from(window.samples.subarray(from, to), (level) => Math.round(level * 32767));
  let text = "";
  for (const byte of new Uint8Array(piece.buffer)) text += String.fromCharCode(byte);
  return btoa(text);
}"""


def decoded(page: Page, mp3: bytes, rate: int) -> np.ndarray:
    """The sound of an MP3 as float samples, ``rate`` of them a second. It needs NumPy."""
    import numpy as np

    length = page.evaluate(_DECODE, [base64.b64encode(mp3).decode(), rate])
    step = _SECONDS * rate
    pieces = [page.evaluate(_PIECE, [start, min(start + step, length)]) for start in range(0, length, step)]
    return np.frombuffer(b"".join(base64.b64decode(piece) for piece in pieces), "<i2") / 32767

"""How loud speech is (ITU-R BS.1770-4, one channel), and how it is made equally loud."""

from __future__ import annotations

import math

import numpy as np

TARGET = -16.0
"""LUFS of a mono recording: the usual level of speech for headphones and small speakers."""
ENCODING_LOSS = 0.6
"""dB that MP3 at 40 kbit/s takes away, with the highest sounds: measured on two minutes of speech."""
CEILING = 10 ** (-2 / 20)
"""The highest peak before encoding: MP3 can put up to about 1 dB on top."""

_ROUNDS = 3
"""Turning peaks down makes speech a little softer; after three rounds less than 0.1 dB is missing."""
_BLOCK = 0.4
_STEP = 0.1
_ABSOLUTE_GATE = -70.0
_RELATIVE_GATE = -10.0


def loudness(samples: np.ndarray, rate: int) -> float:
    """Integrated loudness in LUFS; minus infinity for silence."""
    weighted = _k_weighted(samples, rate)
    block, step = round(_BLOCK * rate), round(_STEP * rate)
    weighted = np.pad(weighted, (0, max(block - len(weighted), 0)))
    sums = np.concatenate([[0.0], np.cumsum(weighted**2)])
    starts = np.arange(0, len(weighted) - block + 1, step)
    power = np.maximum((sums[starts + block] - sums[starts]) / block, 1e-20)
    power = power[_lufs(power) > _ABSOLUTE_GATE]
    if not len(power):
        return -math.inf
    gate = _lufs(np.mean(power)) + _RELATIVE_GATE
    return float(_lufs(np.mean(power[_lufs(power) > gate])))


def levelled(samples: np.ndarray, rate: int, usual: float, leeway: float) -> np.ndarray:
    """The samples at the target's loudness, with no peak over the ceiling.

    ``usual`` is how loud the voice is as it comes (LUFS). A paragraph is taken to be at most ``leeway`` dB louder or
    softer than that: what is said in a few words has no loudness of its own to go by, and must not jump.
    """
    heard = loudness(samples, rate)
    believed = min(max(heard, usual - leeway), usual + leeway)
    target = TARGET + ENCODING_LOSS + heard - believed
    for _ in range(_ROUNDS):
        samples = limited(samples * 10 ** ((target - loudness(samples, rate)) / 20), rate)
    return samples


def limited(samples: np.ndarray, rate: int) -> np.ndarray:
    """The samples with every peak over the ceiling turned down, some milliseconds ahead and after, smoothly."""
    gain = np.minimum(1.0, CEILING / np.maximum(np.abs(samples), 1e-9))
    if gain.min() == 1.0:
        return samples
    half = round(0.004 * rate)
    lowest = np.lib.stride_tricks.sliding_window_view(np.pad(gain, half, constant_values=1.0), 2 * half + 1).min(axis=1)
    window = np.hanning(2 * half + 3)[1:-1]
    smooth = np.convolve(np.pad(lowest, half, mode="edge"), window / window.sum(), mode="valid")
    return samples * smooth


def _lufs(power: np.ndarray) -> np.ndarray:
    level: np.ndarray = -0.691 + 10 * np.log10(power)
    return level


def _k_weighted(samples: np.ndarray, rate: int) -> np.ndarray:
    """The samples as the head and the ear weigh them: a high shelf, then a high pass.

    The standard gives both for 48 kHz; here they are worked out for any rate from the same analogue filters.
    """
    size = len(samples) + rate
    spectrum = np.fft.rfft(samples, size)
    for above, below in (_shelf(rate), _high_pass(rate)):
        spectrum = spectrum * (_response(above, size) / _response(below, size))
    weighted: np.ndarray = np.fft.irfft(spectrum, size)[: len(samples)]
    return weighted


_Coefficients = tuple[float, float, float]


def _response(coefficients: _Coefficients, size: int) -> np.ndarray:
    """What a polynomial in z to the power of -1 does to each frequency."""
    z = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    response: np.ndarray = coefficients[0] + coefficients[1] * z + coefficients[2] * z**2
    return response


def _shelf(rate: int) -> tuple[_Coefficients, _Coefficients]:
    k = math.tan(math.pi * 1681.974450955533 / rate)
    q = 0.7071752369554196
    high = 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    above = (high + band * k / q + k * k, 2 * (k * k - high), high - band * k / q + k * k)
    return above, (1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k)


def _high_pass(rate: int) -> tuple[_Coefficients, _Coefficients]:
    k = math.tan(math.pi * 38.13547087602444 / rate)
    q = 0.5003270373238773
    first = 1 + k / q + k * k
    # The standard's numerator is 1, -2, 1, whatever the rate.
    return (1, -2, 1), (1, 2 * (k * k - 1) / first, (1 - k / q + k * k) / first)

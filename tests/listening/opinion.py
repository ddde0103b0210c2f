"""Distill-MOS, a listening model of Microsoft: how good people would find the sound of speech, from 1 to 5.

Its own code needs PyTorch and more, some gigabytes, for 17 MB of weights. Here NumPy does the same sums: a spectrum,
six convolutions, seven layers of attention, and a weighted mean. Names are those of its weights.

The paper is arXiv 2502.05356 (Stahl, Gamper); test_listening.py compares with what its own code gives.
"""

from __future__ import annotations

import io
import pickle
import zipfile
from collections import OrderedDict
from functools import cache
from importlib.metadata import distribution

import numpy as np

RATE = 16_000
"""Samples a second that it listens to."""
WINDOW = 122_880
"""Samples (7.68 s) that it looks at at once."""

_SPECTRUM, _HOP = 320, 160
_CONVOLUTIONS = range(0, 12, 2)
_LAYERS = range(7)
_HEADS = 8
_TINY = 1e-5
_HEAD = "transformer_pool_attn"
_KINDS = {"FloatStorage": np.dtype("<f4"), "LongStorage": np.dtype("<i8")}

Weights = dict[str, np.ndarray]


def opinions(samples: np.ndarray) -> list[float]:
    """Its opinion of each window of float samples, one after the other; what is left over at the end is not looked at.

    Sound that is shorter than a window is looked at with silence after it.
    """
    padded = np.pad(samples.astype(np.float32), (0, max(WINDOW - len(samples), 0)))
    starts = range(0, len(padded) - WINDOW + 1, WINDOW)
    return [_opinion(padded[start : start + WINDOW], _weights()) for start in starts]


def _opinion(window: np.ndarray, weights: Weights) -> float:
    x = _spectrum(window / (np.abs(window).max() + 1e-8))
    for number in _CONVOLUTIONS:
        # From the second on, every other frequency; in the last, every other moment.
        across, along = 2 if number else 1, 2 if number == _CONVOLUTIONS[-1] else 1
        x = _convolved(x, weights[f"cnn.cnn.{number}.weight"], weights[f"cnn.cnn.{number}.bias"], across, along)
        x = np.where(x > 0, x, 0.1 * x)
    x = x.reshape(-1, x.shape[-1]).T
    x = _normed_by_batch(x, weights, f"{_HEAD}.norm_input")
    x = _normed_by_batch(x, weights, f"{_HEAD}.transformer.norm")
    x = (
        _linear(x, weights, f"{_HEAD}.transformer.linear_proj")
        + weights[f"{_HEAD}.transformer.position_encoding.pe"][0]
    )
    for layer in _LAYERS:
        x = _attended(x, weights, f"{_HEAD}.transformer.transformer_encoder.layers.{layer}")
    x = _normed_by_batch(x, weights, f"{_HEAD}.norm_trans")
    pool = f"{_HEAD}.pool"
    share = _softmax(_linear(np.maximum(_linear(x, weights, f"{pool}.linear1"), 0), weights, f"{pool}.linear2").T)
    level = _linear(share @ x, weights, f"{pool}.linear3")[0, 0]
    return float(1 + 4 / (1 + np.exp(-level)))


def _spectrum(window: np.ndarray) -> np.ndarray:
    """Real and imaginary parts by frequency and moment, with loud and soft brought nearer to each other."""
    edge = (_SPECTRUM - _HOP) // 2
    frames = np.lib.stride_tricks.sliding_window_view(np.pad(window, edge, mode="reflect"), _SPECTRUM)[::_HOP]
    hann = np.hanning(_SPECTRUM + 1)[:-1].astype(np.float32)
    bins = np.fft.rfft(frames * hann).T.astype(np.complex64)
    size = np.maximum(np.abs(bins), 1e-12)
    bins = size**0.3 * bins / size
    return np.stack([bins.real, bins.imag])


def _convolved(x: np.ndarray, kernel: np.ndarray, bias: np.ndarray, across: int, along: int) -> np.ndarray:
    """Three by three, without an edge in frequency and with one in time."""
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1)))
    rows, columns = (padded.shape[1] - 3) // across + 1, (padded.shape[2] - 3) // along + 1
    out = np.repeat(bias[:, None], rows * columns, axis=1)
    for i in range(3):
        for j in range(3):
            seen = padded[:, i : i + across * (rows - 1) + 1 : across, j : j + along * (columns - 1) + 1 : along]
            out += np.ascontiguousarray(kernel[:, :, i, j]) @ seen.reshape(len(x), -1)
    return out.reshape(-1, rows, columns)


def _attended(x: np.ndarray, weights: Weights, layer: str) -> np.ndarray:
    """One layer of a transformer, each half of it normed after its sum."""
    both = x @ weights[f"{layer}.self_attn.in_proj_weight"].T + weights[f"{layer}.self_attn.in_proj_bias"]
    ask, key, value = (np.moveaxis(part.reshape(len(x), _HEADS, -1), 1, 0) for part in np.split(both, 3, axis=-1))
    share = _softmax(ask @ np.swapaxes(key, 1, 2) / np.float32(np.sqrt(ask.shape[-1])))
    found = np.moveaxis(share @ value, 0, 1).reshape(x.shape)
    x = _normed(x + _linear(found, weights, f"{layer}.self_attn.out_proj"), weights, f"{layer}.norm1")
    more = _linear(np.maximum(_linear(x, weights, f"{layer}.linear1"), 0), weights, f"{layer}.linear2")
    return _normed(x + more, weights, f"{layer}.norm2")


def _linear(x: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def _normed(x: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    centred = x - x.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + _TINY)
    return centred / spread * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _normed_by_batch(x: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    spread = np.sqrt(weights[f"{name}.running_var"] + _TINY)
    return (x - weights[f"{name}.running_mean"]) / spread * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _softmax(x: np.ndarray) -> np.ndarray:
    grown = np.exp(x - x.max(axis=-1, keepdims=True))
    return grown / grown.sum(axis=-1, keepdims=True)


@cache
def _weights() -> Weights:
    """The weights by name, from the zip file in which PyTorch keeps them."""
    # Found without importing the package, which would import PyTorch.
    path = distribution("distillmos").locate_file("distillmos/weights/distill_mos_v7.pt")
    with zipfile.ZipFile(str(path)) as archive:
        pickled = next(name for name in archive.namelist() if name.endswith("/data.pkl"))
        return dict(_Reader(archive, pickled).load()["model"])


class _Reader(pickle.Unpickler):
    """Reads arrays and nothing else: a pickle that asks for other code is refused."""

    def __init__(self, archive: zipfile.ZipFile, pickled: str) -> None:
        super().__init__(io.BytesIO(archive.read(pickled)))
        self._archive = archive
        self._folder = pickled.removesuffix("data.pkl") + "data/"

    def find_class(self, module: str, name: str) -> object:
        if module == "torch" and name in _KINDS:
            return _KINDS[name]
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _array
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        raise pickle.UnpicklingError(f"these weights ask for {module}.{name}")

    def persistent_load(self, pid: tuple[str, np.dtype, str, str, int]) -> np.ndarray:
        return np.frombuffer(self._archive.read(self._folder + pid[2]), pid[1])


def _array(kept: np.ndarray, offset: int, shape: tuple[int, ...], strides: tuple[int, ...], *_: object) -> np.ndarray:
    steps = tuple(step * kept.itemsize for step in strides)
    return np.lib.stride_tricks.as_strided(kept[offset:], shape, steps, writeable=False)

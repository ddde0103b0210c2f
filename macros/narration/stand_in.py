"""The stand-in: espeak-ng reads a whole webinar whose natural voice is not there yet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from macros.narration.job import NarrationJob
from macros.narration.spoken import SpokenSentence
from macros.narration.timing import NarrationTimes, SentenceTimes
from macros.narration.voice import BITRATE, PAUSE_AFTER_SENTENCE, Voice, stand_in


def speak(job: NarrationJob) -> tuple[NarrationTimes, bytes]:
    """The times and the MP3 of a job. To be called once a process: see Voice."""
    import lameenc

    voice = Voice(stand_in(job.paragraphs[0].voice))
    samples = bytearray()
    sentences = []
    for paragraph in job.paragraphs:
        voice.use(stand_in(paragraph.voice))
        pauses = (*[PAUSE_AFTER_SENTENCE] * (len(paragraph.stand_in) - 1), paragraph.pause_after)
        for sentence, pause in zip(paragraph.stand_in, pauses, strict=True):
            start = len(samples) / 2 / voice.sample_rate
            speech = voice.say(sentence.text)
            samples += speech.samples
            end = len(samples) / 2 / voice.sample_rate
            words = word_starts(sentence, speech.words, end - start)
            sentences.append(SentenceTimes(start, end, tuple(start + offset for offset in words)))
            samples += voice.silence(pause)
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(BITRATE)
    encoder.set_in_sample_rate(voice.sample_rate)
    encoder.set_channels(1)
    encoder.set_quality(5)
    encoder.silence()
    mp3 = bytes(encoder.encode(bytes(samples)) + encoder.flush())
    return NarrationTimes(len(samples) / 2 / voice.sample_rate, tuple(sentences)), mp3


def word_starts(sentence: SpokenSentence, events: Sequence[tuple[int, float]], length: float) -> list[float]:
    """When each displayed word starts, in seconds from the start of the sentence.

    The voice reports some words together and some twice. A word without a report of its own gets
    its time from its place between the reports on either side.
    """
    known = [(0, 0.0)]
    for offset, second in sorted(events):
        if offset > known[-1][0] and second >= known[-1][1]:
            known.append((offset, second))
    known.append((max(len(sentence.text), known[-1][0] + 1), max(length, known[-1][1])))
    starts = []
    for offset in sentence.offsets:
        index = min(bisect_right(known, (offset, float("inf"))) - 1, len(known) - 2)
        (left, left_second), (right, right_second) = known[index], known[index + 1]
        share = (offset - left) / (right - left)
        starts.append(left_second + share * (right_second - left_second))
    return starts

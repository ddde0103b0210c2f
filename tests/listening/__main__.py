"""`make listen`: has spoken talks listened to by machines, and shows each word that they misheard.

`make listen ARGS=a-webinar` takes one talk. `make bench ARGS=voice` has the figures alone, of all talks.
"""

from __future__ import annotations

import sys

from tests.listening.talk import NOT_RUN, can_listen, listened, together
from tests.spoken_talks import spoken_talks


def main(slugs: list[str]) -> int:
    """Prints the figures of each talk and what was misheard in it."""
    if not can_listen():
        print(NOT_RUN, file=sys.stderr)
        return 1
    found = 0
    for page, words, recording in spoken_talks(slugs):
        found += 1
        parts = []
        for part in listened(page, words.job, recording):
            parts.append(part)
            print(f"{words.job.slug}, sample {len(parts)}: {part}", *part.most_misheard(), sep="\n  ", flush=True)
        print(f"{words.job.slug}: {together(parts)}", flush=True)
    if not found:
        print("None of these talks has all its parts yet: make voice", file=sys.stderr)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

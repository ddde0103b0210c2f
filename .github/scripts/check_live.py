"""Looks at the published site: every page of a sample answers 200, a recording answers Range with 206, and the
search has its answer to a question.

Without 206 nobody could wind a recording forward in every browser. A search whose index is not whole answers nothing,
and says nothing about it. Usage: check_live.py ADDRESS
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
import urllib.error
import urllib.request
import zlib
from typing import Any
from urllib.parse import urljoin

PAGES = ("", "understand/the-ladder/", "help/", "webinars/", "search/", "about/accessibility/")
QUESTION, STEM, ANSWER = "coercion", "coercion", "understand/the-ladder/"
"""A word that people look for, the form in which the index has it, and a page that has to be found by it.

All of these stay in a site that somebody has made their own (make adopt)."""
LANGUAGE = "en"
MISSING = "there-is-no-such-page/"
ATTEMPTS = 12
PAUSE = 15.0
"""Seconds between attempts: a host can take some minutes to show what was published."""


def answer(address: str, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
    """The status, the headers (names in small letters) and the first 1 MB of what an address answers.

    The status is 0 where nothing answers.
    """
    request = urllib.request.Request(address, headers={"Accept-Encoding": "identity", **headers})
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            found = {name.lower(): value for name, value in response.headers.items()}
            return response.status, found, response.read(1_000_000)
    except urllib.error.HTTPError as error:
        return error.code, {}, b""
    except OSError:
        return 0, {}, b""


def problems(site: str) -> list[str]:
    """What is wrong with the site at this address, which ends with a slash; empty if all is well."""
    found = [
        f"{urljoin(site, path)} answers {status}, not {wanted}"
        for path, wanted in [*((page, 200) for page in PAGES), (MISSING, 404)]
        if (status := answer(urljoin(site, path), {})[0]) != wanted
    ]
    status, _, body = answer(urljoin(site, "catalogue.json"), {})
    if status != 200:
        return [*found, f"{urljoin(site, 'catalogue.json')} answers {status}, not 200"]
    catalogue = json.loads(body)
    for webinar in catalogue["webinars"]:
        page = urljoin(site, f"webinars/{webinar['slug']}/")
        if (status := answer(page, {})[0]) != 200:
            found.append(f"{page} answers {status}, not 200")
    return found + range_problems(site, catalogue) + search_problems(site)


def search_problems(site: str) -> list[str]:
    """Whether the search answers a question: its files lead from the question's word to the page that has it.

    The same files that a browser would ask for: the entry, its list, the part of the index with the word, and the
    fragments of the pages in it. Each is read to its end.
    """
    folder = urljoin(site, "pagefind/")
    try:
        language = json.loads(_read(f"{folder}pagefind-entry.json"))["languages"][LANGUAGE]
        names = _names(_unpacked(f"{folder}pagefind.{language['hash']}.pf_meta"))
        pages, others = names[: language["page_count"]], names[language["page_count"] :]
        if not any(STEM.encode() in _chunk(folder, name) for name in others):
            return [f"{folder} finds nothing for '{QUESTION}'"]
        for name in pages:
            fragment = json.loads(_unpacked(f"{folder}fragment/{name}.pf_fragment"))
            if fragment["meta"].get("url") == ANSWER and QUESTION in fragment["content"]:
                return []
    except (OSError, EOFError, ValueError, KeyError, zlib.error) as error:
        return [f"{folder} cannot answer '{QUESTION}': {error}"]
    return [f"{folder} does not lead from '{QUESTION}' to {ANSWER}"]


def _read(address: str) -> bytes:
    """What an address answers. Raises OSError unless that is a file."""
    status, _, body = answer(address, {})
    if status != 200:
        raise OSError(f"{address} answers {status}, not 200")
    return body


def _unpacked(address: str) -> bytes:
    """The content of one of Pagefind's files, which are compressed and start with its sign."""
    return gzip.decompress(_read(address)).removeprefix(b"pagefind_dcd")


def _chunk(folder: str, name: str) -> bytes:
    """A part of the index, or nothing if the name is that of a filter."""
    status, _, body = answer(f"{folder}index/{name}.pf_index", {})
    if status == 200:
        return gzip.decompress(body)
    _read(f"{folder}filter/{name}.pf_filter")
    return b""


def _names(listed: bytes) -> list[str]:
    """The names of the files in Pagefind's list, pages first: texts of CBOR, whose first byte tells their length."""
    starts = [found.start() for found in re.finditer(rb"[\x64-\x77]" + LANGUAGE.encode() + b"_", listed)]
    return [listed[start + 1 : start + 1 + listed[start] - 0x60].decode() for start in starts]


def range_problems(site: str, catalogue: dict[str, Any]) -> list[str]:
    """Whether the host sends a part of a recording where a part is asked for; the first one stands for all."""
    home = catalogue["site"]
    files = [webinar["recording"]["url"] for webinar in catalogue["webinars"] if webinar["recording"]]
    own = [urljoin(site, file.removeprefix(home)) for file in files if file.startswith(home)]
    if not own:
        return []
    status, headers, body = answer(own[0], {"Range": "bytes=1000-1099"})
    if status != 206 or not headers.get("content-range", "").startswith("bytes 1000-1099/") or len(body) != 100:
        return [f"{own[0]} answers {status} with {len(body)} bytes where 100 were asked for (Range), not 206"]
    return []


def main(site: str, attempts: int = ATTEMPTS, pause: float = PAUSE) -> int:
    """Looks until all is well or the attempts are used up; the exit code is 1 if something is wrong."""
    site = site.rstrip("/") + "/"
    for attempt in range(1, attempts + 1):
        found = problems(site)
        if not found:
            print(f"{site} is well: pages answer 200, recordings answer 206, the search answers.")
            return 0
        if attempt < attempts:
            time.sleep(pause)
    for problem in found:
        print(f"::error::{problem}")
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))

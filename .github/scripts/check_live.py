"""Looks at the published site: every page of a sample answers 200, and a recording answers Range with 206.

Without 206 nobody could wind a recording forward in every browser. Usage: check_live.py ADDRESS
"""

from __future__ import annotations

import json
import sys
import time
import urllib.error
import urllib.request
from urllib.parse import urljoin

PAGES = ("", "understand/the-ladder/", "do/access/", "webinars/", "search/", "about/accessibility/")
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
    for webinar in json.loads(body)["webinars"]:
        page = urljoin(site, f"webinars/{webinar['slug']}/")
        if (status := answer(page, {})[0]) != 200:
            found.append(f"{page} answers {status}, not 200")
    return found + range_problems(site, json.loads(body)["webinars"])


def range_problems(site: str, webinars: list[dict[str, object]]) -> list[str]:
    """Whether the host sends a part of a narrated webinar's sound where a part is asked for."""
    narrated = [webinar for webinar in webinars if webinar["presenters"] == [_COMPUTER]]
    if not narrated:
        return []
    slug = narrated[0]["slug"]
    address = urljoin(site, f"webinars/{slug}/{slug}.mp3")
    status, headers, body = answer(address, {"Range": "bytes=1000-1099"})
    if status != 206 or not headers.get("content-range", "").startswith("bytes 1000-1099/") or len(body) != 100:
        return [f"{address} answers {status} with {len(body)} bytes where 100 were asked for (Range), not 206"]
    return []


_COMPUTER = {"name": "computer voice", "role": "", "organisation": ""}


def main(site: str, attempts: int = ATTEMPTS, pause: float = PAUSE) -> int:
    """Looks until all is well or the attempts are used up; the exit code is 1 if something is wrong."""
    site = site.rstrip("/") + "/"
    for attempt in range(1, attempts + 1):
        found = problems(site)
        if not found:
            print(f"{site} is well: pages answer 200, recordings answer 206.")
            return 0
        if attempt < attempts:
            time.sleep(pause)
    for problem in found:
        print(f"::error::{problem}")
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))

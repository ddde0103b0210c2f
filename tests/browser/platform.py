"""Learning platforms for tests: scorm-again is the run-time of one, a small server keeps the statements of another."""

from __future__ import annotations

import json
import shutil
import threading
import zipfile
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Frame, Page

from tests.browser.waiting import until

_VERSION = "X-Experience-API-Version"
RUN_TIMES = Path(__file__).parent.parent / "node" / "node_modules" / "scorm-again" / "dist"

_PAGE = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>A platform</title>
<style>body {{ margin: 0 }} iframe {{ width: 100%; height: 100vh; border: 0 }}</style>
<script src="run-time.js"></script>
<script>
const kept = localStorage.getItem("kept");
const api = window.{place} = new {maker}({{ autocommit: false, logLevel: 5 }});
if (kept) api.loadFromJSON(JSON.parse(kept).cmi, "cmi");
window.told = [];
const set = api.{set}.bind(api);
api.{set} = (name, value) => {{ told.push([name, value]); return set(name, value); }};
const commit = api.{commit}.bind(api);
api.{commit} = (none) => {{
  localStorage.setItem("kept", JSON.stringify(api.renderCMIToJSONObject(true)));
  return commit(none);
}};
</script>
<iframe title="Lesson" src="package/{lesson}" allow="autoplay"></iframe>
"""
_NAMES = {
    "scorm-1.2": {"place": "API", "maker": "Scorm12API", "set": "LMSSetValue", "commit": "LMSCommit"},
    "scorm-2004": {"place": "API_1484_11", "maker": "Scorm2004API", "set": "SetValue", "commit": "Commit"},
}
STATUS = {"scorm-1.2": "cmi.core.lesson_status", "scorm-2004": "cmi.completion_status"}
PLACE = {"scorm-1.2": "cmi.core.lesson_location", "scorm-2004": "cmi.location"}
GET = {"scorm-1.2": "API.LMSGetValue", "scorm-2004": "API_1484_11.GetValue"}


def unpack(package: Path, folder: Path) -> None:
    """Unpacks a package as a platform does."""
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)


def write_platform(kind: str, package: Path, lesson: str, folder: Path) -> None:
    """Writes the page of a platform that shows a lesson of a package, and keeps what is said to it."""
    unpack(package, folder / "package")
    run_time = "scorm12.min.js" if kind == "scorm-1.2" else "scorm2004.min.js"
    shutil.copy(RUN_TIMES / run_time, folder / "run-time.js")
    (folder / "index.html").write_text(_PAGE.format(lesson=lesson, **_NAMES[kind]), encoding="utf-8")


def lesson_frame(page: Page) -> Frame:
    """The frame of the lesson, once its recording is there."""
    frame = page.frames[-1]
    frame.wait_for_selector("[data-course].is-ready, .is-ready [data-course]", state="attached")
    return frame


def value(page: Page, kind: str, name: str) -> str:
    """What the platform has under a name."""
    return str(page.evaluate(f"{GET[kind]}({json.dumps(name)})"))


class Statements:
    """A server that lets a page in once, and keeps its state and statements: what cmi5 needs of a platform.

    It is on an address of its own, so that browsers ask whether the page may send to it.
    """

    TOKEN = "d29yZA=="

    def __init__(self, mode: str = "Normal", return_url: str = "") -> None:
        self.statements: list[dict[str, object]] = []
        self.refused: list[str] = []
        self.documents: dict[str, object] = {
            "LMS.LaunchData": {
                "launchMode": mode,
                "contextTemplate": {
                    "contextActivities": {"grouping": [{"id": "https://platform.example/activity"}]},
                    "extensions": {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "visit-1"},
                },
                **({"returnURL": return_url} if return_url else {}),
            }
        }
        self.fetched = 0

    def __enter__(self) -> Statements:
        platform = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, format: str, *args: object) -> None:
                """Says nothing."""

            def _answer(self, code: int, content: object = None) -> None:
                self.send_response(code)
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("Access-Control-Allow-Methods", "GET, PUT, POST")
                self.send_header(
                    "Access-Control-Allow-Headers", "authorization, content-type, x-experience-api-version"
                )
                body = b"" if content is None else json.dumps(content).encode()
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def _is_let_in(self) -> bool:
                good = self.headers["Authorization"] == f"Basic {Statements.TOKEN}"
                if not good or not self.headers[_VERSION].startswith("1.0"):
                    platform.refused.append(self.path)
                    self._answer(403)
                    return False
                return True

            def do_OPTIONS(self) -> None:
                self._answer(204)

            def do_POST(self) -> None:
                platform.fetched += 1
                once = platform.fetched == 1
                self._answer(200, {"auth-token": Statements.TOKEN} if once else {"error-code": "1"})

            def do_GET(self) -> None:
                if self._is_let_in():
                    query = parse_qs(urlsplit(self.path).query)
                    found = platform.documents.get((query.get("stateId") or query["profileId"])[0])
                    self._answer(404) if found is None else self._answer(200, found)

            def do_PUT(self) -> None:
                content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                if not self._is_let_in():
                    return
                address = urlsplit(self.path)
                if address.path.endswith("/statements"):
                    assert parse_qs(address.query)["statementId"] == [content["id"]]
                    platform.statements.append(content)
                else:
                    platform.documents[parse_qs(address.query)["stateId"][0]] = content
                self._answer(204)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/xapi/"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)

    @property
    def verbs(self) -> list[str]:
        """What was said, in order."""
        return [str(_inside(statement, "verb")["id"]).rsplit("/", 1)[-1] for statement in self.statements]

    def launch(self, lesson: str) -> str:
        """The address by which a platform opens a lesson (cmi5, 8.1)."""
        actor = {"objectType": "Agent", "account": {"homePage": "https://platform.example", "name": "somebody"}}
        query = {
            "endpoint": self.url,
            "fetch": f"{self.url}fetch",
            "actor": json.dumps(actor),
            "registration": "6b6ea2a5-7d8e-4f6f-9f2a-0d1f7a3f8c11",
            "activityId": "https://platform.example/activity/1",
        }
        return f"{lesson}?{urlencode(query)}"


def _inside(statement: Mapping[str, object], name: str) -> dict[str, object]:
    found = statement[name]
    assert isinstance(found, dict)
    return found


def play_to(frame: Frame, seconds: float, rate: float = 12.0) -> None:
    """Has the recording play, faster than people can listen, until it is there; it plays on."""
    frame.evaluate("rate => { document.querySelector('audio, video').playbackRate = rate }", rate)
    frame.evaluate("document.querySelector('audio, video').play()")
    until(frame, f"document.querySelector('audio, video').currentTime >= {seconds}")

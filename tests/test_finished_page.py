"""Every built page looks finished, whichever engine built it."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import pytest

from macros.building.engines import ENGINES
from tests.conftest import site_by
from tests.finished_page import html_faults, site_faults, text_faults


@pytest.fixture(scope="session", params=ENGINES)
def built(request: pytest.FixtureRequest, shared: Path) -> Path:
    """The real site, built with each engine in turn."""
    return site_by(request.param, shared)


def test_everything_that_people_read_looks_finished(built: Path) -> None:
    assert site_faults(built) == []


def page(body: str) -> str:
    """A page of the simplest kind."""
    return f'<!doctype html><html lang="en"><head><title>A page</title></head><body>{body}</body></html>'


FINISHED = [
    "<h1>Words</h1><p>Words, 2 * 3 * 4, and a blank: ______.</p>",
    "<p>Write <code>**bold** {{ macro }} [a](b.md)</code>.</p><pre>!!! note\n# Heading\n| - |</pre>",
    '<textarea>&lt;iframe src="x"&gt;</textarea><script>const a = {{}};</script>',
    "<p>Yes</p><p>No</p><table><tr><td>Yes</td><td>Yes</td></tr></table>",
    '<img src="a.png" alt="A ramp" width="4" height="3"><svg viewBox="0 0 4 4"></svg>',
    '<p><a href="https://example.org/">Example</a>, <a href="mailto:a@example.org">a@example.org</a></p>',
    "<p>Anyone (staff or not) can ask: who decides? [On the slide: a pool] A|B</p>",
]


@pytest.mark.parametrize("body", FINISHED)
def test_a_finished_page_has_no_fault(body: str) -> None:
    assert list(html_faults(page(body))) == []


PLANTED = {
    "\x02wzxhzdk:4\x03": "stash mark",
    "klzzwxh:0001": "stash mark",
    "<code>\x02</code>": "stash mark",
    "a\x07b": "control character",
    "a\ufffdb": "control character",
    '<div markdown="1"><p>Words</p></div>': "markdown=",
    "<ul markdown><li>Words</li></ul>": "markdown=",
    "<h2>At the pool {#at-the-pool}</h2>": "template's mark",
    "<p>{{ ladder() }}</p>": "template's mark",
    "<p>{% if x %}</p>": "template's mark",
    "<p>Words {: .wide }</p>": "list of attributes",
    "<p>Words {.wide}</p>": "list of attributes",
    "<p>**Words**</p>": "bold text's Markdown",
    "<p>*<em>*Words</em></p>": "bold text's Markdown",
    "<p>__Words__</p>": "bold text's Markdown",
    "<p>[words](page.md)</p>": "link's Markdown",
    "<p>[words][norfolk]</p>": "link's Markdown",
    "<p>[words](<a href='https://example.org/'>there</a>)</p>": "link's Markdown",
    "<p>[norfolk]: a title</p>": "link's Markdown",
    "<p>::: note</p>": "block's Markdown",
    "<p>!!! note</p>": "block's Markdown",
    "<p>```yaml a: 1 ```</p>": "block's Markdown",
    "<p>| a | b | | - | - |</p>": "table's Markdown",
    "<p>## Heading</p>": "heading's Markdown",
    "<p>&lt;strong&gt;Words&lt;/strong&gt;</p>": "a tag",
    "<p>&lt;!-- to do --&gt;</p>": "a tag",
    "<p>Words&amp;nbsp;here</p>": "character's code",
    '<p><abbr title="**Words**">W</abbr></p>': "bold text's Markdown",
    '<meta name="description" content="{{ page.title }}">': "template's mark",
    "<h2></h2>": "heading without words",
    "<h2><span> </span></h2>": "heading without words",
    "<p>The same.</p><p>The same.</p>": "same text twice",
    "<h2>Access</h2><p>Access</p>": "same text twice",
    "<ul><li>Access</li><li> <a href='a'>Access</a></li></ul>": "same text twice",
    "<p>Ask the people first. Ask the people first. Then act.</p>": "same sentence twice",
    '<img src="a.png" alt="A ramp" width="4">': "image without",
    "<svg><circle r='1'/></svg>": "drawing without size",
    '<a href="https://example.org/">https://example.org/</a>': "text is its address",
    '<a href="https://example.org/">www.example.org</a>': "text is its address",
    '<a href="do/access/">do/access/</a>': "text is its address",
}


@pytest.mark.parametrize("body", PLANTED)
def test_a_planted_fault_is_found_in_a_page(body: str) -> None:
    found = list(html_faults(page(body)))
    assert any(PLANTED[body] in fault for fault in found), found


@pytest.mark.parametrize("text", ["\x02wzxhzdk:4\x03", "a\x1fb", "{{ a }}", "**a**", "[a](b)", "## a", "words\n!!! a"])
def test_a_planted_fault_is_found_in_a_text(text: str) -> None:
    assert list(text_faults(text))


DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>*</w:t></w:r><w:r><w:t>*Words**</w:t></w:r></w:p></w:body></w:document>"
)

FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>&lt;b&gt;Words&lt;/b&gt;</title>'
    '<content type="html">&lt;p&gt;Words in HTML.&lt;/p&gt;</content></feed>'
)
"""A tag shows in a title, and is right in content."""


def write_fragment(path: Path, content: str) -> None:
    """As Pagefind writes them: its mark, then what a result shows."""
    data = json.dumps({"meta": {"title": "Words"}, "content": content}).encode()
    path.write_bytes(gzip.compress(b"pagefind_dcd" + data))


def test_every_kind_of_file_that_people_read_is_looked_at(tmp_path: Path) -> None:
    fault = "Words \u0002wzxhzdk:4\u0003 and **bold**"
    (tmp_path / "index.html").write_text(page("<p><code>**code**</code></p>"), encoding="utf-8")
    (tmp_path / "transcript.txt").write_text(fault, encoding="utf-8")
    (tmp_path / "captions.en.vtt").write_text(f"WEBVTT\n\n00:00.000 --> 00:01.000\n{fault}\n", encoding="utf-8")
    (tmp_path / "sitemap.xml").write_text("<urlset><loc>{{ url }}</loc></urlset>", encoding="utf-8")
    (tmp_path / "catalogue.json").write_text(json.dumps({"webinars": [{"title": fault}]}), encoding="utf-8")
    item = {"content_html": "<p>Words</p><p>Words</p>"}
    (tmp_path / "feed.json").write_text(json.dumps({"items": [item]}), encoding="utf-8")
    (tmp_path / "atom.xml").write_text(FEED, encoding="utf-8")
    write_fragment(tmp_path / "en_1.pf_fragment", fault)
    write_fragment(tmp_path / "en_2.pf_fragment", "Write **code** so.")
    with zipfile.ZipFile(tmp_path / "paper.docx", "w") as paper:
        paper.writestr("word/document.xml", DOCUMENT)
    found = site_faults(tmp_path)
    assert {fault.split(":")[0] for fault in found} == {
        "transcript.txt",
        "captions.en.vtt",
        "sitemap.xml",
        "catalogue.json",
        "feed.json",
        "atom.xml",
        "en_1.pf_fragment",
        "paper.docx",
    }

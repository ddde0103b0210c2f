"""What is published beside the engine's pages stands in the same frame."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.rendering.frame import framed

BUILT = (
    "<!doctype html><html><head><title>A talk - Site</title></head>"
    '<body><header>Menu</header><main id="main" tabindex="-1"><p>The talk</p></main><footer>Foot</footer></body></html>'
)


def test_title_and_main_part_are_new_and_the_rest_stays() -> None:
    page = framed(BUILT, r"Words: <A> & \1 - Site", r"<p>Words \1</p>")
    assert "<title>Words: &lt;A&gt; &amp; \\1 - Site</title>" in page
    assert re.search(r'<main id="main" tabindex="-1">\s*<p>Words \\1</p>\s*</main>', page)
    assert "The talk" not in page
    assert "<header>Menu</header>" in page
    assert "<footer>Foot</footer>" in page


@pytest.mark.parametrize("broken", [BUILT.replace("main", "div"), BUILT.replace("title", "name")])
def test_a_page_that_cannot_lend_its_frame_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match="frame"):
        framed(broken, "Words", "<p>Words</p>")


def test_each_transcript_is_a_page_of_the_site_and_leads_back(site: Path) -> None:
    pages = sorted(site.glob("webinars/*/transcript.html"))
    assert pages
    for path in pages:
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        webinar = BeautifulSoup((path.parent / "index.html").read_text(encoding="utf-8"), "html.parser")
        for part in ("header", "footer", "meta[http-equiv]", "link[rel=icon]"):
            assert str(page.select_one(part)) == str(webinar.select_one(part)), path
        assert page.select_one('main a[href="./"]'), path
        heading = page.select_one("h1")
        assert heading
        assert page.title
        assert page.title.get_text() == f"{heading.get_text()} - Doing With"
        assert [link["href"] for link in page.select("link[rel=stylesheet]")][-1] == "../../assets/css/webinar.css"

"""QR codes as they are shown and printed: zxing reads them as a phone does, and they lead where they say."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from playwright.sync_api import Page, expect

from tests.browser.waiting import until
from tests.fixture_project import PUBLIC_URL
from tests.servers import Server

NewPage = Callable[..., Page]

_GREY = """
async (png) => {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const place = new OffscreenCanvas(image.width, image.height).getContext("2d");
  place.drawImage(image, 0, 0);
  const { data } = place.getImageData(0, 0, image.width, image.height);
  let grey = "";
  for (let i = 0; i < data.length; i += 4) grey += String.fromCharCode((data[i] + data[i + 1] + data[i + 2]) / 3);
  return [image.width, image.height, btoa(grey)];
}
"""


def read_codes(page: Page, picture: bytes) -> list[str]:
    """What the codes in a picture of a page say; ``page`` is an empty one, whose browser opens the picture."""
    width, height, grey = page.evaluate(_GREY, base64.b64encode(picture).decode())
    pixels = memoryview(base64.b64decode(grey)).cast("B", (height, width))
    return [code.text for code in zxingcpp.read_barcodes(pixels)]


@pytest.mark.parametrize("media", ["screen", "print"])
def test_the_code_for_the_wall_is_read_and_leads_to_the_webinar(
    new_page: NewPage, public_site: Path, media: str
) -> None:
    with Server(public_site) as server:
        # A sheet of paper as browsers print it: 794 by 1123 pixels.
        page = new_page(width=794, height=1123)
        page.goto(f"{server.url}webinars/talking-it-over/qr.html")
        page.emulate_media(media=media)
        (address,) = read_codes(new_page(), page.screenshot(full_page=True))
        assert address == f"{PUBLIC_URL}webinars/talking-it-over/"
        page.goto(address.replace(PUBLIC_URL, server.url))
        expect(page.get_by_role("heading", level=1)).to_have_text("Talking it over")


def test_the_code_on_a_printed_page_is_read(new_page: NewPage, public_site: Path) -> None:
    with Server(public_site) as server:
        page = new_page(width=794, height=1123)
        page.goto(f"{server.url}webinars/a-short-script/")
        page.emulate_media(media="print")
        until(page, "document.querySelector('.page-address svg').checkVisibility()")
        code = page.locator(".page-address svg")
        assert read_codes(new_page(), code.screenshot()) == [f"{PUBLIC_URL}webinars/a-short-script/"]


def test_where_there_is_no_code_none_is_read(new_page: NewPage, public_site: Path) -> None:
    with Server(public_site) as server:
        page = new_page()
        page.goto(server.url)
        assert read_codes(new_page(), page.screenshot()) == []

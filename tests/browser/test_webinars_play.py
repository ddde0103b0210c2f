"""Every real webinar plays, and shows the right slide and caption, at three moments."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.slides.words import slide_lines
from tests.browser.player_page import PlayerPage
from tests.content import catalogue_of
from tests.servers import Server

NewPage = Callable[..., Page]


def test_each_webinar_has_the_right_slide_and_caption_at_three_moments(
    served: Server, root: Path, new_page: NewPage
) -> None:
    page = new_page()
    played = 0
    for webinar in catalogue_of(root).webinars:
        for share in (0.1, 0.5, 0.9):
            chapter = webinar.words.load()[0].chapters[int(share * len(webinar.words.load()[0].chapters))]
            # An address names a whole second, so it has to be one in which the cue is shown.
            cues = [cue for paragraph in chapter.paragraphs for cue in paragraph.cues]
            cue = next(cue for cue in reversed(cues) if math.ceil(cue.start + 0.1) < cue.end - 0.1)
            moment = math.ceil(cue.start + 0.1)
            page.goto("about:blank")
            player = PlayerPage(page, f"{served.url}webinars/{webinar.slug}/#t={moment}").ready()
            expect(player.caption).to_have_text(cue.text)
            shown = next(slide for slide in reversed(chapter.slides) if slide.start <= moment)
            slide = page.get_by_role("group", name="Current slide").locator(".slide[aria-current]")
            for line in (chapter.title, *slide_lines(shown.layout)):
                expect(slide).to_contain_text(line)
            player.media.evaluate("media => { media.muted = true; return media.play(); }")
            player.expect_playing()
            played += 1
    assert played >= 24


@pytest.mark.parametrize("width", [320, 480, 768, 1280])
def test_nothing_moves_when_captions_and_slides_change(
    served: Server, root: Path, new_page: NewPage, width: int
) -> None:
    webinar = catalogue_of(root).by_slug["the-ladder"]
    cues = sorted((cue.text for cue in webinar.words.load()[0].cues), key=len, reverse=True)[:40]
    player = PlayerPage(new_page(width=width), f"{served.url}webinars/{webinar.slug}/").ready()
    heights = player.caption.evaluate(
        "(box, cues) => cues.map((cue) => { box.textContent = cue; return box.offsetHeight; })", ["", *cues]
    )
    assert len(set(heights)) == 1
    # Which slide is current is for the player to say; here it is moved by hand, as fast as the test can.
    tops = player.player.evaluate("""(player) => [...player.querySelectorAll('.slide')].map((slide) => {
      player.querySelector('.slide[aria-current]').removeAttribute('aria-current');
      slide.setAttribute('aria-current', 'true');
      return player.querySelector('.player-controls').getBoundingClientRect().top;
    })""")
    assert len(tops) > 5
    assert len(set(tops)) == 1

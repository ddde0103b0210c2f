"""The player: plays, shows captions and slides, marks the words, remembers, and works by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import axe_violations
from tests.browser.player_page import PlayerPage
from tests.browser.waiting import until
from tests.servers import Server

RECORDED = "webinars/talking-it-over/"
NARRATED = "webinars/a-short-script/"

NewPage = Callable[..., Page]


NAME = """() => {
    if (document.activeElement.matches("a[aria-label]")) return document.activeElement.ariaLabel;
    const named = (document.activeElement.labels?.[0] ?? document.activeElement).cloneNode(true);
    for (const part of named.querySelectorAll("[aria-hidden]")) part.remove();
    return named.textContent;
}"""
"""What has the focus, as it is said: without what is only to be seen."""


@pytest.fixture
def recorded(new_page: NewPage, fixture_served: Server) -> PlayerPage:
    """The webinar with a recorded file and two languages."""
    return PlayerPage(new_page(), fixture_served.url + RECORDED).ready()


@pytest.fixture
def narrated(new_page: NewPage, fixture_served: Server) -> PlayerPage:
    """The webinar read by a computer voice."""
    return PlayerPage(new_page(), fixture_served.url + NARRATED).ready()


def starts(player: PlayerPage, selector: str) -> list[float]:
    """When each of these parts of the page starts, in seconds."""
    return [float(x) for x in player.page.locator(selector).evaluate_all("all => all.map(e => e.dataset.start)")]


def test_nothing_plays_before_it_is_asked_to(recorded: PlayerPage) -> None:
    assert recorded.is_paused
    assert recorded.time == 0
    assert recorded.media.get_attribute("preload") == "metadata"


def test_play_and_pause(recorded: PlayerPage) -> None:
    recorded.button("Play").click()
    recorded.expect_playing()
    recorded.button("Pause").click()
    recorded.expect_paused()
    expect(recorded.button("Play")).to_be_visible()


def test_a_time_in_the_transcript_plays_from_there(narrated: PlayerPage) -> None:
    start = starts(narrated, ".said[data-start]")[2]
    narrated.page.locator(".said[data-start]").nth(2).get_by_role("link").click()
    narrated.expect_playing()
    narrated.expect_time(start)
    expect(narrated.page.locator(".said[data-start]").nth(2)).to_have_attribute("aria-current", "true")
    assert narrated.current_paragraph.count() == 1
    assert f"#t-{int(start)}" in narrated.page.url


def test_a_chapter_goes_to_its_words_and_its_moment_without_playing(narrated: PlayerPage) -> None:
    narrated.page.get_by_role("navigation", name="Chapters").get_by_role("link", name="Asking before building").click()
    narrated.expect_time(starts(narrated, ".chapter")[1])
    expect(narrated.page.get_by_role("heading", name="Asking before building")).to_be_focused()
    expect(narrated.page.locator(".slide[aria-current]")).to_have_text("Asking before building Ask first. Build later.")
    expect(narrated.page.locator(".chapters a[aria-current]")).to_have_text("Asking before building")
    assert narrated.is_paused


def test_the_same_chapter_can_be_chosen_twice(recorded: PlayerPage) -> None:
    link = recorded.page.get_by_role("link", name="Saying goodbye")
    link.click()
    recorded.expect_time(40)
    recorded.button("Back 15 seconds").click()
    recorded.expect_time(25)
    link.click()
    recorded.expect_time(40)


def test_back_and_forward_stay_inside_the_recording(recorded: PlayerPage) -> None:
    recorded.button("Forward 15 seconds").click()
    recorded.expect_time(15)
    recorded.button("Back 15 seconds").click()
    recorded.button("Back 15 seconds").click()
    recorded.expect_time(0)
    for _ in range(5):
        recorded.button("Forward 15 seconds").click()
    recorded.expect_time(60)


def test_the_current_slide_is_text(narrated: PlayerPage) -> None:
    slide = narrated.page.get_by_role("group", name="Current slide")
    # The cover stands there until somebody goes into the talk.
    expect(slide).to_be_hidden()
    narrated.page.locator(".said[data-start]").first.get_by_role("link").click()
    expect(slide).to_contain_text("The doors are open.")
    narrated.page.locator(".said[data-start]").last.get_by_role("link").click()
    expect(slide.locator("[aria-current]")).to_have_text("Saying what changed We said. We did.")


def test_a_narrated_webinar_says_that_a_computer_speaks(narrated: PlayerPage) -> None:
    expect(narrated.player).to_contain_text("Computer voice. Nobody is speaking")


def test_the_caption_is_the_cue_with_its_speaker(new_page: NewPage, fixture_served: Server) -> None:
    player = PlayerPage(new_page(), f"{fixture_served.url}{RECORDED}#t=26").ready()
    expect(player.caption).to_have_text("Second Speaker: Nobody asked us. The timetable was on the wall when we came.")
    player.button("Back 15 seconds").click()
    expect(player.caption).to_have_text("Hello from me too. I ask the questions.")


def test_a_caption_in_another_language_says_so(new_page: NewPage, fixture_served: Server) -> None:
    player = PlayerPage(new_page(), f"{fixture_served.url}{RECORDED}#t=21").ready()
    player.page.get_by_label("Caption language").select_option("Welsh")
    expect(player.caption).to_contain_text("Pwy benderfynodd?")
    expect(player.caption).to_have_attribute("lang", "cy")


def test_captions_can_be_off_and_large_and_the_device_remembers(recorded: PlayerPage) -> None:
    expect(recorded.button("Captions")).to_have_attribute("aria-pressed", "true")
    small = recorded.caption.evaluate("caption => parseFloat(getComputedStyle(caption).fontSize)")
    recorded.page.get_by_label("Caption size").select_option("Largest")
    large = recorded.caption.evaluate("caption => parseFloat(getComputedStyle(caption).fontSize)")
    assert large == pytest.approx(1.8 * small)
    recorded.button("Captions").click()
    expect(recorded.caption).to_be_hidden()
    recorded.page.reload()
    expect(recorded.button("Captions")).to_have_attribute("aria-pressed", "false")
    expect(recorded.caption).to_be_hidden()
    assert recorded.page.get_by_label("Caption size").input_value() == "1.8"


def test_the_device_remembers_the_speed(recorded: PlayerPage) -> None:
    recorded.page.get_by_label("Speed").select_option("1.25")
    assert recorded.media.evaluate("media => media.playbackRate") == 1.25
    recorded.page.reload()
    recorded.ready()
    assert recorded.media.evaluate("media => media.playbackRate") == 1.25


def test_the_seek_bar_says_where_it_is_and_goes_there(recorded: PlayerPage) -> None:
    bar = recorded.page.get_by_role("slider", name="Place in the recording")
    expect(bar).to_have_attribute("aria-valuetext", "0:00 of 1:00, Saying hello")
    bar.focus()
    bar.press("ArrowRight")
    recorded.expect_time(1)
    bar.fill("45")
    recorded.expect_time(45)
    expect(bar).to_have_attribute("aria-valuetext", "0:45 of 1:00, Saying goodbye")
    expect(recorded.player.locator("[data-now]")).to_have_text("0:45")
    assert recorded.is_paused


def test_the_device_remembers_the_volume(recorded: PlayerPage) -> None:
    recorded.page.get_by_label("Volume").fill("30")
    assert recorded.media.evaluate("media => media.volume") == pytest.approx(0.3)
    recorded.page.reload()
    recorded.ready()
    assert recorded.media.evaluate("media => media.volume") == pytest.approx(0.3)


def test_full_screen_takes_captions_and_controls_along(recorded: PlayerPage) -> None:
    recorded.button("Full screen").click()
    until(recorded.page, "document.fullscreenElement?.matches('[data-player]')")
    expect(recorded.caption).to_be_visible()
    recorded.button("Leave full screen").click()
    until(recorded.page, "!document.fullscreenElement")
    expect(recorded.button("Full screen")).to_be_visible()


def test_the_cover_makes_way_for_the_slides(narrated: PlayerPage) -> None:
    cover = narrated.player.locator(".cover")
    expect(cover).to_be_visible()
    narrated.button("Play").click()
    expect(cover).to_be_hidden()


def test_the_browsers_own_controls_make_way_for_the_players(recorded: PlayerPage) -> None:
    assert recorded.media.evaluate("media => media.controls") is False
    expect(recorded.media).to_be_hidden()


def test_the_player_stays_in_reach_while_the_words_are_read(narrated: PlayerPage) -> None:
    page = narrated.page
    dock = page.get_by_role("group", name="Player, kept in sight")
    page.locator(".said[data-start]").last.scroll_into_view_if_needed()
    expect(dock).to_be_hidden()
    page.locator(".said[data-start]").last.get_by_role("link").click()
    narrated.expect_playing()
    dock.get_by_role("button", name="Pause").click()
    narrated.expect_paused()
    dock.get_by_role("link", name="Go to the player").click()
    expect(dock).to_be_hidden()
    expect(narrated.button("Play")).to_be_in_viewport()


def test_captions_that_end_early_leave_nothing_behind(new_page: NewPage, fixture_served: Server) -> None:
    player = PlayerPage(new_page(), f"{fixture_served.url}webinars/captions-that-end-early/#t=6").ready()
    expect(player.caption).to_have_text("Then there is music.")
    expect(player.current_paragraph).to_have_count(1)
    player.button("Forward 15 seconds").click()
    expect(player.caption).to_have_text("")
    expect(player.current_paragraph).to_have_count(0)
    player.button("Play").click()
    player.expect_playing()


def test_carry_on_from_where_you_were(recorded: PlayerPage) -> None:
    recorded.page.locator(".said[data-start]").nth(2).get_by_role("link").click()
    recorded.expect_playing()
    recorded.button("Pause").click()
    recorded.page.goto(recorded.page.url.split("#")[0])
    recorded.ready()
    assert recorded.time == 0
    carry_on = recorded.button("Carry on from 0:20")
    carry_on.click()
    recorded.expect_playing()
    recorded.expect_time(20.3)
    expect(carry_on).to_be_hidden()
    expect(recorded.button("Pause")).to_be_focused()


def test_a_webinar_heard_to_its_end_starts_anew(recorded: PlayerPage) -> None:
    recorded.page.evaluate("localStorage.setItem('doing-with:position:talking-it-over', '30')")
    recorded.page.reload()
    recorded.ready()
    expect(recorded.button("Carry on from 0:30")).to_be_visible()
    recorded.media.evaluate("media => { media.currentTime = 59.5; }")
    recorded.button("Play").click()
    until(recorded.page, "document.querySelector('audio').ended")
    recorded.page.reload()
    recorded.ready()
    expect(recorded.page.get_by_text("Carry on from")).to_be_hidden()


def test_following_scrolls_only_when_switched_on_and_never_moves_focus(narrated: PlayerPage) -> None:
    page = narrated.page
    last = page.locator(".said[data-start]").last
    narrated.button("Play").click()
    narrated.expect_playing()
    before = page.evaluate("scrollY")
    narrated.media.evaluate(
        "(media, start) => { media.currentTime = start; }", starts(narrated, ".said[data-start]")[-1] + 0.1
    )
    expect(last).to_have_attribute("aria-current", "true")
    assert page.evaluate("scrollY") == before
    follow = page.get_by_label("Scroll along while it plays")
    follow.check()
    narrated.media.evaluate("media => { media.currentTime = 0; }")
    expect(page.locator(".said[data-start]").first).to_have_attribute("aria-current", "true")
    expect(page.locator(".said[data-start]").first).to_be_in_viewport()
    assert page.evaluate("scrollY") != before
    expect(follow).to_be_focused()


def test_the_mark_of_the_current_paragraph_is_a_bar_too(narrated: PlayerPage) -> None:
    narrated.page.locator(".said[data-start]").first.get_by_role("link").click()
    paragraph = narrated.page.locator(".said[data-start]").first
    expect(paragraph).to_have_attribute("aria-current", "true")
    bar = "said => getComputedStyle(said).borderInlineStartColor"
    assert paragraph.evaluate(bar) != narrated.page.locator(".said[data-start]").last.evaluate(bar)


def test_keys_work_in_the_player_and_nowhere_else(recorded: PlayerPage) -> None:
    page = recorded.page
    page.get_by_label("Search the site").focus()
    page.keyboard.press("l")
    assert recorded.time == 0
    recorded.button("Captions").focus()
    page.keyboard.press("l")
    recorded.expect_time(15)
    page.keyboard.press("j")
    recorded.expect_time(0)
    page.keyboard.press("c")
    expect(recorded.button("Captions")).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("k")
    recorded.expect_playing()
    page.keyboard.press("K")
    recorded.expect_paused()
    page.get_by_label("Speed").focus()
    page.keyboard.press("l")
    assert recorded.time < 15


def test_the_keyboard_reaches_everything_from_play_to_the_last_paragraph(recorded: PlayerPage) -> None:
    """Tab goes through the player in its order, then to the chapters, then to one link a paragraph."""
    page = recorded.page
    recorded.button("Play").focus()
    names = []
    for _ in range(40):
        page.keyboard.press("Tab")
        names.append(page.evaluate(NAME))
        if names[-1].endswith("0:53"):
            break
    names = [" ".join(name.split()) for name in names]
    assert names[:11] == [
        "Back 15 seconds",
        "Forward 15 seconds",
        "Place in the recording",
        "Captions",
        "Caption size",
        "Caption language",
        "Speed",
        "Volume",
        "Full screen",
        "Link to this moment",
        "Keys for the player",
    ]
    assert names[11:14] == [
        "Saying hello",
        "Talking about the pool",
        "Saying goodbye",
    ]
    first = names.index("Play from 0:00")
    assert names[first - 1] == "Scroll along while it plays"
    assert len(names) == first + 8
    page.keyboard.press("Enter")
    recorded.expect_playing()
    recorded.expect_time(53)


def test_link_to_this_moment_is_copied_and_said(new_page: NewPage, fixture_served: Server) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    player = PlayerPage(page, f"{fixture_served.url}{RECORDED}#t=26").ready()
    player.expect_time(26)
    player.button("Link to this moment").click()
    player.expect_message("The link to 0:26 is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{fixture_served.url}{RECORDED}#t=26"


def test_without_a_clipboard_the_link_is_in_a_field(new_page: NewPage, fixture_served: Server) -> None:
    page = new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    player = PlayerPage(page, f"{fixture_served.url}{RECORDED}#t=26").ready()
    player.expect_time(26)
    player.button("Link to this moment").click()
    player.expect_message("Copy the link to 0:26 from the field.")
    field = page.get_by_label("Address of this moment")
    expect(field).to_be_focused()
    assert field.input_value() == f"{fixture_served.url}{RECORDED}#t=26"


def test_media_that_do_not_load_are_told_and_the_transcript_stays(new_page: NewPage, fixture_served: Server) -> None:
    page = new_page()
    page.route("**/talk.wav", lambda route: route.fulfill(status=404))
    player = PlayerPage(page, fixture_served.url + RECORDED)
    player.expect_message(
        "The recording does not load. Everything that is said in it is in the transcript on this page."
    )
    expect(page.get_by_text("Who decided when the pool is open?")).to_be_visible()
    expect(player.media).to_be_hidden()


def test_media_that_never_come_are_told_after_a_while(new_page: NewPage, fixture_served: Server) -> None:
    page = new_page()
    page.clock.install()
    page.route("**/talk.wav", lambda route: None)
    player = PlayerPage(page, fixture_served.url + RECORDED)
    player.button("Play").click()
    # From the same event on, the player waits.
    expect(player.button("Pause")).to_be_visible()
    page.clock.fast_forward(16_000)
    player.expect_message("The recording is slow to load. The transcript is there to read.")
    page.unroute_all(behavior="ignoreErrors")


def test_without_javascript_everything_can_be_read_and_times_jump(new_page: NewPage, fixture_served: Server) -> None:
    page = new_page(javascript=False)
    page.goto(fixture_served.url + NARRATED)
    expect(page.locator("audio")).to_be_visible()
    expect(page.get_by_role("group", name="Player controls")).to_be_hidden()
    expect(page.locator(".on-slide").first).to_have_text("[On the slide: The doors are open. Who can get through?]")
    expect(page.get_by_text("[Pause to think: 5 seconds]")).to_be_visible()
    last = page.locator(".said[data-start]").last
    name = last.get_by_role("link").inner_text()
    page.get_by_role("link", name="Saying what changed").click()
    expect(page.get_by_role("heading", name="Saying what changed")).to_be_in_viewport()
    assert name.startswith("From")


def test_no_control_is_smaller_than_a_finger(recorded: PlayerPage) -> None:
    for control in recorded.player.locator("button:visible, select").all():
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44, control.inner_text()


@pytest.mark.parametrize("address", [RECORDED, NARRATED])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_it_plays(new_page: NewPage, fixture_served: Server, address: str, scheme: str) -> None:
    player = PlayerPage(new_page(scheme=scheme), fixture_served.url + address).ready()
    player.page.locator(".said[data-start]").nth(1).get_by_role("link").click()
    player.expect_playing()
    expect(player.current_paragraph).to_have_count(1)
    expect(player.caption).not_to_be_empty()
    assert axe_violations(player.page) == []


@pytest.mark.parametrize("address", [RECORDED, NARRATED, "webinars/elsewhere-on-youtube/"])
def test_nothing_is_cut_off_at_320_pixels(new_page: NewPage, fixture_served: Server, address: str) -> None:
    page = new_page(width=320)
    page.goto(fixture_served.url + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert axe_violations(page) == []


def test_axe_sees_a_control_without_a_name(recorded: PlayerPage) -> None:
    """The planted fault: what the tests above promise to find, they find."""
    recorded.page.evaluate("document.querySelector('label[for=speed]').remove()")
    assert any("select-name" in violation for violation in axe_violations(recorded.page))

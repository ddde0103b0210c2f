"""The catalogue's data: what is right becomes frozen objects, what is wrong is told with file and line."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.checks.run import check_all
from macros.content.reading import read_parts
from macros.model import MediaFile, Narration
from tests.content import catalogue_and_problems
from tests.folders import change

RECORDED = "webinars/talking-it-over/webinar.yml"
NARRATED = "webinars/a-short-script/webinar.yml"
SCRIPT = "webinars/a-short-script/script.md"


def problems(root: Path) -> list[str]:
    """Every problem of the project's content, as printed."""
    return [str(problem) for problem in check_all(root)[1]]


def test_good_data_becomes_frozen_objects(fixture_project: Path) -> None:
    catalogue, found = catalogue_and_problems(fixture_project)
    assert found == []
    assert catalogue is not None
    recorded = catalogue.by_slug["talking-it-over"]
    assert isinstance(recorded.recording, MediaFile)
    assert recorded.duration == 60
    assert [chapter.title for chapter in recorded.words.load()[0].chapters] == [
        "Saying hello",
        "Talking about the pool",
        "Saying goodbye",
    ]
    assert list(recorded.words.languages) == ["en", "cy"]
    assert recorded.presenters[0].organisation == "A made-up club"
    narrated = catalogue.by_slug["a-short-script"]
    assert isinstance(narrated.recording, Narration)
    assert narrated.duration > 20
    assert narrated.title == "A short script: <b>tags</b> & {{ braces }}"
    with pytest.raises(dataclasses.FrozenInstanceError):
        recorded.title = "Another"  # type: ignore[misc]


def test_the_newest_webinar_comes_first(fixture_project: Path) -> None:
    catalogue, _ = catalogue_and_problems(fixture_project)
    assert catalogue is not None
    dates = [webinar.published for webinar in catalogue.webinars]
    assert dates == sorted(dates, reverse=True)


BAD_YAML = [
    pytest.param(NARRATED, "summary: A narrated", "sumary: A narrated", [
        f"{NARRATED}:2: 'sumary' is not a field here; did you mean 'summary'?",
    ], id="unknown and missing field"),
    pytest.param(NARRATED, "topics: [ladder, access]", "topics: [ladder, acces]", [
        f"{NARRATED}:5: 'acces' is no topic of webinars/topics.yml; did you mean 'access'?",
    ], id="topic not in the vocabulary"),
    pytest.param(NARRATED, "rungs: [informing, consultation]", "rungs: [informing, advising]", [
        f"{NARRATED}:6: 'advising' is no rung of the ladder; choose from coercion, educating, informing,"
        " consultation, engagement, co-design, co-production",
    ], id="rung not on the ladder"),
    pytest.param(NARRATED, "audiences: [frontline]", "audiences: [everyone]", [
        f"{NARRATED}:7: 'everyone' is no audience of webinars/topics.yml;"
        " choose from frontline, managers, leaders, trainers, disabled-people",
    ], id="audience not in the vocabulary"),
    pytest.param(NARRATED, "sources: [seed, norfolk]", "sources: [seed, norflok]", [
        f"{NARRATED}:12: 'norflok' is no source of data/sources.yml; did you mean 'norfolk'?",
    ], id="unknown source"),
    pytest.param(NARRATED, "published: 2026-11-01", "published: soon", [
        f"{NARRATED}:3: 'published' has to be a date such as 2026-11-23, not 'soon'",
    ], id="no date"),
    pytest.param(NARRATED, "topics: [ladder, access]", "topics: ladder", [
        f"{NARRATED}:5: 'topics' has to be a list, not 'ladder'; write '- ' before each item",
    ], id="text for a list"),
    pytest.param(NARRATED, "aim: Shows a narrated webinar in little time.", "aim: 12", [
        f"{NARRATED}:8: 'aim' has to be text, not '12'; put it in quotation marks",
    ], id="number for text"),
    pytest.param(NARRATED, "outcomes:\n  - hear a computer voice\n  - think for a moment", "outcomes:\n  - hear", [
        f"{NARRATED}:9: 'outcomes' needs at least 2 items",
    ], id="too few outcomes"),
    pytest.param(NARRATED, "presenters: [{voice: emma}]", "presenters: [computer voice]", [
        f"{NARRATED}:4: 'presenters.1' has to be a person, such as '- name: Ann Example', or a voice:"
        " '- {voice: emma}', not 'computer voice'",
    ], id="presenter without a name"),
    pytest.param(NARRATED, "[{voice: emma}]", "[{voice: emma}, {voice: emma}]", [
        "webinars/a-short-script/webinar.yml:4: the voice 'emma' is here twice; use another, such as lewis",
        f"{NARRATED}:4: voice 2 says nothing in script.md; start a line with 'Voice 2: ', or remove it",
    ], id="voice twice"),
    pytest.param(NARRATED, "[{voice: emma}]", "[{voice: emma}, {name: Ann Example}]", [
        f"{NARRATED}:4: 'Ann Example' does not read the script; list the voices that do: '- {{voice: emma}}'",
    ], id="person who reads a script"),
    pytest.param(RECORDED, "  - name: Second Speaker", "  - voice: emma", [
        f"{RECORDED}:8: a voice reads a script only; name the people who speak in the recording: '- name: ...'",
    ], id="voice in a recording"),
    pytest.param(SCRIPT, "Imagine a club", "Voice 2: Imagine a club", [
        f"{SCRIPT}:6: 'Voice 2' is not in webinar.yml, which has 1 under 'presenters'; add '- {{voice: lewis}}' there,"
        " or correct the number",
    ], id="voice that nobody has"),
    pytest.param(SCRIPT, "> The doors are open.", "> [quote]\n> source: arnstein-bib\n> The doors are open.", [
        f"{SCRIPT}:3: the source 'arnstein-bib' is missing under 'sources' in webinar.yml; add it there",
    ], id="source of a slide that the page does not list"),
    pytest.param(NARRATED, "licence: CC-BY-4.0", "licence: free", [
        f"{NARRATED}:13: 'licence' has to be one of CC-BY-4.0, CC-BY-SA-4.0, CC-BY-NC-4.0, CC0-1.0, not 'free'",
    ], id="unknown licence"),
    pytest.param(NARRATED, "  rung: informing\n  by", "  by", [
        f"{NARRATED}:14: 'made.rung' is missing; add it",
    ], id="made without a rung"),
    pytest.param(NARRATED, "length_exception: It is made for the tests.\n", "", [
        f"{NARRATED}:18: duration 0:34 is outside 15:00-20:00; make the script longer or shorter,"
        " or say why in 'length_exception'",
    ], id="narration too short"),
    pytest.param(RECORDED, "length_exception: It is made for the tests.\n", "", [
        f"{RECORDED}:24: duration 1:00 is outside 15:00-20:00; shorten the recording,"
        " or say why in 'length_exception'",
    ], id="recording too short"),
    pytest.param(NARRATED, "licence: CC-BY-4.0", 'licence: CC-BY-4.0\nduration: "17:00"', [
        f"{NARRATED}:14: 'duration' is not for a narrated webinar: it comes from the narration; remove it",
    ], id="duration typed in by hand"),
    pytest.param(RECORDED, 'duration: "1:00"\n', "", [
        f"{RECORDED}:1: 'duration' is missing; a recorded webinar needs its length, such as '17:30'",
    ], id="recording without a length"),
    pytest.param(RECORDED, 'duration: "1:00"', 'duration: "0:50"', [
        "webinars/talking-it-over/captions.cy.vtt: the last caption ends at 0:57, after the recording (0:50);"
        " check the captions, or 'duration' in webinar.yml",
        "webinars/talking-it-over/captions.en.vtt: the last caption ends at 0:57, after the recording (0:50);"
        " check the captions, or 'duration' in webinar.yml",
    ], id="captions longer than the recording"),
    pytest.param(RECORDED, 'duration: "1:00"', 'duration: "2:30"', [
        "webinars/talking-it-over/captions.cy.vtt: the last caption ends at 0:57, more than 60 seconds before the"
        " recording (2:30); check the captions, or 'duration' in webinar.yml",
        "webinars/talking-it-over/captions.en.vtt: the last caption ends at 0:57, more than 60 seconds before the"
        " recording (2:30); check the captions, or 'duration' in webinar.yml",
    ], id="captions much shorter than the recording"),
    pytest.param(RECORDED, 'duration: "1:00"', "duration: long", [
        f"{RECORDED}:24: 'duration' has to be a length such as '17:30', not 'long'",
    ], id="no length"),
    pytest.param(RECORDED, "  file: talk.wav", "  file: ../../secret.wav", [
        f"{RECORDED}:23: 'recording.file' has to be the name of a file in the webinar's own folder,"
        " or an https address, not '../../secret.wav'",
    ], id="path out of the folder"),
    pytest.param(RECORDED, "  file: talk.wav", "  file: other.wav", [
        f"{RECORDED}:23: 'other.wav' is not in this webinar's folder; add it, or correct its name",
    ], id="recording not there"),
    pytest.param(RECORDED, "  file: talk.wav", "  file: talk.exe", [
        f"{RECORDED}:23: 'talk.exe' is no kind of recording that browsers play; use one of .m4a, .m4v, .mp3, .mp4,"
        " .oga, .ogg, .ogv, .opus, .wav, .webm",
    ], id="no recording"),
    pytest.param(RECORDED, "  file: talk.wav", "  youtube: not-an-id", [
        f"{RECORDED}:23: 'recording.youtube' has to look like dQw4w9WgXcQ, a YouTube id, not 'not-an-id'",
    ], id="no YouTube id"),
    pytest.param(RECORDED, "  file: talk.wav", "  file: talk.wav\n  vimeo: 76979871", [
        f"{RECORDED}:22: 'recording' needs exactly one of narration, file, youtube, vimeo, peertube,"
        " not file and vimeo",
    ], id="two recordings"),
    pytest.param(RECORDED, "  file: talk.wav", "  peertube: {host: 'javascript:x', id: abc}", [
        f"{RECORDED}:23: 'recording.peertube.host' has to be a server's name such as video.example.org,"
        " not 'javascript:x'",
        f"{RECORDED}:23: 'recording.peertube.id' has to be the id in the recording's address, not 'abc'",
    ], id="no PeerTube server"),
    pytest.param(RECORDED, '  - start: "0:40"', '  - start: "0:10"', [
        f"{RECORDED}:31: the chapter 'Saying goodbye' starts before the one above it",
    ], id="chapters run backwards"),
    pytest.param(RECORDED, "aliases: [an-older-name]", "aliases: [a-short-script]", [
        f"{RECORDED}:33: the alias 'a-short-script' is taken by the webinar 'a-short-script'; use another",
    ], id="alias that is a slug"),
    pytest.param(RECORDED, "title: Talking it over", "title: Talking: it over", [
        f"{RECORDED}:1: is not valid YAML: a colon and a space inside the text; put the whole text in quotation marks",
    ], id="colon in text"),
    pytest.param(RECORDED, "title: Talking it over", "title: Talking it over\ntitle: Again", [
        f"{RECORDED}:2: 'title' is here twice; keep one",
    ], id="field twice"),
    pytest.param(RECORDED, "topics: [basics]", "topics: &a [*a, *a]", [
        f"{RECORDED}:9: anchors (&) and aliases (*) are not used here; write 'a' out",
    ], id="alias bomb"),
    pytest.param("webinars/a-short-script/script.md", "Imagine a club", "Imagine a **club**", [
        "webinars/a-short-script/script.md:6: '**' would be read aloud; write spoken words without markup",
    ], id="markup in a script"),
    pytest.param("webinars/talking-it-over/captions.en.vtt", "00:00:04.000 --> 00:00:08.000",
                 "00:00:03.000 --> 00:00:08.000", [
        "webinars/talking-it-over/captions.en.vtt:7: this caption starts at 0:03, before the one above it has"
        " ended (0:04)",
    ], id="captions overlap"),
    pytest.param("docs/index.md", "talking-it-over", "talking-over-it", [
        "docs/index.md:16: there is no webinar 'talking-over-it' in webinars/; did you mean 'talking-it-over'?",
    ], id="macro for a webinar that is not there"),
    pytest.param("docs/index.md", "webinar_card", "webinar_crad", [
        "docs/index.md:16: there is no macro 'webinar_crad'; did you mean 'webinar_card'?",
    ], id="macro that is not there"),
    pytest.param("docs/index.md", "render_macros: true\n", "", [
        "docs/index.md:15: this page calls 'webinar_card'; add 'render_macros: true' to its front matter",
    ], id="macro that would not run"),
    pytest.param("docs/index.md", "[norfolk]", "[norfolc]", [
        "docs/index.md:12: 'norfolc' is no source of data/sources.yml; did you mean 'norfolk'?",
    ], id="unknown source on a page"),
    pytest.param("docs/index.md", "made:\n  rung: informing\n  by: made up for the tests\n  when: 2026-11-01\n", "", [
        "docs/index.md:1: 'made' is missing; say in the front matter at which rung the page was made,"
        " by whom and when",
    ], id="page that does not say how it was made"),
    pytest.param("docs/index.md", "## A table", "#### A table", [
        "docs/index.md:18: the heading 'A table' skips a level; after '## ' comes '### ', not '#### '",
    ], id="heading that skips a level"),
    pytest.param("docs/index.md", "## A table", "# A table", [
        "docs/index.md:18: a second '# ' heading, 'A table'; a page has one, so use '## '",
    ], id="second title"),
    pytest.param("mkdocs.yml", 'frame_sources: "', 'frame_sources: "https://www.youtube.com ', [
        "mkdocs.yml:{frame_line}: 'frame_sources' under extra has to be \"{frames}\":"
        " the places that recordings come from",
    ], id="policy that allows more than is needed"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), BAD_YAML)
def test_every_mistake_is_told_with_file_and_line(
    copied_project: Path, file: str, old: str, new: str, expected: list[str]
) -> None:
    settings = (copied_project / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    line, row = next((n, row) for n, row in enumerate(settings, 1) if row.strip().startswith("frame_sources:"))
    change(copied_project / file, old, new)
    frames = row.split('"')[1]
    assert problems(copied_project) == [
        message.replace("{frame_line}", str(line)).replace("{frames}", frames) for message in expected
    ]


def _add_folder(root: Path) -> None:
    (root / "webinars" / "Not A Slug").mkdir()


def _empty_folder(root: Path) -> None:
    (root / "webinars" / "empty").mkdir()


def _page_without_webinar(root: Path) -> None:
    page = (root / "docs/webinars/talking-it-over.md").read_text(encoding="utf-8")
    (root / "docs/webinars/talking.md").write_text(page, encoding="utf-8")


def _no_page(root: Path) -> None:
    (root / "docs/webinars/a-short-script.md").unlink()


def _not_utf8(root: Path) -> None:
    (root / NARRATED).write_bytes(b"title: caf\xe9\n")


def _huge(root: Path) -> None:
    (root / NARRATED).write_bytes(b"# " + b"x" * 50_000_000)


def _empty_yaml(root: Path) -> None:
    (root / NARRATED).write_text("", encoding="utf-8")


def _no_script(root: Path) -> None:
    (root / "webinars/a-short-script/script.md").unlink()


def _no_captions(root: Path) -> None:
    (root / "webinars/talking-it-over/captions.en.vtt").unlink()


def _link_out(root: Path) -> None:
    talk = root / "webinars/talking-it-over/talk.wav"
    talk.unlink()
    (root / "outside.wav").write_bytes(b"x")
    talk.symlink_to(root / "outside.wav")


def _unknown_voice(root: Path) -> None:
    change(root / NARRATED, "emma", "nobody")


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (_add_folder, [
            "webinars/Not A Slug: a webinar's folder is named with small letters, numbers and single hyphens",
            'webinars/Not A Slug: has no page; add docs/webinars/Not A Slug.md with {{ webinar("Not A Slug") }}',
        ]),
        (_empty_folder, [
            'webinars/empty: has no page; add docs/webinars/empty.md with {{ webinar("empty") }}',
            "webinars/empty: has no webinar.yml; every webinar's folder needs one",
        ]),
        (_page_without_webinar, [
            "docs/webinars/talking.md: has no webinar; add the folder webinars/talking; did you mean"
            " 'talking-it-over'?",
        ]),
        (_no_page, [
            "webinars/a-short-script: has no page; add docs/webinars/a-short-script.md with"
            ' {{ webinar("a-short-script") }}',
        ]),
        (_not_utf8, [f"{NARRATED}:1: is not UTF-8 text; save it again with the encoding UTF-8"]),
        (_huge, [f"{NARRATED}: is 50,000,002 bytes; the most is 500,000: is it the right file?"]),
        (_empty_yaml, [f"{NARRATED}:1: is empty; see an existing file for its fields"]),
        (_no_script, ["webinars/a-short-script: has no script.md; a narrated webinar needs one"]),
        (_no_captions, [
            "webinars/talking-it-over: has no captions.en.vtt; a recorded webinar needs captions in its language",
        ]),
        (_link_out, ["webinars/talking-it-over/talk.wav: is a link; put the file itself in its place"]),
        (_unknown_voice, [
            f"{NARRATED}:4: 'presenters.1.voice': input should be 'emma', 'lewis' or 'isabella', not 'nobody'",
        ]),
    ],
)  # fmt: skip
def test_files_that_are_missing_or_wrong_are_told(
    copied_project: Path, spoil: Callable[[Path], None], expected: list[str]
) -> None:
    spoil(copied_project)
    assert problems(copied_project) == expected


def test_all_problems_come_in_one_run(copied_project: Path) -> None:
    change(copied_project / NARRATED, "topics: [ladder, access]", "topics: [nothing]")
    change(copied_project / RECORDED, "licence: CC-BY-4.0", "licence: free")
    change(copied_project / "docs/index.md", "[norfolk]", "[nobody]")
    assert len(problems(copied_project)) == 3


def test_recordings_can_all_be_on_storage_of_their_own(copied_project: Path) -> None:
    """A large file is no part of the repository then, and the check says what the pages have to allow."""
    change(copied_project / "mkdocs.yml", 'media_base_url: ""', "media_base_url: https://media.club.org.uk/talks")
    for recording in (copied_project / "webinars").glob("*/talk.wav"):
        recording.unlink()
    (message,) = problems(copied_project)
    assert message.endswith(
        "'media_sources' under extra has to be \"https://media.club.org.uk https://media.example.org\":"
        " the places that recordings come from"
    )
    change(
        copied_project / "mkdocs.yml",
        "https://media.example.org",
        "https://media.club.org.uk https://media.example.org",
    )
    content = read_parts(copied_project).content
    assert content
    recording = content.catalogue.by_slug["talking-it-over"].recording
    assert recording == MediaFile("audio", None, "https://media.club.org.uk/talks/talking-it-over/talk.wav")
    assert problems(copied_project) == []


def test_films_of_other_versions_can_be_where_large_recordings_are(copied_project: Path) -> None:
    """A film in sign language is as large as the recording: it has the same place, and pages may play it from there."""
    change(copied_project / "mkdocs.yml", 'media_base_url: ""', "media_base_url: https://media.club.org.uk/talks")
    for recording in (copied_project / "webinars").glob("*/talk.wav"):
        recording.unlink()
    elsewhere = "https://films.club.org.uk/described.webm"
    change(
        copied_project / NARRATED,
        "recording:\n",
        f"versions: {{bsl: signed.mp4, described: {elsewhere}}}\nrecording:\n",
    )
    places = "https://films.club.org.uk https://media.club.org.uk https://media.example.org"
    (message,) = problems(copied_project)
    assert f"'media_sources' under extra has to be \"{places}\"" in message
    change(copied_project / "mkdocs.yml", "https://media.example.org", places)
    assert problems(copied_project) == []
    content = read_parts(copied_project).content
    assert content
    webinar = content.catalogue.by_slug["a-short-script"]
    assert [(extra.kind, extra.language, extra.address) for extra in webinar.extras] == [
        ("bsl", "bfi", "https://media.club.org.uk/talks/a-short-script/signed.mp4"),
        ("described", "en", elsewhere),
    ]


def test_what_an_import_keeps_beside_the_captions_may_stay(copied_project: Path) -> None:
    original = copied_project / "webinars" / "talking-it-over" / "original"
    original.mkdir()
    (original / "talk.txt").write_text("0:00 Hello", encoding="utf-8")
    assert problems(copied_project) == []


@pytest.mark.parametrize(
    ("versions", "file", "said"),
    [
        ("{bsl: signed.mp4}", "", "'signed.mp4' has no place: set media_base_url in mkdocs.yml"),
        ("{bsl: https://media.club.org.uk/signed.mp3}", "", "is no kind of film that browsers play"),
        ("{bsl: https://media.club.org.uk/signed.mp4}", "bsl.mp4", "the folder has bsl.mp4 as well; remove that file"),
        ("{signed: https://media.club.org.uk/signed.mp4}", "", "'versions.signed' is not a field here"),
    ],
)
def test_a_version_that_nobody_could_play_is_told(copied_project: Path, versions: str, file: str, said: str) -> None:
    change(copied_project / NARRATED, "recording:\n", f"versions: {versions}\nrecording:\n")
    if file:
        (copied_project / "webinars" / "a-short-script" / file).write_bytes(b"\0\0\0\x18ftypisom")
    (message,) = [message for message in problems(copied_project) if "media_sources" not in message]
    assert said in message


@pytest.mark.parametrize("address", ["http://media.club.org.uk/", "talks/", "https://localhost/"])
def test_storage_that_readers_cannot_reach_is_told(copied_project: Path, address: str) -> None:
    change(copied_project / "mkdocs.yml", 'media_base_url: ""', f"media_base_url: {address}")
    (message,) = problems(copied_project)
    assert "'extra.media_base_url' is '" in message

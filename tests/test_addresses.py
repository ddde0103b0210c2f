"""Where addresses lead is judged as a browser does it, by the same functions for pages, data, papers and settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks.links import check_addresses
from macros.checks.run import check_all
from macros.reading.addresses import Address, leads_into, outside, public
from macros.reading.markdown import read_markdown

OWN = "https://club.github.io/site/"
OUTSIDE = (
    "//evil.example/",
    "HTTPS://evil.example/",
    "https:evil.example",
    "https:/evil.example",
    "https:/\\evil.example/",
    "https:\\\\evil.example/",
    "\\\\evil.example/",
    "/\\evil.example/",
    "&#104;ttps://evil.example/",
    "&#x2f;&#x2f;evil.example/",
    " https://evil.example/",
    "ht\ttps://evil.example/",
    "https:///evil.example/",
)


@pytest.mark.parametrize("written", OUTSIDE)
def test_whatever_a_browser_takes_for_another_server_leads_outside(written: str) -> None:
    assert outside(written) in (Address("https", "evil.example", "/"), Address("https", "evil.example", ""))


@pytest.mark.parametrize("written", ["do/access.md", "../x/", "#a", "?q=1", "/a/", "", "./a:b"])
def test_what_stays_in_the_site_is_not_outside(written: str) -> None:
    assert outside(written) is None


@pytest.mark.parametrize(
    ("written", "is_allowed"),
    [
        (OWN, True),
        ("https://club.github.io/site", True),
        ("HTTPS://CLUB.github.io:443/site/do/#x", True),
        ("https://club.github.io.evil.example/site/", False),
        ("https://club.github.io@evil.example/site/", False),
        ("https://club.github.io/sitemap/", False),
        ("https://club.github.io/site/../other/", False),
        ("https://club.github.io/site/%2e%2E/other/", False),
        ("https://club.github.io:8443/site/", False),
        ("http://club.github.io/site/", False),
        ("https://user@club.github.io/site/", False),
        ("javascript:https://club.github.io/site/", False),
    ],
)
def test_own_addresses_are_equal_hosts_and_not_equal_beginnings(written: str, is_allowed: bool) -> None:
    address = outside(written)
    assert address is not None
    assert leads_into(address, (OWN,)) is is_allowed


@pytest.mark.parametrize("around", ["[words]({})", '<a href="{}">words</a>', "![words]({})", '<q cite="{}">a</q>'])
@pytest.mark.parametrize(
    "written",
    [
        *(address for address in OUTSIDE if " " not in address and "\t" not in address),
        "ftp://evil.example/", "javascript:alert`1`", "JavaScript:alert`1`", "data:text/html,x", "file:///etc/passwd",
        "https://club.github.io.evil.example/", "https://club.github.io@evil.example/",
    ],
)  # fmt: skip
def test_no_way_of_writing_passes_the_check_of_pages(around: str, written: str) -> None:
    if not around.startswith("<"):
        # Of two backslashes Markdown makes one.
        written = written.replace("\\", "\\\\")
    found = list(check_addresses(read_markdown(around.format(written)), "docs/page.md", (OWN,), {}))
    assert found


@pytest.mark.parametrize("written", ["mailto:a@club.example", "tel:+441234567890"])
def test_readers_may_be_asked_to_write_or_call(written: str) -> None:
    assert list(check_addresses(read_markdown(f"[words]({written})"), "docs/page.md", (), {})) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('repo_url: !ENV [REPO_URL, ""]', 'repo_url: "javascript:alert(1)"'),
        ('repo_url: !ENV [REPO_URL, ""]', 'repo_url: "https://github.com@evil.example/"'),
        ('site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"]', 'site_url: "ftp://club.example/"'),
        ('contact: !ENV [CONTACT, ""]', 'contact: "javascript:alert(1)//@"'),
        ("site_name: Doing With", 'site_name: "Doing\\nWith"'),
        ("site_name: Doing With", 'site_name: "Doing\\u202EWith"'),
        ("- Home: index.md", '- "Ho\\u200Bme": index.md'),
    ],
)
def test_settings_lead_where_they_say(copied_project: Path, old: str, new: str) -> None:
    file = copied_project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    assert [problem for problem in check_all(copied_project)[1] if problem.file == "mkdocs.yml"]


@pytest.mark.parametrize("url", ["https://a@evil.example/", "https:/evil.example", "ftp://a.example/", "https://é.org"])
def test_sources_lead_where_they_say(copied_project: Path, url: str) -> None:
    file = copied_project / "data" / "sources.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        f'{text}\n  planted:\n    title: A\n    by: B\n    year: "2020"\n    url: "{url}"\n', encoding="utf-8"
    )
    assert any("planted.url" in problem.message for problem in check_all(copied_project)[1])


@pytest.mark.parametrize("address", ["https://club.org.uk/", OWN, "HTTP://CLUB.ORG.UK:8080/"])
def test_an_address_that_others_can_open_is_public(address: str) -> None:
    assert public(address) == address


@pytest.mark.parametrize(
    "address",
    [
        *("/", "", "http://127.0.0.1:8000/", "http://127.9.9.9/", "http://0.0.0.0:8000/", "http://[::1]/"),
        *("http://localhost/", "http://LOCALHOST:8000/", "http://site.localhost/", "https://example.org/"),
    ],
)
def test_an_address_that_only_this_computer_can_open_is_given_to_nobody(address: str) -> None:
    assert public(address) == ""

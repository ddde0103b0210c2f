"""The same content gives the same site, byte by byte, and the site has one sum to tell it by."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from macros.building.build import build
from macros.publishing.cbor import Value, read_cbor, write_cbor
from macros.publishing.ordered_index import SIGNATURE, put_in_order
from macros.publishing.site_hash import FILE, write_site_hash
from tests.fixture_project import make_fixture_project
from tests.test_fresh import files_of


@pytest.mark.early
def test_two_builds_from_nothing_give_the_same_bytes(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    sites = []
    for name in ("one", "other"):
        make_fixture_project(root, tmp_path / name)
        build(tmp_path / name, tmp_path / name / "site", "mkdocs", print)
        sites.append(tmp_path / name / "site")
    one, other = map(files_of, sites)
    assert one == other
    assert any(name.startswith("pagefind/filter/") for name in one)


@pytest.mark.skipif(sys.platform != "linux", reason="NOT RUN: the site's sum by other tools, which need Linux")
def test_the_sum_of_a_site_is_what_other_tools_find(tmp_path: Path) -> None:
    for name in ("index.html", "a b/index.html", "a/ü.txt", "B.txt", "a-b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    write_site_hash(tmp_path)
    listed = "find . -type f ! -name site-hash.txt | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum"
    found = subprocess.run(listed, shell=True, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert found.stdout.split()[0] == (tmp_path / FILE).read_text(encoding="utf-8").strip()
    before = (tmp_path / FILE).read_bytes()
    (tmp_path / "B.txt").rename(tmp_path / "C.txt")
    write_site_hash(tmp_path)
    assert (tmp_path / FILE).read_bytes() != before


@pytest.mark.parametrize(
    ("value", "data"),
    [
        # Appendix A of RFC 8949.
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (100, "1864"),
        (1000, "1903e8"),
        (1000000, "1a000f4240"),
        (1000000000000, "1b000000e8d4a51000"),
        ("", "60"),
        ("IETF", "6449455446"),
        ("ü", "62c3bc"),
        ([], "80"),
        ([1, [2, 3], [4, 5]], "8301820203820405"),
    ],
)
def test_values_are_written_as_the_standard_has_them(value: Value, data: str) -> None:
    assert write_cbor(value) == bytes.fromhex(data)
    assert read_cbor(bytes.fromhex(data)) == value


@pytest.mark.parametrize("data", ["20", "f6", "9f01ff", "0000"], ids=["negative", "null", "endless", "two values"])
def test_what_is_none_of_these_is_refused(data: str) -> None:
    with pytest.raises(ValueError, match=r"byte|bytes"):
        read_cbor(bytes.fromhex(data))


def index_of(folder: Path, kinds: list[Value]) -> dict[str, str]:
    """The files of an index with one filter, whose values stand in this order, once it is put in order."""
    (folder / "filter").mkdir(parents=True)
    filter_ = gzip.compress(SIGNATURE + write_cbor(["kind", kinds]))
    (folder / "filter" / "en_1.pf_filter").write_bytes(filter_)
    meta = gzip.compress(SIGNATURE + write_cbor(["1.5.2", [], [], [["kind", "en_1"]], [], []]))
    (folder / "pagefind.en_2.pf_meta").write_bytes(meta)
    (folder / "pagefind-entry.json").write_text('{"languages":{"en":{"hash":"en_2"}}}', encoding="utf-8")
    put_in_order(folder)
    return files_of(folder)


def test_an_index_is_the_same_whatever_chance_did_to_its_filters(tmp_path: Path) -> None:
    values: list[Value] = [["guide", [1, 2]], ["webinar", [3]]]
    found = index_of(tmp_path / "a", values)
    assert found == index_of(tmp_path / "b", values[::-1])
    assert found != index_of(tmp_path / "c", [["guide", [1]], ["webinar", [3]]])
    assert len(found) == 3

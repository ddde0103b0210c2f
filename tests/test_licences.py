"""The page of dependencies names every package with its licence, and what we would do without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.licences import FILE, WITHOUT, licence_of, locked_packages, named_packages, tables, write_licences


def test_the_page_is_what_the_command_makes(root: Path) -> None:
    assert tables(root) in (root / FILE).read_text(encoding="utf-8"), "run: python -m macros licences"


def test_each_package_that_we_name_has_its_way_out(root: Path) -> None:
    assert set(named_packages(root)) == WITHOUT.keys()


def test_every_package_of_the_lock_says_its_licence(root: Path) -> None:
    packages = locked_packages(root)
    assert len(packages) > 50
    assert {package.licence for package in packages} & {"", "not installed here", "its files do not say"} == set()


@pytest.mark.parametrize(
    ("name", "licence"),
    [
        ("pytest", "MIT"),
        ("resvg-py", "MIT"),
        ("lameenc", "LGPL"),
        ("espeakng-loader", "GPL-3"),
        ("no-such-package", "not installed here"),
    ],
)
def test_a_licence_is_read_from_what_is_installed(name: str, licence: str) -> None:
    assert licence in licence_of(name)


def test_the_rest_of_the_page_stays(tmp_path: Path, root: Path) -> None:
    for name in ("pyproject.toml", "requirements.lock", FILE):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text((root / name).read_text(encoding="utf-8"), encoding="utf-8")
    before = (tmp_path / FILE).read_text(encoding="utf-8")
    write_licences(tmp_path)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == before

"""Editors get schemas that are current, that explain every field, and that the real files keep to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from macros.cli import main
from macros.reading.interface_fields import InterfaceFields
from macros.reading.pages import read_pages
from macros.reading.yaml_file import parse_yaml
from macros.schemas import FOLDER, MODELS, path, schema, written_in
from tests.validators import faults

YAML_FILES = {name: written_in(name) for name in MODELS if written_in(name).endswith(".yml") and name != "settings"}
"""mkdocs.yml is apart: it has tags such as !ENV, and settings of MkDocs that the schema leaves alone."""


def validated(root: Path, name: str, documents: list[object]) -> list[list[str]]:
    """What an independent validator says of each document: a list of faults, empty if there are none."""
    return faults(json.loads(schema(name)), documents)


@pytest.mark.parametrize("name", MODELS)
def test_the_schema_in_the_repository_is_current(root: Path, name: str) -> None:
    assert path(root, name).read_text(encoding="utf-8") == schema(name), "run: python -m macros schemas"


def test_there_are_no_other_schemas(root: Path) -> None:
    assert {file.name for file in (root / FOLDER).iterdir()} == {path(root, name).name for name in MODELS}


def test_the_command_writes_every_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "schemas"]) == 0
    assert capsys.readouterr().out.splitlines() == [f"Written: schemas/{name}.schema.json" for name in MODELS]
    for name in MODELS:
        assert path(tmp_path, name).read_bytes() == schema(name).encode()


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS.keys())
def test_every_field_is_explained(model: type[BaseModel]) -> None:
    made = model.model_json_schema()
    for group in (made, *made.get("$defs", {}).values()):
        if model is InterfaceFields:
            # The English word itself says what each field is: only the groups need an explanation.
            assert group["description"], group["title"]
            continue
        for name, field in group.get("properties", {}).items():
            assert field.get("description", "").endswith((".", "?")), f"'{name}' of {group['title']} says nothing"


def test_every_yaml_file_that_people_write_has_a_schema(root: Path) -> None:
    written = {file for folder in ("data", "webinars") for file in (root / folder).rglob("*.yml")}
    assert written == {file for pattern in YAML_FILES.values() for file in root.glob(pattern)}


@pytest.mark.parametrize(("name", "pattern"), YAML_FILES.items())
def test_every_file_tells_editors_its_schema(root: Path, name: str, pattern: str) -> None:
    files = sorted(root.glob(pattern))
    assert files
    for file in files:
        up = "../" * len(file.parent.relative_to(root).parts)
        head = f"# yaml-language-server: $schema={up}{FOLDER}/{path(root, name).name}"
        assert file.read_text(encoding="utf-8").splitlines()[0] == head, file


@pytest.mark.parametrize(("name", "pattern"), YAML_FILES.items())
def test_the_real_files_keep_to_the_schemas(root: Path, name: str, pattern: str) -> None:
    files = sorted(root.glob(pattern))
    documents = [_read(file) for file in files]
    assert dict(zip(files, validated(root, name, documents), strict=True)) == {file: [] for file in files}


def test_the_real_pages_keep_to_their_schema(root: Path) -> None:
    pages = read_pages(root)[0]
    found = validated(root, "page", [page.data.value for page in pages])
    assert dict(zip([page.path for page in pages], found, strict=True)) == {page.path: [] for page in pages}


@pytest.mark.ours
def test_planted_faults_are_found_by_the_schema(root: Path) -> None:
    good: Any = _read(root / "webinars" / "the-ladder" / "webinar.yml")
    wrong = [
        {key: value for key, value in good.items() if key != "title"},
        {**good, "sumary": "A typing error."},
        {**good, "topics": []},
        {**good, "licence": "all rights reserved"},
    ]
    found = validated(root, "webinar", wrong)
    assert [faults[0] for faults in found] == [
        "/ must have required property 'title'",
        "/ must NOT have additional properties",
        "/topics must NOT have fewer than 1 items",
        "/licence must be equal to one of the allowed values",
    ]


@pytest.mark.parametrize(("name", "pattern"), YAML_FILES.items())
def test_a_field_that_nobody_knows_is_found_in_every_kind_of_file(root: Path, name: str, pattern: str) -> None:
    good: Any = _read(sorted(root.glob(pattern))[0])
    assert validated(root, name, [{**good, "titel": "A typing error."}]) == [
        ["/ must NOT have additional properties"],
    ]


def test_the_editors_settings_name_every_schema_with_its_files(root: Path) -> None:
    settings = json.loads((root / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    expected = {f"./{FOLDER}/{path(root, name).name}": written_in(name) for name in MODELS}
    assert settings["yaml.schemas"] == expected
    assert [pattern for pattern in expected.values() if not list(root.glob(pattern))] == []


def _read(file: Path) -> object:
    data, problems = parse_yaml(file.read_text(encoding="utf-8"), file.name)
    assert data
    assert not problems
    return data.value

"""JSON Schemas of what contributors write, made from the models, for editors that know them.

An editor then offers the fields while people type, and shows what each is for.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from macros.reading.fields import TopicsFields, WebinarFields
from macros.reading.help import HelpFields
from macros.reading.pages import FrontMatter

FOLDER = "schemas"
MODELS: dict[str, type[BaseModel]] = {
    "webinar": WebinarFields,
    "topics": TopicsFields,
    "page": FrontMatter,
    "help": HelpFields,
}
"""The models by the name of their file: ``schemas/<name>.schema.json``."""


class _Schema(GenerateJsonSchema):
    """Without a title on every field: it would only repeat the field's name."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401
        """Never."""
        return False


def schema(name: str) -> str:
    """The schema of this name, as the text of its file."""
    made = MODELS[name].model_json_schema(schema_generator=_Schema)
    made = {"$schema": _Schema.schema_dialect, **made}
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def path(root: Path, name: str) -> Path:
    """Where the schema of this name is kept."""
    return root / FOLDER / f"{name}.schema.json"


def write_schemas(root: Path) -> list[Path]:
    """Writes every schema anew, and gives the files."""
    (root / FOLDER).mkdir(exist_ok=True)
    for name in MODELS:
        path(root, name).write_text(schema(name), encoding="utf-8", newline="\n")
    return [path(root, name) for name in MODELS]

"""JSON Schemas of what contributors write, made from the models, for editors that know them.

An editor then offers the fields while people type, and shows what each is for.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from macros.language.words import WordsFields
from macros.reading.charts import ChartsFields
from macros.reading.fields import (
    GlossaryFields,
    LadderFields,
    PlanFields,
    RespellingsFields,
    SignsFields,
    SourcesFields,
    TopicsFields,
    WebinarFields,
    WhichRungFields,
)
from macros.reading.help import HelpFields
from macros.reading.interface_fields import InterfaceFields
from macros.reading.mishearings import MishearingsFields
from macros.reading.pages import FrontMatter
from macros.reading.paths import PathsFields
from macros.reading.pictures import PicturesFields
from macros.reading.session_plans import SessionPlansFields
from macros.reading.settings_fields import SettingsFields
from macros.reading.synonyms import SynonymsFields
from macros.reading.wcag import WcagFields

FOLDER = "schemas"
MODELS: dict[str, type[BaseModel]] = {
    "webinar": WebinarFields,
    "topics": TopicsFields,
    "paths": PathsFields,
    "page": FrontMatter,
    "charts": ChartsFields,
    "glossary": GlossaryFields,
    "help": HelpFields,
    "interface": InterfaceFields,
    "ladder": LadderFields,
    "mishearings": MishearingsFields,
    "pictures": PicturesFields,
    "plan-on-a-page": PlanFields,
    "respellings": RespellingsFields,
    "session-plans": SessionPlansFields,
    "settings": SettingsFields,
    "signs": SignsFields,
    "sources": SourcesFields,
    "synonyms": SynonymsFields,
    "wcag": WcagFields,
    "which-rung": WhichRungFields,
    "words": WordsFields,
}
"""The models by the name of their file: ``schemas/<name>.schema.json``."""

_ELSEWHERE = {
    "webinar": "webinars/*/webinar.yml",
    "topics": "webinars/topics.yml",
    "paths": "webinars/paths.yml",
    "page": "docs/**/*.md",
    "interface": "data/interface.*.yml",
    "settings": "mkdocs.yml",
}


def written_in(name: str) -> str:
    """The files that the schema is for, as a pattern from the project's folder: most are one file of data/."""
    return _ELSEWHERE.get(name, f"data/{name}.yml")


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

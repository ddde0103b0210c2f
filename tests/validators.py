"""Validators that others keep: ajv for JSON Schema, lxml for RELAX NG."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from tests.node_program import NODE_PROGRAM

TESTS = Path(__file__).parent
SCHEMAS = TESTS / "schemas"

_VALIDATE = """
const Ajv = require("ajv/dist/2020");
const [schema, ...documents] = JSON.parse(require("fs").readFileSync(0, "utf8"));
const validate = new Ajv({ validateFormats: false, allErrors: true, strict: true }).compile(schema);
console.log(JSON.stringify(documents.map((document) => validate(document) ? [] :
  validate.errors.map((error) => `${error.instancePath || "/"} ${error.message}`))));
"""


def faults(schema: object, documents: Sequence[object]) -> list[list[str]]:
    """What ajv says of each document by this JSON Schema: a list of faults, empty if there are none."""
    result = subprocess.run(
        [NODE_PROGRAM, "-e", _VALIDATE],
        cwd=TESTS / "node",
        input=json.dumps([schema, *documents], default=str),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    found: list[list[str]] = json.loads(result.stdout)
    return found


def json_faults(name: str, texts: Sequence[str]) -> list[list[str]]:
    """What is wrong with each text by a JSON Schema of tests/schemas/."""
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return faults(schema, [json.loads(text) for text in texts])


def xml_faults(name: str, text: str) -> list[str]:
    """What is wrong with an XML document by a RELAX NG schema of tests/schemas/."""
    schema = etree.RelaxNG(etree.parse(SCHEMAS / f"{name}.rng"))
    schema.validate(etree.fromstring(text.encode()))
    return [f"{error.line}: {error.message}" for error in schema.error_log]

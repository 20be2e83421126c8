"""JSON Schemas made from the types that rvc itself reads and writes."""

from __future__ import annotations

import ast
import inspect
import json
import sys
from functools import lru_cache
from typing import Any

import msgspec

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def register_schema() -> str:
    """Return the JSON Schema of laws.yaml: editors complete and check the file with it.

    Every scalar of the file is read as text, so numbers and dates may be written unquoted.
    """
    from rvc.model.register import Register

    schema = _schema(Register, "laws.yaml: a register of laws, demands and codings")
    _loosen(schema)
    return _text(schema)


def output_schemas() -> dict[str, str]:
    """Return the JSON Schema of every `--json` output, by file name (`laws.diff-1.schema.json`)."""
    from rvc.model import (
        output,
        output_records,
        output_refs,
        output_refs_dupes,
        output_refs_format,
        output_texts,
    )

    schemas = {}
    kinds: list[Any] = [
        kind
        for module in (
            output,
            output_refs,
            output_refs_dupes,
            output_refs_format,
            output_records,
            output_texts,
        )
        for kind in vars(module).values()
        if isinstance(kind, type)
    ]
    for kind in kinds:
        if kind.__name__.endswith("Output"):
            called = inspect.getdoc(kind) or kind.__name__
            schema = _schema(kind, f"JSON of {called.rstrip('.')}")
            name = str(kind.__struct_defaults__[-1]).removeprefix("rvc.").replace("/", "-")
            schemas[f"{name}.schema.json"] = _text(schema)
    return schemas


def _schema(kind: type, title: str) -> dict[str, Any]:
    (schema,), parts = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    _settle(parts)
    for found in _structs():
        properties = parts.get(found.__name__, {}).get("properties", {})
        for field, said in _field_docs(found).items():
            if field in properties:
                _describe(properties, field, said)
    return {"$schema": _DIALECT, "title": title, **schema, "$defs": parts}


def _settle(part: Any) -> None:
    """Level what versions of msgspec write differently: indents of docstrings, order of null."""
    if isinstance(part, list):
        for one in part:
            _settle(one)
    if not isinstance(part, dict):
        return
    if isinstance(part.get("description"), str):
        part["description"] = inspect.cleandoc(part["description"])
    if "anyOf" in part:
        part["anyOf"].sort(key=lambda one: one.get("type") == "null")
    for one in part.values():
        _settle(one)


def _structs() -> list[Any]:
    """Return the classes of all structs in the modules of the model."""
    modules = [module for name, module in sys.modules.items() if name.startswith("rvc.model.")]
    return [
        found
        for module in modules
        for found in vars(module).values()
        if isinstance(found, type)
        and issubclass(found, msgspec.Struct)
        and found.__module__ == module.__name__
    ]


@lru_cache
def _field_docs(kind: type) -> dict[str, str]:
    """Return the documentation string under each field of a struct, from its source."""
    body = ast.parse(inspect.getsource(kind)).body[0]
    docs: dict[str, str] = {}
    field = ""
    for node in body.body if isinstance(body, ast.ClassDef) else []:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            field = node.target.id
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and field:
            docs[field] = " ".join(str(node.value.value).split())
            field = ""
    return docs


def _describe(properties: dict[str, Any], field: str, said: str) -> None:
    properties[field] = {"description": said, **properties[field]}


def _loosen(schema: Any) -> None:
    """Let texts be written as YAML reads them (as text, number or truth value), numbers quoted."""
    if isinstance(schema, dict):
        if schema.get("type") == "string" and "enum" not in schema:
            schema["type"] = ["string", "number", "boolean"]
        elif schema.get("type") == "integer":
            schema.update(type=["integer", "string"], pattern="^-?[0-9]+$")
        for value in schema.values():
            _loosen(value)
    elif isinstance(schema, list):
        for value in schema:
            _loosen(value)


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"

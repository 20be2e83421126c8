"""The page that describes laws.yaml, made from the types that read it."""

from __future__ import annotations

import json
from typing import Any

from rvc.render.json_schema import register_schema


def schema_page() -> str:
    """Return one section a type: what it is, its keys, what they mean, and which are required."""
    schema = json.loads(register_schema())
    parts: dict[str, Any] = schema["$defs"]
    lines = [
        "# laws.yaml, key by key",
        "",
        "Made from the types that the loader itself uses (`make docs`); do not edit by hand.",
        "Every scalar is read as text: dates, numbers and `no` may be written without quotes.",
        "Unknown keys are refused. The first line of the file names the JSON Schema, so editors",
        "complete and check it.",
        "",
    ]
    for name in ["Register", *sorted(set(parts) - {"Register"})]:
        lines += _section(name, parts[name])
    return "\n".join(lines)


def _section(name: str, part: dict[str, Any]) -> list[str]:
    said = " ".join(part.get("description", "").split("\n\n")[0].split())
    lines = [f"## {name}", "", said, ""]
    if "enum" in part:
        return [*lines, "One of: " + ", ".join(f"`{word}`" for word in part["enum"]) + ".", ""]
    required = set(part.get("required", ()))
    lines += ["| key | required | value | meaning |", "| --- | --- | --- | --- |"]
    for key, value in part.get("properties", {}).items():
        needed = "yes" if key in required else ""
        lines.append(f"| `{key}` | {needed} | {_kind(value)} | {value.get('description', '')} |")
    return [*lines, ""]


def _kind(value: dict[str, Any]) -> str:
    if "$ref" in value:
        name = value["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in value:
        return next(_kind(part) for part in value["anyOf"] if part.get("type") != "null")
    if value.get("type") == "array":
        items = value.get("items") or (value.get("prefixItems") or [{}])[0]
        return f"list of {_kind(items)}" if items else "list"
    if value.get("type") == "object":
        return f"mapping of ids to {_kind(value.get('additionalProperties', {}))}"
    return "whole number" if value.get("type") == "integer" else "text"

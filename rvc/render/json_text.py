"""Values of `rvc.model.output` as JSON: indented, in the order of their fields, byte for byte."""

from __future__ import annotations

import msgspec


def json_text(output: msgspec.Struct) -> str:
    """Return the JSON of one output, `format` first, with a line break at the end."""
    data = msgspec.to_builtins(output)
    ordered = {"format": data.pop("format"), **data} if "format" in data else data
    return msgspec.json.format(msgspec.json.encode(ordered), indent=2).decode() + "\n"

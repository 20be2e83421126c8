"""Values of `rvc.model.output` as JSON: indented, in the order of their fields, byte for byte."""

from __future__ import annotations

import msgspec

from rvc.model.printable import CONTROL


def json_text(output: msgspec.Struct) -> str:
    """Return the JSON of one output, `format` first, with a line break at the end."""
    data = msgspec.to_builtins(output)
    ordered = {"format": data.pop("format"), **data} if "format" in data else data
    return safe(msgspec.json.format(msgspec.json.encode(ordered), indent=2).decode()) + "\n"


def safe(json: str) -> str:
    """Return JSON with every control character escaped, as JSON itself demands only of some.

    A terminal obeys U+009B like an escape sequence, and U+202E turns the direction of writing.
    """
    return CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", json)

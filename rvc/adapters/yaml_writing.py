"""Plain data → YAML that reads well in a diff: always the same text for the same data."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

Plain = str | int | Sequence["Plain"] | Mapping[str, "Plain"]

_SAFE = re.compile(r"[A-Za-z](?:[A-Za-z0-9_./()'é -]*[A-Za-z0-9_./)])?")
_WORDS_WITH_MEANING = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_NUMBER = re.compile(
    r"[-+]?(?:0b[01_]+|0o[0-7_]+|0x[\da-f_]+|[\d_]*\d[\d_]*(?::[0-5]?\d)*(?:\.[\d_]*)?(?:e[-+]?\d+)?"
    r"|\.[\d_]+(?:e[-+]?\d+)?|\.inf)|\.nan|\d{4}-\d\d?-\d\d?(?:[t ].*)?",
    re.IGNORECASE,
)
"""Numbers and dates of YAML 1.1 and 1.2: `0o17`, `1_000`, `1:30`, `1e3`, `2001-01-01`."""
_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_HALVES = re.compile("[\ud800-\udfff]")


def is_text(value: str) -> bool:
    """Whether every reader of YAML takes this for text where it stands without quotes."""
    return not (value.lower() in {*_WORDS_WITH_MEANING, "~", ""} or _NUMBER.fullmatch(value))


def write_yaml(data: Mapping[str, Plain], comment: str = "") -> str:
    """Return `data` as block YAML, keys in their order, under `comment` lines.

    Text that any reader of YAML could take for something else is quoted; empty values stay out.
    """
    lines = [f"# {line}" if line else "#" for line in comment.splitlines()]
    _mapping(data, "", lines)
    return "\n".join(lines) + "\n"


def _mapping(data: Mapping[str, Plain], indent: str, lines: list[str]) -> None:
    for key, value in data.items():
        if value in ("", (), [], {}):
            continue
        _value(f"{indent}{scalar(key)}:", value, indent, lines)


def _value(head: str, value: Plain, indent: str, lines: list[str]) -> None:
    if isinstance(value, (str, int)):
        lines.append(f"{head} {scalar(value)}")
    elif isinstance(value, Mapping):
        lines.append(head)
        _mapping(value, indent + "  ", lines)
    elif all(isinstance(item, (str, int)) for item in value):
        items = ", ".join(scalar(item) for item in value if isinstance(item, (str, int)))
        lines.append(f"{head} [{items}]")
    else:
        lines.append(head)
        for item in value:
            _item(item, indent + "  ", lines)


def _item(item: Plain, indent: str, lines: list[str]) -> None:
    inner: list[str] = []
    if not isinstance(item, Mapping):
        raise TypeError("a list holds either scalars or mappings")
    _mapping(item, indent + "  ", inner)
    if inner:
        inner[0] = f"{indent}- {inner[0].lstrip()}"
        lines.extend(inner)


def scalar(value: str | int) -> str:
    """Return one text or number as a YAML scalar on one line."""
    if isinstance(value, int):
        return str(value)
    if _SAFE.fullmatch(value) and value.lower() not in _WORDS_WITH_MEANING:
        return value
    whole = _HALVES.sub("�", value)
    quoted = json.dumps(whole, ensure_ascii=False)
    return _BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)

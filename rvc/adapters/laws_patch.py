"""Changing cite keys in laws.yaml where they stand; every other byte stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

import yaml

from rvc.adapters.yaml_text import Path, read_yaml
from rvc.adapters.yaml_writing import is_text
from rvc.errors import RvcError

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./+-]*(?::[A-Za-z0-9_./+-]+)*")
"""Keys that need no quotes wherever they stand, unless they read as a number or a truth value."""


def with_new_key(text: str, paths: Iterable[Path], old: str, new: str) -> str:
    """Return the YAML with `new` in place of `old` at the citations that `paths` lead to.

    Pinpoints (`old, art. 3`) stay. RvcError when reading the result gives anything but that, as
    with a value that an alias repeats in a place that is no citation.
    """
    places = list(paths)
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    nodes = {node.start_mark.index: node for node in (_node(root, path) for path in places)}
    parts, pos = [], 0
    for start, node in sorted(nodes.items()):
        written = text[start : node.end_mark.index]
        parts += [text[pos:start], _rewritten(written, node.value, old, new)]
        pos = node.end_mark.index
    changed = "".join([*parts, text[pos:]])
    wanted, _ = read_yaml(text)
    for path in places:
        _put(wanted, path, old, new)
    got, problems = read_yaml(changed)
    if problems or got != wanted:
        raise RvcError(
            f"'{old}' cannot be replaced safely in laws.yaml",
            hint="it stands in an alias or a block of text; replace it by hand",
        )
    return changed


def _node(node: Any, path: Path) -> Any:
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if key.value == step)
        else:
            node = node.value[step]
    return node


def _rewritten(written: str, value: str, old: str, new: str) -> str:
    """Return one scalar as it is to be written, quoted as it was where that is possible."""
    found = re.match(rf"([\"']?\s*){re.escape(old)}(?=\s*(?:,|[\"']?\s*$))", written)
    plain = _PLAIN.fullmatch(new) and is_text(_cited(value, old, new))
    if found and (found[1].strip() or plain):
        return found[1] + new + written[found.end() :]
    return json.dumps(_cited(value, old, new), ensure_ascii=False)


def _cited(value: str, old: str, new: str) -> str:
    key, comma, pinpoint = value.partition(",")
    return key.replace(old, new, 1) + comma + pinpoint


def _put(data: Any, path: Path, old: str, new: str) -> None:
    *above, last = path
    for step in above:
        data = data[step]
    if data[last].partition(",")[0].strip() == old:
        data[last] = _cited(data[last], old, new)

"""What is wrong with the shape of data: every problem, not only the first.

Conversion to typed values stops at the first problem, as it must be fast. Where it fails, this walk
over the same types says all that is wrong, with the path to each value and a suggestion.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct, inspect

from rvc.adapters.yaml_text import Path
from rvc.model.nearest import did_you_mean


class Misfit(Struct, frozen=True):
    """One value that does not fit its type."""

    path: Path
    message: str
    hint: str = ""


def misfits(data: Any, kind: type) -> list[Misfit]:
    """Return all that keeps `data` (dicts, lists, strings) from being a `kind`, in its order."""
    return list(_walk(data, _shape(kind), ()))


@lru_cache
def _shape(kind: type) -> inspect.Type:
    return inspect.type_info(kind)


def _walk(data: Any, shape: inspect.Type, path: Path) -> Iterator[Misfit]:
    if isinstance(shape, inspect.UnionType):
        shape = next(part for part in shape.types if not isinstance(part, inspect.NoneType))
    if isinstance(shape, inspect.StructType):
        yield from _struct(data, shape, path)
    elif isinstance(shape, inspect.VarTupleType):
        yield from _list(data, shape.item_type, path)
    elif isinstance(shape, inspect.TupleType):
        yield from _fixed(data, shape, path)
    elif isinstance(shape, inspect.DictType):
        yield from _mapping(data, shape.value_type, path)
    else:
        yield from _scalar(data, shape, path)


def _struct(data: Any, shape: inspect.StructType, path: Path) -> Iterator[Misfit]:
    if not isinstance(data, dict):
        yield Misfit(path, f"must be a mapping, is {_called(data)}")
        return
    fields = {field.encode_name: field for field in shape.fields}
    for key, value in data.items():
        if key in fields:
            yield from _walk(value, fields[key].type, (*path, key))
        else:
            hint = did_you_mean(key, fields.keys() - data.keys())
            yield Misfit((*path, key), f"unknown key '{key[:80]}'", hint)
    for name, field in fields.items():
        if field.required and name not in data:
            yield Misfit(path, f"key '{name}' is missing")


def _list(data: Any, item: inspect.Type, path: Path) -> Iterator[Misfit]:
    if not isinstance(data, list):
        yield Misfit(path, f"must be a list, is {_called(data)}", _as_list(data))
        return
    for position, value in enumerate(data):
        yield from _walk(value, item, (*path, position))


def _fixed(data: Any, shape: inspect.TupleType, path: Path) -> Iterator[Misfit]:
    if not isinstance(data, list) or len(data) != len(shape.item_types):
        yield Misfit(path, f"must be a list of {len(shape.item_types)} values")
        return
    for position, (value, item) in enumerate(zip(data, shape.item_types, strict=True)):
        yield from _walk(value, item, (*path, position))


def _mapping(data: Any, value_shape: inspect.Type, path: Path) -> Iterator[Misfit]:
    if not isinstance(data, dict):
        yield Misfit(path, f"must be a mapping, is {_called(data)}")
        return
    for key, value in data.items():
        yield from _walk(value, value_shape, (*path, key))


def _scalar(data: Any, shape: inspect.Type, path: Path) -> Iterator[Misfit]:
    if not isinstance(data, str):
        yield Misfit(path, f"must be text, is {_called(data)}")
    elif isinstance(shape, inspect.EnumType):
        words = [member.value for member in shape.cls]
        if data not in words:
            near = did_you_mean(data, words)
            # "bill" is no slip for "amending-bill": who wrote it wants to see what there is
            holding = any(data.lower() in word and not word.startswith(data) for word in words)
            hint = near if near and not holding else f"one of: {', '.join(words)}"
            yield Misfit(path, f"'{data[:80]}' is not {_noun(shape.cls.__name__)}", hint)
    elif isinstance(shape, inspect.IntType) and not _is_number(data, shape):
        yield Misfit(path, f"'{data[:80]}' is not a whole number")


def _is_number(text: str, shape: inspect.IntType) -> bool:
    try:
        number = msgspec.convert(text, int, strict=False)
    except msgspec.ValidationError:
        return False
    return (shape.ge is None or shape.ge <= number) and (shape.le is None or number <= shape.le)


def _noun(name: str) -> str:
    """Return the name of a class as a noun with its article: `an attainment`, `a law status`."""
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _called(data: Any) -> str:
    if isinstance(data, dict):
        return "a mapping"
    return "a list" if isinstance(data, list) else "empty" if data in ("", None) else "text"


def _as_list(data: Any) -> str:
    return f"write [{data[:40]}]" if isinstance(data, str) and data else ""

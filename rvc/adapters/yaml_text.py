"""YAML read as text: every scalar stays the string that somebody typed.

YAML 1.1 turns `NO` into False, `1.10` into 1.1 and the last of two equal keys wins without a word.
Here PyYAML's C parser gives events and nothing is guessed: scalars are strings, two equal keys are
a problem, an alias may not blow the document up. Places are looked up only when something has to
be said about them, which keeps the usual, faultless reading fast.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml
from msgspec import Struct

from rvc.model.finding import Place

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings and positions in lists."""

_Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MOST_EXPANSION = 20
"""Aliases may make a document this many times larger than it is written, plus a thousand nodes."""
_MOST_DEPTH = 60
"""No register is nested deeper; a hostile file is, to exhaust whoever follows it."""


class Problem(Struct, frozen=True):
    """Something wrong with the file as YAML; line and column count from 1."""

    message: str
    line: int
    column: int
    hint: str = ""


def read_yaml(text: str) -> tuple[Any, list[Problem]]:
    """Return the value of the one document in `text` and what is wrong with it.

    Mappings become dicts, lists become lists, all scalars str; an empty document is None.
    After a syntax error the value is None.
    """
    builder = _Builder(text)
    try:
        return builder.build(), builder.problems
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, _syntax(error)]
    except yaml.reader.ReaderError as error:
        return None, [*builder.problems, _character(text, error)]
    except _RefusedError as refused:
        return None, [*builder.problems, refused.problem]
    finally:
        builder.parser.dispose()


def locate(text: str, paths: Iterable[Path], file: str) -> dict[Path, Place]:
    """Return where in `text` the values at `paths` stand (a key of a mapping: at the key).

    A path that leads nowhere gets the place of the last part of it that exists.
    """
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return {path: _descend(root, path, file) for path in paths}


class _RefusedError(Exception):
    def __init__(self, message: str, mark: Any, hint: str = "") -> None:
        super().__init__(message)
        self.problem = Problem(message, mark.line + 1, mark.column + 1, hint)


class _Builder:
    """Turns events into dicts, lists and strings with a stack of its own (no recursion)."""

    def __init__(self, text: str) -> None:
        self.parser = _Parser(text)
        self.problems: list[Problem] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.open_anchors: set[str] = set()
        self.written = 0
        self.expanded = 0

    def build(self) -> Any:
        parser = self.parser
        parser.get_event()  # stream start
        if isinstance(parser.get_event(), yaml.StreamEndEvent):
            return None
        value = self._document(parser.get_event)
        parser.get_event()  # document end
        after = parser.get_event()
        if not isinstance(after, yaml.StreamEndEvent):
            raise _RefusedError("a second YAML document begins here", after.start_mark)
        return value

    def _document(self, get: Any) -> Any:
        scalar, map_start, list_start = (
            yaml.ScalarEvent,
            yaml.MappingStartEvent,
            yaml.SequenceStartEvent,
        )
        root: list[Any] = []
        target: Any = root
        key: Any = None  # None: the next scalar of a mapping is a key
        stack: list[tuple[Any, Any, str | None, int]] = []
        while True:
            event = get()
            kind = type(event)
            self.written += 1
            if kind is scalar:
                value = event.value
                if type(target) is dict and key is None:
                    if value in target:
                        self._duplicate(value, event.start_mark)
                    key = value
                    continue
                if event.anchor:
                    self.anchors[event.anchor] = (value, 1)
            elif kind is map_start or kind is list_start:
                value = {} if kind is map_start else []
                self._enter(event, target, key, len(stack))
                stack.append((target, key, event.anchor, self.written + self.expanded))
                target, key = value, None
                continue
            elif kind is yaml.AliasEvent:
                value = self._alias(event, target, key)
            else:  # the end of a mapping or list
                value = target
                target, key, anchor, before = stack.pop()
                if anchor:
                    self.anchors[anchor] = (value, self.written + self.expanded - before)
                    self.open_anchors.discard(anchor)
            if type(target) is dict:
                target[key] = value
                key = None
            else:
                target.append(value)
                if target is root:
                    return value

    def _enter(self, event: Any, target: Any, key: Any, depth: int) -> None:
        if type(target) is dict and key is None:
            raise _RefusedError(
                "a key must be plain text, not a list or a mapping", event.start_mark
            )
        if depth > _MOST_DEPTH:
            raise _RefusedError("nested too deeply to be a register", event.start_mark)
        if event.anchor:
            self.open_anchors.add(event.anchor)

    def _alias(self, event: Any, target: Any, key: Any) -> Any:
        if type(target) is dict and key is None:
            raise _RefusedError("a key must be plain text, not an alias", event.start_mark)
        if event.anchor in self.open_anchors:
            raise _RefusedError(
                f"alias '*{event.anchor}' stands inside what it repeats", event.start_mark
            )
        if event.anchor not in self.anchors:
            raise _RefusedError(
                f"alias '*{event.anchor}' has no anchor before it", event.start_mark
            )
        value, size = self.anchors[event.anchor]
        self.expanded += size
        if self.expanded > _MOST_EXPANSION * self.written + 1000:
            raise _RefusedError(
                f"alias '*{event.anchor}' makes the file many times larger than it is written",
                event.start_mark,
                "write the values out",
            )
        return value

    def _duplicate(self, key: str, mark: Any) -> None:
        self.problems.append(
            Problem(
                f"key '{key}' stands twice in the same mapping",
                mark.line + 1,
                mark.column + 1,
                "keep one of the two",
            )
        )


def _syntax(error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    said = " ".join(part for part in (error.problem, error.context) if part)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(f"not YAML: {said}", line, column)


def _character(text: str, error: yaml.reader.ReaderError) -> Problem:
    position = error.position if isinstance(error.position, int) else 0
    before = text[:position]
    column = position - (before.rfind("\n") + 1) + 1
    return Problem(f"not YAML: {error.reason}", before.count("\n") + 1, column)


def _descend(node: Any, path: Path, file: str) -> Place:
    mark = node.start_mark if node is not None else None
    for step in path:
        if isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == step), None)
            if pair is None:
                break
            mark, node = pair[0].start_mark, pair[1]
        elif (
            isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value)
        ):
            node = node.value[step]
            mark = node.start_mark
        else:
            break
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)

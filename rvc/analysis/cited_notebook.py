"""Citations in Jupyter notebooks: Markdown in cells, inside JSON, with places in the JSON text.

The form is that of nbformat 4 (cells with `cell_type` and `source`, a text or a list of lines).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from rvc.analysis.cited import Cited, Citings
from rvc.analysis.cited_markdown import in_quarto
from rvc.errors import RvcError

_TOKEN = re.compile(r'(?P<string>"(?:[^"\\]|\\.)*+")(?P<colon>\s*:)?|[{}\[\]]', re.DOTALL)
_CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\.|.",
    re.DOTALL,
)
_CELL = ["", "cells", ""]
_PROSE = frozenset({"markdown", "raw"})

Written = list[tuple[int, int]]
"""Where each character of a text is written in the JSON."""


def in_notebook(text: str) -> Citings:
    """Yield the citations in a notebook; RvcError when it is none."""
    for source, written in notebook_cells(text):
        for found in in_quarto(source):
            if "\n" in found.key:  # over two strings of the JSON: no entry has such a key
                continue
            start, end = written[found.start][0], written[found.end - 1][1]
            yield Cited(found.key, start, end)


def notebook_cells(text: str) -> Iterator[tuple[str, Written]]:
    """Yield the text of each cell of prose, with where it is written; RvcError as above."""
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RvcError(f"not a notebook: not JSON ({error})") from error
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise RvcError(
            "not a notebook: it holds no cells", hint="jupyter nbconvert renews those before 2014"
        )
    for kind, lines in _cells(text):
        if kind in _PROSE:
            written = [place for start, end in lines for place in _places(text, start, end)]
            yield "".join(json.loads(text[start:end]) for start, end in lines), written


def _cells(text: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield the type of each cell and the spans of the strings of its source."""
    path: list[str] = []  # of each open object or list, the key that it stands under
    key, kind = "", ""
    lines: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(text):
        if token["colon"]:
            key = json.loads(token["string"])
        elif token["string"]:
            if path == _CELL and key == "cell_type":
                kind = json.loads(token["string"])
            elif [*path, key] == [*_CELL, "source"] or path == [*_CELL, "source"]:
                lines.append(token.span("string"))
        elif token[0] in "{[":
            path.append(key)
            key = ""
            if path == _CELL:
                kind, lines = "", []
        else:
            if path == _CELL:
                yield kind, lines
            path.pop()
            key = ""


def _places(text: str, start: int, end: int) -> Written:
    """Return where each character of the JSON string between two offsets is written."""
    return [found.span() for found in _CHARACTER.finditer(text, start + 1, end - 1)]

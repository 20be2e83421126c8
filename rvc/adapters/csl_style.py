"""A .csl file, looked into before pandoc is asked: pandoc's own messages are for its makers.

What is read here is the form of a style in CSL 1.0: whether it is one, whether it only points to
another one (a dependent style, for which pandoc would ask the network), what it can print.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.etree import ElementTree

from rvc.adapters.opened import read_bytes
from rvc.errors import RvcError

_CSL = "{http://purl.org/net/xbiblio/csl}"


class CslStyle(NamedTuple):
    """A style that prints by itself."""

    path: Path
    lists: bool
    """Whether it prints lists of references."""
    notes: bool
    """Whether it cites in notes and not in the text."""


def csl_style(path: Path) -> CslStyle:
    """Return the style in a file, or the one it points to, if that stands beside it.

    RvcError when there is no such file, or it is no style.
    """
    root = _root(path)
    parent = _parent(root)
    if not parent:
        return _style(path, root)
    name = urlsplit(parent).path.rpartition("/")[2] + ".csl"
    for folder in (path.parent, path.parent.parent):  # as in the collection of all styles
        if name != ".csl" and (folder / name).is_file() and not _parent(_root(folder / name)):
            return _style(folder / name, _root(folder / name))
    hint = f"save that one as {name} beside it" if name != ".csl" else "name that one"
    raise RvcError(f"this style only points to another, {parent}", where=str(path), hint=hint)


def _style(path: Path, root: ElementTree.Element) -> CslStyle:
    lists = root.find(f"{_CSL}bibliography") is not None
    return CslStyle(path, lists, root.get("class") == "note")


def _parent(root: ElementTree.Element) -> str:
    links = root.iterfind(f"{_CSL}info/{_CSL}link")
    parents = (one.get("href", "") for one in links if one.get("rel") == "independent-parent")
    return next(parents, "")


def _root(path: Path) -> ElementTree.Element:
    data = read_bytes(path)
    where = str(path)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise RvcError("it declares entities, which no style needs", where=where)
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise RvcError(f"this is no whole XML: {error}", where=where) from None
    if root.tag != f"{_CSL}style":
        raise RvcError("this is no style of the Citation Style Language", where=where)
    return root

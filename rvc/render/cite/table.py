"""The styles that rvc knows by itself: the name that a person types → its module."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from rvc.render.cite.runs import Run

STYLES = {
    "apa": "rvc.render.cite.apa",
    "chicago-author-date": "rvc.render.cite.chicago",
    "harvard": "rvc.render.cite.harvard",
    "ieee": "rvc.render.cite.ieee",
    "mla": "rvc.render.cite.mla",
    "vancouver": "rvc.render.cite.vancouver",
}
NUMBERED = {"ieee", "vancouver"}


class Style(NamedTuple):
    """A style: an entry of the reference list, and a citation in a text."""

    name: str
    entry: Callable[[dict[str, Any]], tuple[Run, ...]]
    cite: Callable[[list[dict[str, Any]]], str]


def style(name: str) -> Style:
    """Return the style of this name (a key of STYLES)."""
    module = import_module(STYLES[name])
    return Style(name, module.entry, module.cite)


def in_order(items: Sequence[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    """Return works as a reference list orders them: as cited where numbered, else by names.

    A work given twice comes once. In author–date styles the works are told apart.
    """
    once = list({item["id"]: item for item in items}.values())
    if name in NUMBERED:
        return [{**item, "citation-number": n} for n, item in enumerate(once, 1)]
    ordered = sorted(once, key=_order)
    cited = getattr(import_module(STYLES[name]), "cited", None)
    if cited is None:
        return ordered
    from rvc.render.cite.told_apart import told_apart

    return told_apart(ordered, cited)


_ARTICLE = re.compile(r"^(?:an?|the) ")


def _order(item: dict[str, Any]) -> tuple[str, int, int, str]:
    """Return names, then year (none first, in words last, as APA 9.46 has it), then title."""
    from rvc.bib.search_text import fold
    from rvc.render.cite.parts import family, people

    names, _ = people(item)
    who = " ".join(f"{family(name)} {name.get('given', '')}" for name in names)
    title = _ARTICLE.sub("", fold(item.get("title", "")), count=1)
    issued = item.get("issued", {})
    parts = issued.get("date-parts", [[]])[0]
    rank = 1 if parts else 2 if issued.get("literal") else 0
    return fold(who) or title, rank, parts[0] if parts else 0, title


def number(item: dict[str, Any], name: str) -> str:
    """Return the number in front of an entry, empty in styles that have none."""
    if name not in NUMBERED:
        return ""
    position = item.get("citation-number", 1)
    return f"[{position}] " if name == "ieee" else f"{position}. "

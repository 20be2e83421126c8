"""Vancouver style, as the NLM's "Citing Medicine" describes it (numbered)."""

from __future__ import annotations

import re

from rvc.render.cite.parts import (
    Item,
    accessed,
    family,
    initials,
    kind,
    listed,
    makers,
    ordinal,
    series,
    signed,
    year,
)
from rvc.render.cite.runs import Run, runs


def entry(item: Item) -> tuple[Run, ...]:
    """Return the work as the reference list prints it, without its number."""
    names, edited = signed(item)
    role = f", editor{'s' if len(names) > 1 else ''}" if edited else ""
    who = _row(names) + role
    parts = [who, _title(item), *_rest(item)]
    said = ". ".join(part.rstrip(".") for part in parts if part) + "."
    doi = f" doi:{item['DOI']}" if item.get("DOI") else ""
    url = f" Available from: {item['URL']}" if item.get("URL") and not doi else ""
    return runs(said + doi + url)


def cite(items: list[Item]) -> str:
    """Return the works as a citation in a text: the numbers given under `citation-number`."""
    return f"({','.join(str(item.get('citation-number', 1)) for item in items)})"


def _title(item: Item) -> str:
    title: str = item.get("title", "")
    if item["type"] == "thesis" and item.get("genre"):
        title += f" [{item['genre']}]"
    if item.get("container-title"):
        return title
    return f"{title}{_edition(item)}{_medium(item)}"


def _edition(item: Item) -> str:
    return f". {ordinal(item['edition'])} ed" if item.get("edition") else ""


def _medium(item: Item) -> str:
    online = item.get("URL") and not item.get("DOI")
    return " [Internet]" if online or item["type"] == "webpage" else ""


def _rest(item: Item) -> list[str]:
    container = str(item.get("container-title", ""))
    span = _short(str(item.get("page", "")))
    seen = accessed(item, " [cited {year} {short} {day}]")
    if container and item["type"] not in {"chapter", "paper-conference"}:
        issue = f"({item['issue']})" if item.get("issue") else ""
        numbers = f";{item.get('volume', '')}{issue}" if item.get("volume") or issue else ""
        date = f"{year(item, '')}{seen}{numbers}{':' + span if span else ''}"
        return [f"{container}{_medium(item)}", date.strip()]
    place = ": ".join(p for p in (item.get("publisher-place"), item.get("publisher")) if p)
    made = "; ".join(part for part in (place, year(item, "")) if part) + seen
    made = f"{made}. p. {span}" if span else made
    if container:
        names = item.get("editor", []) if item.get("author") else []
        role = "editors" if len(names) > 1 else "editor"
        by = f"{_row(names)}, {role}. " if names else ""
        return [f"In: {by}{container}{_edition(item)}{_medium(item)}", made.strip()]
    made_by = [f"{_row(names)}, {_roles(names, roles)}" for names, roles in makers(item)]
    inside = f"({series(item)})" if series(item) else ""
    return [*made_by, made.strip(), kind(item, no=""), inside]


def _row(names: list[dict[str, str]]) -> str:
    return listed(names, _name, last=", ", most=6, kept=6, et_al=", et al")


def _roles(names: list[dict[str, str]], roles: tuple[str, ...]) -> str:
    return ", ".join(f"{role}{'s' if len(names) > 1 else ''}" for role in roles)


def _name(name: dict[str, str]) -> str:
    letters = initials(name.get("given", ""), dot="", space="").replace("-", "")
    said = f"{family(name)} {letters}".strip()
    return f"{said} {name['suffix']}" if name.get("suffix") else said


def _short(span: str) -> str:
    """Return a page range without the digits that both ends share (`393-419` as `393–419`)."""
    lettered = re.fullmatch(r"([A-Za-z]+)(\d+)-\1(\d+)", span)
    if lettered:
        return f"{lettered[1]}{_short(f'{lettered[2]}-{lettered[3]}')}"
    first, dash, second = span.partition("-")
    if not dash or len(first) != len(second) or not (first + second).isdigit():
        return span.replace("-", "–")
    same = next((n for n in range(len(first)) if first[n] != second[n]), 0)
    return f"{first}–{second[same:]}"

"""Vancouver style, as the NLM's "Citing Medicine" describes it (numbered)."""

from __future__ import annotations

from rvc.render.cite.parts import (
    Item,
    family,
    initials,
    kind,
    listed,
    ordinal,
    people,
    year,
)
from rvc.render.cite.runs import Run, runs


def entry(item: Item) -> tuple[Run, ...]:
    """Return the work as the reference list prints it, without its number."""
    names, edited = people(item)
    role = f", editor{'s' if len(names) > 1 else ''}" if edited else ""
    who = listed(names, _name, last=", ", most=6, kept=6, et_al=", et al") + role
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
    edition = f". {ordinal(item['edition'])} ed" if item.get("edition") else ""
    return f"{title}{edition}{' [Internet]' if item['type'] == 'webpage' else ''}"


def _rest(item: Item) -> list[str]:
    container = item.get("container-title", "")
    span = _short(str(item.get("page", "")))
    if container and item["type"] not in {"chapter", "paper-conference"}:
        issue = f"({item['issue']})" if item.get("issue") else ""
        numbers = f";{item.get('volume', '')}{issue}" if item.get("volume") or issue else ""
        return [container, f"{year(item, '')}{numbers}{':' + span if span else ''}"]
    place = ": ".join(p for p in (item.get("publisher-place"), item.get("publisher")) if p)
    made = "; ".join(part for part in (place, year(item, "")) if part)
    made = f"{made}. p. {span}" if span else made
    if container:
        names = item.get("editor", []) if item.get("author") else []
        editors = listed(names, _name, last=", ", most=6, kept=6, et_al=", et al")
        role = "editors" if len(names) > 1 else "editor"
        by = f"{editors}, {role}. " if editors else ""
        return [f"In: {by}{container}", made]
    return [made, kind(item, no="")]


def _name(name: dict[str, str]) -> str:
    letters = initials(name.get("given", ""), dot="", space="").replace("-", "")
    said = f"{family(name)} {letters}".strip()
    return f"{said} {name['suffix']}" if name.get("suffix") else said


def _short(span: str) -> str:
    """Return a page range without the digits that both ends share (`393-419` as `393–419`)."""
    first, dash, second = span.partition("-")
    if not dash or len(first) != len(second) or not (first + second).isdigit():
        return span.replace("-", "–")
    same = next((n for n in range(len(first)) if first[n] != second[n]), 0)
    return f"{first}–{second[same:]}"

"""IEEE style (numbered)."""

from __future__ import annotations

from rvc.render.cite.parts import (
    MONTHS,
    Item,
    family,
    initials,
    kind,
    listed,
    ordinal,
    pages,
    people,
    series,
    whole,
    year,
)
from rvc.render.cite.runs import Run, join, runs

_SHORT = {"May": "May", "June": "Jun.", "July": "Jul.", "September": "Sep."}


def entry(item: Item) -> tuple[Run, ...]:
    """Return the work as the reference list prints it, without its number."""
    names, edited = people(item)
    role = f", Ed{'s' if len(names) > 1 else ''}." if edited else ""
    who = listed(names, _name, last=", and ", pair=" and ", most=6, kept=1) + role
    title = item.get("title", "")
    date = " ".join(part for part in (_month(item), year(item, "")) if part)
    if whole(item) and item["type"] not in {"report", "thesis"}:
        edition = f", {ordinal(item['edition'])} ed" if item.get("edition") else ""
        place = ": ".join(p for p in (item.get("publisher-place"), item.get("publisher")) if p)
        inside = f", in {series(item)}" if series(item) else ""
        first = join(", ", who, runs(Run(title, italic=True), edition, inside))
        printed = ", ".join(p for p in (place, year(item, "")) if p)
        return (*join(". ", first, printed), *_end(item))
    rest = join(", ", *_rest(item, date))
    lead = f"{who}, “{title}" if who else f"“{title}"
    return (Run(f"{lead},” "), *rest, *_end(item)) if rest else (Run(f"{lead}.”"), *_end(item, ""))


def _end(item: Item, stop: str = ".") -> tuple[Run, ...]:
    """Return the full stop and, for a work without DOI, where it stands in the web."""
    online = item.get("URL", "") if not item.get("DOI") else ""
    return runs(stop, f" [Online]. Available: {online}" if online else "")


def cite(items: list[Item]) -> str:
    """Return the works as a citation in a text: the numbers given under `number`."""
    return ", ".join(f"[{item.get('citation-number', 1)}]" for item in items)


def _rest(item: Item, date: str) -> list[tuple[Run, ...] | str]:
    container = item.get("container-title", "")
    span = f"pp. {pages(item)}" if item.get("page") else ""
    doi = f"doi: {item['DOI']}" if item.get("DOI") else ""
    if item["type"] in {"chapter", "paper-conference"} and container:
        editors = item.get("editor", []) if item.get("author") else []
        role = "Eds." if len(editors) > 1 else "Ed."
        by = f", {listed(editors, _name, last=', and ', pair=' and ')}, {role}" if editors else ""
        place = ": ".join(p for p in (item.get("publisher-place"), item.get("publisher")) if p)
        inside = runs("in ", Run(container, italic=True), by)
        return [inside, place, date, span, doi]
    if container:
        volume = f"vol. {item['volume']}" if item.get("volume") else ""
        issue = f"no. {item['issue']}" if item.get("issue") else ""
        return [runs(Run(container, italic=True)), volume, issue, span, date, doi]
    return [item.get("publisher", ""), kind(item, no="") or item.get("genre", ""), date, doi]


def _name(name: dict[str, str]) -> str:
    said = f"{initials(name.get('given', ''))} {family(name)}".strip()
    return f"{said} {name['suffix']}" if name.get("suffix") else said


def _month(item: Item) -> str:
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    if len(parts) < 2:
        return ""
    name = MONTHS[parts[1] - 1]
    return _SHORT.get(name, f"{name[:3]}.")

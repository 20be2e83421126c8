"""IEEE style (numbered)."""

from __future__ import annotations

from rvc.render.cite.parts import (
    MONTHS,
    Item,
    accessed,
    asks,
    family,
    initials,
    inner,
    kind,
    listed,
    ordinal,
    paged,
    series,
    signed,
    whole,
    year,
)
from rvc.render.cite.runs import Run, join, runs

_SHORT = {"May": "May", "June": "Jun.", "July": "Jul.", "September": "Sep."}


def entry(item: Item) -> tuple[Run, ...]:
    """Return the work as the reference list prints it, without its number."""
    names, edited = signed(item)
    role = f", Ed{'s' if len(names) > 1 else ''}." if edited else ""
    who = listed(names, _name, last=", and ", pair=" and ", most=6, kept=1) + role
    title = item.get("title", "")
    date = " ".join(part for part in (_month(item), year(item, "")) if part)
    alone = whole(item) or item["type"] == "document"
    if alone and item["type"] not in {"report", "thesis"}:
        edition = f", {ordinal(item['edition'])} ed" if item.get("edition") else ""
        place = ": ".join(p for p in (item.get("publisher-place"), item.get("publisher")) if p)
        first = join(", ", who, runs(Run(title, italic=True), edition), kind(item, no=""))
        inside = f"in {series(item)}" if series(item) else ""
        said = date if item["type"] == "document" else year(item, "")
        printed = ", ".join(p for p in (place, said) if p)
        doi = f"doi: {item['DOI']}" if item.get("DOI") else ""
        return (*join(". ", first, inside, printed, doi), *_end(item))
    rest = join(", ", *_rest(item, date))
    lead = f"{who}, “{inner(title)}" if who else f"“{inner(title)}"
    comma = "" if asks(title) else ","
    return (
        (Run(f"{lead}{comma}” "), *rest, *_end(item))
        if rest
        else (Run(f"{lead}.”"), *_end(item, ""))
    )


def _end(item: Item, stop: str = ".") -> tuple[Run, ...]:
    """Return the full stop and, for a work without DOI, where it stands in the web."""
    online = item.get("URL", "") if not item.get("DOI") else ""
    seen = accessed(item, " Accessed: {short}. {day}, {year}.").replace("May.", "May")
    return runs(stop, seen, f" [Online]. Available: {online}" if online else "")


def cite(items: list[Item]) -> str:
    """Return the works as a citation in a text: the numbers given under `number`."""
    return ", ".join(f"[{item.get('citation-number', 1)}]" for item in items)


def _rest(item: Item, date: str) -> list[tuple[Run, ...] | str]:
    container = item.get("container-title", "")
    span = paged(item)
    doi = f"doi: {item['DOI']}" if item.get("DOI") else ""
    if item["type"] in {"chapter", "paper-conference"} and container:
        editors = item.get("editor", []) if item.get("author") else []
        role = "Eds." if len(editors) > 1 else "Ed."
        by = f", {listed(editors, _name, last=', and ', pair=' and ')}, {role}" if editors else ""
        place = ": ".join(p for p in (item.get("publisher-place"), item.get("publisher")) if p)
        edition = f", {ordinal(item['edition'])} ed." if item.get("edition") else ""
        inside = runs("in ", Run(container, italic=True), edition, by)
        return [inside, place, date, span, doi]
    if container:
        volume = f"vol. {item['volume']}" if item.get("volume") else ""
        issue = f"no. {item['issue']}" if item.get("issue") else ""
        return [runs(Run(container, italic=True)), volume, issue, span, date, doi]
    publisher = item.get("publisher", "")
    if item["type"] == "thesis":
        return [item.get("genre", ""), publisher, date, doi]
    return [publisher, kind(item, no="") or item.get("genre", ""), date, doi]


def _name(name: dict[str, str]) -> str:
    said = f"{initials(name.get('given', ''))} {family(name)}".strip()
    return f"{said} {name['suffix']}" if name.get("suffix") else said


def _month(item: Item) -> str:
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    if len(parts) < 2:
        return ""
    name = MONTHS[parts[1] - 1]
    return _SHORT.get(name, f"{name[:3]}.")

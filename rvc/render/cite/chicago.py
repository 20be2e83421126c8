"""The Chicago Manual of Style, 18th edition, author–date."""

from __future__ import annotations

from rvc.render.cite.parts import (
    Item,
    accessed,
    cited_names,
    doi_url,
    family,
    inner,
    kind,
    listed,
    loose_number,
    made_by,
    month_day,
    ordinal,
    series,
    short_pages,
    signed,
    whole,
    year,
)
from rvc.render.cite.runs import Run, join, runs
from rvc.render.cite.told_apart import in_text


def entry(item: Item) -> tuple[Run, ...]:
    """Return the work as the reference list prints it."""
    names, edited = signed(item)
    who = listed(names, inverted, straight, last=", and ", most=6, kept=3, et_al=", et al.")
    role = f", ed{'s' if len(names) > 1 else ''}" if edited else ""
    lead = f"{who}{role}"
    start = f"{lead}{'' if lead.endswith('.') else '.'} {_year(item)}. " if lead else ""
    tail = "" if lead else f" {_year(item)}."
    seen = accessed(item, "Accessed {month} {day}, {year}")
    body = join(". ", _title(item, tail), *_rest(item), seen, doi_url(item))
    return (*runs(start), *body, Run("."))


def cite(items: list[Item]) -> str:
    """Return the works as a citation in a text."""
    return in_text(items, cited, _year, " ")


def cited(item: Item) -> str:
    """Return the names of a work as a citation has them, or its title."""
    names = cited_names(item, last=", and ", pair=" and ", most=2)
    return names or f"“{inner(item.get('title', ''))}”"


def _year(item: Item) -> str:
    return year(item, gap="-")


def inverted(name: dict[str, str]) -> str:
    """Return `Family, Given`."""
    if "literal" in name or not name.get("given"):
        return family(name)
    suffix = f", {name['suffix']}" if name.get("suffix") else ""
    return f"{family(name)}, {name['given']}{suffix}"


def straight(name: dict[str, str]) -> str:
    """Return `Given Family`."""
    suffix = f", {name['suffix']}" if name.get("suffix") else ""
    return f"{name.get('given', '')} {family(name)}".strip() + suffix


def _title(item: Item, tail: str) -> tuple[Run, ...]:
    title = item.get("title", "")
    if whole(item) and item["type"] != "thesis":
        edition = f". {ordinal(item['edition'])} ed" if item.get("edition") else ""
        return runs(Run(title, italic=True), edition, tail.rstrip("."))
    return runs(f"“{inner(title)}.”{tail}".rstrip("."))


def _rest(item: Item) -> list[tuple[Run, ...]]:
    container = item.get("container-title", "")
    if item["type"] in {"chapter", "paper-conference"} and container:
        editors = _straight_list(item.get("editor", []))
        by = f", edited by {editors}" if editors and item.get("author") else ""
        edition = f", {ordinal(item['edition'])} ed." if item.get("edition") else ""
        inside = runs("In ", Run(container, italic=True), edition, by)
        return [inside, runs(item.get("publisher", ""))]
    if container:
        volume = f" {item['volume']}" if item.get("volume") else ""
        issue = f" ({item['issue']})" if item.get("issue") and volume else ""
        issue = issue or (f", no. {item['issue']}" if item.get("issue") else "")
        span = f": {short_pages(item)}" if item.get("page") else ""
        return [runs(Run(container, italic=True), f"{volume}{issue}{span}")]
    if item["type"] == "thesis":
        parts = (item.get("genre", ""), item.get("publisher", ""))
        return [runs(", ".join(part for part in parts if part))]
    label = "Unpublished manuscript" if item["type"] == "manuscript" else kind(item)
    made = [runs(said) for said in made_by(item, _straight_list, " and ")]
    last = ", ".join(part for part in (item.get("publisher", ""), month_day(item)) if part)
    return [runs(label or loose_number(item)), *made, runs(series(item)), runs(last)]


def _straight_list(names: list[dict[str, str]]) -> str:
    return listed(names, straight, last=", and ", pair=" and ")

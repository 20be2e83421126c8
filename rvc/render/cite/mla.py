"""MLA style, 9th edition (author–page)."""

from __future__ import annotations

from rvc.render.cite.chicago import inverted, straight
from rvc.render.cite.parts import (
    MONTHS,
    Item,
    accessed,
    doi_url,
    family,
    inner,
    kind,
    loose_number,
    made_by,
    ordinal,
    paged,
    people,
    series,
    short_pages,
    signed,
    whole,
    year,
)
from rvc.render.cite.runs import Run, join, runs
from rvc.render.cite.told_apart import together

_SHORT = {"May": "May", "June": "June", "July": "July", "September": "Sept."}


def entry(item: Item) -> tuple[Run, ...]:
    """Return the work as the list of works cited prints it."""
    names, edited = signed(item)
    who = _who(names)
    role = f", editor{'s' if len(names) > 1 else ''}" if edited and who else ""
    title = item.get("title", "")
    said = runs(Run(title, italic=True), ".") if whole(item) else runs(f"“{inner(title)}.”")
    lead = f"{who}{role}"
    start = runs(f"{lead}{'' if lead.endswith('.') else '.'} ") if lead else ()
    rest = join(", ", *_rest(item))
    rest = join(". ", rest, series(item)) if not doi_url(item) else rest
    seen = accessed(item, " Accessed {day} {month} {year}.")
    for long in MONTHS:
        seen = seen.replace(long, _SHORT.get(long, long[:3] + "."))
    return (*start, *said, Run(" "), *rest, Run("." + seen)) if rest else (*start, *said)


def cite(items: list[Item]) -> str:
    """Return the works as a citation in a text."""
    said = [
        f"{who}, {_short_title(item)}" if len(works) > 1 else who
        for who, works in together(items, _cited)
        for item in works
    ]
    return f"({'; '.join(said)})"


def _short_title(item: Item) -> str:
    title = str(item.get("title-short") or item.get("title", "")).partition(":")[0]
    return title if whole(item) else f"“{inner(title)}”"


def _cited(item: Item) -> str:
    names, _ = people(item)
    shown = [family(name) for name in names if name.get("literal") != "others"]
    if len(shown) > 2 or len(shown) < len(names):
        return f"{shown[0]} et al."
    return " and ".join(shown) or f"“{inner(item.get('title', ''))}”"


def _who(names: list[dict[str, str]]) -> str:
    shown = [name for name in names if name.get("literal") != "others"]
    if not shown:
        return ""
    if len(shown) > 2 or len(shown) < len(names):
        return f"{inverted(shown[0])}, et al"
    return ", and ".join([inverted(shown[0]), *map(straight, shown[1:])])


def _rest(item: Item) -> list[tuple[Run, ...] | str]:
    container = item.get("container-title", "")
    span = short_pages(item)
    where = paged(item).split(" ")[0] + f" {span}" if span else ""
    parts: list[tuple[Run, ...] | str] = [runs(Run(container, italic=True))]
    if item["type"] in {"chapter", "paper-conference"}:
        editors = item.get("editor", []) if item.get("author") else []
        if editors:
            parts.append(f"edited by {_editors(editors)}")
    made = made_by(item, _editors, " and ")
    parts += [*made[:1], *(said[0].lower() + said[1:] for said in made[1:])]
    if item.get("edition"):
        parts.append(f"{ordinal(item['edition'])} ed.")
    if container and item["type"].startswith("article"):
        parts += [f"vol. {item['volume']}" if item.get("volume") else ""]
        issue = str(item.get("issue", "")).replace("-", "–")
        parts += [f"no{'s' if '–' in issue else ''}. {issue}" if issue else ""]
    else:
        parts += [kind(item), loose_number(item), item.get("publisher", "")]
    if item["type"] == "thesis":
        school = ", ".join(filter(None, (item.get("publisher"), item.get("genre"))))
        return [join(". ", _date(item), school), doi_url(item)]
    return [*parts, _date(item), where, doi_url(item)]


def _editors(names: list[dict[str, str]]) -> str:
    if len(names) > 2:
        return f"{straight(names[0])} et al."
    return " and ".join(straight(name) for name in names)


def _date(item: Item) -> str:
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    if len(parts) < 2:
        return year(item, "")
    name = MONTHS[parts[1] - 1]
    day = f"{parts[2]} " if len(parts) > 2 else ""
    return f"{day}{_SHORT.get(name, name[:3] + '.')} {year(item)}"

"""APA style, 7th edition (author–date)."""

from __future__ import annotations

from rvc.render.cite.parts import (
    Item,
    accessed,
    cited_names,
    doi_url,
    family,
    initials,
    inner,
    kind,
    listed,
    loose_number,
    makers,
    month_day,
    ordinal,
    paged,
    pages,
    signed,
    whole,
    year,
)
from rvc.render.cite.runs import Run, join, runs
from rvc.render.cite.told_apart import in_text


def entry(item: Item) -> tuple[Run, ...]:
    """Return the work as the reference list prints it."""
    names, edited = signed(item)
    role = f" (Ed{'s' if len(names) > 1 else ''}.)" if edited else ""
    who = listed(names, _name, last=", & ", pair=", & ", gap=", . . . ") + role
    title = _title(item)
    day = f", {month_day(item)}" if month_day(item) and item["type"] != "manuscript" else ""
    date = f"({_year(item)}{day})."
    if not who:
        return (*title, Run(f". {date} "), *_rest(item))
    dot = "" if who.endswith(".") else "."
    return (Run(f"{who}{dot} {date} "), *title, Run(". "), *_rest(item))


def cite(items: list[Item]) -> str:
    """Return the works as a citation in a text."""
    return in_text(items, cited, _year, ", ")


def cited(item: Item) -> str:
    """Return the names of a work as a citation has them, or its title."""
    return cited_names(item, last=", & ", pair=" & ", most=2) or f"“{inner(item.get('title', ''))}”"


def _year(item: Item) -> str:
    return year(item, gap="-")


def _name(name: dict[str, str]) -> str:
    given = initials(name.get("given", ""))
    suffix = f", {name['suffix']}" if name.get("suffix") else ""
    return f"{family(name)}, {given}{suffix}" if given else family(name) + suffix


def _title(item: Item) -> tuple[Run, ...]:
    alone = whole(item) or item["type"] in {"webpage", "document", "manuscript"}
    said = runs(Run(item.get("title", ""), italic=alone))
    details = ["; ".join(_maker(*maker) for maker in makers(item))] if makers(item) else []
    inside = item["type"] in {"chapter", "paper-conference"}
    details += [] if inside else _edition(item)
    if item["type"] in {"report", "patent"} and item.get("number"):
        details.append(kind(item, no="No. "))
    details += [loose_number(item)] if loose_number(item) else []
    if item["type"] == "book" and item.get("volume"):
        details.append(f"Vol. {item['volume']}")
    if item["type"] == "thesis":
        school = f", {item['publisher']}" if item.get("publisher") else ""
        return (*said, Run(f" [{item.get('genre', 'Thesis')}{school}]"))
    label = " [Unpublished manuscript]" if item["type"] == "manuscript" else ""
    return (*said, *runs(f" ({', '.join(details)})" if details else "", label))


def _rest(item: Item) -> tuple[Run, ...]:
    inside: tuple[Run, ...] = ()
    if item.get("container-title") and item["type"] in {"chapter", "paper-conference"}:
        editors = item.get("editor", []) if item.get("author") else []
        role = "Eds." if len(editors) > 1 else "Ed."
        by = f"{listed(editors, _editor, last=', & ', pair=' & ')} ({role}), " if editors else ""
        where = ", ".join([*_edition(item), *filter(None, [paged(item)])])
        span = f" ({where})" if where else ""
        inside = runs(f"In {by}", Run(item["container-title"], italic=True), span)
    elif item.get("container-title"):
        issue = f"({item['issue']})" if item.get("issue") else ""
        volume = runs(Run(item.get("volume", ""), italic=True), issue)
        inside = join(", ", Run(item["container-title"], italic=True), volume, pages(item))
    publisher = "" if item["type"] in {"thesis", "article-journal"} else item.get("publisher", "")
    body = join(". ", inside, publisher)
    seen = accessed(item, "{month} {day}, {year}") if "issued" not in item else ""
    address = (f"Retrieved {seen}, from " if seen else "") + doi_url(item)
    return join(" ", (*body, Run(".")) if body else "", address)


def _edition(item: Item) -> list[str]:
    return [f"{ordinal(item['edition'])} ed."] if item.get("edition") else []


def _editor(name: dict[str, str]) -> str:
    return f"{initials(name.get('given', ''))} {family(name)}".strip()


def _maker(names: list[dict[str, str]], roles: tuple[str, ...]) -> str:
    """Return who edited or translated a book: `Q. Hoare & G. Nowell Smith, Eds. & Trans.`."""
    short = {"editor": "Eds." if len(names) > 1 else "Ed.", "translator": "Trans."}
    said = " & ".join(short[role] for role in roles)
    return f"{listed(names, _editor, last=', & ', pair=' & ')}, {said}"

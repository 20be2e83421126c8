"""Harvard style, as "Cite Them Right" describes it (author–date)."""

from __future__ import annotations

from rvc.render.cite.parts import (
    Item,
    accessed,
    asks,
    cited_names,
    doi_url,
    family,
    initials,
    kind,
    listed,
    made_by,
    ordinal,
    paged,
    series,
    signed,
    whole,
    year,
)
from rvc.render.cite.runs import Run, join, runs
from rvc.render.cite.told_apart import in_text


def entry(item: Item) -> tuple[Run, ...]:
    """Return the work as the reference list prints it."""
    names, edited = signed(item)
    role = f" (ed{'s' if len(names) > 1 else ''}.)" if edited else ""
    who = listed(names, _name, most=3, kept=1) + role
    date = f"({_year(item)}) "
    alone = whole(item) or item["type"] in {"webpage", "document", "manuscript"}
    title = item.get("title", "")
    said = runs(Run(title, italic=True)) if alone else runs(f"‘{title}’")
    lead = runs(f"{who} {date}") if who else ()
    late = () if who else runs(f" {date.strip()}")
    body = join(". ", (*lead, *said, *late, *_container(item)), *_made(item))
    return join(" ", (*body, Run(".")), _where(item))


def cite(items: list[Item]) -> str:
    """Return the works as a citation in a text."""
    return in_text(items, cited, _year, ", ")


def cited(item: Item) -> str:
    """Return the names of a work as a citation has them, or its title."""
    return cited_names(item, last=" and ", most=3) or str(item.get("title", ""))


def _year(item: Item) -> str:
    return year(item, "no date", gap=" ")


def _name(name: dict[str, str]) -> str:
    given = initials(name.get("given", ""), space="")
    suffix = f", {name['suffix']}" if name.get("suffix") else ""
    return (f"{family(name)}, {given}" if given else family(name)) + suffix


def _container(item: Item) -> tuple[Run, ...]:
    container = item.get("container-title", "")
    if not container:
        return ()
    if item["type"] in {"chapter", "paper-conference"}:
        editors = item.get("editor", []) if item.get("author") else []
        role = "eds." if len(editors) > 1 else "ed."
        by = f"{listed(editors, _editor)} ({role}) " if editors else ""
        return runs(
            f"{'' if asks(item.get('title', '')) else ','} in {by}", Run(container, italic=True)
        )
    issue = f"({item['issue']})" if item.get("issue") else ""
    numbers = f"{item.get('volume', '')}{issue}"
    span = paged(item)
    return (
        Run(" " if asks(item.get("title", "")) else ", "),
        *join(", ", Run(container, italic=True), numbers, span),
    )


def _made(item: Item) -> list[tuple[Run, ...]]:
    if item["type"] == "article-journal":
        return []
    edition = f"{ordinal(item['edition'])} edn" if item.get("edition") else ""
    said = item.get("genre", "") if item["type"] == "thesis" else kind(item, no="")
    press = ": ".join(p for p in (item.get("publisher-place"), item.get("publisher")) if p)
    span = ""
    if item["type"] in {"chapter", "paper-conference"} and item.get("page"):
        span = paged(item)
    last = ", ".join(part for part in (press, span) if part)
    last += f" ({series(item)})" if series(item) else ""
    made = made_by(item, _makers, " & ")
    return [runs(edition), *(runs(who) for who in made), runs(said), runs(last.strip())]


def _makers(names: list[dict[str, str]]) -> str:
    return listed([{"literal": _straight(name)} for name in names], family, last=" and ")


def _straight(name: dict[str, str]) -> str:
    return f"{initials(name.get('given', ''))} {family(name)}".strip()


def _where(item: Item) -> str:
    address = doi_url(item)
    if not address:
        return ""
    seen = f" (Accessed: {accessed(item)})" if accessed(item) else ""
    return f"Available at: {address}{seen}."


def _editor(name: dict[str, str]) -> str:
    return _name(name)

"""The formats of `refs export`: works for other programs, and for pages."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from rvc.render.cite.runs import as_html, markdown
from rvc.render.cite.table import in_order, number, style
from rvc.render.csv_text import csv_text

Items = Sequence[dict[str, Any]]
_COLUMNS = (
    "id",
    "type",
    "author",
    "editor",
    "issued",
    "title",
    "container-title",
    "volume",
    "issue",
    "number",
    "page",
    "publisher",
    "publisher-place",
    "edition",
    "DOI",
    "URL",
    "ISBN",
    "ISSN",
    "language",
    "keyword",
    "note",
    "translator",
    "collection-title",
    "title-short",
    "genre",
    "accessed",
    "abstract",
)


def csl_json(items: Items) -> str:
    """Return the works as CSL-JSON, which Zotero, pandoc and others read."""
    import json

    return json.dumps(list(items), ensure_ascii=False, indent=2) + "\n"


def json_lines(items: Items) -> str:
    """Return one CSL-JSON object a line."""
    import json

    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)


def csv_table(items: Items) -> str:
    """Return one row a work."""
    return csv_text(_COLUMNS, [[_cell(item.get(name, "")) for name in _COLUMNS] for item in items])


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_person(name) for name in _named(value))
    if isinstance(value, dict) and "literal" in value:
        return str(value["literal"])
    if isinstance(value, dict):
        return "/".join("-".join(f"{n:02}" for n in part) for part in value.get("date-parts", []))
    return str(value)


def _named(names: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the people that are named; "and others" is none."""
    return [name for name in names if name.get("literal") != "others"]


def _person(name: dict[str, str]) -> str:
    """Return `Family, Given, Suffix`, the order of RIS; a comma tells people from bodies."""
    if "literal" in name:
        return name["literal"]
    family = f"{name.get('non-dropping-particle', '')} {name.get('family', '')}".strip()
    behind = ", ".join(part for part in (name.get("given", ""), name.get("suffix", "")) if part)
    return f"{family}, {behind}".strip()


def markdown_list(items: Items, style_name: str) -> str:
    """Return a reference list in Markdown."""
    used = style(style_name)
    lines = [
        f"- {number(item, style_name)}{markdown(used.entry(item))}"
        for item in in_order(items, style_name)
    ]
    return "\n".join(lines) + "\n"


def html_list(items: Items, style_name: str) -> str:
    """Return a reference list as a page of HTML, each entry with its key as an anchor."""
    used = style(style_name)
    entries = [
        f'<li id="{html.escape(item["id"])}">{as_html(used.entry(item))}</li>'
        for item in in_order(items, style_name)
    ]
    tag = "ol" if number({}, style_name) else "ul"
    return html_page("\n".join([f"<{tag}>", *entries, f"</{tag}>"]))


def html_page(body: str) -> str:
    """Return a page around a reference list that is HTML already."""
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en">',
            '<head><meta charset="utf-8"><title>References</title></head>',
            "<body>",
            "<h1>References</h1>",
            body,
            "</body>",
            "</html>",
            "",
        ]
    )


_RIS_TYPES = {
    "article-journal": "JOUR",
    "book": "BOOK",
    "chapter": "CHAP",
    "paper-conference": "CONF",
    "report": "RPRT",
    "thesis": "THES",
    "manuscript": "UNPB",
    "webpage": "ELEC",
    "legislation": "STAT",
    "legal_case": "CASE",
    "patent": "PAT",
    "dataset": "DATA",
    "software": "COMP",
    "entry-encyclopedia": "ENCYC",
    "pamphlet": "PAMP",
}
_RIS_FIELDS = (
    ("TI", "title"),
    ("ST", "title-short"),
    ("T2", "container-title"),
    ("T3", "collection-title"),
    ("VL", "volume"),
    ("IS", "issue"),
    ("M1", "number"),
    ("M3", "genre"),
    ("ET", "edition"),
    ("PB", "publisher"),
    ("CY", "publisher-place"),
    ("DO", "DOI"),
    ("UR", "URL"),
    ("LA", "language"),
    ("N1", "note"),
    ("AB", "abstract"),
)


def ris(items: Items) -> str:
    """Return the works in the RIS format (tags as Zotero and EndNote read them)."""
    return "".join(_ris_entry(item) for item in items)


def _ris_entry(item: dict[str, Any]) -> str:
    lines = [("TY", _RIS_TYPES.get(item["type"], "GEN")), ("ID", item["id"])]
    lines += [("AU", _person(name)) for name in _named(item.get("author", []))]
    tag = "ED" if item.get("author") or item["type"] == "article-journal" else "A2"
    lines += [(tag, _person(name)) for name in _named(item.get("editor", []))]
    lines += [("A4", _person(name)) for name in _named(item.get("translator", []))]
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    said = item.get("issued", {}).get("literal")
    lines += [("PY", said)] if said else []
    if parts:
        lines.append(("PY", str(parts[0])))
        lines.append(("DA", _ris_date(parts)))
    seen = item.get("accessed", {}).get("date-parts", [[]])[0]
    lines += [("Y2", _ris_date(seen))] if seen else []
    lines += [(tag, str(item[name])) for tag, name in _RIS_FIELDS if item.get(name)]
    first, dash, last = str(item.get("page", "")).partition("-")
    lines += [("SP", first)] if first else []
    lines += [("EP", last)] if dash and last else []
    lines += [("SN", item[name]) for name in ("ISBN", "ISSN") if item.get(name)]
    lines += [("KW", word.strip()) for word in item.get("keyword", "").split(",") if word.strip()]
    body = "".join(f"{tag}  - {' '.join(text.split())}\n" for tag, text in lines)
    return f"{body}ER  - \n\n"


def _ris_date(parts: list[int]) -> str:
    return "/".join([f"{n:02}" for n in parts] + [""] * (3 - len(parts)))


def left_behind(items: Items, format_name: str) -> list[str]:
    """Return what works say that this format has no place for, each with the number of works."""
    found: Counter[str] = Counter()
    for item in items:
        if format_name == "ris":
            found.update(set(_not_in_ris(item)))
        if format_name in {"ris", "csv"}:
            roles = ("author", "editor", "translator")
            others = any(
                len(_named(item[role])) < len(item[role]) for role in roles if role in item
            )
            found.update(["that there are other people"] if others else [])
    return [f"{name} ({n} work{'s' if n > 1 else ''})" for name, n in found.most_common()]


def _not_in_ris(item: dict[str, Any]) -> Iterator[str]:
    """Yield what RIS cannot say of a work."""
    issued = item.get("issued", {})
    if len(issued.get("date-parts", ())) > 1:
        yield "the end of a date"
    if issued.get("circa"):
        yield "that a date is not exact"
    names = [name for role in ("author", "editor", "translator") for name in item.get(role, ())]
    if any("," in name.get("literal", "") for name in names):
        yield "that a name with a comma is an organisation's"
    if item.get("type") == "book" and item.get("container-title"):
        yield "what a book is part of"

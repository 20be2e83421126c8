"""Parts of references that styles share: names, pages, dates, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Item = dict[str, Any]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

_EAST_ASIAN = re.compile(
    "[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]+"
)
_STRAIGHT = re.compile(r'"([^"]*)"')


def people(item: Item) -> tuple[list[dict[str, str]], bool]:
    """Return the people who signed a work, and whether they are its editors."""
    if item.get("author"):
        return item["author"], False
    return item.get("editor", []), bool(item.get("editor"))


def signed(item: Item) -> tuple[list[dict[str, str]], bool]:
    """The same as a reference prints them: names in East Asian letters whole, 李明 as 李明.

    Nothing stands between the parts of such a name and nothing is shortened, as in citeproc.
    """
    names, edited = people(item)
    return [_whole(name) for name in names], edited


def _whole(name: dict[str, str]) -> dict[str, str]:
    said = name.get("family", ""), name.get("given", "")
    return {"literal": "".join(said)} if all(map(_EAST_ASIAN.fullmatch, said)) else name


def family(name: dict[str, str]) -> str:
    """Return the family name with its particle, or the whole name of an organisation."""
    if "literal" in name:
        return name["literal"]
    return f"{name.get('non-dropping-particle', '')} {name.get('family', '')}".strip()


def initials(given: str, *, dot: str = ".", space: str = " ") -> str:
    """Return the initials of given names: `Richard J. F.` as `R. J. F.`, `Jean-Luc` as `J.-L.`."""
    words = [word for word in re.split(r"[\s.]+", given) if word]
    return space.join(
        "-".join(part[:1] + dot for part in word.split("-") if part) for word in words
    )


def listed(
    names: list[dict[str, str]],
    first: Callable[[dict[str, str]], str],
    other: Callable[[dict[str, str]], str] | None = None,
    *,
    last: str = " and ",
    pair: str = "",
    most: int = 20,
    kept: int = 19,
    et_al: str = " et al.",
    gap: str = "",
) -> str:
    """Return names in a row: `first` for the first, `other` for the rest, `last` before the last.

    `pair` is what stands between two names when that differs. With more than `most` names only
    `kept` are printed, then `et_al`; a name "others" is read as more names too. With a `gap` that
    and the last name stand there instead, as long as nobody is left unnamed.
    """
    more = any(name.get("literal") == "others" for name in names)
    shown = [name for name in names if name.get("literal") != "others"]
    said = [first(name) if n == 0 else (other or first)(name) for n, name in enumerate(shown)]
    if gap and not more and len(said) > most:
        return ", ".join(said[:kept]) + gap + said[-1]
    if more or len(said) > most:
        return ", ".join(said[:kept] if len(said) > most else said) + et_al
    if len(said) == 2:
        return said[0] + (pair or last) + said[1]
    return ", ".join(said[:-1]) + (last if len(said) > 1 else "") + "".join(said[-1:])


def inner(title: str) -> str:
    """Return a title as it stands between double quotation marks: its own become single ones."""
    return _STRAIGHT.sub("‘\\1’", title).replace("“", "‘").replace("”", "’")


def year(item: Item, none: str = "n.d.", gap: str = "") -> str:
    """Return the year with its suffix, or `none`, with `gap` before a suffix behind words.

    A work of several years has both: `2001–2003`.
    A year before our era is `50 BCE` (in CSL it is -50); one in words, like "forthcoming", stays.
    """
    issued = item.get("issued", {})
    parts, *ends = issued.get("date-parts", [[]])
    suffix: str = item.get("year-suffix", "")
    if not parts:
        said = str(issued.get("literal") or none)
        return f"{said}{gap}{suffix}" if suffix else said
    number = int(parts[0])
    if ends and ends[0] and int(ends[0][0]) > number > 0:
        return f"{number}–{int(ends[0][0])}{suffix}"
    return f"{number}{suffix}" if number > 0 else f"{-number} BCE{gap if suffix else ''}{suffix}"


def cited_names(item: Item, *, last: str, pair: str = "", most: int) -> str:
    """Return the names of a work for a citation, as many as tell it apart; one with et al."""
    names, _ = people(item)
    kept = item.get("cite-names") or 1
    first = _FIRST[item.get("cite-given", "")]
    et_al = ", et al." if kept > 1 else " et al."
    named = [name for name in names if name.get("literal") != "others"]
    if len(named) < len(names) or len(named) > max(most, kept):
        return listed(named[:kept], first, family, last=", ") + et_al
    return listed(named, first, family, last=last, pair=pair)


def _with_initials(name: dict[str, str]) -> str:
    return f"{initials(name.get('given', ''))} {family(name)}".strip()


def _with_given(name: dict[str, str]) -> str:
    return f"{name.get('given', '')} {family(name)}".strip()


_FIRST = {"": family, "initials": _with_initials, "given": _with_given}


def pages(item: Item) -> str:
    """Return the pages with an en dash."""
    return str(item.get("page", "")).replace("-", "–")


def paged(item: Item) -> str:
    """Return the pages as `pp. 10–20`, a single one as `p. 10`; empty when there are none."""
    span = pages(item)
    one = not re.search(r"[–,;&+]|\d\s*f", span)
    return f"{'p' if one else 'pp'}. {span}" if span else ""


def short_pages(item: Item) -> str:
    """Return a page range with the second number shortened (Chicago Manual of Style 17, 9.61)."""
    match = re.fullmatch(r"(\d+)-(\d+)", str(item.get("page", "")))
    lettered = re.fullmatch(r"([A-Za-z]+)(\d+)-\1(\d+)", str(item.get("page", "")))
    if lettered:
        return f"{lettered[1]}{short_pages({'page': f'{lettered[2]}-{lettered[3]}'})}"
    if not match or len(match[1]) != len(match[2]) or len(match[1]) < 3:
        return pages(item)
    first, second = match[1], match[2]
    if first.endswith("00"):
        return f"{first}–{second}"
    same = next((n for n in range(len(first)) if first[n] != second[n]), 0)
    rest = second[same:]
    if first[-2] == "0" and same == len(first) - 2 + 1:
        return f"{first}–{rest}"
    return f"{first}–{second[min(same, len(second) - 2) :]}"


def doi_url(item: Item) -> str:
    """Return the DOI as an address or, without one, the URL."""
    doi = str(item.get("DOI", ""))
    return f"https://doi.org/{doi}" if doi.startswith("10.") else str(item.get("URL", doi))


def ordinal(number: str) -> str:
    """Return `2` as `2nd`; what is no number stays as it is."""
    if not number.isdigit():
        return number
    tail = (
        "th"
        if 10 <= int(number) % 100 <= 20
        else {1: "st", 2: "nd", 3: "rd"}.get(int(number) % 10, "th")
    )
    return f"{number}{tail}"


def accessed(item: Item, form: str = "{day} {month} {year}") -> str:
    """Return the day of access as `3 May 2024`, or in another form (`short` is `Sep`).

    Empty when none is known, and for a work that has a DOI, which no day of access is asked for.
    """
    parts = item.get("accessed", {}).get("date-parts", [[]])[0]
    if len(parts) < 3 or item.get("DOI") or not item.get("URL"):
        return ""
    month = MONTHS[parts[1] - 1]
    return form.format(day=parts[2], month=month, short=month[:3], year=parts[0])


def month_day(item: Item) -> str:
    """Return `June 3` or `June` of the date of what is no book, journal or report, or nothing."""
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    if len(parts) < 2 or item["type"] not in {"document", "webpage", "manuscript"}:
        return ""
    return " ".join([MONTHS[parts[1] - 1], *map(str, parts[2:3])])


def asks(title: str) -> bool:
    """Whether a title ends in a mark after which styles set no full stop or comma."""
    return title.rstrip("”’\"'»").endswith(("?", "!"))


def kind(item: Item, *, no: str = "no. ") -> str:
    """Return what a report or patent is, with its number: `Working Paper no. 176`; else nothing."""
    if item["type"] not in {"report", "patent"}:
        return ""
    number = str(item.get("number", ""))
    number = f"{no}{number}" if number[:1].isdigit() else number  # "no." goes before a number only
    genre = item.get("genre") or ("Patent" if item["type"] == "patent" else "")
    return f"{genre} {number}".strip()


def loose_number(item: Item) -> str:
    """Return the number of a law, a resolution and the like, as it stands."""
    loose = item["type"] in {"document", "legislation", "legal_case"}
    return str(item.get("number", "")) if loose else ""


def series(item: Item) -> str:
    """Return the series of a book, with its number in it."""
    name = item.get("collection-title", "")
    return f"{name} {item.get('number', '')}".strip() if name else ""


def whole(item: Item) -> bool:
    """Whether a work stands for itself, so that its own title is set in italics."""
    return item["type"] in {
        "book",
        "report",
        "thesis",
        "pamphlet",
        "dataset",
        "software",
        "legislation",
        "legal_case",
        "patent",
    }


def makers(item: Item) -> list[tuple[list[dict[str, str]], tuple[str, ...]]]:
    """Return who edited and who translated a book that has an author, each with their roles.

    The same people in both roles come once: `[(people, ("editor", "translator"))]`.
    """
    if not (whole(item) and item.get("author")):
        return []
    editors, translators = item.get("editor", []), item.get("translator", [])
    if editors == translators:
        return [(editors, ("editor", "translator"))] if editors else []
    found = [(editors, ("editor",)), (translators, ("translator",))]
    return [(names, roles) for names, roles in found if names]


def made_by(item: Item, who: Callable[[list[dict[str, str]]], str], also: str) -> list[str]:
    """Return the makers as `Edited by Al Day`, with `also` between the verbs of two roles."""
    verbs = {"editor": "edited", "translator": "translated"}
    said = [(also.join(verbs[role] for role in roles), who(names)) for names, roles in makers(item)]
    return [f"{done.capitalize()} by {names}" for done, names in said]

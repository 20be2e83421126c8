"""CSL-JSON, which Zotero, pandoc and doi.org speak → CSL items of plain text.

The names are those of the CSL 1.0.2 specification, "Appendix III: Types" and "IV: Variables".
"""

from __future__ import annotations

import json
import re
from typing import Any

from rvc.adapters.services.reading import at, date_text, marked, objects, plain, text_at, texts
from rvc.errors import RvcError
from rvc.model.imported import Described, cite_key

NAME = "csl-json"

_PEOPLE = {"author", "editor", "translator"}
_DATES = {"issued", "accessed"}
_MARKED = {"title", "title-short", "container-title", "collection-title"}
_TEXTS = {
    *("abstract", "edition", "genre", "issue", "language", "note", "number", "page", "publisher"),
    *("publisher-place", "volume", "DOI", "ISBN", "ISSN", "PMID", "URL", "type", "id"),
}
_READ = {*_PEOPLE, *_DATES, *_MARKED, *_TEXTS, "keyword", "citation-key"}


def read(text: str, where: str = "") -> tuple[Described, ...]:
    """Return the works in a CSL-JSON text: a list of items, one item, or `{"items": […]}`.

    RvcError when it is no JSON or holds no item.
    """
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise RvcError(f"not JSON: {error}", where=where) from None
    items = data.get("items", data) if isinstance(data, dict) else data
    works = tuple(_work(item) for item in objects(items) if "type" in item or "title" in item)
    if not works:
        raise RvcError("no CSL-JSON: there is no item in it", where=where)
    return works


def _work(item: dict[str, Any]) -> Described:
    found: dict[str, Any] = {
        **{name: marked(_one(item.get(name))) for name in sorted(_MARKED)},
        **{name: text_at(item, name) for name in sorted(_TEXTS)},
        **{name: _people(at(item, name)) for name in sorted(_PEOPLE)},
        **{name: _date(at(item, name)) for name in sorted(_DATES)},
        "keyword": ", ".join(texts(at(item, "keyword"))),
    }
    key = text_at(item, "citation-key") or text_at(item, "id")
    unread = (name for name, value in item.items() if name not in _READ and value)
    return Described(
        {name: value for name, value in found.items() if value},
        key if key == text_at(item, "citation-key") else cite_key(key),
        tuple(plain(name) for name in unread),
    )


def _one(value: Any) -> Any:
    return next(iter(value), "") if isinstance(value, list) else value


def _date(value: Any) -> dict[str, Any]:
    """Return a date with its parts as numbers; in words (`literal`) what cannot be taken apart."""
    if not isinstance(value, dict):
        value = {"raw": value}
    listed = at(value, "date-parts")
    parts = [_parts(one) for one in listed] if isinstance(listed, list) else []
    said = text_at(value, "raw") or text_at(value, "literal")
    exact = date_text("issued", said) if re.fullmatch(r"\d{4}(-\d\d){0,2}", said) else None
    if not any(parts) and exact is not None:
        parts = [[int(part) for part in exact.text.split("-")]]
    if not any(parts):
        return {"literal": said} if said else {}
    circa = {"circa": True} if at(value, "circa") else {}
    return {"date-parts": [part for part in parts if part], **circa}


def _parts(value: Any) -> list[int]:
    numbers = []
    for part in value[:3] if isinstance(value, list) else []:
        said = str(part) if isinstance(part, (str, int)) and not isinstance(part, bool) else ""
        if not re.fullmatch(r"-?[0-9]{1,4}", said.strip()):
            break
        numbers.append(int(said))
    if not numbers or not numbers[0]:
        return []
    month = len(numbers) > 1 and 1 <= numbers[1] <= 12
    day = month and len(numbers) > 2 and 1 <= numbers[2] <= 31
    return numbers[: 1 + month + day]


def _people(value: Any) -> list[dict[str, str]]:
    names = ("family", "given", "suffix", "literal", "non-dropping-particle", "dropping-particle")
    people = [{name: text_at(one, name) for name in names} for one in objects(value)]
    people = [{name: text for name, text in one.items() if text} for one in people]
    return [one for one in people if one.get("family") or one.get("given") or one.get("literal")]

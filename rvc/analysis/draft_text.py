"""A draft → the fields of an entry as they are to be written: people, escapes, order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rvc.analysis.draft import Draft
from rvc.bib.escape import escaped
from rvc.bib.html_leftovers import tags_as_latex
from rvc.model.record import Person

_BODY = re.compile(
    r"\b(?:academy|agency|association|bank|board|campaign|cent(?:er|re)|commission|committee|"
    r"company|confederation|consortium|council|department|federation|forum|foundation|government|"
    r"group|inc|institut\w*|ltd|ministry|network|office|organi[sz]ation|parliament|press|society|"
    r"team|union|universit\w*)\b|[&/:]|\d",
    re.I,
)
"""What is in names of organisations and not in those of people."""

_PARTICLE_INSIDE = re.compile(r"[^\W\d_a-zà-öø-ÿ].*\s[a-zà-öø-ÿ]")
"""`Beau de Loménie`: BibTeX would take all before the last name for a particle."""
_TITLES = {"title", "subtitle", "shorttitle", "booktitle", "journal", "journaltitle", "series"}

Written = list[tuple[str, str]]
"""Names of fields and their values as they are to stand in the file, with delimiters."""


def written_fields(draft: Draft, extra: Mapping[str, str] = {}, *, bodies: bool = True) -> Written:
    """Return the fields of a draft, people first, then `extra` fields in plain text.

    `bodies`: whether a name that its source does not split is that of an organisation; if not, it
    is a person's unless it sounds like an organisation.
    """
    found = [
        ("author", people_field(draft.authors, bodies=bodies)),
        ("editor", people_field(draft.editors, bodies=bodies)),
        ("translator", people_field(draft.translators, bodies=bodies)),
        *((name, _text(name, text)) for name, text in draft.fields.items()),
        *((name, escaped(name, text)) for name, text in extra.items() if name not in draft.fields),
    ]
    fields = [(name, "{" + value + "}") for name, value in found if value]
    at = next((i for i, (name, _) in enumerate(fields, 1) if name in ("year", "title")), 0)
    at = next((i for i, (name, _) in enumerate(fields, 1) if name == "year"), at)
    return [*fields[:at], *draft.macros.items(), *fields[at:]]


def _text(name: str, text: str) -> str:
    """Return the value of a field; markup of titles (`<sub>2</sub>`) as commands."""
    said = escaped(name, text)
    return tags_as_latex(said) if name in _TITLES else said


def people_field(people: Iterable[Person], *, bodies: bool = True) -> str:
    """Return people as BibTeX reads them: `Day, Ruth and {Oxfam} and King, Jr., Martin`."""
    return " and ".join(filter(None, (_person(one, bodies) for one in people)))


def _person(one: Person, bodies: bool) -> str:
    if one.family:
        parts = [one.family, one.suffix, one.given] if one.suffix else [one.family, one.given]
        said = [_part(part) for part in parts if part]
        if _PARTICLE_INSIDE.match(one.family) and said[0][0] != "{":
            said[0] = "{" + said[0] + "}"
        whole = len(said) > 1 or re.fullmatch(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", one.family)
        return ", ".join(said) if whole else "{" + said[0] + "}"
    if one.name == "others":
        return one.name
    name = escaped("author", one.name)
    words = name.split()
    if not bodies and 2 <= len(words) <= 4 and not _BODY.search(one.name) and "," not in name:
        return f"{' '.join(words[:-1])} {_part(words[-1])}"
    return "{" + name + "}" if name else ""


def _part(text: str) -> str:
    """Return a part of a name; what BibTeX would cut is held together by braces."""
    said = escaped("author", text)
    return "{" + said + "}" if re.search(r",|(?<!\S)and(?!\S)", said, re.I) else said

"""Rule names-form: people written so that BibTeX cuts them wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.bib.names import NAME_FIELDS, split_names
from rvc.lint.bib_rule import BibData, BibRemark, BibRule, Work, value_fix
from rvc.model.finding import Severity

_ET_AL = re.compile(r"(?:,|\band)?[\s~]+et\.?[\s~]+al\b\.?[\s,]*$", re.I)
_BODY = re.compile(
    r"\b(?:ministry|ministère|department|university|université|institut|institute|commission|"
    r"council|committee|association|assembl[ye]e?|organi[sz]ation|parliament|agency|"
    r"foundation|united nations|federation|coalition|network|international)\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield remarks on the lists of names of every entry."""
    for work in data.works:
        for name in work.values.keys() & NAME_FIELDS:
            said = work.values[name]
            if said:
                yield from _field(work, name, said)


def _field(work: Work, name: str, said: str) -> Iterator[BibRemark]:
    start, key = work.start(name), work.entry.key
    shortened = _ET_AL.search(said)
    if shortened and "{" not in said:
        field = work.entry.field(name)
        before = said[: shortened.start()].rstrip(" ,")
        fix = value_fix(field, said, f"{before} and others", safe=False) if field else None
        yield BibRemark(
            start, key, f"{name}: 'et al.' is taken for a name", "write and others", fix
        )
        return
    parts = split_names(said)
    for part in parts:
        message, hint = _name(part, parts)
        if message:
            yield BibRemark(start, key, f"{name}: {message}", hint)


def _name(part: str, parts: list[str]) -> tuple[str, str]:
    """What is wrong with one name, and what to do about it; two empty texts when nothing is."""
    if not part:
        return "an 'and' without a name beside it", ""
    if part.startswith("{") or "=" in part:
        return "", ""
    if ";" in part and "\\" not in part and "&" not in part:
        return f"{part!r} is one name with a semicolon", "part people by and"
    if " & " in part or " \\& " in part:
        return f"{part!r} holds an &", "part people by and, or put an organisation into braces"
    commas = part.count(",") if "{" not in part else 0
    if commas > 2:
        return f"{part!r} is one name with {commas} commas", "part people by and"
    if part.endswith(","):
        return f"a comma at the end of {part!r}", ""
    if _BODY.search(part):
        return (
            f"{part!r} looks like an organisation",
            "put it into braces, or it is cut like a name",
        )
    if part.isupper() and len(parts) + part.count(" ") > 1 and _long(part):
        return f"{part!r} is all in capitals", "write it as it is pronounced"
    return "", ""


def _long(part: str) -> bool:
    return any(len(word) > 3 for word in _WORD.findall(part)) and "\\" not in part


RULE = BibRule(
    name="names-form",
    severity=Severity.WARNING,
    summary="People written so that BibTeX cuts them wrongly.",
    why="""\
People are parted by `and` alone; commas part `von Last, Jr, First`. What is parted by commas or
semicolons becomes one person with a strange name, `et al.` becomes a person, and an organisation
without braces is cut at its `and` and gets a family name.""",
    bad="""\
@book{auroi, author = {Danielle Auroi et al.}, title = {Bill}, publisher = {Assembly}, year = 2015}
@book{oecd, author = {Organisation for Economic Co-operation and Development}, title = {Guidelines},
  publisher = {OECD}, year = 2011}
""",
    good="""\
@book{auroi, author = {Auroi, Danielle and others}, title = {Bill}, publisher = {A}, year = 2015}
@book{oecd, author = {{Organisation for Economic Co-operation and Development}},
  title = {Guidelines}, publisher = {OECD}, year = 2011}
""",
    check=check,
    fixes="unsafe",
)

"""Find the table of contents of a text: its lines repeat headings and open no provision."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rvc.adapters.publishers.eids import BASIC, CONTAINERS, number_of
from rvc.adapters.publishers.headings import Heading
from rvc.model.text import ProvisionKind as Kind

_TITLE = re.compile(
    r"(?:table of )?contents$|arrangement of (?:sections|articles|clauses|regulations)$|"
    r"sommaire$|table (?:des (?:matières|articles)|analytique)$",
    re.IGNORECASE,
)
_BARE = re.compile(r"(\d{1,3}[A-Z]{0,3})\.?\s{1,4}(?=[A-Z“])")
_LEADER = re.compile(r"[\s.…·_]*\d{0,4}\s*$")
_SENTENCE = re.compile(r"[.;:,—–]$")
_FEWEST = 3  # headings; fewer in a row are a repealed article or two
_BETWEEN = 2  # lines of a title between two headings
_LONGEST = 160  # characters of a line in a table of contents
_REPEATED = 0.7  # share of the headings that must come again: page breaks lose some

_Key = tuple[Kind | None, str]


def contents_places(lines: Sequence[str], heads: Sequence[Heading | None]) -> set[int]:
    """The places of `lines` that make up tables of contents.

    Told by headings that follow one another with no words between, and that nearly all come again
    later; a table after the text must be called one. `heads` are the headings of the lines.
    """
    titled = _titled(lines, heads)
    keys = [_key(line, head, titled) for line, head in zip(lines, heads, strict=True)]
    entries = [place for place, key in enumerate(keys) if key is not None]
    found: set[int] = set()
    for run in _runs(lines, entries):
        title = _title_of(run[0], lines)
        if title is None and run[0] != entries[0]:
            continue
        listed = _listed(run, entries, keys, named=title is not None)
        if listed:
            found |= set(range(listed[0] if title is None else title, listed[-1] + 1))
    return found


def _key(line: str, head: Heading | None, titled: Mapping[tuple[str, str], Kind]) -> _Key | None:
    if head is not None:
        return head.kind, number_of(head.label).lower()
    bare = _BARE.match(line)
    if bare is None or _says(line) or len(line) > _LONGEST:
        return None
    return titled.get((bare[1].lower(), _plain(line[bare.end() :]))), bare[1].lower()


def _titled(lines: Sequence[str], heads: Sequence[Heading | None]) -> dict[tuple[str, str], Kind]:
    """Which kind of article has a number and title: "1. Scope" may list "Article 1", "Scope"."""
    found = {}
    for place, head in enumerate(heads):
        if head is None or head.kind not in BASIC:
            continue
        below = lines[place + 1] if place + 1 < len(lines) else ""
        title = _plain(head.heading or below)
        if title:
            found[number_of(head.label).lower(), title] = head.kind
    return found


def _plain(title: str) -> str:
    """A title without its dots and page number, in small letters."""
    return _LEADER.sub("", title).strip().lower()


def _runs(lines: Sequence[str], entries: Sequence[int]) -> list[list[int]]:
    """Headings in a row with nothing but short titles and page numbers between them."""
    runs: list[list[int]] = []
    for place in entries:
        last = runs[-1][-1] if runs else None
        if last is not None and _is_next(lines[last + 1 : place], lines[last]):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _is_next(between: Sequence[str], before: str) -> bool:
    return (
        len(before) <= _LONGEST
        and len(between) <= _BETWEEN
        and not any(len(line) > _LONGEST or _says(line) for line in between)
    )


def _says(line: str) -> bool:
    """Whether a line is a sentence or a remark, not a title with dots and a page number."""
    words = _LEADER.sub("", line) if re.search(r"\d\s*$", line) else line
    return _SENTENCE.search(words) is not None or words.startswith(("(", "[", "«", "“"))


def _listed(
    run: list[int], entries: Sequence[int], keys: Sequence[_Key | None], *, named: bool
) -> list[int]:
    """The headings of a run that are a table of contents; those of the text itself are cut off."""
    anchor = next((place for place in run if _is_basic(keys[place])), run[0])
    body = next((one for one in entries if one > anchor and keys[one] == keys[anchor]), None)
    if body is not None:
        outer = [place for place in run if place < anchor]
        body = _with_outer(body, outer, entries, keys)
        run = [place for place in run if place < body]
    elif not named:
        return []
    elsewhere = {keys[one] for one in entries if one < run[0] or one > run[-1]}
    while run and keys[run[-1]] not in elsewhere:
        run = run[:-1]
    repeated = sum(keys[place] in elsewhere for place in run)
    return run if len(run) >= _FEWEST and repeated >= _REPEATED * len(run) else []


def _is_basic(key: _Key | None) -> bool:
    return key is not None and key[0] not in CONTAINERS


def _with_outer(
    body: int, outer: list[int], entries: Sequence[int], keys: Sequence[_Key | None]
) -> int:
    """Where the text begins: at the part or title that stands before its first article too."""
    before = [one for one in entries if one < body]
    for place in reversed(outer):
        if not before or keys[before[-1]] != keys[place] or before[-1] <= place:
            break
        body = before.pop()
    return body


def _title_of(start: int, lines: Sequence[str]) -> int | None:
    """The place of the words "Contents", "Sommaire" … right before a heading."""
    for place in range(start - 1, max(-1, start - 2 - _BETWEEN), -1):
        if _TITLE.match(lines[place].strip("#*: ")):
            return place
    return None

"""One citation in a manuscript, and hiding what is none without moving anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple


class Cited(NamedTuple):
    """A cite key and where it is written, as offsets into the text."""

    key: str
    start: int
    end: int


Citings = Iterable[Cited]

_KEPT = re.compile(r"[^\r\n]")


def hidden(text: str, *patterns: re.Pattern[str]) -> str:
    """Return `text` with all that the patterns match blanked; every offset stays what it was.

    What an earlier pattern blanked is not there for the later ones.
    """
    for pattern in patterns:
        text = pattern.sub(lambda found: blank(found[0]), text)
    return text


def blank(text: str) -> str:
    """Return as many spaces as `text` has characters; line ends stay."""
    return _KEPT.sub(" ", text)


def keys_in(text: str, start: int, end: int) -> Citings:
    """Yield the keys of a list parted by commas between two offsets; `*` is none."""
    pos = start
    for part in text[start:end].split(","):
        key = part.strip()
        if key and key != "*":
            at = pos + part.index(key)
            yield Cited(key, at, at + len(key))
        pos += len(part) + 1

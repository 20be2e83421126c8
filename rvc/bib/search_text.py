"""Text as it is searched: without accents, case, LaTeX and the varieties of dashes and quotes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rvc.bib.latex import decode
from rvc.bib.library import Entry

_SINGLE = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ŋ": "ng",
    "ħ": "h",
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‐": "-",
    "‑": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "\u00ad": None,
    "\u200b": None,
}
_TABLE = str.maketrans(_SINGLE)
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """The text without case and accents, quotes and dashes in ASCII, white space reduced.

    Scripts without accents (Cyrillic, Chinese …) keep their letters.
    """
    if text.isascii():
        return _SPACES.sub(" ", text).strip().lower()
    # Mathematical letters are capitals only once they are taken apart, hence both before and after.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join([c for c in apart if not unicodedata.combining(c)])
    return unicodedata.normalize("NFC", _SPACES.sub(" ", bare.translate(_TABLE)).strip())


def search_text(entry: Entry, names: Iterable[str] | None = None) -> str:
    """Key, type and the values of an entry (or of some of its fields), folded, one to a line."""
    values = entry.values()
    chosen = values.values() if names is None else [values[n] for n in names if n in values]
    return "\n".join([fold(entry.key), entry.type, *(fold(decode(v)) for v in chosen)])


def words(text: str) -> list[str]:
    """The words of a text, folded: letters and digits only."""
    return _WORD.findall(fold(decode(text)))

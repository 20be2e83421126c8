"""The macro of a month that is written as a word or a number."""

from __future__ import annotations

from rvc.bib.macros import MONTHS

_WORDS = {
    **{name: name for name in MONTHS},
    **{word.lower(): name for name, word in MONTHS.items()},
    **{str(number): name for number, name in enumerate(MONTHS, 1)},
    **{f"{number:02}": name for number, name in enumerate(MONTHS, 1)},
    "sept": "sep",
}


def month_macro(value: str) -> str:
    """Return the macro (`mar`) of `March`, `mar.`, `3` or `03`; '' for all else.

    Only English words: what a French file calls `mars` may be meant as a text.
    """
    return _WORDS.get(value.strip(" {}").rstrip(".").lower(), "")

"""Signs that a printer chooses, and that change no word: apostrophes, quotes, dashes, spaces,
ligatures, and whether an accent is a character of its own."""

from __future__ import annotations

import re
from unicodedata import normalize

from rvc.analysis.edit_script import DELETE, EQUAL, INSERT, Op

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’ʼ′‵´`＇", "'"),
        **dict.fromkeys("“”„‟″«»＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff"),
        "…": "...",
        "º": "°",
        "œ": "oe",
        "Œ": "Oe",
        "æ": "ae",
        "Æ": "Ae",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
    }
)
_QUOTE = re.compile('[“”„‟″«»＂"]')
_GUILLEMETS = {"«", "»"}
_AROUND = re.compile(r"\s+(?=[;:!?%])|(?<=n[°º])\s+(?=\d)", re.IGNORECASE)
_EMPTY = re.compile(r"\n\s*\n")
_QUOTED = re.compile(r"([«“„])\s+|\s+(?=[»”])")


def levelled(text: str) -> str:
    """Return `text` with one sign for all of a kind, and one space for all spaces.

    Spaces inside quotation marks, before `; : ! ? %` and after `n°`, where French printers put
    some, are none. Two texts that are the same levelled have the same words.
    """
    if not text.isascii():
        text = normalize("NFC", text)
    bare = _AROUND.sub("", _QUOTED.sub(r"\1", text))
    return " ".join(bare.translate(_SAME).split())


def same_words(old: str, new: str) -> bool:
    """Whether two texts have the same words, whatever signs their printers chose."""
    return old == new or levelled(old) == levelled(new)


def without_signs(ops: tuple[Op, ...]) -> tuple[Op, ...]:
    """Return the operations without those that change signs alone: the right text's signs stay.

    They rebuild the right text as before, and the left one but for its signs.
    """
    kept: list[Op] = []
    for op in ops:
        kind, text, move = op
        if kind == INSERT and not move and kept and kept[-1][0] == DELETE and not kept[-1][2]:
            if _differ_in_signs(kept[-1][1], text):
                kept.pop()
                op = (EQUAL, text, 0)
        elif kind == EQUAL:
            _drop_spaces(kept, text)
        _add(kept, op)
    _drop_spaces(kept)
    return tuple(kept)


def count_signs(ops: tuple[Op, ...]) -> int:
    """Return how many places differ in signs alone; empty lines before a provision are none."""
    blank = ops[:1] and not ops[0][1].strip() and ops[0][0] != EQUAL and not ops[0][2]
    return _places(ops) - _places(without_signs(ops)) - bool(blank)


def _differ_in_signs(old: str, new: str) -> bool:
    """Whether two stretches that were exchanged differ in signs alone.

    Where a paragraph ends is no sign, nor is whether a quotation opens or closes; empty lines are.
    """
    if _ends(old) != _ends(new) or levelled(old) != levelled(new):
        return False
    marks = zip(_QUOTE.findall(old), _QUOTE.findall(new), strict=True)
    return all({one, other} != _GUILLEMETS for one, other in marks)


def _ends(text: str) -> int:
    """How many paragraphs end in a stretch, whatever empty lines stand between them."""
    return _EMPTY.sub("\n", text).count("\n")


def _drop_spaces(kept: list[Op], following: str = "\n") -> None:
    """Undo a change that only puts in or takes out spaces within a line, or empty lines.

    `following` is the text behind it, by default the end of all.
    """
    if not kept or kept[-1][0] == EQUAL or kept[-1][2]:
        return
    kind, text, _ = kept[-1]
    alone = len(kept) < 2 or kept[-2][0] == EQUAL
    before = kept[-2][1] if len(kept) > 1 else "\n"
    beside = before.rstrip(" \t\r").endswith("\n") or following.lstrip(" \t\r").startswith("\n")
    if alone and not levelled(text) and ("\n" not in text or beside):
        kept.pop()
        if kind == INSERT:
            _add(kept, (EQUAL, text, 0))


def _add(kept: list[Op], op: Op) -> None:
    if kept and op[0] == EQUAL == kept[-1][0]:
        op = (EQUAL, kept.pop()[1] + op[1], 0)
    kept.append(op)


def _places(ops: tuple[Op, ...]) -> int:
    """Places of change: what is taken out and put in side by side is one."""
    return sum(
        kind != EQUAL and (at == 0 or ops[at - 1][0] == EQUAL)
        for at, (kind, _, _) in enumerate(ops)
    )

"""The syntax of .bib files as real BibTeX reads it, in regular expressions.

White space is blank, tab and line ends, nothing else; a name may hold any character but controls,
white space and ``" # % ' ( ) , = { }`` and does not start with a digit (bibtex.web).
Every repetition is possessive: a file of any shape costs one pass, never a search among readings.
"""

from __future__ import annotations

import re

DEPTH = 5
"""Levels of braces that the fast expressions follow; deeper values are read with a counter."""

_ILLEGAL = r"\x00-\x20\x7f\"#%'(),={}"
_WS = r"[ \t\r\n]*+"
_NAME = rf"[^{_ILLEGAL}0-9][^{_ILLEGAL}]*+"


def _braced(depth: int) -> str:
    group = r"\{[^{}]*+\}"
    for _ in range(depth - 1):
        group = rf"\{{[^{{}}]*+(?:{group}[^{{}}]*+)*+\}}"
    return group


_BRACED = _braced(DEPTH)
_QUOTED = rf'"[^{{}}"]*+(?:{_BRACED}[^{{}}"]*+)*+"'
_PART = rf"(?:{_BRACED}|{_QUOTED}|[0-9]++|{_NAME})"
_VALUE = rf"{_PART}(?:{_WS}\#{_WS}{_PART})*+"
_FIELD = rf",{_WS}{_NAME}{_WS}={_WS}{_VALUE}{_WS}"

WS = re.compile(_WS)
NAME = re.compile(_NAME)
DIGITS = re.compile(r"[0-9]++")
KEY_IN_BRACES = re.compile(r"[^, \t\r\n}]*+")
KEY_IN_PARENS = re.compile(r"[^, \t\r\n]*+")


def whole_entry(fields: str) -> re.Pattern[str]:
    """Match an entry without a fault, whose fields match `fields`.

    Groups: type, key in braces, key in parentheses; then those of `fields`.
    """
    return re.compile(
        rf"@{_WS}(?!(?i:comment|preamble|string)[ \t\r\n{{(])({_NAME}){_WS}"
        rf"(?:\{{{_WS}([^, \t\r\n}}]*+)|\({_WS}([^, \t\r\n]*+)){_WS}"
        rf"{fields}(?:,{_WS})?+(?(2)\}}|\))"
    )


ENTRY = whole_entry(rf"(?:{_FIELD})*+")
"""A whole entry without a fault; groups: type, key in braces, key in parentheses."""

FIELD = re.compile(rf",{_WS}({_NAME}){_WS}={_WS}({_VALUE})")
"""One field inside an entry that `ENTRY` matched; groups: name, value as written."""

PART = re.compile(_PART)

ENTRY_START = re.compile(rf"@{_WS}[A-Za-z]++{_WS}[{{(]{_WS}[^{_ILLEGAL}]++{_WS}[,)}}]")
"""What certainly is meant as the start of an entry: where reading goes on after a broken one."""

ENTRY_LINE = re.compile(
    rf"^[ \t]*+(@{_WS}[A-Za-z]++{_WS}[{{(]{_WS}([^{_ILLEGAL}]++){_WS}[,)}}])", re.M
)
"""The same at the start of a line; groups: from the @ on, key."""

BRACE = re.compile(r"[{}]")
BRACE_RUN = re.compile(r"\{++|\}++")
QUOTE_STOP = re.compile(r'[{}"]')

"""Text from data made safe to show on a terminal."""

from __future__ import annotations

import re

# C0 and C1 controls, DEL, and the marks that turn the direction of writing (Unicode TR 36).
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Return `text` with control characters made visible (`\\x1b`); line breaks and tabs stay."""
    return CONTROL.sub(_shown, text)


def one_line(text: str) -> str:
    """Return `text` printable and on one line: every run of white space is one space."""
    if text.isprintable() and "  " not in text:  # by far the most texts, ten times as fast
        return text.strip(" ")
    return " ".join(printable(text).split())


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"

"""The characters of a PDF page as PDFium gives them: text, boxes, bold print, direction."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from typing import Any

_BOLD = re.compile(rb"bold|black|heavy|demi|[-,]bd\b|cmbx", re.IGNORECASE)
_SAMPLES = 15  # characters asked for their direction
_LONGEST_NAME = 128  # bytes of a font's name

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points."""


class Glyphs:
    """The characters of one page; places are PDFium's own."""

    def __init__(self, handle: Any, count: int, raw: Any) -> None:
        self._handle, self._raw = handle, raw
        self.text = _characters(handle, count, raw)
        self._rect = raw.FS_RECTF()
        self._where = ctypes.byref(self._rect)
        self._ask = raw.FPDFText_GetLooseCharBox
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        self._flags = ctypes.c_int()
        self._quarters = self._direction()

    def box(self, place: int) -> Box | None:
        """The box of a character, as it stands when the page is held so that one can read it."""
        if not self._ask(self._handle, place, self._where):
            return None
        rect = self._rect
        if not self._quarters:
            return rect.left, rect.bottom, rect.right, rect.top
        return self.turned(rect.left, rect.bottom, rect.right, rect.top)

    def turned(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the page turned with its text."""
        if self._quarters == 1:
            return -top, left, -bottom, right
        if self._quarters == 2:
            return -right, -top, -left, -bottom
        if self._quarters == 3:
            return bottom, -right, top, -left
        return left, bottom, right, top

    def is_bold(self, place: int) -> bool:
        """Whether the font of a character calls itself bold."""
        self._name.value = b""
        self._raw.FPDFText_GetFontInfo(
            self._handle, place, self._name, _LONGEST_NAME, ctypes.byref(self._flags)
        )
        return _BOLD.search(self._name.value) is not None

    def _direction(self) -> int:
        """How many quarters the most of the text is turned clockwise."""
        length = len(self.text)
        sample = range(0, length, max(1, length // _SAMPLES))
        places = (place for place in sample if not self.text[place].isspace())
        angles = (self._raw.FPDFText_GetCharAngle(self._handle, place) for place in places)
        turns = Counter(round(angle / (math.pi / 2)) % 4 for angle in angles if angle >= 0)
        return turns.most_common(1)[0][0] if turns else 0


def _characters(handle: Any, count: int, raw: Any) -> str:
    """One character a PDFium character, so that positions in the text are PDFium's own."""
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
    if len(text) == count and "\x00" not in text:
        return text
    codes = (raw.FPDFText_GetUnicode(handle, place) for place in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rvc.model.printable import one_line, printable


def test_escape_sequences_become_visible() -> None:
    assert printable("\x1b[31mred\x07") == "\\x1b[31mred\\x07"


def test_marks_that_turn_the_writing_become_visible() -> None:
    assert printable("\u202eevil") == "\\u202eevil"


@given(st.text())
def test_one_line_is_one_line_without_controls(text: str) -> None:
    said = one_line(text)
    assert "\n" not in said
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in said)

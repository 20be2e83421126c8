from __future__ import annotations

from collections.abc import Callable

from rvc.adapters.publishers import plain
from rvc.adapters.publishers.running_numbers import running
from rvc.model.text import LegalText

Sound = Callable[[LegalText], LegalText]
REPORT = """A/HRC/99/1
Contents
I. Introduction ..... 1–2 3
II. Law ..... 3–7 3
III. End ..... 8 4
I. Introduction
1. This report is on sweets.
2. It was asked for.
II. Law
A. Old law
3. The law is old.
4. It covers:
(a) Tin;
(b) Tea.
B. New law
5. It is new.
C. Other law
6. There is none.
D. Last law
7. It is the last.
III. End
8. This is all.
Annex I
Tables
1. First of the annex.
2. Second of the annex.
"""


def _read(*lines: str) -> LegalText:
    return plain.read("\n".join(lines).encode())


def test_paragraphs_of_a_report_are_named_without_its_headings(sound: Sound) -> None:
    text = sound(plain.read(REPORT.encode()))
    assert [(one.eid, one.heading) for one in text.walk()] == [
        ("crossheading_I", "Introduction"), ("para_1", ""), ("para_2", ""),
        ("crossheading_II", "Law"),
        ("crossheading_II__crossheading_A", "Old law"), ("para_3", ""), ("para_4", ""),
        ("para_4__subpara_a", ""), ("para_4__subpara_b", ""),
        ("crossheading_II__crossheading_B", "New law"), ("para_5", ""),
        ("crossheading_II__crossheading_C", "Other law"), ("para_6", ""),
        ("crossheading_II__crossheading_D", "Last law"), ("para_7", ""),
        ("crossheading_III", "End"), ("para_8", ""),
        ("annex_I", "Tables"), ("annex_I__para_1", ""), ("annex_I__para_2", ""),
    ]  # fmt: skip
    assert text.text == REPORT.strip()


def test_numbers_that_begin_anew_under_each_heading_lie_in_it() -> None:
    text = _read("I. Law", "1. One.", "2. Two.", "II. End", "1. One.", "2. Two.", "III. More", "x")
    assert [one.eid for one in text.walk()] == [
        "para_I", "para_I__subpara_1", "para_I__subpara_2", "para_II", "para_II__subpara_1",
        "para_II__subpara_2", "para_III",
    ]  # fmt: skip


def test_numbers_with_no_heading_between_are_left_as_they_are() -> None:
    texts = ["1. One.", "2. Two.", "I. a sentence.", "3. Three.", "A. Law", "4. Four.", "5. Five."]
    assert not running(texts, set()).paragraphs
    assert not running([], set()).heads


def test_places_of_another_text_are_left_out() -> None:
    texts = ["I. Law", "1. One.", "II. End", "2. Two.", "III. More", "3. Three.", "4. Four."]
    assert set(running(texts, set()).heads) == {0, 2, 4}
    assert not running(texts, {2}).paragraphs

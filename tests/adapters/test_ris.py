from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.adapters.ris import looks_like, read
from rvc.errors import RvcError
from rvc.model.record import Person, WorkType

SAMPLE = """\ufeffTY  - CHAP\r
AU  - Day, Ruth, Jr.
A1  - Oxfam
A2  - Roe, Ann
TI  - A chapter
T2  - The book
PY  - 2010/02/06/spring
SP  - 1
EP  - 20
SN  - 0-306-40615-2
SN  - 1234-5679
DO  - https://doi.org/10.5555/X
AB  - A long
  abstract, wrapped
KW  - a
KW  - b
ER  -
TY  - JOUR
TI  - An article
JO  -
T2  - The journal
Y1  - 1999///
UR  - https://doi.org/10.5555/y
L1  - x
ER  -\x20
"""


def test_records() -> None:
    chapter, article = read(SAMPLE)
    record = chapter.record
    assert record.type is WorkType.CHAPTER
    assert record.authors == (Person("Day", "Ruth", "Jr."), Person(name="Oxfam"))
    assert record.editors == (Person("Roe", "Ann"),)
    assert (record.title, record.containers) == ("A chapter", ("The book",))
    assert (record.dates[0].text, record.pages) == ("2010-02-06", "1-20")
    assert (record.isbn, record.issn) == (("9780306406157",), ("1234-5679",))
    assert record.doi == "10.5555/x"
    assert chapter.extra == {"abstract": "A long abstract, wrapped", "keywords": "a, b"}
    assert (article.record.containers, article.record.years) == (("The journal",), (1999,))
    assert article.record.doi == "10.5555/y"


def test_a_record_that_is_cut_off_is_read() -> None:
    assert read("TY  - BOOK\nTI  - T")[0].record.title == "T"


def test_what_is_no_ris() -> None:
    assert looks_like(SAMPLE)
    assert not looks_like("@misc{TY  - }")
    with pytest.raises(RvcError, match=r"a.ris:2: not RIS"):
        read("\nhello", "a.ris")


@given(st.text(st.sampled_from("TYAUER -\n\r1é,/\x00")))
def test_any_text(text: str) -> None:
    with contextlib.suppress(RvcError):
        read(text)

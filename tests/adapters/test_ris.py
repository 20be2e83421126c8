from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.adapters.ris import looks_like, read
from rvc.errors import RvcError

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
    assert chapter.item == {
        "type": "chapter",
        "title": "A chapter",
        "container-title": "The book",
        "author": [{"family": "Day", "given": "Ruth", "suffix": "Jr."}, {"literal": "Oxfam"}],
        "editor": [{"family": "Roe", "given": "Ann"}],
        "issued": {"date-parts": [[2010, 2, 6]]},
        "page": "1-20",
        "ISBN": "0-306-40615-2",
        "ISSN": "1234-5679",
        "abstract": "A long abstract, wrapped",
        "keyword": "a, b",
        "DOI": "https://doi.org/10.5555/X",
    }
    assert article.item["container-title"] == "The journal"
    assert article.item["issued"] == {"date-parts": [[1999]]}
    assert article.unread == ("L1",)


def test_a_record_that_is_cut_off_is_read() -> None:
    assert read("TY  - BOOK\nTI  - T")[0].item == {"type": "book", "title": "T"}


def test_what_is_no_ris() -> None:
    assert looks_like(SAMPLE)
    assert not looks_like("@misc{TY  - }")
    with pytest.raises(RvcError, match=r"a.ris:2: not RIS"):
        read("\nhello", "a.ris")


@given(st.text(st.sampled_from("TYAUER -\n\r1é,/\x00")))
def test_any_text(text: str) -> None:
    with contextlib.suppress(RvcError):
        read(text)

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.adapters.csl_json import read
from rvc.errors import RvcError
from rvc.model.record import Person, WorkType

ITEM: dict[str, Any] = {
    "id": "x",
    "citation-key": "day2010",
    "type": "article-journal",
    "title": "A <i>title</i> &amp; more",
    "container-title": "Journal",
    "author": [
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
        {"literal": "Oxfam"},
        {},
    ],
    "issued": {"date-parts": [["2010", 2]]},
    "DOI": "10.5555/X",
    "ISSN": "1234-5679, 1111-1119",
    "page": "1-20",
    "abstract": "Long.",
}


def test_items() -> None:
    (work,) = read(json.dumps(ITEM))
    record = work.record
    assert (work.key, record.type, record.title) == ("day2010", WorkType.ARTICLE, "A title & more")
    assert record.authors == (Person("van der Berg", "Jan"), Person(name="Oxfam"))
    assert (record.dates[0].text, record.doi) == ("2010-02", "10.5555/x")
    assert record.issn == ("1234-5679", "1111-1119")
    assert work.extra == {"abstract": "Long."}
    assert len(read(json.dumps([ITEM, ITEM]))) == len(read(json.dumps({"items": [ITEM] * 2}))) == 2


@pytest.mark.parametrize("issued", ["2010-02", {"raw": "2010-02"}, {"literal": "2010-02"}])
def test_dates_in_words(issued: Any) -> None:
    assert read(json.dumps({**ITEM, "issued": issued}))[0].record.dates[0].text == "2010-02"


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "[1]", "[" * 100_000, '{"a": 1}'])
def test_what_is_none(text: str) -> None:
    with pytest.raises(RvcError):
        read(text)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*ITEM, "PMID", "ISBN", "keyword", "note"]), VALUES))
def test_any_shape(item: dict[str, Any]) -> None:
    with contextlib.suppress(RvcError):
        read(json.dumps([item]))

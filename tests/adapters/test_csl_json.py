from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.adapters.csl_json import read
from rvc.errors import RvcError

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
    item = work.item
    assert (work.key, item["type"], item["title"]) == (
        "day2010",
        "article-journal",
        "A <i>title</i> & more",
    )
    assert item["author"] == [
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
        {"literal": "Oxfam"},
    ]
    assert (item["issued"], item["DOI"]) == ({"date-parts": [[2010, 2]]}, "10.5555/X")
    assert (item["ISSN"], item["abstract"]) == ("1234-5679, 1111-1119", "Long.")
    assert work.unread == ()
    assert read(json.dumps({**ITEM, "status": "x"}))[0].unread == ("status",)
    assert len(read(json.dumps([ITEM, ITEM]))) == len(read(json.dumps({"items": [ITEM] * 2}))) == 2


@pytest.mark.parametrize("issued", ["2010-02", {"raw": "2010-02"}, {"literal": "2010-02"}])
def test_dates_in_words(issued: Any) -> None:
    (work,) = read(json.dumps({**ITEM, "issued": issued}))
    assert work.item["issued"] == {"date-parts": [[2010, 2]]}


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

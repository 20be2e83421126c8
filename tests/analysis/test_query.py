from __future__ import annotations

import pytest

from rvc.adapters.references_bib import read_references
from rvc.analysis.query import (
    fields_of,
    parse_query,
    refuse_unknown_fields,
    search,
    split_argument,
)
from rvc.errors import RvcError

BIB = b"""
@article{bair, author={Bair, Jennifer}, title={Chains: a history}, year=2011, mood={sunny}}
@book{werner, author={Werner, Marion}, title={Global chains}, year=2008}
"""


def found(*arguments: str) -> list[str]:
    bibliography, _ = read_references(BIB, "references.bib")
    terms = parse_query(" ".join(map(split_argument, arguments)))
    refuse_unknown_fields(terms, fields_of(bibliography))
    return [match.work.key for match in search(bibliography, terms)]


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (["author:bair type:article"], ["bair"]),
        (["author:bair -type:article"], []),
        (["global chains"], ["werner"]),
        (["title:global chains"], ["werner"]),
        (['"global chains" type:book'], ["werner"]),
        (["Chains: a history"], ["bair"]),
        (["mood:sunny"], ["bair"]),
        (["doi:10"], []),
        (["year:2008..2010"], ["werner"]),
        (["year:..2010"], ["werner"]),
        (["year:2010.."], ["bair"]),
        (["date:2011"], ["bair"]),
        (["year:/^20/", "bair"], ["bair"]),
    ],
)
def test_what_is_found(arguments: list[str], keys: list[str]) -> None:
    assert found(*arguments) == keys


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("autor:bair", "did you mean 'author'"),
        ("-autor:bair", "did you mean 'author'"),
        ("xyzzyx:bair", "no field 'xyzzyx'"),
        ("year:2012..2008", "run backwards"),
        ("year:", "no year is given"),
        ("year:..", "no year is given"),
        ("year:20x", "not a year"),
        ("year:2008...2012", "not a year"),
        ("title:/(/", "regular expression"),
        ('"open', "quotation mark"),
    ],
)
def test_what_is_refused(argument: str, said: str) -> None:
    with pytest.raises(RvcError, match=said):
        found(argument)

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


NUMBERS = b"""
@misc{span, title={A}, date={2001/2003}}
@misc{about, title={B}, date={2004~}}
@misc{old, title={C}, year={-380}}
@book{isbn, title={D}, isbn={978-0-306-40615-7, 0-306-40615-2}, year={1998/99}}
@article{issn, title={E}, issn={1234-5679}, doi={https://doi.org/10.5555/X}}
"""


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("year:2002", ["span"]),
        ("year:2004", ["about"]),
        ("date:2003..2004", ["span", "about"]),
        ("year:-400..-1", ["old"]),
        ("year:..1999", ["old", "isbn"]),
        ("isbn:9780306406157", ["isbn"]),
        ("isbn:0-306-40615-2", ["isbn"]),
        ("issn:12345679", ["issn"]),
        ("doi:10.5555/x", ["issn"]),
        ("doi:10.5555", ["issn"]),
        ("isbn:978", ["isbn"]),
    ],
)
def test_numbers_and_years_are_compared_as_what_they_say(query: str, keys: list[str]) -> None:
    bibliography, _ = read_references(NUMBERS, "references.bib")
    assert sorted(one.work.key for one in search(bibliography, parse_query(query))) == sorted(keys)
    assert bibliography.works["about"].fields["date"] == "2004~"

from __future__ import annotations

import pytest

from rvc.bib.dialect import Dialect, written
from rvc.bib.layout import learn
from rvc.bib.reader import read

BIB = """@string{oup = {Oxford}}

% About the next one.
% rvc: doubt required-field: author not known
@book{parent, title={The Whole}, editor={Day, Al}, publisher=oup, date={2013/2014}}

@inbook{child, title={Inside}, author={Lee, Jo}, crossref={parent}, pages={1--2}}
@thesis{thesis, type={phdthesis}, institution={Univ}, date={2001-06-03}}
@thesis{master, type={mathesis}, institution={Univ}, date={-0049}}
@report{report, type={resreport}, date={2001~}}
@article{macro, title={T}, year=2001, month=jun}
@article{spelled, title={T}, year=2001, month={June}}
@article{days, title={T}, year=2001, month={June 3--5}}
@book{coming, title={T}, date={forthcoming}}
@book{lost, title={T}, crossref={nowhere}}
"""


def as_(key: str, dialect: Dialect) -> str:
    library = read(BIB)
    entry = library.get(key)
    assert entry is not None
    return written(library, entry, dialect, learn(library))


@pytest.mark.parametrize(
    ("key", "there", "not_there"),
    [
        ("parent", ["year={2013}", "date={2013/2014}", "publisher={Oxford}"], []),
        ("parent", ["% rvc: doubt required-field: author not known\n@book{"], ["About"]),
        ("child", ["booktitle={The Whole}", "editor={Day, Al}", "year={2013}"], ["crossref"]),
        ("thesis", ["@phdthesis{", "school={Univ}", "year={2001}", "month=jun", "day={3}"],
         ["type=", "date="]),
        ("master", ["@mastersthesis{", "year={50 BCE}"], ["type=", "date="]),
        ("report", ["@techreport{", "type={Research report}", "year={2001}"], []),
        ("macro", ["month=jun"], []),
        ("spelled", ["month=jun"], []),
        ("days", ["month={June 3--5}"], []),
        ("coming", ["year={forthcoming}"], ["date="]),
        ("lost", ["crossref={nowhere}"], []),
    ],
)  # fmt: skip
def test_bibtex(key: str, there: list[str], not_there: list[str]) -> None:
    text = as_(key, "bibtex").replace(" = ", "=")
    assert [said for said in there if said not in text] == []
    assert [said for said in not_there if said in text] == []


def test_biblatex() -> None:
    assert "date={2001-06}" in as_("macro", "biblatex").replace(" = ", "=")
    assert "month={June 3--5}" in as_("days", "biblatex").replace(" = ", "=")
    assert "type={phdthesis}" in as_("thesis", "biblatex").replace(" = ", "=")
    assert "crossref" not in as_("child", "biblatex")

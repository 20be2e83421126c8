from __future__ import annotations

from typing import Any

import pytest

from rvc.render.cite.runs import plain
from rvc.render.cite.table import in_order, style


def work(key: str, year: int | None, *names: str, title: str = "") -> dict[str, Any]:
    people = [dict(zip(("family", "given"), name.split(", "), strict=False)) for name in names]
    item = {"id": key, "type": "book", "title": title or key, "author": people}
    return item | ({"issued": {"date-parts": [[year]]}} if year else {})


MORTON = [
    work("b", 2010, "Morton, Al", title="The Beta"),
    work("a", 2010, "Morton, Al", title="An Alpha"),
    work("c", 2012, "Morton, Al"),
    work("a", 2010, "Morton, Al", title="An Alpha"),
]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("apa", "(Morton, 2010a, 2010b, 2012)"),
        ("chicago-author-date", "(Morton 2010a, 2010b, 2012)"),
        ("harvard", "(Morton, 2010a, 2010b, 2012)"),
    ],
)
def test_works_of_the_same_names_and_year_get_letters(name: str, said: str) -> None:
    ordered = in_order(MORTON, name)
    assert [item["id"] for item in ordered] == ["a", "b", "c"]
    assert style(name).cite(ordered) == said
    entries = [plain(style(name).entry(item)) for item in ordered]
    assert ["2010a" in entries[0], "2010b" in entries[1], "2012" in entries[2]] == [True] * 3


def test_works_without_a_year() -> None:
    works = [work("x", None, "Day, Al"), work("y", None, "Day, Al")]
    assert style("apa").cite(in_order(works, "apa")) == "(Day, n.d.-a, n.d.-b)"
    assert "(n.d.-b)" in plain(style("apa").entry(in_order(works, "apa")[1]))
    assert style("harvard").cite(in_order(works, "harvard")) == "(Day, no date a, no date b)"


def test_first_authors_of_one_family_name_get_initials() -> None:
    works = [work("x", 2001, "Day, Al"), work("y", 2001, "Day, Bo"), work("z", 2001, "Lee, Bo")]
    assert style("apa").cite(in_order(works, "apa")) == "(A. Day, 2001; B. Day, 2001; Lee, 2001)"


def test_first_authors_with_the_same_initials_get_given_names() -> None:
    works = [work("x", 2001, "Day, Al"), work("y", 2001, "Day, Ann")]
    assert style("apa").cite(in_order(works, "apa")) == "(Al Day, 2001; Ann Day, 2001)"


def test_and_others_after_some_names() -> None:
    item = work("x", -50, "Aa, A.", "Bb, B.")
    item["author"].append({"literal": "others"})
    works = in_order([item, item | {"id": "y", "title": "y"}], "apa")
    assert style("apa").cite(works) == "(Aa et al., 50 BCE-a, 50 BCE-b)"


def test_a_name_written_out_and_shortened_is_one_person() -> None:
    works = [work("x", 2001, "Day, Alan B."), work("y", 2002, "Day, A.")]
    assert style("apa").cite(in_order(works, "apa")) == "(Day, 2002, 2001)"


def test_lists_that_shorten_to_the_same_get_more_names() -> None:
    works = [work("x", 2001, "Aa", "Bb", "Cc", "Dd"), work("y", 2001, "Aa", "Bb", "Ee", "Ff")]
    said = style("apa").cite(in_order(works, "apa"))
    assert said == "(Aa, Bb, Cc, et al., 2001; Aa, Bb, Ee, et al., 2001)"


def test_more_than_26_works() -> None:
    ordered = in_order([work(f"{n:02}", 2001, "Day") for n in range(28)], "apa")
    assert [item["year-suffix"] for item in ordered[-3:]] == ["z", "aa", "ab"]


def test_numbered_styles_give_no_letters() -> None:
    assert not any("year-suffix" in item for item in in_order(MORTON, "ieee"))

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.csl_item import csl_item
from rvc.bib.reader import read
from rvc.bib.resolve import resolve
from rvc.render.cite.runs import as_html, markdown, plain, tidy
from rvc.render.cite.table import STYLES, in_order, number, style

BIB = r"""
@article{two, author={Bair, Jennifer and Werner, Marion}, title={Chains {\&} Places},
  journal={Journal of Chains}, year=2011, month=may, volume=43, number=5, pages={988--997},
  doi={10.1000/x1}}
@book{book, author={Piore, Michael J. and Sabel, Charles F.}, title={The Divide}, year=1984,
  publisher={Basic Books}, address={New York}, edition=2}
@incollection{chapter, author={von der Leyen, Anna and {Clean Toys Campaign}}, title={Inside},
  booktitle={The Whole}, editor={Smith, Jo and Day, Al}, pages={101--108}, publisher={House},
  year=2019}
@techreport{report, author={Phillips, Nicola}, title={Poor Terms}, institution={Centre},
  type={Working Paper}, number=176, year=2011}
@phdthesis{thesis, author={Núñez, Ana}, title={A Thesis}, school={Univ}, year=2001}
@online{page, title={A page <b>bold</b>}, url={https://example.org/a?b=1&c=2}, urldate={2024-05-03}}
@article{many, author={Aa, A. and Bb, B. and Cc, C. and Dd, D. and Ee, E. and Ff, F. and Gg, G.
  and Hh, H. and others}, title={Many}, journal={J}, year=2000}
@book{edited, editor={Deva, Surya and Bilchitz, David}, title={Building?}, year=2017,
  publisher={CUP}}
@misc{bare, title={Bare}}
@book{notebooks, author={Gramsci, Antonio}, editor={Hoare, Quintin}, translator={Hoare, Quintin},
  title={Notebooks}, publisher={Lawrence}, year=1971}
@book{letters, author={Gramsci, Antonio}, editor={Day, Al and Smith, Jo}, translator={Lee, Kim},
  title={Letters}, publisher={Lawrence}, year=1972}
"""


def items() -> list[dict[str, Any]]:
    library = read(BIB)
    return [csl_item(resolve(library, entry)) for entry in library.entries]


@pytest.mark.parametrize("name", STYLES)
def test_a_reference_list_in_each_style(name: str, golden: Callable[[str, str], None]) -> None:
    used = style(name)
    ordered = in_order(items(), name)
    lines = [f"{number(item, name)}{plain(used.entry(item))}" for item in ordered]
    lines += ["", *(markdown(used.entry(item)) for item in ordered)]
    lines += ["", *(as_html(used.entry(item)) for item in ordered)]
    lines += ["", used.cite(ordered[:3])]
    golden(f"cite-{name}.txt", "\n".join(lines) + "\n")


words = st.text("abé <>&*_[].,;-", max_size=12)
names = st.lists(
    st.one_of(
        st.fixed_dictionaries({"family": words, "given": words}),
        st.fixed_dictionaries({"literal": words}),
    ),
    max_size=5,
)
works = st.fixed_dictionaries(
    {
        "id": st.just("k"),
        "type": st.sampled_from(
            ["article-journal", "book", "chapter", "report", "thesis", "webpage"]
        ),
    },
    optional={
        "title": words,
        "author": names,
        "editor": names,
        "container-title": words,
        "volume": words,
        "page": st.from_regex(r"\A\d{1,4}-\d{1,4}\Z"),
        "publisher": words,
        "DOI": words,
        "issued": st.just({"date-parts": [[2011, 5]]}),
    },
)


@given(works, st.sampled_from(list(STYLES)))
def test_whatever_an_entry_lacks_a_style_prints_something(item: dict[str, Any], name: str) -> None:
    entry = style(name).entry(item)
    assert isinstance(plain(entry), str)
    assert "<b>" not in as_html(entry)
    assert isinstance(style(name).cite([item]), str)


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("et al..", "et al."),
        ("Why?.", "Why?"),
        ("“Why?”.", "“Why?”"),
        ("<i>Etc.</i>.", "<i>Etc.</i>"),
        ("Waiting... and waiting", "Waiting... and waiting"),
        ("two  blanks ", "two blanks"),
    ],
)
def test_marks_that_joining_doubles(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


def test_apa_names_the_last_of_more_than_twenty() -> None:
    def people(count: int) -> list[dict[str, str]]:
        return [{"family": f"N{n}", "given": "A."} for n in range(count)]

    entry = style("apa").entry
    said = plain(entry({"id": "x", "type": "book", "title": "T", "author": people(21)}))
    assert said.startswith("N0, A., N1, A., ")
    assert "N18, A., . . . N20, A. (n.d.)" in said
    said = plain(entry({"id": "x", "type": "book", "title": "T", "author": people(20)}))
    assert "N18, A., & N19, A. (n.d.)" in said


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("date={2001/2003}", "2001–2003"),
        ("year={1998/99}", "1998/99"),
        ("year={ca. 1998}", "ca. 1998"),
        ("year={[1998]}", "[1998]"),
        ("year={1998}", "1998"),
        ("date={2001-02/2001-05}", "2001"),
    ],
)
def test_a_year_is_cited_as_the_entry_says_it(field: str, said: str) -> None:
    library = read(f"@book{{a, title={{T}}, author={{Day, R.}}, {field}}}")
    item = csl_item(resolve(library, library.entries[0]))
    for name in STYLES:
        assert said in plain(style(name).entry(item)), name


def test_a_year_before_our_era_in_the_old_field() -> None:
    library = read("@book{a, title={T}, author={Plato}, year={-380}}")
    item = csl_item(resolve(library, library.entries[0]))
    assert "380 BCE" in plain(style("apa").entry(item))


@pytest.mark.parametrize("name", STYLES)
def test_east_asian_names_are_printed_whole(name: str) -> None:
    item = {
        "id": "x",
        "type": "book",
        "title": "T",
        "author": [{"family": "李", "given": "明"}, {"family": "Kim", "given": "철수"}],
        "issued": {"date-parts": [[2020]]},
    }
    printed = plain(style(name).entry(item))
    assert "李明" in printed
    assert "Kim철수" not in printed

from __future__ import annotations

import pytest

from rvc.analysis.csl_item import csl_item
from rvc.bib.reader import read
from rvc.bib.resolve import resolve
from rvc.render.cite.runs import plain
from rvc.render.cite.table import in_order, style

BIB = """
@incollection{chapter, author={Lee, Jo}, title={Inside}, booktitle={Book}, editor={Day, Al},
  edition={2}, pages={10--20}, publisher={P}, year=2001}
@incollection{single, author={Lee, Jo}, title={One}, booktitle={Book}, pages={7}, publisher={P},
  year=2002}
@article{asks, author={Lee, Jo}, title={Many Études?}, journal={J}, year=2003}
@thesis{thesis, author={Lee, Jo}, title={Th}, type={mathesis}, institution={U}, year=2004}
@online{undated, author={Lee, Jo}, title={Web}, url={https://e.org}, urldate={2024-05-03}}
@book{coming, author={Lee, Jo}, title={Soon}, publisher={P}, year={forthcoming}}
@patent{patent, author={Lee, Jo}, title={A toy}, type={patentus}, number={7,123}, year=2005}
@book{ancient, author={Cicero}, title={Old}, date={-0049}}
@misc{law, title={Loi}, howpublished={Journal officiel}, year=2017}
@misc{nodate, title={Nothing}, year={n.d.}}
"""


def entry_of(key: str, name: str) -> str:
    library = read(BIB)
    entry = library.get(key)
    assert entry is not None
    return plain(style(name).entry(in_order([csl_item(resolve(library, entry))], name)[0]))


@pytest.mark.parametrize(
    ("key", "name", "said"),
    [
        ("chapter", "apa", "Book (2nd ed., pp. 10–20). P."),
        ("chapter", "chicago-author-date", "In Book, 2nd ed., edited by Al Day. P."),
        ("chapter", "ieee", "in Book, 2nd ed., A. Day, Ed., P, 2001, pp. 10–20."),
        ("chapter", "vancouver", "Inside. In: Day A, editor. Book. 2nd ed. P; 2001."),
        ("single", "apa", "In Book (p. 7)."),
        ("single", "ieee", "2002, p. 7."),
        ("single", "harvard", "P, p. 7."),
        ("asks", "chicago-author-date", "“Many Études?” J."),
        ("asks", "harvard", "‘Many Études?’ J."),
        ("asks", "ieee", "“Many Études?” J, 2003."),
        ("thesis", "apa", "[MA thesis, U]"),
        ("thesis", "mla", "Th. 2004. U, MA thesis."),
        ("thesis", "vancouver", "Th [MA thesis]. U; 2004."),
        ("undated", "apa", "(n.d.). Web. Retrieved May 3, 2024, from https://e.org"),
        ("undated", "chicago-author-date", "Accessed May 3, 2024. https://e.org."),
        ("undated", "ieee", "Accessed: May 3, 2024. [Online]. Available: https://e.org"),
        ("undated", "mla", "https://e.org. Accessed 3 May 2024."),
        ("undated", "vancouver", "[cited 2024 May 3]. Available from: https://e.org"),
        ("undated", "harvard", "(Accessed: 3 May 2024)."),
        ("coming", "apa", "Lee, J. (forthcoming). Soon."),
        ("coming", "vancouver", "P; forthcoming."),
        ("patent", "apa", "A toy (U.S. patent No. 7,123)."),
        ("patent", "ieee", "U.S. patent 7,123"),
        ("ancient", "chicago-author-date", "Cicero. 50 BCE. Old."),
        ("law", "apa", "Journal officiel."),
        ("nodate", "apa", "Nothing. (n.d.)."),
    ],
)
def test_what_a_work_says_is_printed(key: str, name: str, said: str) -> None:
    assert said in entry_of(key, name)


def test_mla_tells_works_of_one_author_by_their_titles() -> None:
    library = read(BIB)
    works = [csl_item(resolve(library, entry)) for entry in library.entries]
    said = style("mla").cite([work for work in works if work["id"] in {"asks", "coming"}])
    assert said == "(Lee, “Many Études?”; Lee, Soon)"

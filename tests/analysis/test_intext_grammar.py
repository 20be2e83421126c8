"""Forms of author-date citations, and what must never happen: a work that nobody named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.adapters.references_bib import read_references
from rvc.analysis.intext import intext_citations
from rvc.analysis.intext_match import known_names, match_citations
from rvc.model.citation import Resolution

YEARS = (2004, 2005, 2011, 2018)
PEOPLE = ("Day", "Bair", "Locke", "Bartley", "Palpacuer")
BIB = "\n".join(
    f"@book{{{name.lower()}{year}, author={{{name}, Anna}}, title={{{name} {year}}}, year={year}}}"
    for name in PEOPLE
    for year in YEARS
)
MORE = """
@book{cruz2004, author={de la Cruz, Ana}, title={One}, year=2004}
@book{aspremont2011, author={d'Aspremont, Jean}, title={Two}, year=2011}
@book{baday2004, author={Bair, Jennifer and Day, Anna}, title={Three}, year=2004}
@book{many2005, author={Gereffi, Gary and Humphrey, John and Sturgeon, Tim}, title={F}, year=2005}
@book{dayinpress, author={Day, Anna}, title={E}, pubstate={inpress}}
@book{span2004, author={Sabel, Charles}, title={Lectures}, year={2004--2006}}
"""


def resolved(text: str) -> list[str]:
    """The keys that are found for certain; `?` for each citation that is not."""
    bibliography, _ = read_references((BIB + MORE).encode(), "references.bib")
    found = match_citations(intext_citations(text, known_names(bibliography)), bibliography)
    return [
        one.candidates[0].key if one.resolution is Resolution.RESOLVED else "?" for one in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # new names before a year begin a new citation
        ("(Day, 2004 and Bair, 2005)", "day2004 bair2005"),
        ("(Day, 2004 & Bair, 2005)", "day2004 bair2005"),
        ("(Day, 2004 or Bair, 2005)", "day2004 bair2005"),
        ("(Day, 2004 vs. Bair, 2005)", "day2004 bair2005"),
        ("(Day, 2004, cited in Bair, 2005)", "day2004 bair2005"),
        ("(Day, 2004, as quoted in Bair, 2005)", "day2004 bair2005"),
        ("(Locke, as cited in Day, 2004)", "day2004"),
        ("(Locke, 2018 and Bartley, 2018)", "locke2018 bartley2018"),
        ("(Day, 2004, and Bair, 2005)", "day2004 bair2005"),
        ("(Day 2004 and Bair 2005)", "day2004 bair2005"),
        ("(Day 2004, Bair 2005, Locke 2011)", "day2004 bair2005 locke2011"),
        ("(Day 2004: 3, Bair 2005: 7)", "day2004 bair2005"),
        ("(Day 2004; Bair 2005; 2011)", "day2004 bair2005 bair2011"),
        ("in Mexico (Day 2004; 2005)", "day2004 day2005"),
        ("(Day, 2004, and Gereffi, Humphrey, and Sturgeon, 2005)", "day2004 many2005"),
        ("(Day, 2004 y Bair, 2005)", "day2004 bair2005"),
        ("(Day, 2004 et Bair, 2005)", "day2004 bair2005"),
        ("(Day, 2004, dans Bair, 2005)", "day2004 bair2005"),
        ("(Day 2004 und Bair 2005)", "day2004 bair2005"),
        ("(Day 2004, zit. nach Bair 2005)", "day2004 bair2005"),
        ("(Day, 2004, Ou, 2005)", "day2004 ?"),
        ("(Day, 2004, E. Bair, 2005)", "day2004 bair2005"),
        ("(Day, 2004, and whoever came in 2005)", "day2004 ?"),
        # years of the same authors
        ("(Day, 2004, 2005)", "day2004 day2005"),
        ("(Day, 2004, 2005 and 2011)", "day2004 day2005 day2011"),
        ("(Day 2004: 3, 2005: 7)", "day2004 day2005"),
        ("(Day, 2004, p. 3, 2005, p. 7)", "day2004 day2005"),
        ("Day (2004) and (2005)", "day2004 day2005"),
        ("Day (2004), (2005) and (2011)", "day2004 day2005 day2011"),
        ("Day (2004, 2005)", "day2004 day2005"),
        ("Day (2004; 2005)", "day2004 day2005"),
        ("(Day, 2004a,b)", "day2004 day2004"),
        ("(Day, 2004a, b and c)", "day2004 day2004 day2004"),
        ("(Day, 2004a–c)", "day2004 day2004 day2004"),
        ("(Day, 2004a, 2004b)", "day2004 day2004"),
        ("(Day, 2004a, p. 3)", "day2004"),
        # pages are no years
        ("(Day, 2004, p. 2005)", "day2004"),
        ("(Day, 2004, pp. 2005-2010)", "day2004"),
        ("(Day, 2004, pp. 2005–2011, 2018)", "day2004"),
        ("(Day, 2004, chap. 2005)", "day2004"),
        ("(Day, 2004, S. 2005)", "day2004"),
        ("(Day, 2004, § 2005)", "day2004"),
        ("(Day 2004: 2005)", "day2004"),
        ("(Day, 2004, n° 2005)", "day2004"),
        ("(Day, 2004, p. 3, 2005)", "day2004 ?"),
        ("(Day, 2004, pp. 2005, cited in Bair, 2011)", "day2004 bair2011"),
        ("(Day, 2004, p. 3 and Bair, 2005)", "day2004 bair2005"),
        ("Day (2004, p. 2005)", "day2004"),
        # other years that are none of a citation
        ("(Day, 2004 [2005])", "day2004"),
        ("(Day [2005] 2004)", "day2004"),
        ("(Day, 2004, reprinted 2011)", "day2004"),
        ("(Day, 2004, accessed 5 May 2011)", "day2004"),
        ("(Day, 2004–2006)", "?"),
        ("(Day, 2004-06)", "?"),
        ("(Sabel, 2004–2006)", "span2004"),
        ("(Day, 1999/2004)", "day2004"),
        # what leads to a name, and what stands behind it
        ("(see Day, 2004)", "day2004"),
        ("(see, e.g., Day, 2004)", "day2004"),
        ("(see also Day, 2004; but see Bair, 2005)", "day2004 bair2005"),
        ("(cf. Day, 2004)", "day2004"),
        ("(voir notamment Day, 2004)", "day2004"),
        ("(siehe auch Day 2004)", "day2004"),
        ("(vgl. Day 2004)", "day2004"),
        ("(véase Day, 2004)", "day2004"),
        ("(following Day, 2004)", "day2004"),
        ("(Day, ca. 2004)", "day2004"),
        ("(Day (ed.), 2004)", "day2004"),
        ("(Day, eds., 2004)", "day2004"),
        ("(Day, in press)", "dayinpress"),
        ("(Day, forthcoming)", "dayinpress"),
        ("Day’s (2004) book", "day2004"),
        ("Day's (2004) book", "day2004"),
        # several people
        ("(Bair and Day, 2004)", "baday2004"),
        ("(Bair & Day, 2004)", "baday2004"),
        ("(Bair et Day, 2004)", "baday2004"),
        ("(Bair und Day 2004)", "baday2004"),
        ("(Bair y Day, 2004)", "baday2004"),
        ("J. Bair and A. Day (2004)", "baday2004"),
        ("Jennifer Bair and Anna Day (2004)", "baday2004"),
        ("Gereffi, Humphrey, and Sturgeon (2005)", "many2005"),
        ("(Gereffi et al., 2005)", "many2005"),
        ("Gereffi et al. (2005)", "many2005"),
        ("Gereffi and colleagues (2005)", "many2005"),
        ("(Gereffi & al., 2005)", "many2005"),
        ("(Gereffi u. a. 2005)", "many2005"),
        ("(Gereffi y otros, 2005)", "many2005"),
        ("(de la Cruz, 2004)", "cruz2004"),
        ("De la Cruz (2004)", "cruz2004"),
        ("(d’Aspremont, 2011)", "aspremont2011"),
        ("d'Aspremont (2011)", "aspremont2011"),
        # not understood, and therefore told
        ("(Loi n° 2017-399)", "?"),
        ("(the year 2004 of Day)", "?"),
        # nothing at all
        ("(from 2004 to 2008) (2011/83/EU) (the 1990s) (2004)", ""),
    ],
)
def test_forms(text: str, expected: str) -> None:
    assert resolved(text) == expected.split()


SCRAPS = "; , : & ( ) [ ] and or in p. pp. S. 3 a b et al. see the law - – / ’s"
NAMES = st.sampled_from(PEOPLE)
LOCATORS = st.sampled_from(["", "", ", p. 3", ", pp. 2004-2011", ", p. 2018", ": 2005", ", S. 12"])
LINKS = st.sampled_from(
    ["; ", " and ", ", and ", " & ", " or ", ", ", " vs. ", ", cited in ", "; see ", " et ", " y "]
)


@given(
    st.lists(
        st.tuples(NAMES, st.sampled_from([" ", ", "]), st.sampled_from(YEARS), LOCATORS, LINKS),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(["", "see ", "e.g., ", "cf. ", "voir "]),
)
def test_no_work_is_found_whose_author_is_not_named_with_its_year(
    cited: list[tuple[str, str, int, str, str]], lead: str
) -> None:
    said = "".join(
        f"{'' if not n else cited[n - 1][4]}{name}{gap}{year}{locator}"
        for n, (name, gap, year, locator, _) in enumerate(cited)
    )
    found = resolved(f"As was said ({lead}{said}).")
    assert [key for key in found if key != "?"] == [
        f"{name.lower()}{year}" for name, _, year, _, _ in cited
    ]


@given(
    st.lists(
        st.one_of(
            NAMES,
            st.sampled_from([str(year) for year in YEARS]),
            st.sampled_from(SCRAPS.split()),
        ),
        max_size=14,
    )
)
def test_in_any_text_a_work_that_is_found_is_named(words: list[str]) -> None:
    text = " ".join(words)
    for key in resolved(text):
        name, year = key[:-4], key[-4:]
        if key == "?" or not year.isdigit():
            continue
        assert year in text
        assert all(part.lower() in text.lower() for part in [name] if part.title() in PEOPLE)

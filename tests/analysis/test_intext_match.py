from __future__ import annotations

import pytest

from rvc.adapters.references_bib import read_references
from rvc.analysis.intext import intext_citations
from rvc.analysis.intext_match import ORDER, IntextMatch, known_names, match_citations
from rvc.model.citation import Resolution
from toys import TESTS

BIB = b"""
@article{bair2011, author={Bair, Jennifer and Werner, Marion}, title={One}, year=2011}
@article{bair2012, author={Bair, Jennifer}, title={Two}, year=2012}
@book{kutting2004, author={K{\\"u}tting, Gabriela}, title={Three}, year=2004}
@misc{open2014, author={K{\\"u}tting, Gabriela}, title={[Unresolved]}, year=2014,
  keywords={unresolved}}
@article{many2005, author={Gereffi, Gary and Humphrey, John and Sturgeon, Tim}, title={F},
  year=2005}
@article{phillips2011a, author={Phillips, Nicola}, title={A}, year=2011}
@misc{foe2014, author={{Friends of the Earth International}}, title={C}, year=2014}
@misc{law2017, title={Loi sur le devoir de vigilance}, year=2017}
@article{day2004, author={Day, Anna}, title={D}, year=2004}
@article{dayinpress, author={Day, Anna}, title={E}, pubstate={inpress}}
@article{phillips2011b, author={Phillips, Nicola}, title={B}, year=2011}
"""


def match(text: str) -> IntextMatch:
    bibliography, _ = read_references(BIB, "references.bib")
    (found,) = match_citations(intext_citations(text, known_names(bibliography)), bibliography)
    return found


def test_names_and_year_resolve() -> None:
    found = match("(Bair and Werner, 2011)")
    assert found.resolution is Resolution.RESOLVED
    assert [candidate.key for candidate in found.candidates] == ["bair2011"]


def test_et_al_resolves_to_the_work_of_three() -> None:
    assert match("(Gereffi et al., 2005)").candidates[0].key == "many2005"


def test_another_order_of_names_is_said() -> None:
    found = match("(Werner and Bair, 2011)")
    assert found.resolution is Resolution.AMBIGUOUS
    assert found.candidates[0].against == (ORDER,)


def test_two_works_of_a_year_are_ambiguous() -> None:
    found = match("(Phillips, 2011)")
    assert found.resolution is Resolution.AMBIGUOUS
    assert [c.key for c in found.candidates] == ["phillips2011a", "phillips2011b"]


def test_a_misspelt_name_and_a_wrong_year_are_a_guess_and_a_placeholder_never_is() -> None:
    found = match("(Küttin, 2014)")
    assert found.resolution is Resolution.UNRESOLVED
    (candidate,) = found.candidates
    assert candidate.key == "kutting2004"
    assert candidate.against == ("'kuttin' is spelt otherwise", "the year is 2004")


def test_nobody_near_leaves_no_candidate() -> None:
    assert match("(Zzyzx, 2011)").candidates == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("(Friends of the Earth International 2014)", "foe2014"),
        ("Friends of the Earth International (2014) says", "foe2014"),
        ("(Loi sur le devoir de vigilance 2017)", "law2017"),
        ("[Day 2004]", "day2004"),
        ("(Day, in press)", "dayinpress"),
    ],
)
def test_bodies_titles_and_works_in_press_resolve(text: str, key: str) -> None:
    found = match(text)
    assert (found.resolution, found.candidates[0].key) == (Resolution.RESOLVED, key)


def test_a_body_is_its_whole_name() -> None:
    assert match("(Mars International, 2014)").candidates == ()


def test_what_is_not_understood_is_unresolved_and_guessed() -> None:
    found = match("(the friends of the Earth, 2014)")
    assert found.resolution is Resolution.UNRESOLVED
    assert [(c.key, c.against) for c in found.candidates] == [
        ("foe2014", ("it is named otherwise",))
    ]


def test_all_works_that_fit_are_listed() -> None:
    entries = (
        f"@misc{{a{n}, author={{{{The Assembly}}}}, title={{T}}, year=2015}}" for n in range(9)
    )
    bibliography, _ = read_references("\n".join(entries).encode(), "references.bib")
    (found,) = match_citations(intext_citations("(Assembly 2015)"), bibliography)
    assert (found.resolution, len(found.candidates)) == (Resolution.AMBIGUOUS, 9)


def test_the_citations_of_the_abstract() -> None:
    root = TESTS.parent
    abstracts = sorted((root.parent / "shared" / "abstract").glob("*.txt"))
    if not abstracts:
        pytest.skip("the abstract (../shared/abstract) is not here")
    bibliography, _ = read_references((root / "data/references.bib").read_bytes(), "references.bib")
    text = abstracts[0].read_text("utf-8")
    matches = match_citations(intext_citations(text, known_names(bibliography)), bibliography)
    said = [(m.citation.printed, m.resolution.value, m.candidates[0].key) for m in matches]
    assert said == [
        ("Werner and Bair, 2011", "ambiguous", "wernerbair2011losing"),
        ("Phillips, 2011", "ambiguous", "phillips2011informality"),
        ("Küttin, 2014", "unresolved", "kutting2004globalization"),
        ("Palpacuer, 2008", "resolved", "palpacuer2008"),
        ("Piore and Sabel, 1984", "resolved", "pioresabel1984"),
        ("Day, 2004", "resolved", "day2004"),
        ("Day, 2005", "resolved", "day2005"),
        ("Levy and Egan, 2003", "resolved", "levyegan2003"),
        ("Morton, 2010", "ambiguous", "morton2010continuum"),
    ]

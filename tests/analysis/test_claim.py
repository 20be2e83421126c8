from __future__ import annotations

from msgspec.structs import replace

from rvc.analysis.claim import Claim, claim_of, describe
from rvc.analysis.matching import Description
from rvc.model.record import Person, WorkType
from rvc.model.reference import Reference

CLAIM = Claim(
    key="day2013",
    type="article",
    fields={
        "title": "Chains of duty",
        "year": "2013",
        "journal": "Journal of Law and Society",
        "volume": "4",
        "pages": "11--29",
        "doi": "10.5555/X",
    },
    authors=(Person("Day", "Ruth"), Person("Perrin", "Louis")),
)


def with_fields(**fields: str) -> Claim:
    return replace(CLAIM, fields={**CLAIM.fields, **fields})


def test_the_hash_is_of_what_is_compared_only() -> None:
    assert with_fields(note="seen", abstract="long").compared == CLAIM.compared
    assert with_fields(title="Chains  of\nduty").compared == CLAIM.compared
    assert with_fields(volume="5").compared != CLAIM.compared
    assert replace(CLAIM, type="book").compared != CLAIM.compared
    assert replace(CLAIM, authors=CLAIM.authors[::-1]).compared != CLAIM.compared
    moved = replace(CLAIM, authors=(), editors=CLAIM.authors)
    assert moved.compared != CLAIM.compared


def test_a_reference_becomes_a_claim() -> None:
    reference = Reference(
        "sherpa2010",
        "REPORT",
        "A report",
        "2010",
        (("Sherpa", ""), ("Day", "Ruth")),
        fields={"url": "https://doi.org/10.5555/R", "Note": "x"},
    )
    claim = claim_of(reference)
    assert claim.authors == (Person(name="Sherpa"), Person("Day", "Ruth"))
    assert (claim.type, claim.doi, claim.fields["note"]) == ("report", "10.5555/r", "x")
    assert claim_of(replace(reference, edited=True)).editors == claim.authors
    assert describe(claim) == Description(
        "A report", claim.authors, 2010, doi="10.5555/r", type=WorkType.REPORT
    )


def test_identifiers_of_a_claim() -> None:
    assert with_fields(doi="10.48550/arXiv.2101.00001").arxiv == "2101.00001"
    assert with_fields(eprint="math/0309136", archiveprefix="arXiv").arxiv == "math/0309136"
    assert with_fields(eprint="2101.00001", eprinttype="jstor").arxiv == ""
    assert with_fields(isbn="0-306-40615-2").isbn == "9780306406157"

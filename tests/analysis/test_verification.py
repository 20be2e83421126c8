from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from rvc.analysis.claim import Claim, describe
from rvc.analysis.matching import best_match
from rvc.analysis.verification import judge_found, judge_named, merge_updates
from rvc.model.evidence import Agreement, Evidence, Status
from rvc.model.record import Dated, Person, Record, Relation, Update, UpdateKind, WorkType

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
RECORD = Record(
    service="crossref",
    id="10.5555/x",
    titles=("Chains of Duty",),
    containers=("Journal of Law and Society",),
    authors=CLAIM.authors,
    dates=(Dated("issued", 2013),),
    volume="4",
    pages="11-29",
    doi="10.5555/x",
    type=WorkType.ARTICLE,
)
OTHER = Record(
    service="crossref",
    id="10.5555/x",
    titles=("A field guide to beavers",),
    containers=("Annals of Rivers",),
    authors=(Person("Castor", "F."),),
    dates=(Dated("issued", 1999),),
    doi="10.5555/x",
    type=WorkType.ARTICLE,
)


def with_fields(**fields: str) -> Claim:
    return replace(CLAIM, fields={**CLAIM.fields, **fields})


def test_all_agrees() -> None:
    judged = judge_named(CLAIM, RECORD)
    assert (judged.status, judged.reason) == (Status.CONFIRMED, "")
    assert {check.field for check in judged.fields} == {*CLAIM.fields, "author"}
    assert {check.agreement for check in judged.fields} == {Agreement.AGREES}


def test_a_wrong_field_is_named_and_the_work_stays_the_work() -> None:
    for claim in (
        with_fields(volume="5"),
        with_fields(title="Chains of dirt"),
        with_fields(year="1999"),
        replace(CLAIM, authors=(Person("Lee", "An"),)),
    ):
        assert judge_named(claim, RECORD).status is Status.DIFFERS
    assert judge_named(with_fields(volume="5"), RECORD).reason == "differs in volume"


def test_a_doi_that_leads_elsewhere() -> None:
    judged = judge_named(CLAIM, OTHER)
    assert judged.status is Status.WRONG_IDENTIFIER
    assert "A field guide to beavers" in judged.reason
    assert judged.fields == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"titles": ("Correction to: Chains of Duty",)},
        {"titles": ("Retraction: Chains of Duty",)},
        {"titles": ("Chains of Duty",), "type": WorkType.ABOUT},
        {"titles": ("Notice",), "notice_of": (Update(UpdateKind.RETRACTION, "10.5555/w"),)},
    ],
)
def test_a_doi_of_a_notice_is_a_wrong_one(changes: dict[str, Any]) -> None:
    assert judge_named(CLAIM, replace(RECORD, **changes)).status is Status.WRONG_IDENTIFIER


def test_too_little_to_say() -> None:
    bare = Claim("x", "misc", {"title": "Chains of duty", "doi": "10.5555/x"}, ())
    record = replace(RECORD, titles=("Chaînes de devoir",), authors=CLAIM.authors)
    assert judge_named(replace(bare, authors=CLAIM.authors), record).status is Status.CANNOT_TELL
    assert judge_named(bare, replace(OTHER, titles=())).status is Status.CANNOT_TELL
    assert judge_named(bare, OTHER).status is Status.WRONG_IDENTIFIER


def test_updates_are_kept_apart() -> None:
    updates = (
        Update(UpdateKind.CORRECTION, "10.5555/c", "2014-01-01", "publisher"),
        Update(UpdateKind.RETRACTION, "10.5555/r", "2015-01-01", "retraction-watch"),
        Update(UpdateKind.CONCERN, "10.5555/e", "2014-06-01", "publisher"),
        Update(UpdateKind.NEW_VERSION, "10.5555/x", "2014-06-01", "publisher"),
    )
    judged = judge_named(CLAIM, replace(RECORD, updates=updates))
    assert judged.updates == updates
    evidence = Evidence("day2013", "", judged.status, updates=judged.updates)
    assert evidence.retracted
    assert [one.doi for one in evidence.updated(UpdateKind.CORRECTION)] == ["10.5555/c"]


def test_a_correction_is_no_retraction_and_a_retraction_can_be_taken_back() -> None:
    def evidence(*updates: Update) -> Evidence:
        return Evidence("x", "", Status.CONFIRMED, updates=updates)

    retraction = Update(UpdateKind.RETRACTION, date="2015")
    assert not evidence(Update(UpdateKind.CORRECTION, date="2015")).retracted
    assert not evidence(retraction, Update(UpdateKind.REINSTATEMENT, date="2016")).retracted
    assert evidence(retraction, Update(UpdateKind.REINSTATEMENT, date="2014")).retracted


def test_a_marked_title_counts_as_a_retraction() -> None:
    judged = judge_named(CLAIM, replace(RECORD, titles=("RETRACTED: Chains of Duty",)))
    assert [(one.kind, one.label) for one in judged.updates] == [
        (UpdateKind.RETRACTION, "RETRACTED")
    ]


def test_a_preprint_that_was_published_since() -> None:
    fields = {"title": "Chains of duty", "year": "2012", "eprint": "2101.00001"}
    claim = Claim("day2012", "misc", fields, CLAIM.authors)
    record = replace(
        RECORD,
        type=WorkType.PREPRINT,
        containers=("arXiv",),
        dates=(Dated("posted", 2012),),
        doi="10.48550/arxiv.2101.00001",
        relations=(Relation("is-preprint-of", "10.5555/x"),),
    )
    judged = judge_named(claim, record)
    assert judged.status is Status.CONFIRMED
    assert judged.published_as == ("10.5555/x",)


def test_a_search_never_proves_absence() -> None:
    claim = replace(CLAIM, fields={k: v for k, v in CLAIM.fields.items() if k != "doi"})
    ours = describe(claim)
    assert judge_found(claim, None).status is Status.NOT_FOUND
    assert judge_found(claim, best_match(ours, [OTHER])).status is Status.NOT_FOUND
    found = best_match(ours, [OTHER, RECORD])
    assert judge_found(claim, found).status is Status.CONFIRMED
    namesake = replace(RECORD, authors=(Person("Lee", "An"),))
    judged = judge_found(claim, best_match(ours, [namesake]))
    assert (judged.status, "other people" in judged.reason) == (Status.NOT_FOUND, True)
    preprint = replace(RECORD, type=WorkType.PREPRINT, containers=("SSRN",))
    assert judge_found(claim, best_match(ours, [preprint])).status is Status.OTHER_VERSION


def test_updates_of_another_version_are_not_those_of_the_work() -> None:
    claim = replace(CLAIM, fields={k: v for k, v in CLAIM.fields.items() if k != "doi"})
    preprint = replace(
        RECORD,
        type=WorkType.PREPRINT,
        containers=("SSRN",),
        updates=(Update(UpdateKind.RETRACTION),),
    )
    assert judge_found(claim, best_match(describe(claim), [preprint])).updates == ()


def test_one_notice_is_listed_once() -> None:
    dated = Update(UpdateKind.RETRACTION, "10.5555/r", "2015-01-01", "publisher")
    same = Update(UpdateKind.RETRACTION, "10.5555/r", "", "retraction-watch")
    flag = Update(UpdateKind.RETRACTION, source="openalex")
    correction = Update(UpdateKind.CORRECTION, "10.5555/c", "2014", "publisher")
    assert merge_updates([same, flag], [dated, correction]) == (correction, dated)
    assert merge_updates([flag], [flag]) == (flag,)


def test_an_entry_that_cites_a_notice_is_no_wrong_identifier() -> None:
    title = "Retraction: Chains of duty"
    update = Update(UpdateKind.RETRACTION, doi="10.5555/x")
    notice = replace(RECORD, titles=(title,), authors=(), notice_of=(update,))
    own = replace(CLAIM, fields={**CLAIM.fields, "title": title})
    assert judge_named(own, notice).status is not Status.WRONG_IDENTIFIER
    assert judge_named(CLAIM, notice).status is Status.WRONG_IDENTIFIER

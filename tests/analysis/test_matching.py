from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from rvc.adapters.services import crossref, dblp, openalex
from rvc.analysis.matching import Description, Verdict, best_match, match
from rvc.model.record import Dated, Person, Record, WorkType

RECORDED = Path(__file__).parents[3] / "shared" / "benchmarks" / "bib" / "api"

DAY, PERRIN = Person("Day", "Ruth"), Person("Perrin", "Louis")

ENTRY = Description(
    title="Chains of duty: parent companies and their suppliers",
    people=(DAY, PERRIN),
    year=2013,
    container="Journal of Law and Society",
    volume="4",
    pages="11--29",
)

RECORD = Record(
    service="crossref",
    id="10.5555/x",
    titles=("Chains of Duty",),
    subtitle="Parent Companies and Their Suppliers",
    containers=("Journal of Law and Society", "J. Law Soc."),
    authors=(Person("Day", "R."), Person("Perrin", "L.")),
    dates=(Dated("issued", 2013, 11), Dated("online", 2012, 12)),
    volume="4",
    pages="11-29",
    doi="10.5555/x",
    type=WorkType.ARTICLE,
)


def verdict(record: Record = RECORD, entry: Description = ENTRY, **changes: Any) -> Verdict:
    return match(entry, replace(record, **changes)).verdict


def test_the_work_itself() -> None:
    found = match(ENTRY, RECORD)
    assert (found.verdict, found.score) == (Verdict.SAME, 1.0)


@pytest.mark.parametrize(
    "changes",
    [
        {"subtitle": ""},
        {"titles": ("CHAINS OF DUTY.",)},
        {"authors": (Person("Day", "Ruth"),)},  # services often name the first author alone
        {"dates": (Dated("issued", 2014),)},
        {"dates": ()},
        {"containers": ()},
        {"type": WorkType.OTHER},
        {"volume": "", "pages": ""},
    ],
)
def test_what_a_record_of_the_work_may_lack(changes: dict[str, Any]) -> None:
    assert verdict(**changes) is Verdict.SAME


@pytest.mark.parametrize(
    "changes",
    [
        {"type": WorkType.PREPRINT, "containers": ("SSRN",), "pages": "", "volume": ""},
        {"type": WorkType.PREPRINT, "dates": (Dated("posted", 2011),), "containers": ()},
        {"dates": (Dated("issued", 2021),)},
        {"dates": (Dated("issued", 2015),)},
        {"containers": ("Critical Sociology",)},
        {"volume": "9", "pages": "101-120"},
    ],
)
def test_other_versions_are_said_to_be_that(changes: dict[str, Any]) -> None:
    assert verdict(**changes) is Verdict.OTHER_VERSION


def test_the_published_form_of_a_preprint() -> None:
    entry = replace(ENTRY, container="arXiv", arxiv="2101.00001", volume="", pages="")
    assert verdict(entry=entry) is Verdict.OTHER_VERSION


def test_the_same_title_by_others() -> None:
    assert verdict(authors=(Person("Feldman", "Jon"),)) is Verdict.TITLE_ONLY
    # A namesake with another first name, and one of six authors alone years later.
    assert verdict(authors=(Person("Day", "Susan"), Person("Lee"))) is Verdict.TITLE_ONLY
    assert verdict(authors=(PERRIN,), entry=replace(ENTRY, people=(DAY, DAY, PERRIN))) is (
        Verdict.TITLE_ONLY
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"titles": ("Correction to: Chains of Duty",)},
        {"titles": ("Chains of Debt",), "subtitle": ""},
        {"titles": (), "subtitle": ""},
        {"type": WorkType.ABOUT},
    ],
)
def test_something_else(changes: dict[str, Any]) -> None:
    assert verdict(**changes) is Verdict.DIFFERENT


def test_nobody_to_compare_needs_another_witness() -> None:
    assert verdict(authors=(), containers=(), volume="", pages="") is Verdict.CANNOT_TELL
    assert verdict(authors=()) is Verdict.SAME
    assert verdict(authors=(), dates=(Dated("issued", 2014),)) is Verdict.CANNOT_TELL
    entry = replace(ENTRY, title="Annual report", people=(), volume="", pages="")
    assert verdict(titles=("Annual Report",), subtitle="", entry=entry) is Verdict.CANNOT_TELL


def test_yearly_titles_need_their_year() -> None:
    entry = replace(ENTRY, title="Annual report", volume="", pages="")
    record = replace(RECORD, titles=("Annual Report",), subtitle="")
    assert verdict(record, entry) is Verdict.SAME
    assert verdict(record, replace(entry, year=2011)) is Verdict.OTHER_VERSION


def test_a_short_title_without_its_subtitle_needs_another_witness() -> None:
    entry = replace(ENTRY, title="Chains of duty", container="", volume="", pages="")
    assert verdict(entry=entry) is Verdict.CANNOT_TELL
    assert verdict(entry=replace(entry, container="J. Law Soc.")) is Verdict.SAME
    assert verdict(entry=replace(entry, doi="10.5555/x")) is Verdict.SAME
    book = replace(RECORD, type=WorkType.BOOK, publisher="Made-Up University Press")
    assert verdict(book, replace(entry, publisher="Made-Up University")) is Verdict.SAME


def test_a_paper_of_a_preprint_server_that_is_called_a_journal() -> None:
    entry = replace(ENTRY, container="SSRN Electronic Journal", volume="", pages="")
    record = replace(RECORD, containers=("SSRN Electronic Journal",))
    assert verdict(record, entry) is Verdict.SAME
    assert verdict(record) is Verdict.OTHER_VERSION


def test_a_doi_settles_the_version() -> None:
    entry = replace(ENTRY, doi="https://doi.org/10.5555/X", year=2010)
    assert verdict(entry=entry) is Verdict.SAME


def test_the_best_is_the_work_itself_before_its_versions() -> None:
    preprint = replace(RECORD, type=WorkType.PREPRINT, containers=("SSRN",), id="p")
    other = replace(RECORD, titles=("Something else",), id="o")
    best = best_match(ENTRY, [other, preprint, RECORD])
    assert best is not None
    assert best.record.id == "10.5555/x"
    best = best_match(ENTRY, [other, preprint])
    assert best is not None
    assert (best.record.id, best.verdict) == ("p", Verdict.OTHER_VERSION)
    assert best_match(ENTRY, [other]) is None
    assert best_match(ENTRY, []) is None


def test_titles_of_any_script() -> None:
    entry = Description("構成メンバーの違いが振る舞いに及ぼす影響", (Person("石川", "真"),), 2024)
    record = replace(
        RECORD,
        titles=("The effects of group members", "構成メンバーの違いが振る舞いに及ぼす影響"),
        subtitle="",
        authors=(Person("石川", "真"),),
        dates=(Dated("issued", 2024),),
    )
    assert verdict(record, entry) is Verdict.SAME


@pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded answers are not here")
def test_recorded_searches_give_no_wrong_work_and_every_right_one() -> None:
    readers = {"crossref": crossref.read, "openalex": openalex.read, "dblp": dblp.read}
    right, wrong = 0, []
    searches = [
        item
        for item in json.loads((RECORDED / "index.json").read_text("utf-8"))
        if "reference" in item
    ]
    for item in searches:
        answer = json.loads((RECORDED / item["file"]).read_text("utf-8"))["answer"]
        records = [readers[item["service"]](work) for work in answer]
        wanted = item["reference"]
        entry = Description(
            title=wanted["title"],
            people=tuple(Person(name=name) for name in wanted["authors"] or []),
            year=wanted["year"] or 0,
            container=wanted["venue"] or "",
        )
        best = best_match(entry, records)
        if best is not None and best.verdict is Verdict.SAME:
            place = records.index(best.record)
            right += place in item["same"]
            wrong += [] if place in item["same"] else [item["file"]]
        if best is not None and best.verdict is Verdict.OTHER_VERSION:
            assert records.index(best.record) in item["other_version"]
    assert wrong == []
    assert right == sum(bool(item["same"]) for item in searches)

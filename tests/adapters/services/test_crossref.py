from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import Failure, HttpError
from rvc.adapters.services.crossref import Crossref, read
from rvc.model.record import Dated, Person, UpdateKind, WorkType

if TYPE_CHECKING:
    from sites import Site

RECORDED = Path(__file__).parents[4] / "shared" / "benchmarks" / "bib" / "api"
recorded = pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded answers are not here")

WORK = {
    "DOI": "10.5555/LAW.1",
    "type": "journal-article",
    "title": ["Duties &amp; <i>Chains</i>"],
    "subtitle": ["A Study"],
    "container-title": ["Journal of Made-Up Law"],
    "short-container-title": ["J. Made-Up Law"],
    "author": [
        {"family": "Day", "given": "Ruth", "suffix": "Jr."},
        {"family": "Perrin"},
        {"name": "The Chain Group"},
        {"sequence": "additional"},
        {"family": "&NA;"},
    ],
    "issued": {"date-parts": [[2013, 11]]},
    "published-online": {"date-parts": [[2012, 12, 30]]},
    "volume": "4",
    "page": "11-29",
    "updated-by": [
        {"DOI": "10.5555/E", "type": "erratum", "updated": {"date-parts": [[2014]]}},
        {"DOI": "10.5555/R", "type": "retraction", "source": "retraction-watch"},
        {"DOI": "10.5555/C", "type": "expression_of_concern"},
        {"type": "something new"},
    ],
    "relation": {
        "has-preprint": [{"id-type": "doi", "id": "https://doi.org/10.5555/P", "asserted-by": "x"}],
        "is-part-of": {"id-type": "issn", "id": "1234-5678"},
    },
}


@pytest.fixture
def crossref(site: Site) -> Iterator[Crossref]:
    with Fetcher(spacing=0.0, sleep=lambda _: None, mailto="me@example.org") as fetcher:
        yield Crossref(fetcher, site.address)


def says(site: Site, path: str, message: Any, **answer: Any) -> None:
    site.says(path, json.dumps({"status": "ok", "message": message, **answer}))


def test_a_work_is_translated(site: Site, crossref: Crossref) -> None:
    says(site, "/works/10.5555%2Flaw.1", WORK)
    record = crossref.by_doi("10.5555/law.1")
    assert record is not None
    assert site.asked == ["/works/10.5555%2Flaw.1?mailto=me%40example.org"]
    assert (record.doi, record.title, record.full_title) == (
        "10.5555/law.1",
        "Duties & Chains",
        "Duties & Chains: A Study",
    )
    assert record.containers == ("Journal of Made-Up Law", "J. Made-Up Law")
    assert record.authors == (
        Person(family="Day", given="Ruth", suffix="Jr."),
        Person(family="Perrin"),
        Person(name="The Chain Group"),
    )
    assert record.dates == (Dated("issued", 2013, 11), Dated("online", 2012, 12, 30))
    assert record.years == (2013, 2012)
    assert (record.type, record.volume, record.pages) == (WorkType.ARTICLE, "4", "11-29")
    assert [link.id for link in record.relations] == ["10.5555/p", "1234-5678"]


def test_kinds_of_updates_are_kept_apart(crossref: Crossref) -> None:
    assert crossref.name == "crossref"
    assert [(one.kind, one.date, one.source) for one in read(WORK).updates] == [
        (UpdateKind.CORRECTION, "2014", "publisher"),
        (UpdateKind.RETRACTION, "", "retraction-watch"),
        (UpdateKind.CONCERN, "", "publisher"),
        (UpdateKind.OTHER, "", "publisher"),
    ]


def test_the_book_comes_before_its_series() -> None:
    chapter = {"type": "book-chapter", "container-title": ["The Series", "The Book"]}
    assert read(chapter).containers == ("The Book", "The Series")


def test_its_own_not_found_is_none(site: Site, crossref: Crossref) -> None:
    headers = {"Content-Type": "application/json;charset=utf-8"}
    site.says("/works/10.5555%2Fno", "Resource not found.", 404, headers)
    assert crossref.by_doi("10.5555/no") is None


@pytest.mark.parametrize("body", ["<html>Your library's proxy: no such page</html>", "", "{}"])
def test_somebody_elses_not_found_is_an_outage(site: Site, crossref: Crossref, body: str) -> None:
    site.says("/works/10.5555%2Fno", body, 404)
    with pytest.raises(HttpError) as caught:
        crossref.by_doi("10.5555/no")
    assert caught.value.failure is Failure.UNREADABLE


@pytest.mark.parametrize(
    ("body", "status", "failure"),
    [
        ("<html>Sign in to the network</html>", 200, Failure.UNREADABLE),
        ('{"status": "ok", "message": {"DOI": "10.5', 200, Failure.UNREADABLE),
        ('{"status": "failed", "message": [{"type": "x"}]}', 200, Failure.UNREADABLE),
        ('{"status": "ok", "message": {}}', 200, Failure.UNREADABLE),
        ("[]", 200, Failure.UNREADABLE),
        ('"text"', 200, Failure.UNREADABLE),
        ('{"status": "failed"}', 400, Failure.STATUS),
        ("", 503, Failure.FAILING),
    ],
)
def test_trouble_is_never_not_found(
    site: Site, crossref: Crossref, body: str, status: int, failure: Failure
) -> None:
    site.says("/works/10.5555%2Fx", body, status)
    with pytest.raises(HttpError) as caught:
        crossref.by_doi("10.5555/x")
    assert caught.value.failure is failure
    assert "/works/10.5555%2Fx" in caught.value.where


def test_a_search_gives_records(site: Site, crossref: Crossref) -> None:
    says(site, "/works", {"total-results": 1, "items": [WORK]})
    assert [record.doi for record in crossref.search("duties chains")] == ["10.5555/law.1"]
    assert "query.bibliographic=duties+chains" in site.asked[0]
    says(site, "/works", {"total-results": 586666})
    assert crossref.by_isbn("9780306406157") == ()


def test_no_shape_of_a_work_raises() -> None:
    for value in (None, [], "x", {"title": {}, "author": "x", "relation": [], "issued": 3}):
        assert read(value).titles == ()


@recorded
def test_every_recorded_work_is_read() -> None:
    for path in sorted((RECORDED / "crossref").glob("*.json")):
        answer = json.loads(path.read_text("utf-8"))["answer"]
        for work in answer if isinstance(answer, list) else [answer]:
            record = read(work)
            assert record.doi
            assert "<" not in record.title
            assert "&amp;" not in record.title


@recorded
def test_records_with_unusual_features() -> None:
    def one(name: str) -> Any:
        return read(
            json.loads((RECORDED / "records" / f"{name}.json").read_text("utf-8"))["record"]
        )

    assert one("10.31390-gradschool-theses.6125").dates == ()
    assert one("10.31390-gradschool-theses.6125").authors == (Person("Rovira", "Joshua"),)
    assert one("10.2478-v10285-012-0032-1").authors[2] == Person(name="Sudesiqin")
    assert one("10.1371-journal.pone.0248873.s003").type is WorkType.ABOUT
    assert one("10.1101-055319").type is WorkType.PREPRINT
    versions = one("10.1371-journal.pgen.1011490")
    assert [update.kind for update in versions.updates] == [UpdateKind.NEW_VERSION]
    assert versions.notice_of == ()
    assert "&" in one("10.7717-peerj.1114").title


@recorded
def test_a_retracted_work_and_its_notice() -> None:
    def one(name: str) -> Any:
        return read(json.loads((RECORDED / "shapes" / name).read_text("utf-8"))["message"])

    work, notice = one("work-retracted.json"), one("retraction-notice.json")
    assert [(update.kind, update.date) for update in work.updates] == [
        (UpdateKind.CORRECTION, "2004-03-06"),
        (UpdateKind.RETRACTION, "2010-02-06"),
    ]
    assert work.updates[1].source == "retraction-watch"
    assert [update.doi for update in notice.notice_of] == [work.doi]


@recorded
def test_recorded_exchanges(site: Site, crossref: Crossref) -> None:
    for name, doi, found in [
        ("work-found-public", "10.1371/journal.pone.0033693", True),
        ("work-found-polite", "10.1038/srep16696", True),
        ("work-not-found", "10.1371/notarealdoi", False),
    ]:
        exchange = json.loads((RECORDED / "http" / f"{name}.json").read_text("utf-8"))
        path = "/works/" + doi.replace("/", "%2F")
        kept = {n: v for n, v in exchange["headers"].items() if n.startswith(("x-", "content-ty"))}
        site.says(path, exchange["body"], exchange["status"], kept)
        record = crossref.by_doi(doi)
        assert (record is not None and record.doi == doi) is found

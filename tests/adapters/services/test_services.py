"""The smaller services: what they answer in made-up data of their own shape."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import Failure, HttpError
from rvc.adapters.services import dblp, openalex
from rvc.adapters.services.lookup import Services
from rvc.adapters.services.web_page import read as read_page
from rvc.model.identifiers import Identifier, IdentifierKind, read_identifier
from rvc.model.record import Person, UpdateKind, WorkType

if TYPE_CHECKING:
    from sites import Site

RECORDED = Path(__file__).parents[4] / "shared" / "benchmarks" / "bib" / "api"
recorded = pytest.mark.skipif(not RECORDED.is_dir(), reason="the recorded answers are not here")

NAMES = ("crossref", "datacite", "openalex", "doi.org", "arxiv", "pubmed", "openlibrary")


@pytest.fixture
def services(site: Site) -> Iterator[Services]:
    with Fetcher(spacing=0.0, sleep=lambda _: None) as fetcher:
        yield Services(fetcher, {name: f"{site.address}/{name}" for name in NAMES})


def says(site: Site, path: str, data: Any, status: int = 200) -> None:
    site.says(path, json.dumps(data), status)


DATACITE = {
    "data": {
        "id": "10.5555/zenodo.1",
        "attributes": {
            "doi": "10.5555/ZENODO.1",
            "titles": [
                {"title": "A data set"},
                {"title": "of things", "titleType": "Subtitle"},
                {"title": "Un jeu de données", "titleType": "TranslatedTitle"},
            ],
            "creators": [
                {
                    "name": "Day, Ruth",
                    "nameType": "Personal",
                    "familyName": "Day",
                    "givenName": "R.",
                },
                {"name": "The Chain Group", "nameType": "Organizational"},
                {"name": ":unav"},
            ],
            "publisher": {"name": "Zenodo"},
            "publicationYear": 2021,
            "dates": [
                {"date": "2020-12-31", "dateType": "Submitted"},
                {"date": "2021-01-05", "dateType": "Issued"},
            ],
            "types": {"resourceTypeGeneral": "Dataset"},
            "relatedIdentifiers": [
                {
                    "relationType": "IsNewVersionOf",
                    "relatedIdentifier": "10.5555/ZENODO.0",
                    "relatedIdentifierType": "DOI",
                }
            ],
        },
    }
}


def test_datacite(site: Site, services: Services) -> None:
    says(site, "/datacite/dois/10.5555/zenodo.1", DATACITE)
    record = services.datacite.by_doi("10.5555/zenodo.1")
    assert record is not None
    assert (record.doi, record.type) == ("10.5555/zenodo.1", WorkType.DATASET)
    assert record.titles == ("A data set", "Un jeu de données")
    assert record.full_title == "A data set: of things"
    assert record.authors == (Person(family="Day", given="R."), Person(name="The Chain Group"))
    assert (record.publisher, record.years) == ("Zenodo", (2021, 2020))
    assert [(link.kind, link.id) for link in record.relations] == [
        ("is-new-version-of", "10.5555/zenodo.0")
    ]
    says(site, "/datacite/dois/10.5555/no", {"errors": [{"status": "404"}]}, 404)
    assert services.datacite.by_doi("10.5555/no") is None
    says(site, "/datacite/dois", {"data": [DATACITE["data"]]})
    assert len(services.datacite.search('a "data" AND set')) == 1


def test_a_preprint_that_arxiv_says_was_published(site: Site, services: Services) -> None:
    attributes = {
        "doi": "10.48550/arXiv.2101.00001",
        "types": {"resourceTypeGeneral": "Preprint"},
        "relatedIdentifiers": [
            {
                "relationType": "IsVersionOf",
                "relatedIdentifier": "10.5555/J",
                "relatedIdentifierType": "DOI",
            }
        ],
    }
    says(site, "/datacite/dois/10.48550/arxiv.2101.00001", {"data": {"attributes": attributes}})
    record = services.datacite.by_doi("10.48550/arxiv.2101.00001")
    assert record is not None
    assert (record.arxiv, record.published_as) == ("2101.00001", ("10.5555/j",))


OPENALEX = {
    "id": "https://openalex.org/W1",
    "doi": "https://doi.org/10.5555/LAW.1",
    "title": "Duties and chains",
    "publication_year": 2013,
    "type": "article",
    "is_retracted": True,
    "authorships": [
        {"raw_author_name": "Day, Ruth", "author": {"display_name": "Ruth Day"}},
        {"raw_author_name": None, "author": {"display_name": "Louis Perrin"}},
    ],
    "biblio": {"volume": "4", "issue": None, "first_page": "11", "last_page": "29"},
    "primary_location": {"source": {"display_name": "Journal of Law", "type": "journal"}},
}


def test_openalex(site: Site, services: Services) -> None:
    nobody = {**OPENALEX, "authorships": []}
    says(site, "/openalex/works", {"results": [nobody, OPENALEX]})
    record = services.openalex.by_doi("10.5555/law.1")
    assert record is not None
    assert record.authors == (Person(family="Day", given="Ruth"), Person(name="Louis Perrin"))
    assert (record.pages, record.years, record.containers) == (
        "11-29",
        (2013,),
        ("Journal of Law",),
    )
    assert [update.kind for update in record.updates] == [UpdateKind.RETRACTION]
    assert services.openalex.by_doi("10.5555/other") is None
    says(site, "/openalex/works", {"error": "no"})
    with pytest.raises(HttpError):
        services.openalex.by_doi("10.5555/law.1")


def test_the_agency_of_a_doi(site: Site, services: Services) -> None:
    says(site, "/doi.org/doiRA/10.5555/a", [{"DOI": "10.5555/a", "RA": "DataCite"}])
    says(site, "/doi.org/doiRA/10.5555/b", [{"DOI": "10.5555/b", "status": "DOI does not exist"}])
    says(site, "/doi.org/doiRA/10.5555/c", [{"DOI": "10.5555/c", "status": "Unknown"}])
    assert services.doi.registration("10.5555/a").agency == "datacite"
    assert services.doi.registration("10.5555/b").exists is False
    with pytest.raises(HttpError, match="'Unknown'"):
        services.doi.registration("10.5555/c")


FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
 <entry><id>http://arxiv.org/abs/2101.00001v3</id><published>2021-01-01T10:00:00Z</published>
  <title>Duties
    and chains</title><author><name>Ruth Day</name></author>
  <arxiv:doi>10.5555/LAW.1</arxiv:doi></entry>
</feed>"""


def test_arxiv(site: Site, services: Services) -> None:
    site.says("/arxiv/api/query", FEED)
    record = services.arxiv.by_number("2101.00001")
    assert record is not None
    assert (record.title, record.arxiv, record.years) == (
        "Duties and chains",
        "2101.00001",
        (2021,),
    )
    assert (record.doi, record.published_as) == ("10.48550/arxiv.2101.00001", ("10.5555/law.1",))
    site.says("/arxiv/api/query", '<feed xmlns="http://www.w3.org/2005/Atom"/>')
    assert services.arxiv.by_number("2101.99999") is None


@pytest.mark.parametrize(
    "feed",
    [
        "<html>down for maintenance</html>",
        FEED[:200],
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed>&b;</feed>',
        "",
    ],
)
def test_what_is_no_feed_is_an_outage(site: Site, services: Services, feed: str) -> None:
    site.says("/arxiv/api/query", feed)
    with pytest.raises(HttpError) as caught:
        services.arxiv.by_number("2101.00001")
    assert caught.value.failure is Failure.UNREADABLE


PUBMED = {
    "uid": "123",
    "title": "Duties and chains.",
    "source": "J Law",
    "fulljournalname": "Journal of law",
    "pubdate": "2013 Nov 6",
    "epubdate": "2012 Dec 30",
    "authors": [
        {"name": "van Dam RA", "authtype": "Author"},
        {"name": "The Chain Group", "authtype": "CollectiveName"},
    ],
    "pubtype": ["Journal Article", "Retracted Publication"],
    "articleids": [{"idtype": "doi", "value": "10.5555/law.1"}],
    "references": [{"reftype": "Erratum in", "refsource": "J Law 2014"}],
}


def test_pubmed(site: Site, services: Services) -> None:
    path = "/pubmed/entrez/eutils/esummary.fcgi"
    says(site, path, {"result": {"uids": ["123"], "123": PUBMED}})
    record = services.pubmed.by_number("123")
    assert record is not None
    assert record.title == "Duties and chains"
    assert record.authors == (Person("van Dam", "R A"), Person(name="The Chain Group"))
    assert record.years == (2013, 2012)
    assert [one.kind for one in record.updates] == [UpdateKind.CORRECTION, UpdateKind.RETRACTION]
    says(site, path, {"result": {"uids": ["9"], "9": {"uid": "9", "error": "cannot get document"}}})
    assert services.pubmed.by_number("9") is None
    says(site, path, {"error": "API rate limit exceeded"})
    with pytest.raises(HttpError):
        services.pubmed.by_number("123")


def test_dblp_has_one_author_as_object_and_numbers_behind_names() -> None:
    info = {
        "authors": {"author": {"@pid": "1", "text": "Federico Fusco 0001"}},
        "title": "Pandora&apos;s Box.",
        "venue": "CoRR",
        "volume": "abs/2002.06968",
        "year": "2020",
        "type": "Informal and Other Publications",
    }
    record = dblp.read({"info": info})
    assert record.title == "Pandora's Box"
    assert record.authors == (Person(name="Federico Fusco"),)
    assert (record.arxiv, record.volume, record.type) == ("2002.06968", "", WorkType.PREPRINT)
    assert dblp.read({"info": {"authors": None}}).authors == ()


BOOK = {
    "title": "Chains",
    "subtitle": "A History",
    "authors": [{"name": "Ruth Day"}],
    "publishers": [{"name": "Made-Up Press"}],
    "publish_date": "March 2004",
}


def test_books_by_isbn(site: Site, services: Services) -> None:
    isbn = Identifier(IdentifierKind.ISBN, "9780306406157")
    says(site, "/openlibrary/api/books", {"ISBN:9780306406157": BOOK})
    record = services.look_up(isbn)
    assert record is not None
    assert (record.full_title, record.years) == ("Chains: A History", (2004,))
    assert record.isbn == ("9780306406157",)
    says(site, "/openlibrary/api/books", {})
    says(site, "/crossref/works", {"status": "ok", "message": {"items": []}})
    assert services.look_up(isbn) is None


def test_only_both_can_say_that_there_is_no_such_book(site: Site, services: Services) -> None:
    site.says("/openlibrary/api/books", "<html>down</html>")
    says(site, "/crossref/works", {"status": "ok", "message": {"items": []}})
    with pytest.raises(HttpError, match="openlibrary"):
        services.look_up(Identifier(IdentifierKind.ISBN, "9780306406157"))


PAGE = """<html><head><title>Report – Body</title>
<meta name="citation_title" content="A Report on Chains &amp; Duties">
<meta name="citation_author" content="Day, Ruth">
<meta name="citation_author" content="Louis Perrin">
<meta name="citation_publication_date" content="2013/11/06">
<meta property="og:site_name" content="The Body">
</head><body><title>no</title></body></html>"""


def test_a_page_says_what_it_is(site: Site, services: Services) -> None:
    url = site.says("/report", PAGE, headers={"Content-Type": "text/html"})
    named = read_identifier(url)
    assert named is not None
    record = services.look_up(named)
    assert record is not None
    assert record.title == "A Report on Chains & Duties"
    assert record.authors == (Person("Day", "Ruth"), Person(name="Louis Perrin"))
    assert (record.type, record.containers) == (WorkType.PAGE, ("The Body",))
    assert record.dates[0].text == "2013-11-06"


def test_a_page_that_says_nothing_has_its_title(site: Site, services: Services) -> None:
    body = "<html><title>Loi n° 2017-399</title>".encode("cp1252")
    url = site.says("/loi", body, headers={"Content-Type": "text/html; charset=windows-1252"})
    record = services.look_up(Identifier(IdentifierKind.URL, url))
    assert record is not None
    assert record.title == "Loi n° 2017-399"
    assert services.look_up(Identifier(IdentifierKind.URL, site.url("/gone"))) is None
    assert read_page("", url).titles == ()
    site.says("/pdf", b"%PDF", headers={"Content-Type": "application/pdf"})
    with pytest.raises(HttpError, match="application/pdf"):
        services.look_up(Identifier(IdentifierKind.URL, site.url("/pdf")))


def test_a_doi_is_looked_up_where_it_is_registered(site: Site, services: Services) -> None:
    says(site, "/doi.org/doiRA/10.5555/zenodo.1", [{"RA": "DataCite"}])
    says(site, "/datacite/dois/10.5555/zenodo.1", DATACITE)
    record = services.by_doi("10.5555/zenodo.1")
    assert record is not None
    assert record.service == "datacite"
    says(site, "/doi.org/doiRA/10.5555/none", [{"status": "DOI does not exist"}])
    assert services.by_doi("10.5555/none") is None


def test_an_outage_at_doi_org_is_not_a_missing_work(site: Site, services: Services) -> None:
    site.says("/doi.org/doiRA/10.5555/x", "<html>504</html>", 504)
    with pytest.raises(HttpError):
        services.by_doi("10.5555/x")


@recorded
@pytest.mark.parametrize("service", ["openalex", "dblp"])
def test_every_recorded_answer_is_read(service: str) -> None:
    translate = {"openalex": openalex.read, "dblp": dblp.read}[service]
    for path in sorted((RECORDED / service).glob("*.json")):
        answer = json.loads(path.read_text("utf-8"))["answer"]
        for work in answer if isinstance(answer, list) else [answer]:
            record = translate(work)
            assert record.id
            assert "&" not in record.title or "; " not in record.title.partition("&")[2][:6]

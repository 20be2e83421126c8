from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from rvc.adapters.http import Fetcher
from rvc.adapters.retractions import Retractions
from rvc.adapters.services.lookup import Services
from rvc.analysis.claim import Claim
from rvc.model.evidence import Evidence, Status
from rvc.model.finding import Place, Severity
from rvc.model.record import Person, Update, UpdateKind
from rvc.tasks.verify import Checked, verify_offline, verify_online
from rvc.tasks.verify_findings import verification_findings

if TYPE_CHECKING:
    from sites import Site

NAMES = ("crossref", "datacite", "openalex", "doi.org", "arxiv", "pubmed", "openlibrary")
NOW = datetime(2026, 6, 16, 13, 0, tzinfo=UTC)

DAY = Claim(
    key="day2013",
    type="article",
    fields={
        "title": "Chains of duty and their makers",
        "year": "2013",
        "journal": "Journal of Law and Society",
        "doi": "10.5555/x",
    },
    authors=(Person("Day", "Ruth"),),
)
WORK: dict[str, Any] = {
    "DOI": "10.5555/X",
    "type": "journal-article",
    "title": ["Chains of Duty and Their Makers"],
    "author": [{"family": "Day", "given": "R."}],
    "container-title": ["Journal of Law and Society"],
    "issued": {"date-parts": [[2013]]},
}
WITHOUT_DOI = replace(DAY, fields={k: v for k, v in DAY.fields.items() if k != "doi"})


@pytest.fixture
def services(site: Site) -> Iterator[Services]:
    with Fetcher(spacing=0.0, read=0.2, sleep=lambda _: None) as fetcher:
        yield Services(fetcher, {name: f"{site.address}/{name}" for name in NAMES})


def crossref(site: Site, *items: dict[str, Any]) -> None:
    """Let Crossref know these works, by DOI and by search."""
    for item in items:
        path = "/crossref/works/" + item["DOI"].lower().replace("/", "%2F")
        site.says(path, json.dumps({"status": "ok", "message": item}))
    says(site, "/crossref/works", {"status": "ok", "message": {"items": list(items)}})


def says(site: Site, path: str, data: Any, status: int = 200) -> None:
    site.says(path, json.dumps(data), status)


def verify(
    services: Services, *claims: Claim, known: Sequence[Evidence] = (), **options: Any
) -> tuple[Checked, ...]:
    by_key = {evidence.key: evidence for evidence in known}
    return verify_online(claims, by_key, services, now=lambda: NOW, **options)


def evidence_of(checked: Checked) -> Evidence:
    assert checked.evidence is not None
    return checked.evidence


def test_a_doi_is_asked_of_crossref(site: Site, services: Services) -> None:
    crossref(site, WORK)
    (one,) = verify(services, DAY)
    assert (one.status, one.trouble) == (Status.CONFIRMED, "")
    evidence = evidence_of(one)
    assert evidence.record == "crossref 10.5555/x"
    assert [(a.service, a.question, a.answer) for a in evidence.asked] == [
        ("crossref", "doi 10.5555/x", "found")
    ]
    assert evidence.asked[0].time == "2026-06-16T13:00:00Z"
    assert verification_findings([one], {}) == ()


def test_a_doi_of_another_agency(site: Site, services: Services) -> None:
    says(site, "/doi.org/doiRA/10.5555/x", [{"RA": "DataCite"}])
    attributes = {
        "doi": "10.5555/x",
        "titles": [{"title": "Chains of duty and their makers"}],
        "creators": [{"name": "Day, Ruth", "familyName": "Day", "givenName": "Ruth"}],
        "publicationYear": 2013,
    }
    says(site, "/datacite/dois/10.5555/x", {"data": {"attributes": attributes}})
    (one,) = verify(services, DAY)
    assert one.status is Status.CONFIRMED
    assert [a.answer for a in evidence_of(one).asked] == ["none", "datacite", "found"]


def test_only_doi_org_can_say_that_a_doi_does_not_exist(site: Site, services: Services) -> None:
    says(site, "/doi.org/doiRA/10.5555/x", [{"status": "DOI does not exist"}])
    (one,) = verify(services, DAY)
    assert one.status is Status.NO_SUCH_DOI
    (finding,) = verification_findings([one], {"day2013": Place("references.bib", 3)})
    assert (finding.rule, finding.severity) == ("reference-no-such-doi", Severity.ERROR)
    assert str(finding.place) == "references.bib:3:0"


def hang(site: Site) -> Any:
    def page(_: BaseHTTPRequestHandler) -> None:
        site.closing.wait(5)

    return page


@pytest.mark.parametrize("how", ["html", "truncated", "busy", "error", "doi.org"])
def test_an_outage_is_never_not_found(site: Site, services: Services, how: str) -> None:
    path = "/crossref/works/10.5555%2Fx"
    if how == "html":
        site.says(path, "<html>Sign in</html>")
    elif how == "truncated":
        site.says(path, '{"status": "ok", "mess')
    elif how == "busy":
        site.says(path, "", 429, {"Retry-After": "7200"})
    elif how == "error":
        site.says(path, "", 503)
    else:
        site.says("/doi.org/doiRA/10.5555/x", "<html>", 502)
    (one,) = verify(services, DAY)
    assert (one.status, one.evidence) == (Status.NOT_VERIFIED, None)
    assert "could not be asked" in one.trouble
    (finding,) = verification_findings([one], {})
    assert (finding.rule, finding.severity) == ("reference-not-verified", Severity.WARNING)


def test_an_outage_keeps_the_evidence_that_there_was(site: Site, services: Services) -> None:
    crossref(site, WORK)
    evidence = evidence_of(verify(services, DAY)[0])
    site.says("/crossref/works/10.5555%2Fx", "", 503)
    (one,) = verify(services, DAY, known=[evidence], max_age=timedelta(0) - timedelta(days=1))
    assert (one.status, one.evidence) == (Status.CONFIRMED, evidence)
    assert one.trouble
    (finding,) = verification_findings([one], {})
    assert (finding.rule, finding.severity) == ("reference-not-verified", Severity.NOTE)


def test_a_service_that_is_down_is_left_alone(site: Site, services: Services) -> None:
    site.page("/crossref/works/10.5555%2Fx", hang(site))
    claims = [replace(DAY, key=f"k{n}") for n in range(5)]
    checked = verify(services, *claims)
    assert {one.status for one in checked} == {Status.NOT_VERIFIED}
    assert len(site.asked) == 4  # the attempts of the first entry
    assert "not asked again" in checked[4].trouble


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_service_that_fails_is_not_asked_for_every_entry(
    site: Site, services: Services, status: int
) -> None:
    site.says("/crossref/works/10.5555%2Fx", "later", status)
    checked = verify(services, *(replace(DAY, key=f"k{n}") for n in range(5)))
    assert {one.status for one in checked} == {Status.NOT_VERIFIED}
    assert len(site.asked) == 4  # the attempts of the first entry
    assert "not asked again" in checked[4].trouble


def test_an_entry_without_identifier_is_searched(site: Site, services: Services) -> None:
    crossref(site, {**WORK, "title": ["Something else"], "DOI": "10.5555/z"}, WORK)
    (one,) = verify(services, WITHOUT_DOI)
    assert (one.status, evidence_of(one).record) == (Status.CONFIRMED, "crossref 10.5555/x")
    assert "query.bibliographic=Chains+of+duty" in site.asked[0]


def test_a_search_goes_on_at_the_next_service(site: Site, services: Services) -> None:
    crossref(site)
    works = [
        {
            "id": "W1",
            "title": "Chains of duty and their makers",
            "publication_year": 2013,
            "type": "article",
            "authorships": [{"raw_author_name": "Ruth Day"}],
        }
    ]
    says(site, "/openalex/works", {"results": works})
    (one,) = verify(services, WITHOUT_DOI)
    assert (one.status, evidence_of(one).record) == (Status.CONFIRMED, "openalex W1")


def test_not_found_needs_all_services(site: Site, services: Services) -> None:
    crossref(site)
    site.says("/openalex/works", "", 500)
    assert verify(services, WITHOUT_DOI)[0].status is Status.NOT_VERIFIED
    says(site, "/openalex/works", {"results": []})
    (one,) = verify(services, WITHOUT_DOI)
    assert one.status is Status.NOT_FOUND
    (finding,) = verification_findings([one], {})
    assert (finding.severity, "proves nothing" in finding.message) == (Severity.NOTE, True)


def page_claim(site: Site, type_: str = "online") -> Claim:
    fields = {"title": "A report on chains", "year": "2013", "url": site.url("/report")}
    return Claim("body2013", type_, fields, (Person(name="The Body"),))


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("<title>A Report on Chains | The Body</title>", Status.CONFIRMED),
        ("<title>The Body – A report on chains</title>", Status.CONFIRMED),
        ("<title>Welcome</title>", Status.CANNOT_TELL),
        ("%PDF-1.7", Status.CANNOT_TELL),
    ],
)
def test_a_page_is_looked_at_and_not_searched(
    site: Site, services: Services, body: str, status: Status
) -> None:
    media_type = "application/pdf" if body.startswith("%") else "text/html"
    site.says("/report", body, headers={"Content-Type": media_type})
    (one,) = verify(services, page_claim(site))
    assert (one.status, site.asked) == (status, ["/report"])


def test_a_page_that_is_gone_is_a_warning_and_one_that_refuses_is_not_verified(
    site: Site, services: Services
) -> None:
    (one,) = verify(services, page_claim(site))
    assert one.status is Status.GONE
    assert [(f.rule, f.severity) for f in verification_findings([one], {})] == [
        ("reference-gone", Severity.WARNING)
    ]
    site.says("/report", "", 404)
    assert verify(services, page_claim(site))[0].status is Status.NOT_VERIFIED
    site.says("/report", "no robots", 403)
    (one,) = verify(services, page_claim(site))
    assert (one.status, "save the page" in one.trouble) == (Status.NOT_VERIFIED, True)


def test_a_report_that_nobody_lists_is_looked_for_at_its_address(
    site: Site, services: Services
) -> None:
    crossref(site)
    says(site, "/openalex/works", {"results": []})
    site.says("/report", "<title>A report on chains</title>")
    (one,) = verify(services, page_claim(site, "techreport"))
    assert (one.status, evidence_of(one).asked[-1].answer) == (Status.CONFIRMED, "found")


def test_a_page_without_address_is_not_found(site: Site, services: Services) -> None:
    (one,) = verify(services, replace(WITHOUT_DOI, type="online"))
    assert (one.status, site.asked) == (Status.NOT_FOUND, [])


def test_a_book_is_asked_by_isbn(site: Site, services: Services) -> None:
    fields = {"title": "Chains", "year": "2004", "isbn": "0-306-40615-2"}
    book = Claim("day2004", "book", fields, (Person("Day", "Ruth"),))
    answer = {"title": "Chains", "authors": [{"name": "Ruth Day"}], "publish_date": "2004"}
    says(site, "/openlibrary/api/books", {"ISBN:9780306406157": answer})
    assert verify(services, book)[0].status is Status.CONFIRMED


FEED = """<feed xmlns="http://www.w3.org/2005/Atom"><entry>
<id>http://arxiv.org/abs/2101.00001v1</id><published>2012-01-01T10:00:00Z</published>
<title>Chains of duty and their makers</title><author><name>Ruth Day</name></author>
</entry></feed>"""


def test_a_preprint_that_a_journal_printed_since(site: Site, services: Services) -> None:
    fields = {"title": DAY.fields["title"], "year": "2012", "eprint": "2101.00001"}
    preprint = Claim("day2012", "misc", {**fields, "archiveprefix": "arXiv"}, DAY.authors)
    site.says("/arxiv/api/query", FEED)
    crossref(site, WORK)
    (one,) = verify(services, preprint)
    assert (one.status, evidence_of(one).published_as) == (Status.CONFIRMED, ("10.5555/x",))
    (finding,) = verification_findings([one], {})
    assert finding.rule == "reference-published-since"
    site.says("/arxiv/api/query", '<feed xmlns="http://www.w3.org/2005/Atom"/>')
    assert verify(services, preprint)[0].status is Status.WRONG_IDENTIFIER


RETRACTION = Update(UpdateKind.RETRACTION, "10.5555/r", "2015-01-01", "retraction-watch")
SNAPSHOT = Retractions(1, "u", "", "ab12", 1, by_doi={"10.5555/x": (RETRACTION,)})


def test_notices_come_from_the_service_and_from_the_snapshot(
    site: Site, services: Services
) -> None:
    update = {"DOI": "10.5555/c", "type": "correction", "updated": {"date-parts": [[2014]]}}
    crossref(site, {**WORK, "updated-by": [update]})
    (one,) = verify(services, DAY, retractions=SNAPSHOT)
    assert [u.kind for u in evidence_of(one).updates] == [
        UpdateKind.CORRECTION,
        UpdateKind.RETRACTION,
    ]
    findings = verification_findings([one], {})
    assert [(f.rule, f.severity) for f in findings] == [
        ("reference-corrected", Severity.NOTE),
        ("reference-retracted", Severity.ERROR),
    ]
    assert findings[1].message == "was retracted on 2015-01-01 (retraction-watch)"
    assert findings[1].hint == "https://doi.org/10.5555/r"


def test_fresh_evidence_still_hears_of_new_retractions(site: Site, services: Services) -> None:
    crossref(site, WORK)
    evidence = evidence_of(verify(services, DAY)[0])
    asked = len(site.asked)
    kept: list[Evidence] = []
    (one,) = verify(services, DAY, known=[evidence], retractions=SNAPSHOT, keep=kept.extend)
    assert evidence_of(one).retracted
    assert kept == [one.evidence]
    assert len(site.asked) == asked


def test_notices_about_another_work_are_not_about_this_one(site: Site, services: Services) -> None:
    beavers = {**WORK, "title": ["On beavers"], "author": [{"family": "Castor"}]}
    crossref(site, {**beavers, "issued": {"date-parts": [[1999]]}})
    (one,) = verify(services, DAY, retractions=SNAPSHOT)
    assert (one.status, evidence_of(one).updates) == (Status.WRONG_IDENTIFIER, ())
    assert verification_findings([one], {})[0].severity is Severity.ERROR


def test_every_differing_field_is_a_finding(site: Site, services: Services) -> None:
    crossref(site, {**WORK, "issued": {"date-parts": [[2011]]}})
    (one,) = verify(services, DAY)
    (finding,) = verification_findings([one], {})
    assert finding.message == "year is '2013' here, '2011 (issued)' there"


def test_it_goes_on_where_it_was_interrupted(site: Site, services: Services) -> None:
    crossref(site, WORK)
    claims = [replace(DAY, key=f"k{n:02}") for n in range(25)]
    kept: list[Evidence] = []
    told: list[str] = []

    def interrupt(done: int, _: int, key: str) -> None:
        told.append(key)
        if done == 15:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify(services, *claims, keep=kept.extend, on_entry=interrupt)
    assert [one.key for one in kept] == told[:15]
    asked = len(site.asked)
    checked = verify(services, *claims, known=kept, keep=kept.extend)
    assert len(site.asked) - asked == 10
    assert [one.key for one in kept] == [claim.key for claim in claims]
    assert {one.status for one in checked} == {Status.CONFIRMED}


def test_old_or_strange_evidence_is_asked_again(site: Site, services: Services) -> None:
    crossref(site, WORK)
    evidence = evidence_of(verify(services, DAY)[0])
    old = replace(evidence, asked=(replace(evidence.asked[0], time="2026-01-01T00:00:00Z"),))
    strange = replace(evidence, asked=(replace(evidence.asked[0], time="yesterday"),))
    for known in (old, strange, replace(evidence, asked=()), replace(evidence, compared="x")):
        asked = len(site.asked)
        assert verify(services, DAY, known=[known])[0].status is Status.CONFIRMED
        assert len(site.asked) == asked + 1


def test_offline_is_exact(site: Site, services: Services) -> None:
    crossref(site, WORK)
    evidence = evidence_of(verify(services, DAY)[0])
    changed = replace(DAY, key="changed", fields={**DAY.fields, "year": "2014"})
    known = {"day2013": evidence, "changed": replace(evidence, key="changed")}
    never = replace(DAY, key="never")
    asked = len(site.asked)
    checked = verify_offline([DAY, changed, never], known)
    assert [(one.status, one.reason) for one in checked] == [
        (Status.CONFIRMED, ""),
        (Status.NOT_VERIFIED, "it changed since it was verified"),
        (Status.NOT_VERIFIED, "it was never verified"),
    ]
    assert len(site.asked) == asked
    assert [(f.subject, f.severity) for f in verification_findings(checked, {})] == [
        ("changed", Severity.WARNING),
        ("never", Severity.NOTE),
    ]


def test_offline_needs_no_library_of_the_network() -> None:
    code = (
        "import sys, rvc.tasks.verify_findings; print(*{'requests', 'urllib3'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""

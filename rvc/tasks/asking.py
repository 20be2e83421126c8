"""Asking the services about one entry after another: who knows best, and who does not answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from msgspec.structs import replace

from rvc.adapters.http_answer import Failure, HttpError
from rvc.adapters.politeness import host_of
from rvc.adapters.retractions import Retractions
from rvc.adapters.services.doi import Registration
from rvc.adapters.services.lookup import Services
from rvc.adapters.services.web_page import is_there
from rvc.analysis.claim import Claim, describe
from rvc.analysis.matching import Match, Verdict, best_match
from rvc.analysis.verification import Judgement, judge_found, judge_named, judge_page, merge_updates
from rvc.model.evidence import Asked, Evidence, Status
from rvc.model.record import Record, WorkType

Found = TypeVar("Found")

_DOWN = {Failure.UNREACHABLE, Failure.TIMEOUT, Failure.BUSY, Failure.FAILING}
"""Failures after which a service is not asked again in this run."""

_UNLISTED = {WorkType.PAGE}
"""Kinds of works that no service lists: searching for them would only find namesakes."""

_THE_WORK = {Status.CONFIRMED, Status.DIFFERS, Status.CANNOT_TELL}
"""Statuses in which the record is (or may be) the work: notices about it count."""


class UnansweredError(Exception):
    """Those who would know could not be asked."""


class Asking:
    """One run: who was asked what about the entry in hand, and who does not answer today."""

    def __init__(
        self, services: Services, retractions: Retractions | None, now: Callable[[], datetime]
    ) -> None:
        self._services = services
        self._retractions = retractions
        self._now = now
        self._down: dict[str, str] = {}
        self._asked: list[Asked] = []

    def about(self, claim: Claim) -> Evidence:
        """Return what the services say of one entry; UnansweredError when they say nothing."""
        self._asked = []
        judged, record = self._judge(claim)
        evidence = Evidence(
            key=claim.key,
            compared=claim.compared,
            status=judged.status,
            reason=judged.reason,
            record=f"{record.service} {record.doi or record.id}" if record is not None else "",
            asked=tuple(self._asked),
            fields=judged.fields,
            updates=merge_updates(judged.updates),
            published_as=judged.published_as,
        )
        return with_retractions(evidence, self._retractions)

    def _judge(self, claim: Claim) -> tuple[Judgement, Record | None]:
        """Ask by what names the work best, and search only when nothing does."""
        if claim.doi and not claim.arxiv:
            return self._by_doi(claim)
        if claim.arxiv:
            return self._by_arxiv(claim)
        if claim.isbn and claim.type in {"book", "mvbook", "collection", "proceedings"}:
            found = self._by_isbn(claim)
            if found is not None:
                return found
        return self._by_search(claim)

    def _by_doi(self, claim: Claim) -> tuple[Judgement, Record | None]:
        doi = claim.doi
        record = self._ask("crossref", f"doi {doi}", lambda: self._services.crossref.by_doi(doi))
        if record is not None:
            return judge_named(claim, record), record
        registered = self._ask(
            "doi.org", f"agency of doi {doi}", lambda: self._services.doi.registration(doi)
        )
        if registered is None or not registered.exists:
            return Judgement(Status.NO_SUCH_DOI, f"doi.org says that {doi} does not exist"), None
        service = "datacite" if registered.agency == "datacite" else "openalex"
        asked = self._services.datacite if service == "datacite" else self._services.openalex
        record = self._ask(service, f"doi {doi}", lambda: asked.by_doi(doi))
        if record is not None:
            return judge_named(claim, record), record
        reason = f"{doi} is registered with {registered.agency}, which could not be read"
        return Judgement(Status.CANNOT_TELL, reason), None

    def _by_arxiv(self, claim: Claim) -> tuple[Judgement, Record | None]:
        number = claim.arxiv
        record = self._ask(
            "arxiv", f"number {number}", lambda: self._services.arxiv.by_number(number)
        )
        if record is None:
            reason = f"arXiv has no {number}"
            return Judgement(Status.WRONG_IDENTIFIER, reason), None
        judged = judge_named(claim, record)
        if judged.status in {Status.CONFIRMED, Status.DIFFERS} and not judged.published_as:
            judged = replace(judged, published_as=self._published_form(claim, record))
        return judged, record

    def _published_form(self, claim: Claim, preprint: Record) -> tuple[str, ...]:
        """Return the DOI of an article that is this preprint, published; a search, so no proof."""
        try:
            found = self._search("crossref", claim, self._services.crossref.search)
        except UnansweredError:
            return ()
        versions = {Verdict.SAME, Verdict.OTHER_VERSION}
        if found is None or found.verdict not in versions or not found.record.doi:
            return ()
        article = found.record.type not in {WorkType.PREPRINT, WorkType.OTHER, WorkType.DATASET}
        return (found.record.doi,) if article and found.record.doi != preprint.doi else ()

    def _by_isbn(self, claim: Claim) -> tuple[Judgement, Record | None] | None:
        isbn = claim.isbn
        try:
            record = self._ask(
                "openlibrary", f"isbn {isbn}", lambda: self._services.openlibrary.by_isbn(isbn)
            )
        except UnansweredError:
            return None
        return (judge_named(claim, record), record) if record is not None else None

    def _by_search(self, claim: Claim) -> tuple[Judgement, Record | None]:
        """Search two services; the first that has the work itself is enough."""
        if not claim.title:
            return Judgement(Status.NOT_FOUND, "it has no title"), None
        if describe(claim).type in _UNLISTED:
            return self._by_page(claim)
        trouble: UnansweredError | None = None
        best: Match | None = None
        searches = {
            "crossref": self._services.crossref.search,
            "openalex": self._services.openalex.search,
        }
        for service, search in searches.items():
            try:
                found = self._search(service, claim, search)
            except UnansweredError as error:
                trouble = error
                continue
            best = _better(best, found)
            if best is not None and best.verdict is Verdict.SAME:
                break
        if trouble is not None and (best is None or best.verdict is not Verdict.SAME):
            raise trouble
        judged = judge_found(claim, best)
        if judged.status is Status.NOT_FOUND and claim.address:
            return self._by_page(claim)
        return judged, best.record if best is not None else None

    def _by_page(self, claim: Claim) -> tuple[Judgement, Record | None]:
        """Look whether the page is there: what no service lists can at least be seen."""
        url = claim.address
        if not url:
            return Judgement(
                Status.NOT_FOUND, "no service lists web pages, and it has no url"
            ), None
        page = self._ask(host_of(url), f"page {url}", lambda: is_there(self._services.fetcher, url))
        if page is None:
            return Judgement(Status.GONE, f"there is nothing at {url}"), None
        return judge_page(claim, page), page

    def _search(
        self, service: str, claim: Claim, search: Callable[[str], tuple[Record, ...]]
    ) -> Match | None:
        ours = describe(claim)
        names = " ".join((one.family or one.name) for one in ours.people[:3])
        query = " ".join(filter(None, (ours.title, names, str(ours.year or ""))))
        records = self._ask(service, f"search {query}", lambda: search(query))
        return best_match(ours, records or ())

    def _ask(self, service: str, question: str, ask: Callable[[], Found]) -> Found:
        """Ask, and note question and answer; a service that is down is not asked again."""
        if service in self._down:
            raise UnansweredError(f"{service} was not asked again: {self._down[service]}")
        try:
            found = ask()
        except HttpError as error:
            if error.failure in _DOWN:
                self._down[service] = error.problem
            raise UnansweredError(f"{service} could not be asked: {error}") from error
        time = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._asked.append(Asked(service, question, time, _said(found)))
        return found


def with_retractions(evidence: Evidence, retractions: Retractions | None) -> Evidence:
    """Return the evidence with what the snapshot knows of the work that was found."""
    doi = evidence.record.partition(" ")[2]
    if retractions is None or not doi or evidence.status not in _THE_WORK:
        return evidence
    updates = merge_updates(evidence.updates, retractions.about(doi))
    return replace(evidence, updates=updates) if updates != evidence.updates else evidence


def _said(found: object) -> str:
    if isinstance(found, Registration):
        return found.agency if found.exists else "it does not exist"
    if isinstance(found, tuple):
        return f"{len(found)} records"
    return "found" if found is not None else "none"


def _better(one: Match | None, other: Match | None) -> Match | None:
    if one is None or other is None:
        return one or other
    order = (Verdict.SAME, Verdict.OTHER_VERSION, Verdict.CANNOT_TELL, Verdict.TITLE_ONLY)
    return min(one, other, key=lambda match: order.index(match.verdict))

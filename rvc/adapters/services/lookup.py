"""All services together: from a DOI, arXiv number, ISBN, PMID or address to one record."""

from __future__ import annotations

from collections.abc import Mapping

from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import HttpError
from rvc.adapters.services import arxiv, crossref, datacite, doi, openalex, openlibrary, pubmed
from rvc.adapters.services.web_page import by_address
from rvc.model.identifiers import Identifier, IdentifierKind
from rvc.model.record import Record, WorkType


class Services:
    """Every service behind one fetcher; `bases` replaces addresses by service name in tests."""

    def __init__(self, fetcher: Fetcher, bases: Mapping[str, str] | None = None) -> None:
        at = dict(bases or {})
        self.fetcher = fetcher
        self.crossref = crossref.Crossref(fetcher, at.get(crossref.NAME, crossref.BASE))
        self.datacite = datacite.DataCite(fetcher, at.get(datacite.NAME, datacite.BASE))
        self.openalex = openalex.OpenAlex(fetcher, at.get(openalex.NAME, openalex.BASE))
        self.doi = doi.DoiOrg(fetcher, at.get(doi.NAME, doi.BASE))
        self.arxiv = arxiv.Arxiv(fetcher, at.get(arxiv.NAME, arxiv.BASE))
        self.pubmed = pubmed.PubMed(fetcher, at.get(pubmed.NAME, pubmed.BASE))
        self.openlibrary = openlibrary.OpenLibrary(
            fetcher, at.get(openlibrary.NAME, openlibrary.BASE)
        )

    def look_up(self, identifier: Identifier) -> Record | None:
        """Return the record for `identifier`, None when those who would know say there is none.

        Raises HttpError when they could not be asked: an outage is not an answer.
        """
        match identifier.kind:
            case IdentifierKind.DOI:
                return self.by_doi(identifier.value)
            case IdentifierKind.ARXIV:
                return self.arxiv.by_number(identifier.value)
            case IdentifierKind.ISBN:
                return self._by_isbn(identifier.value)
            case IdentifierKind.PMID:
                return self._by_pmid(identifier.value)
            case IdentifierKind.URL:
                return by_address(self.fetcher, identifier.value)

    def by_doi(self, value: str) -> Record | None:
        """Return the record of the agency that registered the DOI, OpenAlex' for other agencies.

        Crossref is asked first, as it has most; doi.org is asked when Crossref does not know.
        """
        record = self.crossref.by_doi(value)
        if record is not None:
            return record
        registration = self.doi.registration(value)
        if not registration.exists:
            return None
        if registration.agency == datacite.NAME:
            return self.datacite.by_doi(value)
        return self.openalex.by_doi(value)

    def _by_isbn(self, isbn: str) -> Record | None:
        """Return the book; one service that has it is enough, and only both can say no."""
        trouble: HttpError | None = None
        try:
            book = self.openlibrary.by_isbn(isbn)
            if book is not None:
                return book
        except HttpError as error:
            trouble = error
        found = self.crossref.by_isbn(isbn)
        books = [record for record in found if record.type is WorkType.BOOK]
        if not books and trouble is not None:
            raise trouble
        return books[0] if books else None

    def _by_pmid(self, pmid: str) -> Record | None:
        """Return the publisher's own record when the article has a DOI, else PubMed's."""
        article = self.pubmed.by_number(pmid)
        if article is None or not article.doi:
            return article
        try:
            return self.crossref.by_doi(article.doi) or article
        except HttpError:
            return article

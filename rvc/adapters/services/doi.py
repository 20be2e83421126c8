"""doi.org: who registered a DOI, and whether it exists at all.

API: https://www.doi.org/the-identifier/resources/factsheets/doi-resolution-documentation
"""

from __future__ import annotations

from urllib.parse import quote

from msgspec import Struct

from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import Failure, HttpError
from rvc.adapters.services.reading import at, text_at
from rvc.model.identifiers import normal_doi

BASE = "https://doi.org"
NAME = "doi.org"


class Registration(Struct, frozen=True):
    """What doi.org says of a DOI: it exists with that agency (lower case), or it does not."""

    doi: str
    exists: bool
    agency: str = ""


class DoiOrg:
    """Asks doi.org through `fetcher`; `base` is another address in tests."""

    name = NAME

    def __init__(self, fetcher: Fetcher, base: str = BASE) -> None:
        self._fetcher = fetcher
        self._base = base

    def registration(self, doi: str) -> Registration:
        """Return whether `doi` exists and with which agency; HttpError for any other answer.

        The only answer that says "does not exist" is doi.org's own in so many words.
        """
        answer = self._fetcher.get(f"{self._base}/doiRA/{quote(doi, safe='/')}")
        said = at(answer.json(), 0)
        agency, status = text_at(said, "RA"), text_at(said, "status")
        if agency:
            return Registration(normal_doi(doi), True, agency.lower())
        if status.lower() in {"doi does not exist", "invalid doi"}:
            return Registration(normal_doi(doi), False)
        problem = f"doi.org says neither agency nor that there is none ('{status[:80]}')"
        raise HttpError(Failure.UNREADABLE, answer.url, problem)

"""Crossref, OpenAlex, doi.org and their like, played by the site of a test."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from sites import Site

NAMES = ("crossref", "datacite", "openalex", "doi.org", "arxiv", "pubmed", "openlibrary")

CHAINS: dict[str, Any] = {
    "DOI": "10.5555/X",
    "type": "journal-article",
    "title": ["Chains of Duty and Their Makers"],
    "author": [{"family": "Day", "given": "R."}],
    "container-title": ["Journal of Law and Society"],
    "issued": {"date-parts": [[2013]]},
}
"""A work as Crossref describes it."""

CHAINS_BIB = """\
@article{day2013,
  author  = {Day, Ruth},
  title   = {Chains of duty and their makers},
  journal = {Journal of Law and Society},
  year    = {2013},
  doi     = {10.5555/x},
}
"""
"""The same work in a bibliography."""


def addresses(site: Site) -> dict[str, str]:
    """Return where `site` plays each service."""
    return {name: f"{site.address}/{name}" for name in NAMES}


def played_by(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every service of this process be the site."""
    from rvc.adapters.services import (
        arxiv,
        crossref,
        datacite,
        doi,
        openalex,
        openlibrary,
        pubmed,
    )

    for module in (arxiv, crossref, datacite, doi, openalex, openlibrary, pubmed):
        monkeypatch.setattr(module, "BASE", f"{site.address}/{module.NAME}")


def knows(site: Site, *works: dict[str, Any]) -> None:
    """Let Crossref know these works, by DOI and by search."""
    for work in works:
        path = "/crossref/works/" + work["DOI"].lower().replace("/", "%2F")
        says(site, path, {"status": "ok", "message": work})
    says(site, "/crossref/works", {"status": "ok", "message": {"items": list(works)}})


def says(site: Site, path: str, data: Any, status: int = 200) -> None:
    """Answer `path` with `data` in JSON."""
    site.says(path, json.dumps(data), status)

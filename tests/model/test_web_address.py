from __future__ import annotations

import pytest

from rvc.errors import RvcError
from rvc.model.reference import Reference
from rvc.model.web_address import page_of


def work(**fields: str) -> Reference:
    return Reference("k", "misc", "T", fields=fields)


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ({"doi": "10.5555/A<B>#1", "url": "https://x.org"}, "https://doi.org/10.5555/a%3Cb%3E%231"),
        ({"eprint": "2101.1", "archiveprefix": "arXiv"}, "https://arxiv.org/abs/2101.1"),
        ({"url": "HTTPS://x.org/a b?c=d&e#f"}, "HTTPS://x.org/a%20b?c=d&e#f"),
        ({"url": "https://x.org/é%20"}, "https://x.org/%C3%A9%20"),
    ],
)
def test_addresses(fields: dict[str, str], address: str) -> None:
    assert page_of(work(**fields)) == address


@pytest.mark.parametrize("url", ["", "file:///x", "javascript:x", "-x", "//host", "http://", "x"])
def test_what_no_browser_should_get(url: str) -> None:
    with pytest.raises(RvcError):
        page_of(work(url=url))

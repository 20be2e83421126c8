from __future__ import annotations

import pytest

from rvc.adapters.publishers.language import guess_language
from rvc.adapters.publishers.sites import looks_like_html, on_host


@pytest.mark.parametrize(
    ("url", "on"),
    [
        ("https://www.senat.fr/leg", True),
        ("https://senat.fr", True),
        ("HTTPS://WWW.SENAT.FR:443/", True),
        ("https://notsenat.fr/", False),
        ("https://senat.fr.example.org/", False),
        ("https://example.org/senat.fr", False),
        ("https://user:senat.fr@example.org/", False),
        ("http://[broken", False),
        ("", False),
    ],
)
def test_hosts(url: str, on: bool) -> None:
    assert on_host(url, "senat.fr") is on


def test_html_is_seen_in_any_encoding() -> None:
    assert looks_like_html("<!DOCTYPE html><p>é".encode("utf-16"))
    assert looks_like_html(b"\n <TABLE><tr>")
    assert not looks_like_html(b"a < b and c > d")
    assert not looks_like_html(b"%PDF-1.4 <html>")


def test_languages_need_enough_words() -> None:
    assert (
        guess_language("los estados y las empresas en el marco de la ley que es para todos " * 2)
        == "es"
    )
    assert guess_language("the") == ""
    assert guess_language("") == ""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.model.identifiers import (
    Identifier,
    IdentifierKind,
    arxiv_of_doi,
    normal_doi,
    normal_isbn,
    read_identifier,
)


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1177/0896920507082245", "10.1177/0896920507082245"),
        ("DOI: 10.1016/S0140-6736(97)11096-0", "10.1016/s0140-6736(97)11096-0"),
        ("https://doi.org/10.1126%2Fscience.169.3946.635", "10.1126/science.169.3946.635"),
        ("http://dx.doi.org/10.1000/A.B;", "10.1000/a.b"),
        ("doi:https://doi.org/10.1000/x", "10.1000/x"),
        ("  10.1000/x.  ", "10.1000/x"),
        ("10.1/x", ""),
        ("see 10.1000/x", ""),
        ("", ""),
    ],
)
def test_a_doi_has_one_form(text: str, doi: str) -> None:
    assert normal_doi(text) == doi


@given(st.text())
def test_the_form_of_a_doi_is_final(text: str) -> None:
    assert normal_doi(normal_doi(text)) == normal_doi(text)


@pytest.mark.parametrize(
    ("text", "isbn"),
    [
        ("0-306-40615-2", "9780306406157"),
        ("ISBN-10: 080442957X", "9780804429573"),
        ("978-0-306-40615-7", "9780306406157"),
        ("ISBN 978‐0‐306‐40615‐7", "9780306406157"),
        ("978-0-306-40615-8", ""),
        ("0306406153", ""),
        ("9770306406157", ""),
        ("", ""),
    ],
)
def test_an_isbn_has_thirteen_digits_and_a_right_check_digit(text: str, isbn: str) -> None:
    assert normal_isbn(text) == isbn


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("10.1000/X", IdentifierKind.DOI, "10.1000/x"),
        ("https://doi.org/10.1000/X", IdentifierKind.DOI, "10.1000/x"),
        ("https://press.example/doi/full/10.1000/X1.2?q=1", IdentifierKind.DOI, "10.1000/x1.2"),
        ("https://press.example/doi/10.1000/x/full", IdentifierKind.DOI, "10.1000/x"),
        ("https://press.example/content/10.1000/x.pdf", IdentifierKind.DOI, "10.1000/x"),
        ("arXiv:2101.00001v2", IdentifierKind.ARXIV, "2101.00001v2"),
        ("https://arxiv.org/pdf/math/0309136", IdentifierKind.ARXIV, "math/0309136"),
        ("2101.00001", IdentifierKind.ARXIV, "2101.00001"),
        ("10.48550/arXiv.2101.00001", IdentifierKind.ARXIV, "2101.00001"),
        ("978-0-306-40615-7", IdentifierKind.ISBN, "9780306406157"),
        ("pmid:20137807", IdentifierKind.PMID, "20137807"),
        ("https://pubmed.ncbi.nlm.nih.gov/20137807/", IdentifierKind.PMID, "20137807"),
        ("https://example.org/report", IdentifierKind.URL, "https://example.org/report"),
    ],
)
def test_what_names_a_work_is_recognised(text: str, kind: IdentifierKind, value: str) -> None:
    assert read_identifier(text) == Identifier(kind, value)


@pytest.mark.parametrize(
    "text", ["", "20137807", "bair2008", "file:///etc/passwd", "http://[::1", "arxiv:nothing"]
)
def test_what_names_no_work_is_refused(text: str) -> None:
    assert read_identifier(text) is None


def test_the_dois_of_arxiv_hold_its_numbers() -> None:
    assert arxiv_of_doi("https://doi.org/10.48550/ARXIV.2101.00001") == "2101.00001"
    assert arxiv_of_doi("10.1000/x") == ""

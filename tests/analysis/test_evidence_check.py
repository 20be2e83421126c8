"""Each phrase of the register, looked for at its place in the text."""

from __future__ import annotations

import msgspec
import pytest

from rvc.adapters.publishers.table import read_text
from rvc.analysis.evidence_check import PhraseState, TextHere, check_phrases
from rvc.model.law import Law
from rvc.model.text import LegalText

PAGE = """<html lang="en"><body>
<h2>Section 1 Scope</h2><p>This Act covers every company with more than 5,000 workers.</p>
<h2>Section 2 Duty</h2><p>A company shall pre-<br>vent harm to the rivers near it.</p>
<h2>Schedule 2 Orders</h2><p>1. An order is in writing.</p><p>2. An order may be appealed.</p>
</body></html>"""


@pytest.fixture(scope="module")
def text() -> LegalText:
    return read_text(PAGE.encode(), "", "text/html", "utf-8")


def law(phrase: str, locator: str = "s. 1", language: str = "") -> Law:
    coding = {"attainment": "full", "phrase": phrase, "locator": locator, "language": language}
    demand = {
        "id": "d",
        "title": "t",
        "dimension": "x",
        "asked": "a",
        "basis": "reported",
        "codings": {"v": coding, "other": {"attainment": "none"}},
    }
    data = {
        "id": "law",
        "title": "t",
        "short": "s",
        "kind": "statute",
        "status": "in-force",
        "jurisdiction": "X",
        "language": "en",
        "summary": "s",
        "coded": {"coder": "c", "date": "2026-01-01"},
        "first": "v",
        "versions": [],
        "demands": [demand],
    }
    return msgspec.convert(data, Law)


@pytest.mark.parametrize(
    ("phrase", "locator", "state", "exact"),
    [
        ("every company with more than 5000 workers", "s. 1", "found", True),
        ("Every company", "", "found", True),
        ("shall prevent harm", "s. 2", "found", True),
        ("shall prevent harm", "s. 1", "found elsewhere", True),
        ("shall prevent harm", "s. 9 (number unverified)", "found elsewhere", True),
        ("every company with more than 50 workers", "s. 1", "found", False),
        ("shall prevent most harm to the rivers", "s. 2", "found", False),
        ("shall compensate the victims of it", "s. 2", "not found", False),
    ],
)
def test_states(text: LegalText, phrase: str, locator: str, state: str, exact: bool) -> None:
    (check,) = check_phrases(law(phrase, locator), "v", TextHere(text))
    assert (check.state, check.score == 1) == (state, exact)
    assert check.verified == (exact and state == "found")
    assert check.sha256 == text.sha256
    assert check.subject == "law/d@v"


@pytest.mark.parametrize(
    ("locator", "state", "verified"),
    [
        ("Sch. 2 para 2", "found", True),
        ("paragraph 2 of Schedule 2", "found", True),
        ("Schedule 2, paragraph 1", "found elsewhere", False),
        ("Sch. 2 para. 1", "found elsewhere", False),
        ("Sch. 2 para 2(a)", "found", False),
        ("Sch. 2 para 7, Sch. 2 para 2", "found", True),
    ],
)
def test_no_phrase_is_verified_at_a_place_that_the_text_does_not_have(
    text: LegalText, locator: str, state: str, verified: bool
) -> None:
    (check,) = check_phrases(law("order may be appealed", locator), "v", TextHere(text))
    assert (check.state, check.verified) == (state, verified)
    if state == "found" and not verified:
        assert check.reason == f"the text has no place numbered '{locator}' there"


def test_what_the_text_says_instead(text: LegalText) -> None:
    (check,) = check_phrases(law("every company with more than 50 workers"), "v", TextHere(text))
    assert check.wording == "every company with more than 5,000 workers"
    assert check.found_at == "Section 1"
    assert check.reason == "the figures differ"


def test_without_a_text(text: LegalText) -> None:
    (check,) = check_phrases(law("shall"), "v", TextHere())
    assert check.state is PhraseState.NO_TEXT
    (check,) = check_phrases(law("shall"), "v", TextHere(problem="a scan without words"))
    assert (check.state, check.reason) == (PhraseState.NOT_CHECKED, "a scan without words")
    (check,) = check_phrases(law("la société établit", language="fr"), "v", TextHere(text))
    assert check.state is PhraseState.NOT_CHECKED
    assert check_phrases(law("x"), "other", TextHere(text)) == ()

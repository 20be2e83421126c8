from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rvc.bib.html_leftovers import entities_as_latex, tags_as_latex
from rvc.bib.identifier_forms import bare_doi, unwrapped
from rvc.bib.mojibake import repaired
from rvc.bib.months import month_macro
from rvc.bib.page_ranges import dashed

LETTERS = "aéèêàâçñöüßøåÉÈÖÜαβДяłőţ"
SIGNS = "“”‘’–—…€"


@given(st.text(LETTERS + SIGNS + " -,.", max_size=40))
def test_damage_is_repaired_exactly(text: str):
    assume(repaired(text) == text)  # else it reads as damage itself: see damage done twice
    try:
        damaged = text.encode("utf-8").decode("cp1252")
    except UnicodeDecodeError:
        damaged = text.encode("utf-8").decode("latin-1")
    assert repaired(damaged) == text


@given(st.text(LETTERS + "ABC xyz", max_size=40))
def test_sound_text_stays(text: str):
    assert repaired(text) == text


def test_east_asian_text_and_what_only_looks_like_it():
    title = "現代の企業と人権"
    assert repaired(title.encode().decode("latin-1")) == title
    assert repaired("å–– og CAFÉ–BAR") == "å–– og CAFÉ–BAR"


def test_damage_done_twice():
    once = "é".encode().decode("cp1252")
    assert repaired(once.encode().decode("cp1252")) == "é"
    assert repaired("â€–") == repaired("â€–".encode().decode("cp1252")) == "‖"


@pytest.mark.parametrize("pages", ["1-2-3", "12.1-12.20", "A-1", "1--10", "10", "a-b", "-5", "3-"])
def test_uncertain_ranges_stay(pages: str):
    assert dashed(pages) == pages


@given(st.text("0123456789-–—, SivxABf.", max_size=20))
def test_dashing_twice_is_dashing_once(pages: str):
    assert dashed(dashed(pages)) == dashed(pages)


def test_months():
    assert [month_macro(m) for m in ("March", "MAR", "3", "{03}", "Sept.", "mars", "13", "")] == [
        "mar", "mar", "mar", "mar", "sep", "", "", ""
    ]  # fmt: skip


def test_identifiers():
    assert unwrapped(r"\url{https://x.org/a\_b}") == "https://x.org/a_b"
    assert unwrapped("<https://x.org>") == "https://x.org"
    assert bare_doi("urn:doi:10.1234/ABC") == "10.1234/ABC"
    assert bare_doi("10.1234/a b") == ""


def test_html():
    assert (
        entities_as_latex("A &amp; B &eacute; &#8211; &nosuch; R&D;") == r"A \& B é – &nosuch; R&D;"
    )
    assert entities_as_latex("&lt;i&gt; &#123;") == "<i> &#123;"
    assert tags_as_latex("<b>a<i>b</i></b><br/>c") == r"<b>a\emph{b}</b> c"
    assert tags_as_latex("<p>x</p> 1 < 2") == "x 1 < 2"


@pytest.mark.parametrize(
    "value",
    [
        "https://doi.org/10.1016/S0140-6736%2897%2911096-0",
        "https://doi.org/10.1016%2FS0140-6736(97)11096-0",
        "https://doi.org/10.1016/S0140-6736\\%2897\\%2911096-0",
        "10.1016/S0140-6736%2897%2911096-0",
        "\\url{https://doi.org/10.1016/S0140-6736%2897%2911096-0}",
    ],
)
def test_percent_encoding_is_undone(value: str):
    assert bare_doi(value) == "10.1016/S0140-6736(97)11096-0"


@pytest.mark.parametrize("value", ["10.1000/a%ffb", "10.1000/a%22b", "10.1000/a%0Ab"])
def test_what_no_field_can_hold_stays_encoded(value: str):
    assert bare_doi(value) == value

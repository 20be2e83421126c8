"""Text as it is searched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rvc.bib.reader import read
from rvc.bib.search_text import fold, search_text, words


def test_folding():
    assert fold("Ødegård – “Straße”  Łódź") == 'odegard - "strasse" lodz'
    assert fold("Δήμος 中国 Ёлка") == "δημοσ 中国 елка"
    assert words(r"L'{\oe}uvre: {\'E}tat") == ["l", "oeuvre", "etat"]


def test_of_an_entry():
    entry = read(r"@Book{Key, title={{\'E}tat}, year=2001}").entries[0]
    assert search_text(entry) == "key\nbook\netat\n2001"
    assert search_text(entry, ["title", "doi"]) == "key\nbook\netat"


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)

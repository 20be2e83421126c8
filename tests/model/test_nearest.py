from __future__ import annotations

from rvc.model.nearest import did_you_mean, nearest, one_slip_away


def test_the_nearest_word_is_suggested() -> None:
    assert did_you_mean("titel", ["title", "date"]) == "did you mean 'title'?"


def test_a_part_of_one_word_only_is_near() -> None:
    assert nearest("vigilance", ["fr-vigilance", "uk-modern-slavery"]) == "fr-vigilance"


def test_nothing_near_suggests_nothing() -> None:
    assert did_you_mean("zzz", ["title", "date"]) == ""
    assert did_you_mean("", ["title"]) == ""


KEYS = ["bair2009global", "palpacuer2008", "palpacuer2018abstract", "bair2010"]


def test_one_slip_of_the_finger() -> None:
    for typed in (
        "palpacuer208",
        "palpacuer20088",
        "palpacuer2007",
        "palpacure2008",
        "Palpacuer2008",
    ):
        assert one_slip_away(typed, KEYS) == ["palpacuer2008"], typed
    assert one_slip_away("bair2019glo", KEYS) == ["bair2009global"]
    assert one_slip_away("palpcuer", KEYS) == ["palpacuer2008", "palpacuer2018abstract"]
    assert one_slip_away("bair", KEYS) == []
    assert one_slip_away("palpacuer3118", KEYS) == []


def test_short_words_must_be_liker() -> None:
    assert nearest("x1", ["cox1983"]) == ""
    assert nearest("abc", ["abxyz"]) == ""
    assert nearest("yaer", ["year", "title"]) == "year"
    assert nearest("fr", ["fr-vigilance", "uk-modern-slavery"]) == "fr-vigilance"


def test_one_slip_in_a_closed_choice() -> None:
    styles = ["apa", "chicago-author-date", "harvard", "ieee", "mla", "vancouver"]
    slips = {"apo": "apa", "mls": "mla", "chicargo": "chicago-author-date", "ieeee": "ieee"}
    assert {typed: nearest(typed, styles) for typed in slips} == slips
    for far in ("xyz", "turabian", "oxford", "xpx", "am"):
        assert nearest(far, styles) == "", far
    assert nearest("abx", ["aba", "abb"]) == ""  # which of the two?

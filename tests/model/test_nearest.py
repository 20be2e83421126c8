from __future__ import annotations

from rvc.model.nearest import did_you_mean, nearest


def test_the_nearest_word_is_suggested() -> None:
    assert did_you_mean("titel", ["title", "date"]) == "did you mean 'title'?"


def test_a_part_of_one_word_only_is_near() -> None:
    assert nearest("vigilance", ["fr-vigilance", "uk-modern-slavery"]) == "fr-vigilance"


def test_nothing_near_suggests_nothing() -> None:
    assert did_you_mean("zzz", ["title", "date"]) == ""
    assert did_you_mean("", ["title"]) == ""

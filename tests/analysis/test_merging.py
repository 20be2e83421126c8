from __future__ import annotations

import pytest

from rvc.analysis.merging import choices, richest, same_value


@pytest.mark.parametrize(
    ("name", "one", "other", "same"),
    [
        ("title", "{The} Place", "the place", True),
        ("title", "The Place", "The Places", False),
        ("doi", "10.1234/X", "https://doi.org/10.1234/x", True),
        ("isbn", "0-7453-2112-7", "9780745321127", True),
        ("pages", "1-2", "1--2", True),
        ("pages", "1--2", "1--3", False),
        ("author", "Bair, J. and Werner, M.", "Jennifer Bair and Marion Werner", True),
        ("author", "Bair, J.", "Bair, J. and Werner, M.", False),
        ("author", r"M{\"u}ller, K.", "Müller, Karl", True),
        ("journal", "World Development", "World Dev.", True),
        ("url", "http://x.org/", "https://www.x.org", True),
        ("note", "???", "!!!", False),
    ],
)
def test_same_value(name: str, one: str, other: str, same: bool):
    assert same_value(name, one, other) is same
    assert same_value(name, other, one) is same


def test_the_kept_entry_wins_and_gets_what_it_lacks():
    found = choices(
        [{"title": "T", "keywords": "a, b"}, {"title": "U", "doi": "10.1/x", "keywords": "b; c"}], 0
    )
    by_name = {one.field: one for one in found}
    assert by_name["title"].value == "T"
    assert by_name["title"].others == ((1, "U"),)
    assert (by_name["doi"].value, by_name["doi"].source) == ("10.1/x", 1)
    assert by_name["keywords"].value == "a, b, c"
    assert by_name["keywords"].others == ()
    (names,) = choices([{"author": "Bair, J."}, {"author": "Bair, Jennifer"}], 0)
    assert (names.value, names.source, names.others) == ("Bair, Jennifer", 1, ())


def test_the_richest_entry_is_kept():
    assert richest([{"a": "1"}, {"a": "1", "b": "2"}, {"a": "1", "c": "3"}]) == 1
    assert richest([{"a": "1", "b": ""}, {"a": "1"}]) == 0
    assert richest([{"a": "1", "b": "2"}, {"doi": "1"}]) == 1


def test_the_same_name_written_longer_is_no_fuller_name():
    (names,) = choices([{"author": "Müller, Karl"}, {"author": r"M{\"u}ller, Karl"}], 0)
    assert (names.value, names.source) == ("Müller, Karl", 0)

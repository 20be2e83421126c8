from __future__ import annotations

import pytest

from rvc.analysis.key_style import USUAL, habit, make_key
from rvc.model.reference import Reference

WORK = Reference(
    "k", "article", "The Chains of Duty", "2013", (("de la Day", "R."), ("Zürn", "Ä."))
)


def works(*keys: str) -> list[Reference]:
    return [
        Reference(key, "article", "On Chains", "2013", (("Day", "R."), ("Zürn", "Ä.")))
        for key in keys
    ]


@pytest.mark.parametrize(
    ("keys", "pattern"),
    [
        ((), USUAL),
        (("x", "y"), USUAL),
        (("dayzurn2013chains", "dayzurn2013chainsa"), USUAL),
        (("day2013chains",), "{author}{year}{word}"),
        (("Day2013", "Day2013b", "x"), "{Author}{year}"),
        (("day_2013",), "{author}_{year}"),
        (("Day13",), "{Author}{yy}"),
        (("DayZurn2013",), "{Authors}{year}"),
    ],
)
def test_habits(keys: tuple[str, ...], pattern: str) -> None:
    assert habit(works(*keys)) == pattern


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        (USUAL, "deladayzurn2013chains"),
        ("{Author}{Year}", "Deladay2013"),
        ("{author}:{yy}-{Word}", "deladay:13-Chains"),
        ("fixed", "fixed"),
    ],
)
def test_keys(pattern: str, key: str) -> None:
    assert make_key(pattern, WORK, set()) == key


def test_a_taken_key_gets_a_letter() -> None:
    assert make_key("{author}", WORK, {"deladay", "deladaya"}) == "deladayb"


def test_bodies_nameless_and_undated_works() -> None:
    body = Reference("k", "misc", "A report", "", (("International Labour Office (ILO)", ""),))
    assert make_key(USUAL, body, set()) == "iloreport"
    plain = Reference("k", "misc", "A report", "n.d.", (("Clean Clothes Campaign", ""),))
    assert make_key("{author}{year}", plain, set()) == "clean"
    assert make_key(USUAL, Reference("k", "misc", ""), set()) == "entry"
    many = Reference("k", "misc", "", "2001", (("A", "x"), ("B", "x"), ("C", "x")))
    assert make_key("{authors}{year}", many, set()) == "a2001"

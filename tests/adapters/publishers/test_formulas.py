"""Set words: what stands over schedules, what is new, what ends a text."""

from __future__ import annotations

import pytest

from rvc.adapters.publishers.formulas import closes, is_group, is_new
from rvc.adapters.publishers.headings import read_heading


@pytest.mark.parametrize(
    ("text", "following", "group"),
    [
        ("SCHEDULES", ["Words", "Schedule 1"], True),
        ("The Schedules", ["Schedule 1"], True),
        ("ANNEXES", ["Annex I"], True),
        ("ANNEXES", ["Article 1"], False),
        ("Schedules", [], False),
        ("The annexes apply", ["Annex I"], False),
    ],
)
def test_what_only_stands_over_schedules(text: str, following: list[str], group: bool) -> None:
    assert is_group(text, map(read_heading, following)) is group


def test_what_is_new_and_what_ends_a_text() -> None:
    assert is_new("(nouveau)")
    assert is_new("(Nouvelles)")
    assert not is_new("(nouveau) Est inséré")
    assert closes("Délibéré en séance publique")
    assert closes("Fait à Paris, le 3 mai 2030.")
    assert closes("Done at Geneva, 3 May 2030")
    assert not closes("Fait à Paris, un bonbon est déclaré.")
    assert not closes("Done in time, this is enough.")

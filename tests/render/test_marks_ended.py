from __future__ import annotations

import pytest

from rvc.render.marks import ended


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("All shops", "All shops."),
        ("All shops.", "All shops."),
        ("Are all covered?", "Are all covered?"),
        ("It says “all shops.”", "It says “all shops.”"),
        ("All shops (large ones)", "All shops (large ones)."),
        ("All shops (large ones too.)", "All shops (large ones too.)"),
    ],
)
def test_a_sentence_ends_in_a_full_stop_whoever_wrote_it(said: str, told: str) -> None:
    assert ended(said) == told

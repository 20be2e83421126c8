from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.redline import redline_strings
from rvc.analysis.substance_report import of_redline

LEFT = (
    "Article 1\n\nCompanies with at least 5,000 employees shall publish a plan within six months.\n"
)
RIGHT = "Article 1\n\nCompanies with at least 500 employees may publish a plan within six months.\n"


def test_what_both_have_falls_away_and_the_rest_is_quoted() -> None:
    found = of_redline(redline_strings(LEFT, RIGHT, "bill", "act"), "en")
    (one,) = [provision for provision in found.provisions if provision.before]
    assert [(line.kind, line.said) for line in one.before] == [
        ("threshold", ">= 5000 employee"),
        ("duty", "shall"),
    ]
    assert [(line.kind, line.said) for line in one.after] == [
        ("threshold", ">= 500 employee"),
        ("permission", "may"),
    ]
    assert "employees shall publish a plan" in one.before[1].quote


def test_drafting_alone_says_nothing() -> None:
    said = of_redline(redline_strings(LEFT, LEFT.replace("publish", "make public")), "en")
    assert said.provisions == ()


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(left: str, right: str) -> None:
    for one in of_redline(redline_strings(left, right), "en").provisions:
        assert one.before or one.after


def test_the_command_compares_files(tmp_path: Path, rvc: Callable[..., Any]) -> None:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(LEFT, encoding="utf-8")
    right.write_text(RIGHT, encoding="utf-8")
    said = rvc("laws", "substance", "--left", left, "--right", right)
    assert said.code == 0
    assert "threshold: >= 5000 employee" in said.out
    assert "never" not in said.out
    assert "for the reader to say" in " ".join(said.out.split())
    assert rvc("laws", "substance", "--left", left).code == 2

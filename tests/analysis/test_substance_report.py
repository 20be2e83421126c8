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


def test_a_text_in_an_unknown_language_gives_no_all_clear(
    tmp_path: Path, rvc: Callable[..., Any]
) -> None:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(
        "Fine of £10m. A company must not sell unless it reports and shall pay. See 7.\n",
        encoding="utf-8",
    )
    right.write_text(
        "Fine of €20m, or $5bn. A company should not sell; it may pay, subject to section 2, "
        "provided that it reports.\n",
        encoding="utf-8",
    )
    files = ("laws", "substance", "--left", left, "--right", right)
    said = " ".join(rvc(*files).out.split())
    for each in ("10000000 GBP", "20000000 EUR", "5000000000 USD", "ban: must not", "duty: shall",
                 "permission: may", "advice: should not", "exception: subject to"):  # fmt: skip
        assert each in said
    assert "language not known: read with the words of both" in said
    assert "1 number without a unit not listed" in said
    assert "number: 7" in rvc(*files, "--all").out
    assert "not known" not in rvc(*files, "--language", "en").out
    assert rvc(*files, "--language", "de").code == 2

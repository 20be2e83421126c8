"""What one small change puts in the place of something else, never cancelled by counting."""

from __future__ import annotations

from rvc.analysis.redline import redline_strings
from rvc.analysis.substance_report import of_redline


def test_two_duties_turned_around_do_not_cancel_out() -> None:
    found = of_redline(
        redline_strings(
            "La société doit publier un plan dans un délai de trois mois. Le juge peut "
            "l’enjoindre dans un délai de six mois.",
            "La société peut publier un plan dans un délai de six mois. Le juge doit "
            "l’enjoindre dans un délai de trois mois.",
        ),
        "fr",
    )
    (one,) = found.provisions
    assert [line.said for line in one.before] == ["doit", "<= 3 month", "peut", "<= 6 month"]
    assert [line.said for line in one.after] == ["peut", "<= 6 month", "doit", "<= 3 month"]


def test_two_sentences_that_change_places_say_nothing() -> None:
    firm, judge = "The firm shall publish a plan within 90 days. ", "A judge may ask for it. "
    assert of_redline(redline_strings(firm + judge, judge + firm), "en").provisions == ()


def test_the_place_that_changed_is_quoted_and_not_the_last_one_alike() -> None:
    left = "A firm shall answer within 3 months. A board shall meet within 3 months."
    found = of_redline(redline_strings(left, left.replace("3 months", "6 months", 1)), "en")
    (one,) = found.provisions
    assert "A firm shall answer within 3 months" in one.before[0].quote
    assert "A firm shall answer within 6 months" in one.after[0].quote

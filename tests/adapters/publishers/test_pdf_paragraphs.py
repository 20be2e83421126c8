from __future__ import annotations

import pytest

from rvc.adapters.publishers.pdf_columns import in_order
from rvc.adapters.publishers.pdf_paragraphs import paragraphs
from rvc.adapters.publishers.pdf_words import Run


def column(*lines: str, left: float = 72, right: float = 300, top: float = 700) -> list[Run]:
    made = []
    for place, text in enumerate(lines):
        bottom = top - 12 * place
        made.append(Run(text, left, bottom, right, bottom + 9))
    return made


def texts(*columns: list[Run]) -> list[str]:
    return [one.text for one in paragraphs(columns)]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("States shall pre-", "vent abuse"), "States shall prevent abuse"),
        (("a non-state and a non-", "state actor"), "a non-state and a non-state actor"),
        (("the Anglo-", "Saxon law"), "the Anglo-Saxon law"),
        (("pages 3-", "5 of it"), "pages 3- 5 of it"),
        (("the due dili\xad", "gence duty"), "the due diligence duty"),
    ],
)
def test_hyphens(lines: tuple[str, ...], wanted: str) -> None:
    assert texts(column(*lines)) == [wanted]


def test_where_paragraphs_begin() -> None:
    lines = column(
        "Article 1. Scope", "1.1. It applies to", "paragraph (a) of", "(a) but not", "here;"
    )
    lines += column("(b) and there.", top=640)
    assert texts(lines) == [
        "Article 1. Scope",
        "1.1. It applies to paragraph (a) of (a) but not here;",
        "(b) and there.",
    ]


def test_a_gap_and_a_smaller_letter_part() -> None:
    upper, lower = column("One goes on"), column("here not", top=670)
    small = [Run("small print", 72, 658, 300, 664)]
    assert texts([*upper, *lower, *small]) == ["One goes on", "here not", "small print"]


def test_nothing() -> None:
    assert texts([], []) == []
    assert in_order([]) == []


def test_cells_of_a_table_are_no_columns() -> None:
    cells = [*column(*["12 | 34"] * 8, right=110), *column(*["5,6"] * 8, left=400, right=420)]
    assert [run.text for run in in_order(cells)] == ["12 | 34 | 5,6"] * 8


def test_three_columns() -> None:
    words = "words of a column here"
    page = [
        run
        for line in range(8)
        for place in range(3)
        for run in column(f"{place}{line} {words}", left=40 + 180 * place, right=200 + 180 * place,
                          top=700 - 12 * line)
    ]  # fmt: skip
    order = [run.text[:2] for run in in_order(page)]
    assert order == [f"{place}{line}" for place in range(3) for line in range(8)]

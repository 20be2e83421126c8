from __future__ import annotations

from collections.abc import Callable

from rvc.adapters.publishers import pdf
from rvc.adapters.publishers.pdf_columns import in_order
from rvc.adapters.publishers.pdf_words import Run

MakePdf = Callable[..., bytes]
WORDS = "Words that fill the page and go on to its other end in one line of text"


def row(top: float, *cells: tuple[float, str]) -> list[Run]:
    return [Run(said, left, top, left + 5 * len(said), top + 9) for left, said in cells]


def read(*lines: list[Run]) -> list[str]:
    return [one.text for one in in_order([run for line in lines for run in line])]


def test_rows_keep_their_cells_apart(pdf_of: MakePdf) -> None:
    cells = [("Goods", "Limit"), ("Tin from mines", "5 kg"), ("1. Tea", "60 kg"), ("Gold", "1 g")]
    page = [
        (72, 760, 10, f"{WORDS},"),
        (72, 748, 10, "then come the limits:"),
        *((x, 730 - 13 * n, 10, said) for n, two in enumerate(cells)
          for x, said in zip((72, 300), two, strict=True)),
        (72, 660, 10, f"{WORDS}."),
    ]  # fmt: skip
    text = pdf.read(pdf_of([page]))
    assert text.text.split("\n") == [
        f"{WORDS}, then come the limits:",
        "Goods | Limit", "Tin from mines | 5 kg", "1. Tea | 60 kg", "Gold | 1 g",
        f"{WORDS}.",
    ]  # fmt: skip
    assert text.provisions == ()


def test_a_cell_on_two_lines_is_one_cell() -> None:
    assert read(
        row(700, (72, "Goods"), (300, "Limit")),
        row(688, (72, "Tin"), (300, "five kilograms")),
        row(676, (300, "or less")),
        row(660, (72, "Tea"), (300, "none")),
        row(644, (72, "The end of it.")),
    ) == ["Goods | Limit", "Tin | five kilograms or less", "Tea | none", "The end of it."]


def test_columns_of_figures_end_at_one_place() -> None:
    assert read(
        row(700, (72, "Tin"), (300, "100")), row(688, (72, "Tea and coffee"), (305, "20"))
    ) == ["Tin | 100", "Tea and coffee | 20"]


def test_numbers_hung_beside_paragraphs_are_no_cells() -> None:
    assert read(
        row(700, (72, "(a)"), (100, "first words;")),
        row(688, (72, "(b)"), (100, "second words;")),
        row(676, (72, "•"), (100, "third words.")),
        row(664, (72, "1."), (86, "(a)"), (100, "fourth words.")),
        row(652, (72, "2."), (86, "(a)"), (100, "fifth words.")),
    ) == [
        "(a) first words;", "(b) second words;", "• third words.", "1. (a) fourth words.",
        "2. (a) fifth words.",
    ]  # fmt: skip


def test_a_table_of_contents_is_none() -> None:
    assert read(
        row(700, (72, "Article 1 Terms"), (300, "4")), row(688, (72, "Article 2 Scope"), (300, "5"))
    ) == ["Article 1 Terms 4", "Article 2 Scope 5"]

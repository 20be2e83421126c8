"""The toy register in every format, byte for byte; UPDATE_GOLDEN=1 writes the files anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from registers import brief_of, teller, told, toy_register
from rvc.analysis import views
from rvc.analysis.changes import compare
from rvc.analysis.telling import tell
from rvc.model.output import DemandsOutput, LawListOutput, LawShowOutput, TimelineOutput
from rvc.render import lists_terminal as lists
from rvc.render.comparison_markdown import comparison_markdown
from rvc.render.diff import render_diff
from rvc.render.json_text import json_text
from rvc.render.matrix_text import render_matrix

Golden = Callable[[str, str], None]


@pytest.mark.parametrize(
    ("name", "format", "width", "colour"),
    [
        ("diff.txt", "terminal", 80, False),
        ("diff-60-colour.txt", "terminal", 60, True),
        ("diff.md", "markdown", 80, False),
        ("diff.json", "json", 80, False),
        ("diff.csv", "csv", 80, False),
    ],
)
def test_diff(golden: Golden, name: str, format: str, width: int, colour: bool) -> None:
    golden(name, render_diff(told(), format, width=width, colour=colour))


def test_diff_from_the_law_before(golden: Golden) -> None:
    law = toy_register().laws[0]
    story = tell(compare(law, "reversion", "toy-bill-2"), teller(), lambda c: c.direction != "lost")
    golden("diff-reversion.txt", render_diff([story], "terminal"))


@pytest.mark.parametrize(
    ("name", "format", "width"),
    [
        ("matrix.txt", "terminal", 80),
        ("matrix-60.txt", "terminal", 60),
        ("matrix.md", "markdown", 80),
        ("matrix.csv", "csv", 80),
        ("matrix.json", "json", 80),
    ],
)
def test_matrix(golden: Golden, name: str, format: str, width: int) -> None:
    matrix = views.matrix(toy_register().laws, teller())
    golden(name, render_matrix(matrix, format, width=width))


def test_list(golden: Golden) -> None:
    lines = [views.law_line(law) for law in toy_register().laws]
    golden("list.txt", lists.law_list(lines, width=80, colour=False))
    golden("list.json", json_text(LawListOutput(tuple(lines))))


@pytest.mark.parametrize("number", [0, 1])
def test_show(golden: Golden, number: int) -> None:
    card = views.law_card(toy_register().laws[number], teller())
    golden(f"show-{card.law.id}.txt", lists.law_card(card, width=80, colour=False))
    golden(f"show-{card.law.id}.json", json_text(LawShowOutput(card)))


@pytest.mark.parametrize("number", [0, 1])
def test_timeline(golden: Golden, number: int) -> None:
    line = views.timeline(toy_register().laws[number], teller())
    golden(f"timeline-{line.law}.txt", lists.timeline(line, width=80, colour=False))
    golden(f"timeline-{line.law}.json", json_text(TimelineOutput(line)))


def test_demands(golden: Golden) -> None:
    laws = toy_register().laws
    lines = tuple(
        views.demand_line(law, demand, teller()) for law in laws for demand in law.demands
    )
    bodies = teller().called(demand for law in laws for demand in law.demands)
    golden("demands.txt", lists.demand_list(lines, bodies, width=80, colour=False))
    golden("demands.json", json_text(DemandsOutput(lines, organisations=bodies)))


@pytest.mark.parametrize("number", [0, 1])
def test_brief(golden: Golden, number: int) -> None:
    register = toy_register()
    golden(f"brief-{register.laws[number].id}.md", brief_of(register, number))


def test_comparison(golden: Golden) -> None:
    register = toy_register()
    matrix = views.matrix(register.laws, teller())
    golden("brief-comparison.md", comparison_markdown(register.title, told(), matrix))


def test_nothing_to_tell_is_no_text() -> None:
    assert render_diff([], "terminal") == ""
    assert lists.law_list([], width=80, colour=False) == ""

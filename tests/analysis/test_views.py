from __future__ import annotations

import pytest
from msgspec.structs import replace

from registers import as_register, small, teller, toy_register
from rvc.analysis import views
from rvc.errors import RvcError
from rvc.model.codebook import Attainment, Basis
from rvc.model.law import Event, EventKind, Votes


def test_the_list_says_final_only_where_there_is_a_final_text() -> None:
    act, treaty = map(views.law_line, toy_register().laws)
    assert (act.end, act.end_is, act.versions, act.demands) == ("toy-act-2003", "final", 5, 4)
    assert (treaty.end, treaty.end_is) == ("toy-draft-1", "latest")


def test_a_card_holds_all_that_is_no_coding() -> None:
    card = views.law_card(toy_register().laws[0], teller())
    assert card.reversion is not None
    assert card.versions[2].same_as == "toy-bill-2"
    assert card.versions[0].urls == ("https://example.org/bill-1.html",)
    assert card.gaps == ("Nobody has read the schedule.",)
    assert views.law_card(toy_register().laws[1], teller()).reversion is None


def test_a_timeline_is_in_the_order_of_time_and_the_undated_come_last() -> None:
    law = toy_register().laws[0]
    event = Event("", EventKind.VOTE, "Undated", Basis.RECALLED)
    unread = Event("soon", EventKind.VOTE, "Unread", Basis.RECALLED)
    line = views.timeline(replace(law, events=(event, unread, *law.events)), teller())
    assert [moment.date for moment in line.moments] == [
        "2001-03-04",
        "2001-05",
        "2001-05",
        "2001-06",
        "2002-01-01",
        "2002-01-01",
        "2003-12-24",
        "",
        "soon",
    ]


def test_moments_say_what_they_are() -> None:
    moments = views.timeline(toy_register().laws[0], teller()).moments
    details = {moment.title: moment.detail for moment in moments}
    assert details["Rejection: Rejected"] == "carries text: none"
    assert details["Bill 3: Third reading"] == "same wording as toy-bill-2"
    turn = next(moment for moment in moments if moment.what == "turning point")
    assert turn.kind == "Bill 1 → Bill 2"
    assert turn.detail == "Moved by: Lobby, in committee | behind doors"
    assert (turn.basis, turn.detail_basis) == (Basis.REPORTED, Basis.INFERRED)
    vote = next(moment for moment in moments if moment.what == "event")
    assert vote.detail == "3 for, 30 against"


@pytest.mark.parametrize(
    ("votes", "document", "detail"),
    [
        (None, "", ""),
        (None, "HRC 26/9", "HRC 26/9"),
        (Votes(20, 14, 13), "A/1", "20 for, 14 against, 13 abstaining, A/1"),
        (Votes(ayes=0), "", "0 for"),
    ],
)
def test_votes_are_said_as_far_as_they_are_known(
    votes: Votes | None, document: str, detail: str
) -> None:
    event = Event("2014", EventKind.VOTE, "A vote", Basis.REPORTED, votes, document)
    law = replace(toy_register().laws[1], versions=(), events=(event,))
    assert views.timeline(law, teller()).moments[0].detail == detail


def test_the_matrix_reads_each_law_at_its_end() -> None:
    matrix = views.matrix(toy_register().laws, teller())
    assert [column.version for column in matrix.columns] == ["toy-act-2003", "toy-draft-1"]
    scope, liability = matrix.rows
    assert [entry.demand for entry in scope.cells[0]] == ["toy-d1", "toy-d3"]
    assert scope.cells[1] == ()
    assert [entry.demand for entry in liability.cells[0]] == ["toy-d2"]  # d4 is about the process
    assert scope.cells[0][1].attainment is Attainment.NOT_CHECKED
    assert scope.cells[0][1].basis is None


def test_the_matrix_reads_another_version_and_fewer_demands() -> None:
    laws = toy_register().laws
    matrix = views.matrix(laws, teller(), "first", lambda _, demand: demand.id == "toy-d1")
    assert [row.dimension for row in matrix.rows] == ["scope"]
    assert matrix.rows[0].cells[0][0].attainment is Attainment.FULL
    with pytest.raises(RvcError, match="toy-treaty: unknown version 'toy-bill-2'"):
        views.matrix(laws, teller(), "toy-bill-2")


def test_a_demand_is_said_as_it_was_asked() -> None:
    law = as_register(small()).laws[0]
    line = views.demand_line(law, law.demands[0], teller(as_register(small())))
    assert (line.law, line.id, line.dimension_label) == ("act", "d1", "Scope")
    assert line.asked_by == ("Coalition",)

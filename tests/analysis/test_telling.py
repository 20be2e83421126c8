from __future__ import annotations

import pytest
from msgspec.structs import replace

from registers import as_register, small, teller, told, toy_register, works
from rvc.analysis.cells import cell
from rvc.analysis.changes import compare
from rvc.analysis.telling import MISSING, UNRESOLVED, Teller, side, tell, turn
from rvc.analysis.wording import headline, role, sentence
from rvc.model.brief import Called, Story
from rvc.model.codebook import Attainment, Basis


@pytest.fixture(scope="module")
def stories() -> dict[str, Story]:
    return {story.id: story for brief in told() for story in brief.stories}


def test_stories_stand_in_the_order_of_their_directions() -> None:
    act, treaty = told()
    assert [(story.id, story.direction) for story in act.stories] == [
        ("toy-d1", "lost"),
        ("toy-d2", "gained"),
        ("toy-d3", "not-checked"),
    ]
    assert sum(act.counts.values()) == 3
    assert list(act.counts)[:2] == ["lost", "weakened"]
    assert treaty.end.role == "latest text"
    assert treaty.state == "Under negotiation."


def test_a_story_tells_what_was_asked_then_now_and_who_says_so(stories: dict[str, Story]) -> None:
    lost = stories["toy-d1"]
    assert lost.asked_by == ("Coalition",)
    assert [(source.key, source.pinpoint) for source in lost.asked_in] == [("rossi2001", "p. 4")]
    assert (lost.before.attainment, lost.after.attainment) == (Attainment.FULL, Attainment.NONE)
    assert lost.before.language == "en"
    assert lost.before.coder == "ann"
    assert lost.basis is Basis.REPORTED
    assert [side.version for side in lost.path if side.inherited_from] == ["toy-bill-3"]
    (first, second) = lost.moves
    assert first.fell
    assert [point.id for point in first.turns] == ["toy-turn-1"]
    assert first.turns[0].movers == ("Lobby [of the parent]",)
    assert first.turns[0].reported_by[0].label == "Rossi and de la Cruz 2001"
    assert second.turns == ()


def test_the_other_side_is_told_what_the_same_change_is_for_it(stories: dict[str, Story]) -> None:
    (other,) = stories["toy-d3"].opposes
    assert (other.id, other.direction) == ("toy-d1", "lost")


def test_a_demand_about_the_process_is_told_apart() -> None:
    (process,) = told()[0].process
    assert process.seen[0].what == "The lobby sat in committee."
    assert process.seen[0].sources[0].key == "rossi2001"


def test_only_the_changes_kept_are_told_and_the_counts_stay_whole() -> None:
    brief = tell(compare(toy_register().laws[0]), teller(), lambda _: False)
    assert brief.stories == ()
    assert sum(brief.counts.values()) == 3


def test_doubts_about_works_are_told_with_them() -> None:
    by = Teller(toy_register(), works("sound", "weak", open=("unresolved",)), {"weak": "retracted"})
    said = {source.key: source.doubt for source in by.sources(["sound", "weak", "open", "gone"])}
    assert said == {"sound": "", "weak": "retracted", "open": UNRESOLVED, "gone": MISSING}


def test_ids_that_nobody_has_stay_as_they_are() -> None:
    assert teller().organisations(["lobby", "nobody"]) == ("Lobby [of the parent]", "nobody")
    assert teller().dimension("nothing") == "nothing"


def test_who_is_who_says_each_body_once_with_kind_and_country() -> None:
    law = toy_register().laws[0]
    asked = [replace(d, by=("lobby", "ngo-coalition")) for d in law.demands]
    nobody = replace(law.demands[0], by=("nobody",))
    assert teller().called([*asked, nobody]) == (
        Called("Coalition", "Coalition <script>alert(1)</script> & Friends", "network"),
        Called("", "Lobby [of the parent]", "business", "FR"),
    )


def test_who_asked_may_take_more_than_organisations() -> None:
    register = as_register(
        small(
            laws=[
                {
                    "id": "act",
                    "final": "bill-2",
                    "demands": [{"id": "d1", "by_note": "and two others"}],
                }
            ]
        )
    )
    (brief,) = told(register)
    assert brief.stories[0].asked_by == ("Coalition",)
    assert brief.stories[0].asked_by_note == "and two others"


def test_a_phrase_has_a_language_and_a_missing_phrase_none() -> None:
    law = toy_register().laws[1]
    demand, (first, last) = law.demands[0], law.versions
    assert side(law, demand, cell(law, demand, first), teller()).language == "fr"
    assert side(law, demand, cell(law, demand, last), teller()).language == ""


def test_a_turning_point_keeps_both_bases_apart() -> None:
    told_turn = turn(toy_register().laws[0].turning_points[0], teller())
    assert (told_turn.basis, told_turn.mover_basis) == (Basis.REPORTED, Basis.INFERRED)


def test_headlines_count_and_never_call_a_latest_text_final() -> None:
    act, treaty = (compare(law) for law in toy_register().laws)
    assert headline(act) == (
        "Of 3 demands, from the first proposal to the final text: 1 lost, 1 gained and 1 not "
        "comparable, because a text was not checked. 1 of these rests on what is recalled. "
        "Some demands oppose each other: a loss for one side is a gain for the other."
    )
    assert headline(treaty) == (
        "Of 1 demand, from the first proposal to the latest text: 1 strengthened."
    )
    nothing = replace(act, changes=())
    assert headline(nothing) == "No demand that a text could answer is registered."


def test_sentences_say_where_it_moved() -> None:
    law = toy_register().laws[0]
    said = [sentence(law, change) for change in compare(law).changes]
    assert said[0] == (
        "The first proposal meets it in full; the final text does not contain it "
        "(lost between Bill 1 and Bill 2)."
    )
    assert "came in between Bill 1 and Bill 2" in said[1]
    assert "or more" in said[1]
    assert "Among those checked: none in Bill 1, substantial in" in said[2]


@pytest.mark.parametrize(
    ("start", "end", "part"),
    [
        ("reversion", "toy-bill-1", "The law before does not contain it"),
        ("reversion", "toy-act-2003", "Neither the law before nor the final text contains it"),
        ("toy-bill-2", "toy-bill-3", "meet it in part"),
        ("toy-bill-1", "toy-bill-2", "(cut between Bill 1 and Bill 2)"),
    ],
)
def test_any_two_versions_have_a_sentence(start: str, end: str, part: str) -> None:
    law = toy_register().laws[0]
    assert part in sentence(law, compare(law, start, end).changes[0])


def test_what_a_version_may_be_called() -> None:
    act, treaty = toy_register().laws
    assert [role(act, version) for version in act.versions] == [
        "first proposal",
        "Bill 2",
        "Bill 3",
        "Rejection",
        "final text",
    ]
    assert role(treaty, treaty.versions[-1]) == "latest text"
    assert act.reversion is not None
    assert role(act, act.reversion) == "law before"

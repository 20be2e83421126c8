"""The wording that answers a demand through all versions, and what to code again."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from rvc.adapters.laws_yaml import read_register
from rvc.adapters.publishers.table import read_text
from rvc.analysis.corrections import correction_of
from rvc.analysis.suggest import Earlier, suggest
from rvc.analysis.text_parts import parts_of, unit_of
from rvc.analysis.textdiff import refuse_all, take_all
from rvc.analysis.touched import touched, touched_demands
from rvc.analysis.trace import FoundBy, trace
from rvc.model.demand import Demand
from rvc.model.law import Law
from rvc.model.text import LegalText
from toys import TESTS

FOLDER = TESTS / "toy_texts"


def page(path: Path) -> LegalText:
    return read_text(path.read_bytes(), path.name, "text/html", "utf-8")


@pytest.fixture(scope="module")
def texts() -> dict[str, LegalText]:
    return {path.stem: page(path) for path in (FOLDER / "pages").iterdir()}


@pytest.fixture(scope="module")
def law() -> Law:
    register = read_register((FOLDER / "laws.yaml").read_text(encoding="utf-8")).register
    assert register is not None
    return register.laws[0]


def without(demand: Demand, *versions: str) -> Demand:
    """Return the demand as if nobody had coded these versions."""
    kept = {id: coding for id, coding in demand.codings.items() if id not in versions}
    return replace(demand, codings=kept)


def test_each_wording_leads_from_the_one_before(law: Law, texts: dict[str, LegalText]) -> None:
    found = trace(law, law.demands[0], texts).wordings
    assert [one.places for one in found] == [
        ("Section 2, (1)",),
        ("Section 2, (1)",),
        ("Section 3, (1)",),
    ]
    assert [one.before for one in found] == ["", "bill-1", "bill-2"]
    for earlier, later in pairwise(found):
        assert refuse_all(later.ops) == earlier.text
        assert take_all(later.ops) == later.text
    assert found[2].sha256 == texts["act"].sha256


def test_a_wrong_locator_gives_way_to_the_phrase(law: Law, texts: dict[str, LegalText]) -> None:
    found = trace(law, law.demands[1], texts).wordings
    assert [one.found_by for one in found] == ["locator", "phrase", "locator"]


@pytest.mark.parametrize("gone", [("act",), ("bill-1", "bill-2"), ("bill-2", "act")])
def test_what_nobody_coded_is_followed(
    law: Law, texts: dict[str, LegalText], gone: tuple[str, ...]
) -> None:
    coded = trace(law, law.demands[0], texts).wordings
    followed = trace(law, without(law.demands[0], *gone), texts).wordings
    assert [one.text for one in followed] == [one.text for one in coded]
    assert {one.version.id for one in followed if one.found_by is FoundBy.FOLLOWED} == set(gone)


def test_a_wording_behind_an_uncertain_match_is_doubted(
    law: Law, texts: dict[str, LegalText]
) -> None:
    repealed = read_text(b"Section 1 Purpose\nIt is good.\nSection 2\nRepealed.\n", "x.txt")
    demand = without(law.demands[0], "bill-2", "act")
    found = trace(law, demand, {"bill-1": texts["bill-1"], "bill-2": repealed}).wordings
    assert found[1].found_by is FoundBy.FOLLOWED
    assert found[1].notes[0].startswith("followed over an uncertain match")
    sure = trace(law, demand, texts).wordings
    assert not any(one.notes for one in sure)


@pytest.mark.parametrize("turned", [False, True])
def test_a_person_overrules_where_a_wording_is_followed(
    law: Law, texts: dict[str, LegalText], turned: bool
) -> None:
    units = [{p.eid: unit_of(p) for p in parts_of(texts[id])} for id in ("bill-2", "act")]
    decided = correction_of(units[0]["sec_2"], units[1]["sec_2"])
    pair = "bill-2", "act"
    if turned:
        decided, pair = correction_of(units[1]["sec_2"], units[0]["sec_2"]), ("act", "bill-2")
    demand = without(law.demands[0], "act")
    assert trace(law, demand, texts).wordings[2].places == ("Section 3, (1)",)
    found = trace(law, demand, texts, corrections={pair: [decided]})
    assert found.wordings[2].places[0].startswith("Section 2")
    assert found.stale == ()
    stale = replace(decided, left_sha256="0" * 64)
    found = trace(law, demand, texts, corrections={pair: [stale]})
    assert found.wordings[2].places == ("Section 3, (1)",)
    assert "changed since" in found.stale[0].reason


def test_what_is_not_here_is_said(law: Law, texts: dict[str, LegalText]) -> None:
    here = {id: text for id, text in texts.items() if id != "bill-2"}
    found = trace(law, law.demands[0], here).wordings
    assert found[1].problem == "its text is not here"
    assert found[2].before == "bill-1"
    nothing = trace(law, without(law.demands[0], "bill-1", "bill-2", "act"), texts).wordings
    assert {one.problem for one in nothing} == {"no provision was found that answers it"}


def test_numbers_alone_touch_nothing(law: Law, texts: dict[str, LegalText]) -> None:
    what = touched(texts["bill-2"], texts["act"])
    assert "Section 4" not in what.names[:1]
    assert not any("Register" in texts["bill-2"].text[s.start : s.end] for s in what.lines)
    concerned = touched_demands(law, "bill-2", texts["bill-2"], what)
    assert [one.demand for one in concerned] == ["everybody", "payers"]
    assert touched(texts["act"], texts["act"]).eids == frozenset()


def test_a_new_paragraph_touches_the_provision_around_it() -> None:
    old = read_text(b"<html><body><h2>Section 2 Who</h2><p>(1) All.</p><p>(2) Here.</p></body>")
    new = read_text(
        b"<html><body><h2>Section 2 Who</h2><p>(1) All.</p><p>(2) Here.</p><p>(3) Now.</p></body>"
    )
    assert touched(old, new).eids == {"sec_2"}


def test_suggestions_name_what_changed_and_where_to_look(
    law: Law, texts: dict[str, LegalText]
) -> None:
    earlier = Earlier(law.versions[1], texts["bill-2"])
    found = suggest(law, law.versions[2], texts["act"], earlier)
    assert [one.again for one in found] == [True, True]
    assert [one.candidates[0].name for one in found] == ["Section 3, (1)", "Section 4"]
    assert "Section 2, (1)" in found[0].reasons[0]


def test_unchanged_evidence_is_only_told_where_it_stands_now(
    law: Law, texts: dict[str, LegalText]
) -> None:
    coding = replace(law.demands[0].codings["bill-2"], locator="s. 4", phrase="")
    demand = replace(law.demands[0], codings={"bill-2": coding, "act": coding})
    only = replace(law, demands=(demand,))
    earlier = Earlier(law.versions[1], texts["bill-2"])
    (one,) = suggest(only, law.versions[2], texts["act"], earlier)
    assert not one.again
    assert one.reasons == ("what stood at Section 4 in Bill 2 is now Section 5",)


def test_what_changed_comes_before_what_is_only_not_coded_yet(
    law: Law, texts: dict[str, LegalText]
) -> None:
    everybody, payers = (without(demand, "act") for demand in law.demands)
    coding = replace(everybody.codings["bill-2"], locator="s. 4", phrase="")
    same = replace(everybody, id="same", codings={"bill-2": coding})
    first = replace(same, id="stays", codings={"bill-2": replace(coding, locator="s. 2(2)")})
    lost = replace(same, id="lost", codings={"bill-2": replace(coding, locator="s. 77")})
    only = replace(law, demands=(first, same, lost, payers))
    # the same text once more: nothing has moved
    unmoved = suggest(
        only, law.versions[2], texts["bill-2"], Earlier(only.versions[1], texts["bill-2"])
    )
    assert [one.demand for one in unmoved] == ["lost", "payers", "stays", "same"]
    assert unmoved[-1].reasons == (
        "its evidence in Bill 2, at Section 4, stands unchanged",
        "not coded at Act yet",
    )
    found = suggest(only, law.versions[2], texts["act"], Earlier(only.versions[1], texts["bill-2"]))
    assert [one.demand for one in found] == ["payers", "lost", "stays", "same"]
    assert all(one.again for one in found)
    assert found[-1].reasons == (
        "what stood at Section 4 in Bill 2 is now Section 5",
        "not coded at Act yet",
    )


def test_a_first_version_has_nothing_to_compare_with(law: Law, texts: dict[str, LegalText]) -> None:
    demand = without(law.demands[0], "bill-1")
    only = replace(law, demands=(demand,))
    (one,) = suggest(only, law.versions[0], texts["bill-1"], None)
    assert one.reasons == ("not coded at Bill 1 yet",)
    assert one.candidates[0].name == "Section 2, (1)"

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.alignment import Link, LinkKind, Unit, align

DUTY = (
    "Every company that employs five thousand people shall establish a public vigilance plan.\n"
    "The plan identifies risks and prevents severe violations of human rights and of the climate.\n"
    "It is drawn up together with trade unions and with those affected along the value chain."
)
FINE = (
    "A judge may impose a civil penalty of up to ten million euros on a company without a plan.\n"
    "The penalty is not a deductible charge and its publication may be ordered at once."
)
FORCE = "This act applies from the first financial year that begins after its promulgation."
SCOPE = (
    "Subsidiaries abroad count where the parent company controls them within the commercial code."
)


def units(*texts: str, labels: bool = False) -> list[Unit]:
    return [
        Unit(f"art_{n}", f"Article {n}" if labels else "", text) for n, text in enumerate(texts, 1)
    ]


def said(links: tuple[Link, ...]) -> set[tuple[str | None, str | None, str]]:
    return {(link.left, link.right, link.kind.value) for link in links}


def test_equal_texts_are_the_same() -> None:
    links = align(units(DUTY, FINE), units(DUTY, FINE))
    assert said(links) == {("art_1", "art_1", "same"), ("art_2", "art_2", "same")}
    assert {link.matched_by for link in links} == {"exact"}


def test_an_insertion_renumbers_what_follows() -> None:
    links = align(units(DUTY, FORCE, labels=True), units(DUTY, SCOPE, FORCE, labels=True))
    assert said(links) == {
        ("art_1", "art_1", "same"),
        (None, "art_2", "added"),
        ("art_2", "art_3", "renumbered"),
    }


def test_a_reworded_provision_is_found_by_its_content() -> None:
    reworded = DUTY.replace("five thousand", "ten thousand").replace("severe ", "serious ")
    links = align(units(DUTY, FINE), units(FORCE, reworded, FINE))
    assert ("art_1", "art_2", "changed") in said(links)
    assert next(k for k in links if k.left == "art_1").matched_by == "content"


def test_what_left_its_place_has_moved() -> None:
    links = align(units(FORCE, DUTY, FINE, SCOPE), units(DUTY, FINE, SCOPE, FORCE))
    assert ("art_1", "art_4", "moved") in said(links)
    assert Counter(link.kind for link in links) == {LinkKind.SAME: 3, LinkKind.MOVED: 1}


def test_where_two_change_places_the_one_between_them_has_not_moved() -> None:
    left = units(SCOPE, DUTY, FINE, FORCE, labels=True)
    right = units(SCOPE, FORCE, FINE, DUTY, labels=True)
    kinds = {link.left: link.kind for link in align(left, right)}
    assert kinds["art_3"] is LinkKind.SAME
    assert Counter(kinds.values()) == {LinkKind.SAME: 2, LinkKind.MOVED: 2}


def test_a_provision_split_in_two_has_two_links() -> None:
    first, second, third = DUTY.split("\n")
    links = align(units(DUTY, FINE), units(first + "\n" + second, third, FINE))
    assert said(links) == {
        ("art_1", "art_1", "split"),
        ("art_1", "art_2", "split"),
        ("art_2", "art_3", "same"),
    }


def test_two_provisions_merged_in_one_have_two_links() -> None:
    links = align(units(DUTY, FINE, FORCE), units(DUTY + "\n" + FINE, FORCE))
    assert said(links) == {
        ("art_1", "art_1", "merged"),
        ("art_2", "art_1", "merged"),
        ("art_3", "art_2", "same"),
    }


def test_a_placeholder_is_placed_by_its_neighbours() -> None:
    links = align(units(DUTY, FINE, FORCE), units(DUTY, "(Non modifié)", FORCE))
    link = next(k for k in links if k.left == "art_2")
    assert (link.right, link.kind, link.matched_by) == ("art_2", LinkKind.CHANGED, "order")


def test_numbers_break_a_tie_between_equal_texts() -> None:
    left = [Unit("a", "Article 4", "(Deleted)"), Unit("b", "Article 5", "(Deleted)")]
    right = [
        Unit("x", "Article 3", "(Deleted)"),
        Unit("y", "Article 4", "(Deleted)"),
        Unit("z", "Article 5", "(Deleted)"),
    ]
    links = align(left, right)
    assert [(k.left, k.right, k.matched_by) for k in links] == [
        (None, "x", ""),
        ("a", "y", "number"),
        ("b", "z", "number"),
    ]


def test_dropped_provisions_stand_where_they_stood() -> None:
    links = align(units(DUTY, FINE, FORCE), units(DUTY, FORCE))
    assert [link.left for link in links] == ["art_1", "art_2", "art_3"]
    assert links[1].kind is LinkKind.DROPPED


def test_nothing_to_align() -> None:
    assert align([], []) == ()
    assert said(align(units(DUTY), [])) == {("art_1", None, "dropped")}
    assert said(align([], units(DUTY))) == {(None, "art_1", "added")}


def test_an_eid_may_not_occur_twice() -> None:
    with pytest.raises(ValueError, match="twice"):
        align([Unit("a", "", "x"), Unit("a", "", "y")], [])


TEXTS = st.lists(
    st.sampled_from(
        [DUTY, FINE, FORCE, SCOPE, DUTY + "\n" + FINE, "(Deleted)", "", "\n", DUTY.split("\n")[1]]
    )
    | st.text(max_size=80),
    max_size=9,
)


@given(TEXTS, TEXTS, st.booleans())
def test_every_unit_is_linked_as_specified(
    left_texts: list[str], right_texts: list[str], labels: bool
) -> None:
    left, right = units(*left_texts, labels=labels), units(*right_texts, labels=labels)
    links = align(left, right)
    assert links == align(left, right)
    assert len({(k.left, k.right) for k in links}) == len(links)
    for name, own in (("left", left), ("right", right)):
        linked = Counter(getattr(link, name) for link in links)
        assert set(linked) - {None} == {unit.eid for unit in own}
    lefts = Counter(k.left for k in links)
    rights = Counter(k.right for k in links)
    for link in links:
        alone = link.left is None or link.right is None
        assert alone == (link.kind in (LinkKind.ADDED, LinkKind.DROPPED))
        assert (link.left is None) == (link.kind is LinkKind.ADDED)
        assert 0 <= link.score <= 1
        assert alone or link.matched_by
        if alone:
            assert (rights if link.left is None else lefts)[link.right or link.left] == 1
        elif lefts[link.left] > 1 or rights[link.right] > 1:
            assert link.kind in (LinkKind.SPLIT, LinkKind.MERGED)
    order = [int(k.right.split("_")[1]) for k in links if k.right]
    assert order == sorted(order)


@given(st.permutations([DUTY, FINE, FORCE, SCOPE]))
def test_any_order_is_followed(texts: list[str]) -> None:
    pairs = {(k.left, k.right) for k in align(units(DUTY, FINE, FORCE, SCOPE), units(*texts))}
    assert pairs == {
        (f"art_{n}", f"art_{texts.index(text) + 1}")
        for n, text in enumerate([DUTY, FINE, FORCE, SCOPE], 1)
    }


@pytest.mark.parametrize(
    ("matched_by", "score", "uncertain"),
    [
        ("order", 0.16, True),
        ("number", 0.29, True),
        ("order", 0.3, False),
        ("number", 1.0, False),
        ("content", 0.2, False),
        ("weak", 0.9, True),
        ("correction", 0.0, False),
    ],
)
def test_place_or_number_alone_is_a_guess(matched_by: str, score: float, uncertain: bool) -> None:
    link = Link("art_2", "art_18", LinkKind.CHANGED, matched_by, score)
    assert link.is_uncertain is uncertain

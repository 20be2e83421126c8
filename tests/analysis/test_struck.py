from __future__ import annotations

from rvc.analysis.struck import linked_to_marks
from rvc.analysis.unit import Link, LinkKind, Unit

LEFT = [Unit(f"l{n}", f"Article {n}", f"On matter {n}.") for n in (1, 2, 3, 4)]
ONE = Link("l1", "r1", LinkKind.SAME, "exact", 1.0)


def dropped(left: str, matched_by: str = "") -> Link:
    return Link(left, None, LinkKind.DROPPED, matched_by, 0.0)


def added(right: str, matched_by: str = "") -> Link:
    return Link(None, right, LinkKind.ADDED, matched_by, 0.0)


def test_what_a_mark_says_is_deleted_was_dropped_and_nothing_was_added() -> None:
    right = [Unit("r1", "Article 1", "On matter 1."), Unit("r2", "Articles 2 à 4", "(Supprimés)")]
    links = [ONE, dropped("l2"), dropped("l3"), dropped("l4"), added("r2")]
    marked = [Link(one, "r2", LinkKind.DROPPED, "mark", 1.0) for one in ("l2", "l3", "l4")]
    assert linked_to_marks(links, LEFT, right) == (ONE, *marked)


def test_other_words_under_that_number_were_added() -> None:
    links = (ONE, dropped("l2"), added("r2"))
    right = [Unit("r1", "Article 1", ""), Unit("r2", "Article 2", "The plan is deleted.")]
    assert linked_to_marks(links, LEFT, right) == links


def test_a_mark_on_what_the_left_text_lacks_or_still_has_stays_as_it_was() -> None:
    right = [Unit("r1", "Article 1 bis", "(Supprimé)"), Unit("r2", "Article 1", "Supprimé")]
    links = (Link("l1", "r9", LinkKind.MOVED, "exact", 1.0), added("r1"), added("r2"))
    assert linked_to_marks(links, LEFT, right) == links


def test_what_a_person_set_apart_stays_apart() -> None:
    right = [Unit("r2", "Article 2", "(Supprimé)")]
    for links in ((dropped("l2", "correction"), added("r2")),
                  (dropped("l2"), added("r2", "correction"))):  # fmt: skip
        assert linked_to_marks(links, LEFT, right) == links


def test_a_mark_that_stands_for_another_provision_stays_with_that_one() -> None:
    right = [Unit("r2", "Articles 2 et 3", "(Supprimés)")]
    links = (Link("l2", "r2", LinkKind.CHANGED, "number", 1.0), dropped("l3"))
    assert linked_to_marks(links, LEFT, right) == links

from __future__ import annotations

from rvc.analysis.alignment import LinkKind, Unit, align
from rvc.analysis.corrections import apply_corrections, correction_of

LEFT = [
    Unit("art_1", "1", "The company publishes a plan of vigilance each year."),
    Unit("art_2", "2", "The judge may order the company to comply under a penalty."),
]
RIGHT = [
    Unit("sec_1", "1", "Each year a vigilance plan of the company is published."),
    Unit("sec_2", "2", "Entirely other words stand here about whistle-blowers."),
]


def test_a_person_overrules_the_program() -> None:
    links = align(LEFT, RIGHT)
    decided = [correction_of(LEFT[1], RIGHT[1], "read both")]
    corrected, stale = apply_corrections(links, decided, LEFT, RIGHT)
    link = next(k for k in corrected if k.left == "art_2")
    assert (link.right, link.matched_by, link.score) == ("sec_2", "correction", 1.0)
    assert stale == ()


def test_two_corrections_make_a_split() -> None:
    decided = [correction_of(LEFT[0], RIGHT[0]), correction_of(LEFT[0], RIGHT[1])]
    corrected, _ = apply_corrections(align(LEFT, RIGHT), decided, LEFT, RIGHT)
    kinds = [(k.left, k.right, k.kind) for k in corrected]
    assert ("art_1", "sec_1", LinkKind.SPLIT) in kinds
    assert ("art_1", "sec_2", LinkKind.SPLIT) in kinds


def test_a_link_can_be_denied() -> None:
    links = align(LEFT, LEFT)
    corrected, _ = apply_corrections(links, [correction_of(LEFT[0], None)], LEFT, LEFT)
    assert [(k.left, k.right, k.kind) for k in corrected if "art_1" in (k.left, k.right)] == [
        ("art_1", None, LinkKind.DROPPED),
        (None, "art_1", LinkKind.ADDED),
    ]


def test_a_correction_on_another_text_is_stale_and_says_so() -> None:
    decided = [correction_of(LEFT[0], RIGHT[1]), correction_of(LEFT[1], Unit("sec_9", "", "x"))]
    changed = [Unit("art_1", "1", LEFT[0].text + " New."), LEFT[1]]
    links = align(changed, RIGHT)
    corrected, stale = apply_corrections(links, decided, changed, RIGHT)
    assert corrected == links
    assert [s.reason for s in stale] == [
        "the text of 'art_1' (left) has changed since",
        "the right text has no provision 'sec_9'",
    ]


def test_no_correction_changes_nothing() -> None:
    doubled = [*LEFT, Unit("art_3", "3", LEFT[0].text + "\n" + LEFT[1].text)]
    for left, right in ((LEFT, RIGHT), (LEFT, doubled), (doubled, LEFT)):
        links = align(left, right)
        assert apply_corrections(links, [], left, right)[0] == links

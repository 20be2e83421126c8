from __future__ import annotations

from rvc.model.text import (
    Amendment,
    AmendmentKind,
    LegalText,
    Provision,
    ProvisionKind,
    Span,
    new_changes,
)


def mark(change: str, eid: str, start: int = 0) -> Amendment:
    return Amendment(AmendmentKind.ADDITION, Span(start, start + 1), eid, change)


def test_provisions_are_walked_in_the_order_of_the_text() -> None:
    inner = Provision("art_1__para_1", ProvisionKind.PARAGRAPH, "1.", "b", Span(2, 6))
    outer = Provision("art_1", ProvisionKind.ARTICLE, "Article 1", "a", Span(0, 6), "", (inner,))
    last = Provision("art_2", ProvisionKind.ARTICLE, "Article 2", "c", Span(7, 9))
    text = LegalText("a 1. b c", (outer, last))
    assert [one.eid for one in text.walk()] == ["art_1", "art_1__para_1", "art_2"]


def test_new_changes_are_told_once_a_place() -> None:
    left = LegalText("abcdef", (), amendments=(mark("old", "sec_1"),))
    right = LegalText(
        "abcdef",
        (),
        amendments=(
            mark("old", "sec_1"),
            mark("new", "sec_1", 1),
            mark("new", "sec_1", 2),
            mark("new", "sec_2", 3),
            mark("", "sec_2", 4),
        ),
    )
    assert [(one.change_id, one.eid, one.span.start) for one in new_changes(left, right)] == [
        ("new", "sec_1", 1),
        ("new", "sec_2", 3),
    ]

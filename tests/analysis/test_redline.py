from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.corrections import correction_of
from rvc.analysis.redline import (
    changes_of,
    redline_strings,
    redline_texts,
    take_left,
    take_right,
)
from rvc.analysis.text_parts import parts_of, unit_of
from rvc.analysis.unit import LinkKind
from rvc.model.text import LegalText, Provision, ProvisionKind, Span

DUTY = "The company shall publish a plan each year.\nThe plan names its risks and its remedies.\n"
FINE = "A judge may fine the company up to ten million euros if the plan is missing.\n"
FORCE = "This act enters into force on the first day of the next financial year.\n"


def law(*articles: tuple[str, str], preamble: str = "", chapters: bool = False) -> LegalText:
    """A text of numbered articles, each in a chapter of its own where asked."""
    text, provisions = preamble, []
    for number, (label, body) in enumerate(articles, 1):
        start = len(text)
        if chapters:
            text += f"CHAPTER {number}\nOn matter {number}\n"
        inner = len(text)
        text += f"{label}\n{body}"
        article = Provision(
            f"art_{number}", ProvisionKind.ARTICLE, label, body, Span(inner, len(text))
        )
        if chapters:
            article = Provision(
                f"chp_{number}",
                ProvisionKind.CHAPTER,
                f"CHAPTER {number}",
                "",
                Span(start, len(text)),
                children=(article,),
            )
        provisions.append(article)
    return LegalText(text, tuple(provisions))


BODY = st.sampled_from([DUTY, FINE, FORCE, DUTY + FINE, "", "\n", "(Deleted)\n"]) | st.text(
    max_size=40
)
LAWS = st.builds(
    lambda bodies, preamble, chapters: law(
        *[(f"Article {n}", body) for n, body in enumerate(bodies, 1)],
        preamble=preamble,
        chapters=chapters,
    ),
    st.lists(BODY, max_size=6),
    st.sampled_from(["", "\n", "The Parliament,\n"]),
    st.booleans(),
)


@given(LAWS, LAWS)
def test_taking_all_gives_right_and_refusing_all_gives_left(
    left: LegalText, right: LegalText
) -> None:
    redline = redline_texts(left, right)
    assert take_right(redline) == right.text
    assert take_left(redline) == left.text


@given(st.text(max_size=100), st.text(max_size=100))
def test_plain_texts_are_rebuilt(left: str, right: str) -> None:
    redline = redline_strings(left, right)
    assert (take_left(redline), take_right(redline)) == (left, right)


@given(LAWS)
def test_parts_joined_are_the_text(text: LegalText) -> None:
    parts = parts_of(text)
    assert "".join(part.text for part in parts) == text.text
    assert len({part.eid for part in parts}) == len(parts)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_overlapping_spans_lose_no_character(spans: list[tuple[int, int]]) -> None:
    provisions = tuple(
        Provision("a", ProvisionKind.ARTICLE, "", "", Span(start, end)) for start, end in spans
    )
    text = LegalText("abcdefghij" * 3, provisions)
    assert "".join(part.text for part in parts_of(text)) == text.text


def test_a_unit_is_aligned_without_its_number() -> None:
    part = parts_of(law(("Article 1", DUTY)))[0]
    assert unit_of(part).text == DUTY.strip()
    assert unit_of(part).label == "Article 1"


def test_the_number_of_an_article_is_not_found_again_in_a_list() -> None:
    """Without the numbers compared by themselves: `Article [+11 … 2° Others ;+] 3[-…-]° …`."""
    left = law(("Article 3", "I. - A minister may not employ a relative; this is punished.\n"))
    items = "1° A partner ;\n2° A parent ;\n3° A child of a minister.\n"
    right = law(("Article 11", f"I. - No minister may employ:\n{items}This is punished.\n"))
    correction = correction_of(unit_of(parts_of(left)[0]), unit_of(parts_of(right)[0]))
    redline = redline_texts(left, right, corrections=[correction])
    assert redline.changes[0].ops[:4] == (
        ("=", "Article ", 0),
        ("-", "3", 0),
        ("+", "11", 0),
        ("=", "\nI. - ", 0),
    )


def test_headings_of_chapters_are_parts_of_their_own() -> None:
    parts = parts_of(law(("Article 1", DUTY), ("Article 2", FINE), chapters=True))
    assert [part.eid for part in parts] == ["chp_1", "art_1", "chp_2", "art_2"]


def test_moved_and_split_provisions_are_told_as_such() -> None:
    left = law(("Article 1", FORCE), ("Article 2", DUTY), ("Article 3", FINE), ("Article 4", "x y"))
    first, second = DUTY.splitlines(True)
    right = law(
        ("Article 1", first), ("Article 2", second), ("Article 3", FINE), ("Article 4", FORCE)
    )
    redline = redline_texts(left, right)
    kinds = {
        (tuple(p.eid for p in c.left), tuple(p.eid for p in c.right)): c.kind
        for c in redline.changes
    }
    assert kinds[("art_2",), ("art_1", "art_2")] is LinkKind.SPLIT
    assert kinds[("art_1",), ("art_4",)] is LinkKind.MOVED
    assert kinds[("art_4",), ()] is LinkKind.DROPPED
    assert take_left(redline) == left.text


def test_a_provision_is_found_by_id_or_number() -> None:
    redline = redline_texts(
        law(("Article 1", DUTY)), law(("Article 2", FORCE), ("Article 3", DUTY))
    )
    assert [c.right[0].eid for c in changes_of(redline, "article 1")] == ["art_1", "art_2"][1:]
    assert [c.right[0].eid for c in changes_of(redline, "2")] == ["art_1"]
    assert changes_of(redline, "art_9") == ()
    assert changes_of(redline, "9") == ()


def test_a_person_overrules_the_alignment() -> None:
    left, right = law(("Article 1", FINE)), law(("Article 1", FORCE))
    assert {c.kind for c in redline_texts(left, right).changes} == {
        LinkKind.ADDED,
        LinkKind.DROPPED,
    }
    decided = correction_of(unit_of(parts_of(left)[0]), unit_of(parts_of(right)[0]))
    redline = redline_texts(left, right, corrections=[decided])
    assert [c.matched_by for c in redline.changes] == ["correction"]
    later = redline_texts(left, law(("Article 1", FORCE + "New.")), corrections=[decided])
    assert "changed since" in later.stale[0].reason

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.shorthand import Use, expand, shorthand_of
from rvc.model.text import LegalText, Provision, ProvisionKind, Span


def laid(*lines: tuple[int, str, str]) -> LegalText:
    """A text from (depth, label, words); deeper lines lie inside the last shallower one."""
    kinds = [ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH]
    shown = [f"{label} {words}".strip() for _, label, words in lines]
    starts = [sum(len(one) + 1 for one in shown[:place]) for place in range(len(shown))]

    def build(first: int, last: int, depth: int, parent: str) -> tuple[Provision, ...]:
        made, place = [], first
        while place < last:
            end = place + 1
            while end < last and lines[end][0] > depth:
                end += 1
            _, label, words = lines[place]
            eid = f"{parent}{label.replace(' ', '-')}"
            stop = starts[end - 1] + len(shown[end - 1])
            made.append(
                Provision(
                    eid=eid,
                    kind=kinds[depth],
                    label=label,
                    text=words,
                    span=Span(starts[place], stop),
                    children=build(place + 1, end, depth + 1, f"{eid}__"),
                )
            )
            place = end
        return tuple(made)

    return LegalText("\n".join(shown), build(0, len(lines), 0, ""))


PREVIOUS = laid(
    (0, "Article 1er", "Le plan :"),
    (1, "I. –", "Un."),
    (1, "II. –", "Deux."),
    (2, "1°", "Deux un ;"),
    (1, "III. –", "Trois."),
    (0, "Article 2", "Le deux."),
    (0, "Article 3", ""),
    (1, "1°", "a ;"),
    (1, "2°", "b."),
    (0, "Article 3 bis", "Le trois bis."),
    (0, "Article 4", "Fin."),
)


def told(text: LegalText) -> list[tuple[str, str]]:
    for one in text.walk():
        said = text.text[one.span.start : one.span.end]
        assert all(words in said for words in one.text.split("\n"))
        assert one.label in said or not one.label
    eids = [one.eid for one in text.walk()]
    assert len(eids) == len(set(eids))
    return [(one.label, one.text) for one in text.walk()]


@pytest.mark.parametrize(
    ("words", "use"),
    [
        ("(Non modifié)", Use.UNCHANGED),
        ("(Non modifiés)", Use.UNCHANGED),
        ("(Conforme)", Use.UNCHANGED),
        ("Conforme", Use.UNCHANGED),
        (". . . . . . Conforme . . . . . .", Use.UNCHANGED),
        ("……………… Conformes ………………", Use.UNCHANGED),
        ("(Supprimé)", Use.DELETED),
        ("(Supprimés).\n. . . . . . .", Use.DELETED),
        ("(Suppression maintenue)\n……………", Use.DELETED),
        ("(Suppression conforme)", Use.DELETED),
        ("(Non modifié) Les mots", None),
        ("L'article 3 est supprimé.", None),
        ("", None),
    ],
)
def test_what_is_shorthand(words: str, use: Use | None) -> None:
    assert shorthand_of(words) is use


def test_words_are_taken_from_the_earlier_text() -> None:
    text = laid(
        (0, "Article 1er", "Le plan changé :"),
        (1, "I. –", "Un changé."),
        (1, "II et III. –", "(Non modifiés)"),
        (0, "Articles 2 à 3 bis", "(Conformes)\n. . . . ."),
        (0, "Article 4", "(Supprimé)"),
        (0, "Article 5", "Nouveau."),
    )
    expanded = expand(text, PREVIOUS)
    assert told(expanded) == [
        ("Article 1er", "Le plan changé :"),
        ("I. –", "Un changé."),
        ("II. –", "Deux."),
        ("1°", "Deux un ;"),
        ("III. –", "Trois."),
        ("Article 2", "Le deux."),
        ("Article 3", ""),
        ("1°", "a ;"),
        ("2°", "b."),
        ("Article 3 bis", "Le trois bis."),
        ("Article 4", ""),
        ("Article 5", "Nouveau."),
    ]
    assert expanded.notes == (
        "Article 1er, II et III: not changed, words taken from the earlier text",
        "Articles 2 à 3 bis: not changed, words taken from the earlier text",
        "Article 4: deleted at this stage",
    )


def test_what_the_earlier_text_lacks_stays_with_a_note() -> None:
    text = laid((0, "Article 9", "(Non modifié)"), (0, "Articles 2 et 8", "(Conformes)"))
    expanded = expand(text, PREVIOUS)
    assert told(expanded) == [
        ("Article 9", "(Non modifié)"),
        ("Articles 2 et 8", "(Conformes)"),
    ]
    assert len(expanded.notes) == 2


def test_a_mark_before_printed_words_is_no_word() -> None:
    text = laid((0, "Article 2", "(Non modifié)\nLe deux."))
    expanded = expand(text, PREVIOUS)
    assert expanded.provisions[0].text == "Le deux."
    assert expanded.text == text.text
    assert expanded.notes == ("Article 2: marked as not changed, its words are printed",)


def test_an_id_in_use_is_not_given_twice() -> None:
    text = laid((0, "Articles 2 et 3", "(Conformes)"), (0, "Article 4", "Fin."))
    told(expand(text, PREVIOUS))
    told(expand(laid((0, "Article 2", "(Conforme)"), (0, "Article 2.", "(Conforme)")), PREVIOUS))


def test_a_text_without_shorthand_is_given_back() -> None:
    assert expand(PREVIOUS, PREVIOUS) is PREVIOUS


_LINE = st.tuples(
    st.sampled_from([0, 1, 2]),
    st.sampled_from(["Article 1er", "Article 2", "Articles 2 à 4", "I. –", "II et III. –", "1°"]),
    st.sampled_from(["(Non modifié)", "(Supprimés)", "(Conformes)\n. . .", "Des mots.", ""]),
)


@given(st.lists(_LINE, max_size=8), st.lists(_LINE, max_size=8))
def test_every_expansion_is_sound(
    left: list[tuple[int, str, str]], right: list[tuple[int, str, str]]
) -> None:
    texts = [laid(*_unique(lines)) for lines in (left, right)]
    told(expand(*texts))


def _unique(lines: list[tuple[int, str, str]]) -> list[tuple[int, str, str]]:
    """Depths that start at 0 and deepen by one; labels that occur once."""
    made: list[tuple[int, str, str]] = []
    for place, (depth, label, words) in enumerate(lines):
        floor = made[-1][0] + 1 if made else 0
        made.append((min(depth, floor), f"{label} {'abcdefgh'[place]}", words))
    return made

from __future__ import annotations

import pytest

from rvc.adapters.publishers.eids import Namer, number_of
from rvc.model.text import ProvisionKind as Kind


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("(4)", "4"),
        ("Article 2 bis (nouveau)", "2-bis"),
        ("Article 1er A", "1-A"),
        ("TITRE Ier", "I"),
        ("TITRE PRÉLIMINAIRE", "PRÉLIMINAIRE"),
        ("Articles 2 et 3", "2-et-3"),
        ("6.1.", "6.1"),
        ("I. –", "I"),
        ("Schedule", ""),
        ("(PP1)", "PP1"),
        ("CAPO I", "I"),
        ("Artículo 5 bis", "5-bis"),
        ("État C", "État-C"),
        ("XIII C", "XIII-C"),
        ("ARTICLE 2 (OPTION A)", "2-option-A"),
    ],
)
def test_the_number_of_a_label(label: str, number: str) -> None:
    assert number_of(label) == number


def test_basic_units_are_named_without_their_chapters() -> None:
    namer = Namer()
    chapter = namer.name(Kind.CHAPTER, "Chapter I", "")
    article = namer.name(Kind.ARTICLE, "Article 3", chapter, (Kind.CHAPTER,))
    assert article == "art_3"
    assert (
        namer.name(Kind.PARAGRAPH, "2.", article, (Kind.CHAPTER, Kind.ARTICLE)) == "art_3__para_2"
    )
    schedule = namer.name(Kind.SCHEDULE, "Schedule 1", "")
    assert namer.name(Kind.ARTICLE, "3", schedule, (Kind.SCHEDULE,)) == "sched_1__art_3"


def test_no_two_provisions_share_an_id() -> None:
    namer = Namer()
    assert [namer.name(Kind.ARTICLE, "Article 1", "") for _ in range(3)] == [
        "art_1",
        "art_1_2",
        "art_1_3",
    ]


def test_a_provision_without_number_gets_its_position() -> None:
    namer = Namer()
    assert namer.name(Kind.CROSSHEADING, "", "part_1") == "part_1__crossheading_1"
    assert namer.name(Kind.CROSSHEADING, "", "part_1") == "part_1__crossheading_2"

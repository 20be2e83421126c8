from __future__ import annotations

import time

import pytest

from rvc.analysis.claim import Claim
from rvc.analysis.duplicates import Kinship, duplicates
from rvc.model.record import Person

TITLE = "The Place of Disarticulations: Global Commodity Production in La Laguna, Mexico"


def claim(
    title: str = TITLE, type: str = "article", people: str = "Bair, J.", **fields: str
) -> Claim:
    authors = tuple(
        Person(*(part.strip() for part in name.split(","))) for name in people.split(";") if name
    )
    return Claim(title[:5], type, {"title": title, "year": "2011", **fields}, authors)


def kinds(*claims: Claim) -> list[tuple[tuple[int, ...], Kinship]]:
    return [(group.members, group.kinship) for group in duplicates(claims)]


SAME = [((0, 1), Kinship.SAME_WORK)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (claim(doi="10.1234/x"), claim(doi="https://doi.org/10.1234/X"), Kinship.SAME_IDENTIFIER),
        (claim(doi="10.1234/x"), claim("Another Thing", doi="10.1234/x"), Kinship.PERHAPS),
        (claim(doi="10.1234/x", journal="J"), claim(doi="10.1234/y", journal="J"), None),
        (claim(journal="Environment and Planning A"), claim(TITLE.upper(), people="Bair, Jennifer",
         journal="Environ. Plan. A"), Kinship.SAME_WORK),
        (claim(journal="World Development"),
         claim("The Place of Disarticulation: Global Comodity Production in La Laguna, Mexico",
         journal="World Development"), Kinship.SAME_WORK),
        (claim("The Place of Disarticulations", journal="World Development"),
         claim(journal="World Development"), Kinship.SAME_WORK),
        (claim(journal="World Development"), claim(people="Werner, M.", journal="J"), None),
        (claim("Part 1 of an inquiry into chains"),
         claim("Part 2 of an inquiry into chains"), None),
        (claim("Глобальные цепочки стоимости", people="Иванов, Иван", journal="Вопросы экономики"),
         claim("Глобальные цепочки стоимости", people="Ivanov, Ivan", journal="Voprosy ekonomiki"),
         Kinship.PERHAPS),
        (claim("Глобальные цепочки стоимости", people="Иванов, Иван"),
         claim("Глобальные цепочки стоимости", people="Петров, Пётр"), None),
        (claim("Introduction", journal="World Development"),
         claim("Introduction", journal="Economy and Society"), None),
        (claim("Introduction", "incollection", booktitle="World Politics"),
         claim("Introduction", "incollection", booktitle="World Development"), Kinship.PERHAPS),
        (claim("Guest editorial", journal="World Development", volume="3", number="1"),
         claim("Guest editorial", journal="World Development", volume="3", number="2"),
         Kinship.PERHAPS),
        (claim("Introduction", journal="World Development", volume="3"),
         claim("Introduction", journal="World Dev.", number="1"), Kinship.SAME_WORK),
        (claim("企業と人権の国際法", "book", "山田, 太郎", publisher="有斐閣"),
         claim("企業と人権の国際法", "book", "山田, 太郎", publisher="有斐閣"), Kinship.SAME_WORK),
        (claim("企業と人権の国際法", "book", "山田, 太郎"),
         claim("企業と環境の国際法", "book", "山田, 太郎"), None),
        (
         claim("Права человека и бизнес", "book", "Иванов, А."),
         claim("Права человека и бизнес", "book", "Иванов, Алексей"), Kinship.SAME_WORK),
        (claim(eprint="2101.00001", eprinttype="arxiv"), claim(journal="World Development"),
         Kinship.VERSIONS),
        (claim("", "book", isbn="978-1-906433-78-9"), claim("", "book", isbn="9781906433789"),
         Kinship.PERHAPS),
        (claim("Gramsci", "book", isbn="0-7453-2112-7"), claim("Gramsci", "book",
         isbn="9780745321127"), Kinship.SAME_IDENTIFIER),
    ],
)  # fmt: skip
def test_pairs(one: Claim, other: Claim, expected: Kinship | None):
    assert kinds(one, other) == ([((0, 1), expected)] if expected else [])
    assert kinds(other, one) == ([((0, 1), expected)] if expected else [])


def test_three_entries_of_one_work_are_one_group():
    a, b = claim(journal="World Development"), claim(journal="World Development", doi="10.1234/x")
    c = claim(doi="10.1234/x")
    assert kinds(a, claim("Else"), b, c)[0][0] == (0, 2, 3)


def test_chapters_of_one_book_share_its_isbn():
    one = claim("Chapter on Chains", "incollection", isbn="9781906433789")
    other = claim("Chapter on Laws", "incollection", isbn="9781906433789")
    assert kinds(one, other) == []


def test_many_equal_entries_are_one_group_and_many_others_cost_little():
    start = time.process_time()
    same = [claim(doi="10.1234/x")] * 3000
    others = [
        claim(
            f"Report {number} on vigilance in chain {number * 7919}",
            people=f"Name{number % 50}, A.",
        )
        for number in range(2000)
    ]
    groups = duplicates([*same, *others])
    assert groups[0].members == tuple(range(3000))
    assert len(groups) == 1
    assert time.process_time() - start < 20


def test_nothing_to_compare():
    assert duplicates([]) == ()
    assert kinds(claim("", people=""), claim("", people="")) == []

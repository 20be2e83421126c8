from __future__ import annotations

from collections.abc import Callable

import pytest

from rvc.adapters.publishers import plain
from rvc.adapters.publishers.contents_list import contents_places
from rvc.adapters.publishers.headings import read_heading
from rvc.model.text import LegalText

Sound = Callable[[LegalText], LegalText]

BODY = """Part 1
General
Article 1
Sweets
Every sweet is declared each year by those who make it.
Article 2
Sours
Nothing here applies to sours.
Annex I
Lists
1. The first list is long enough.
"""
TABLES = {
    "titled": "Contents\nPart 1 General\nArticle 1. Sweets\nArticle 2. Sours\nAnnex I. Lists\n",
    "untitled": "Part 1 General\nArticle 1 Sweets\nArticle 2 Sours\nAnnex I Lists\n",
    "with page numbers": "Sommaire\nPart 1\nGeneral ........ 3\nArticle 1\nSweets ... 3\n"
    "Article 2\nSours ....... 4\nAnnex I\nLists ...... 12\n",
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_contents_opens_no_provision(name: str, sound: Sound) -> None:
    table = TABLES[name]
    text = sound(plain.read(f"Treaty on Sweets\n{table}{BODY}".encode()))
    eids = [one.eid for one in text.walk()]
    assert eids == ["part_1", "art_1", "art_2", "annex_I", "annex_I__para_1"]
    assert text.text.count("\n") == len(f"Treaty on Sweets\n{table}{BODY}".splitlines()) - 1
    first = next(one for one in text.walk() if one.eid == "art_1")
    assert first.text == "Every sweet is declared each year by those who make it."


def test_a_table_after_the_text_must_be_called_one(sound: Sound) -> None:
    table = "Part 1 General\nArticle 1 Sweets\nArticle 2 Sours\nAnnex I Lists\n"
    text = sound(plain.read(f"{BODY}Table of contents\n{table}".encode()))
    assert len(list(text.walk())) == 5
    assert not text.text[text.provisions[-1].span.end :].strip().startswith("Annex")


def test_articles_without_words_are_no_table(sound: Sound) -> None:
    page = "Article 1\n(Supprimé)\nArticle 2\n(Supprimé)\nArticle 3\n(Supprimé)\nArticle 4\nMots.\n"
    assert len(sound(plain.read(page.encode())).provisions) == 4


def test_parts_that_restart_in_a_schedule_stay_in_the_table(sound: Sound) -> None:
    table = "Contents\nPart 1\n1 Sweets\n2 Sours\nSchedule 1 Lists\nPart 1\nPart 2\n"
    body = (
        "Part 1\n1 Sweets\n(1) A person must eat.\n2 Sours\n(1) Nothing else.\n"
        "Schedule 1\nLists\nPart 1\n1 A list is kept.\nPart 2\n2 (1) Another list is kept.\n"
    )
    eids = [one.eid for one in sound(plain.read((table + body).encode())).walk()]
    assert eids == [
        "part_1", "sec_1", "sec_1__subsec_1", "sec_2", "sec_2__subsec_1", "sched_1",
        "sched_1__part_1", "sched_1__part_1__para_1", "sched_1__part_2",
        "sched_1__part_2__para_2", "sched_1__part_2__para_2__subpara_1",
    ]  # fmt: skip


def test_a_list_may_leave_out_the_word_article() -> None:
    body = ["Article 1", "Terms", "Words.", "Article 2", "Scope", "All.", "Article 3 Duty", "Do."]
    for listed in (["1. Terms", "2. Scope", "3. Duty"], ["1 Terms … 1", "2 Scope … 2", "3 Duty 3"]):
        text = plain.read("\n".join(["Contents", *listed, *body]).encode())
        assert [one.eid for one in text.walk()] == ["art_1", "art_2", "art_3"]
    points = ["Contents", "1. Other", "2. Things", "3. Listed", *body]
    assert len(list(plain.read("\n".join(points).encode()).walk())) == 6


WORDS = "It holds here."
ARTICLES = ["Article 1", WORDS, "Article 2", WORDS, "Article 3", WORDS]
NAMED = ["Article 1", "Terms", WORDS, "Article 2", "Scope", WORDS, "Article 3", "Duty", WORDS]
LONG = "x" * 161


def listed(*lines: str) -> set[int]:
    return contents_places(lines, [read_heading(line) for line in lines])


@pytest.mark.parametrize(
    ("table", "places"),
    [
        (["Article 1", "Article 2", "Article 3"], {0, 1, 2}),
        (["Article 1", "Article 2"], set()),
        (["Part 1", "Article 1", "Article 2", "Article 3"], {0, 1, 2, 3}),
        (["Contents", f"1. {LONG}", "2. Aim", "3. Duty"], set()),
        (["Article 1", "Terms 2;", "Article 2", "Article 3"], set()),
        (["Article 1", "Terms; 2", "Article 2", "Article 3"], set()),
        (["Article 1", "Terms... 2", "Article 2", "Article 3"], {0, 1, 2, 3}),
        # up to two lines of a title between headings, none of them long or a remark
        (["Article 1", "A", "B", "Article 2", "A", "Article 3"], {0, 1, 2, 3, 4, 5}),
        (["Article 1", "A", "B", "C", "Article 2", "Article 3"], set()),
        (["Article 1", LONG[1:], "Article 2", "Article 3"], {0, 1, 2, 3}),
        (["Article 1", LONG, "Article 2", "Article 3"], set()),
        (["Article 1", "(repealed)", "Article 2", "Article 3"], set()),
        (["Article 1", "It ends.", "Article 2", "Article 3"], set()),
        # what it is called stands right before, or up to two lines before
        (["Contents", "Article 1", "Article 2", "Article 3"], {0, 1, 2, 3}),
        (["Contents", "Act", "Page", "Article 1", "Article 2", "Article 3"], {0, 1, 2, 3, 4, 5}),
        (["Contents", "An", "Act", "Page", "Article 1", "Article 2", "Article 3"], {4, 5, 6}),
    ],
)
def test_lines_of_a_table(table: list[str], places: set[int]) -> None:
    assert listed(*table, *ARTICLES) == places


def test_a_table_of_which_too_much_never_comes_is_none() -> None:
    heads = [f"Article {number}" for number in range(1, 5)]
    assert listed(*heads, *ARTICLES) == {0, 1, 2}, "the end of it that never comes is no part of it"
    assert listed(*heads, WORDS, *ARTICLES[2:], "Article 4", WORDS) == set(), "nor is its first"
    assert listed("Article 1", "Article 1a", "Article 1b", "Article 3", *ARTICLES) == set()


def test_a_bare_number_and_title_list_an_article_only() -> None:
    bare = ["Contents", "1. Terms", "2. Scope", "3. Duty"]
    assert listed(*bare, *NAMED) == {0, 1, 2, 3}
    assert listed(*bare, *(line.replace("Article", "Part") for line in NAMED)) == set()
    assert listed(*bare, *(line.replace("Scope", "Aim") for line in NAMED)) == set()


def test_a_text_may_end_with_a_heading_or_the_word_contents() -> None:
    table = ["Article 1", "Article 2", "Article 3"]
    assert listed(*table, *ARTICLES, "Article 4") == {0, 1, 2}
    assert listed(*table, *ARTICLES, "Contents") == {0, 1, 2}

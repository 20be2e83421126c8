from __future__ import annotations

from rvc.analysis.query import parse_query
from rvc.analysis.query_near import Missing, missing_words
from rvc.model.reference import Bibliography, Reference

WORK = Reference("kutting2004", "book", "Global Governance", "2004", (("Kütting", "G."),))
WORKS = Bibliography({WORK.key: WORK})


def missing(query: str) -> list[Missing]:
    return list(missing_words(WORKS, parse_query(query)))


def test_the_nearest_word_that_occurs() -> None:
    assert missing("goverance title:globel") == [
        Missing("goverance", near="governance"),
        Missing("globel", "title", "global"),
    ]
    assert missing("Küttin author:kuting") == [Missing("kuting", "author", "kutting")]


def test_what_is_no_slip_is_not_guessed_at() -> None:
    assert missing("zzzzzz 2005") == [Missing("zzzzzz"), Missing("2005")]
    assert missing("governance year:1999 /x/ -goverance") == []


def test_words_are_parted_as_the_search_parts_them() -> None:
    assert missing('"global-goverance globe"') == [
        Missing("goverance", near="governance"),
        Missing("globe", near="global"),
    ]

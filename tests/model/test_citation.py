from __future__ import annotations

from rvc.model.citation import parse_cite


def test_a_citation_is_a_key_and_a_pinpoint() -> None:
    cite = parse_cite("bair2011, p. 3, note 4")
    assert (cite.key, cite.pinpoint) == ("bair2011", "p. 3, note 4")
    assert str(cite) == "bair2011, p. 3, note 4"


def test_a_citation_may_be_of_the_whole_work() -> None:
    assert str(parse_cite(" bair2011 ")) == "bair2011"

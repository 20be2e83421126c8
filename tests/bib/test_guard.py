from __future__ import annotations

from rvc.bib.guard import safely
from rvc.bib.patch import Edit
from rvc.bib.reader import read

TEXT = "% a\n@misc{a, x = {1}, y = {2}}\n@string{s = {t}}\n@misc{b, x = s}\n"


def at(piece: str, new: str) -> tuple[Edit, ...]:
    start = TEXT.index(piece)
    return (Edit(start, start + len(piece), new),)


def test_harmless_edits_are_applied():
    text, done = safely(read(TEXT), [at("{1}", "{3}"), at("{2}", "{4}")])
    assert text == TEXT.replace("{1}", "{3}").replace("{2}", "{4}")
    assert done == [0, 1]


def test_a_harmful_edit_is_left_out_and_the_others_are_made():
    groups = [at("{1}", "{3}"), at("{2}", "{2"), at("x = s", "x = {u}")]
    text, done = safely(read(TEXT), groups)
    assert done == [0, 2]
    assert text == TEXT.replace("{1}", "{3}").replace("x = s", "x = {u}")


def test_overlapping_groups_the_first_wins():
    whole = at("x = {1}, y = {2}", "x = {9}, y = {2}")
    text, done = safely(read(TEXT), [whole, at("{1}", "{3}"), at("{2}", "{4}")])
    assert done == [0]
    assert "x = {9}" in text


def test_nothing_else_may_change():
    for piece, new in [
        ("% a", "% b"),
        ("{t}", "{u}"),
        ("@misc{b", "@misc{c"),
        ("@misc{a", "@book{a"),
    ]:
        assert safely(read(TEXT), [at(piece, new)]) == (TEXT, [])

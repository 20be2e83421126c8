"""Tokens join back to the text."""

from __future__ import annotations

from hypothesis import given

from bib_texts import any_text, files
from rvc.bib.reader import read
from rvc.bib.tokens import Kind, entry_tokens, tokens


@given(any_text)
def test_tokens_of_any_text_join_to_it(text):
    pos = 0
    for token in tokens(read(text)):
        assert token.start == pos
        assert token.text
        pos = token.end
        assert text[token.start : token.end] == token.text
    assert pos == len(text)


@given(files())
def test_a_well_formed_file_has_no_broken_token(text):
    assert Kind.BROKEN not in {t.kind for t in tokens(read(text))}


def test_kinds():
    entry = read('@Misc{ k, a = {x} # jan # "y" # 7 , b=1, }').entries[0]
    said = [(t.kind.name, t.text) for t in entry_tokens(entry) if t.kind is not Kind.SPACE]
    assert said == [
        ("AT", "@"),
        ("TYPE", "Misc"),
        ("OPEN", "{"),
        ("KEY", "k"),
        ("COMMA", ","),
        ("NAME", "a"),
        ("EQUALS", "="),
        ("VALUE", "{x}"),
        ("JOIN", "#"),
        ("VALUE", "jan"),
        ("JOIN", "#"),
        ("VALUE", '"y"'),
        ("JOIN", "#"),
        ("VALUE", "7"),
        ("COMMA", ","),
        ("NAME", "b"),
        ("EQUALS", "="),
        ("VALUE", "1"),
        ("COMMA", ","),
        ("CLOSE", "}"),
    ]


def test_blocks_that_are_no_entries():
    text = '@string{a = {b}} @preamble{"c"}\n@comment{d}\n% e\n@misc{f, g = {h} i}\n@{\n'
    kinds = [t.kind for t in tokens(read(text))]
    assert kinds.count(Kind.AT) == 3
    assert Kind.COMMENT in kinds
    assert kinds.count(Kind.BROKEN) == 2

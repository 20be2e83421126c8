from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rvc.model.printable import one_line
from rvc.render.markdown_text import cite, code, link, md, table

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def shown(markdown: str) -> str:
    """Return the words of one paragraph, which must hold nothing but text."""
    blocks = PARSER.parse(markdown)
    assert [block.type for block in blocks] in (
        [],
        ["paragraph_open", "inline", "paragraph_close"],
    )
    pieces = [piece for block in blocks for piece in block.children or []]
    assert {piece.type for piece in pieces} <= {"text", "text_special"}
    return "".join(piece.content for piece in pieces)


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    assert shown(md(text)) == one_line(text)


@pytest.mark.parametrize(
    "text",
    ["# a", "1. a", "12) a", "- a", "+ a", "=", "---", "> a", "    a", "a\n\nb", "***", "~~~"],
)
def test_no_text_begins_a_block(text: str) -> None:
    assert shown(md(text)) == one_line(text)


def test_ids_keys_and_addresses() -> None:
    assert code("toy-d1") == "`toy-d1`"
    assert code("a`b") == "a\\`b"
    assert link("https://e.org/a_b?c=1&d") == "<https://e.org/a_b?c=1&d>"
    assert link("javascript:x") == "javascript:x"
    assert cite("bair2011") == "@bair2011"
    assert cite("a}b") == "@{a&#125;b}"


def test_a_table() -> None:
    assert table(["A", "B"], [["1", "2"]]) == ["| A | B |", "| --- | --- |", "| 1 | 2 |"]

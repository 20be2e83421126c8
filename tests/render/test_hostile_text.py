"""Nothing in the data acts: no control character reaches a terminal, no markup becomes markup."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from rich.cells import cell_len

from registers import NASTY, brief_of, hostile, teller, told, toy_register, works
from rvc.analysis import views
from rvc.model.output import DemandsOutput, LawShowOutput, TimelineOutput
from rvc.model.printable import one_line
from rvc.model.register import Register
from rvc.render import lists_terminal as lists
from rvc.render.comparison_markdown import comparison_markdown
from rvc.render.diff import render_diff
from rvc.render.json_text import json_text
from rvc.render.matrix_text import render_matrix
from rvc.render.wrapping import columns

WIDTHS = (60, 80, 120)
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
COLOUR = re.compile(r"\x1b\[[\d;]*m")


def terminals(register: Register, width: int, colour: bool = False) -> Iterator[str]:
    look = {"width": width, "colour": colour}
    by = teller(register)
    yield render_diff(told(register), "terminal", **look)
    yield render_matrix(views.matrix(register.laws, by), "terminal", **look)
    yield lists.law_list([views.law_line(law) for law in register.laws], **look)
    for law in register.laws:
        yield lists.law_card(views.law_card(law, by), **look)
        yield lists.timeline(views.timeline(law, by), **look)
        yield lists.demand_list(
            [views.demand_line(law, d, by) for d in law.demands], by.called(law.demands), **look
        )


def markdowns(register: Register) -> Iterator[str]:
    matrix = views.matrix(register.laws, teller(register))
    yield render_diff(told(register), "markdown")
    yield render_matrix(matrix, "markdown")
    yield comparison_markdown(register.title, told(register), matrix)
    for number in range(len(register.laws)):
        yield brief_of(register, number)


def jsons(register: Register) -> Iterator[str]:
    by = teller(register)
    yield render_diff(told(register), "json")
    yield render_matrix(views.matrix(register.laws, by), "json")
    for law in register.laws:
        yield json_text(LawShowOutput(views.law_card(law, by)))
        yield json_text(TimelineOutput(views.timeline(law, by)))
        lines = tuple(views.demand_line(law, demand, by) for demand in law.demands)
        yield json_text(DemandsOutput(lines))


@pytest.mark.parametrize("width", WIDTHS)
def test_terminal_text_fits_and_holds_no_control_character(width: int) -> None:
    for register in (toy_register(), hostile()):
        for text in terminals(register, width):
            assert not CONTROL.search(text)
            assert max(map(columns, text.splitlines())) <= width


def test_colours_are_rvcs_own_and_change_no_word() -> None:
    for plain, coloured in zip(
        terminals(hostile(), 80), terminals(hostile(), 80, colour=True), strict=True
    ):
        bare = COLOUR.sub("", coloured)
        assert "\x1b[" in coloured
        assert not CONTROL.search(bare)
        assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


def test_terminal_text_leaves_nothing_out() -> None:
    text = "".join(terminals(hostile(), 80))
    said = one_line(NASTY).split()
    assert all(word in text for word in said)
    assert "…" not in text


_PAIRS = [
    "paragraph",
    "heading",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "bullet_list",
    "list_item",
    "strong",
    "em",
    "link",
]
ALLOWED = {f"{name}_{end}" for name in _PAIRS for end in ("open", "close")} | {
    *("inline", "text", "text_special", "code_inline", "softbreak", "fence"),
}


def tokens(text: str) -> list[Token]:
    """Return the blocks and the pieces inside them of a Markdown text with HTML switched on."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    blocks = parser.parse(text)
    return [inner for block in blocks for inner in (block, *(block.children or []))]


def test_markdown_of_hostile_text_is_only_rvcs_own() -> None:
    for text in markdowns(hostile()):
        assert not CONTROL.search(text)
        for token in tokens(text):
            if token.type == "html_inline":
                assert token.content == "<br>"
                continue
            assert token.type in ALLOWED, token
            if token.type == "code_inline":
                assert re.fullmatch(r"[\w-]+", token.content)
            if token.type == "link_open":
                address = str(token.attrs["href"])
                assert address.endswith(".md") or address.startswith("https://example.org/")


def test_markdown_says_hostile_text_word_for_word() -> None:
    for text in markdowns(hostile()):
        literal = "".join(
            token.content for token in tokens(text) if token.type in {"text", "text_special"}
        )
        assert one_line(NASTY) in literal


def test_rows_of_markdown_tables_have_as_many_cells_as_their_heads() -> None:
    for text in markdowns(hostile()):
        width = 0
        for line in text.splitlines():
            cells = len(re.sub(r"\\.", "", line).split("|")) if line.startswith("|") else 0
            assert not cells or not width or cells == width
            width = cells


def test_mermaid_diagrams_hold_no_character_that_mermaid_reads() -> None:
    fences = [t for text in markdowns(hostile()) for t in tokens(text) if t.type == "fence"]
    assert fences
    for fence in fences:
        assert fence.info == "mermaid"
        head, _, *lines = fence.content.splitlines()
        assert head == "timeline"
        for line in lines:
            assert line.count(" : ") == 1
            assert not re.search(r"[;#<>{}\[\]()\"`|%\\]", line)


def test_json_of_hostile_text_is_the_text_itself_escaped() -> None:
    for text in jsons(hostile()):
        assert not CONTROL.search(text)
        assert NASTY in strings(json.loads(text))


def strings(value: object) -> set[str]:
    if isinstance(value, dict):
        return set().union(*map(strings, value.values()))
    if isinstance(value, list):
        return set().union(*map(strings, value))
    return {value} if isinstance(value, str) else set()


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1"])
def test_no_cell_of_a_spreadsheet_is_a_formula(start: str) -> None:
    register = hostile(start)
    for text in (
        render_diff(told(register), "csv"),
        render_matrix(views.matrix(register.laws, teller(register)), "csv"),
    ):
        assert not CONTROL.search(text)
        cells = [cell for row in csv.reader(StringIO(text)) for cell in row]
        assert f"'{start.strip()}" in cells
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


KEYS = ["a<b>c", "x}y{z", "k]l", "`tick", "a|b", "_u_", "späte2001", "ok2001"]


@pytest.mark.parametrize("key", KEYS)
def test_a_hostile_cite_key_stays_a_key_and_is_listed(key: str) -> None:
    data = msgspec.to_builtins(toy_register())
    for version in data["laws"][0]["versions"]:
        version["sources"] = [key]
    register = msgspec.convert(data, Register)
    for bibliography in (works("rossi2001", "bill2001", key), works("rossi2001", "bill2001")):
        text = brief_of(register, works=bibliography)
        assert not [token for token in tokens(text) if token.type in {"html_inline", "html_block"}]
        body, _, listed = text.partition("## Works cited")
        assert "rossi2001" in listed
        line = [line for line in listed.splitlines() if key.strip("`")[:1] in line]
        assert line
        literal = "".join(t.content for t in tokens(listed) if t.type != "inline")
        assert key in literal
        assert key in "".join(t.content for t in tokens(body) if t.type != "inline")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://e.x/<script>", "https://e.x/a|b", "https://e.x/a b"]
)
def test_an_address_that_could_act_is_no_link(address: str) -> None:
    data = msgspec.to_builtins(toy_register())
    data["laws"][0]["versions"][0]["pages"][0]["url"] = address
    text = brief_of(msgspec.convert(data, Register))
    links = [t.attrs["href"] for t in tokens(text) if t.type == "link_open"]
    assert not [link for link in links if "script" in str(link) or "e.x" in str(link)]


def test_hostile_ids_stay_words() -> None:
    data = msgspec.to_builtins(toy_register())
    data["laws"][0]["demands"][0]["id"] = "`<b>|x"
    data["laws"][0]["id"] = "<i>`|y"
    register = msgspec.convert(data, Register)
    for text in markdowns(register):
        assert {t.content for t in tokens(text) if t.type == "html_inline"} <= {"<br>"}


def narrow(line: str) -> int:
    """The width of a line; where Rich and Unicode's table differ on a rare script, the lesser."""
    return min(columns(line), cell_len(line))


anything = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@settings(max_examples=12, deadline=None)
@given(anything)
def test_whatever_is_written_is_shown_and_fits(text: str) -> None:
    register = hostile(text)
    for shown in terminals(register, 60):
        assert not CONTROL.search(shown)
        assert max(map(narrow, shown.splitlines())) <= 60
    for page in markdowns(register):
        kinds = {token.type for token in tokens(page) if token.content != "<br>"}
        assert not kinds & {"html_inline", "html_block", "image", "s_open"}


def test_every_text_ends_with_a_line_break() -> None:
    assert all(text.endswith("\n") for make in (markdowns, jsons) for text in make(hostile()))

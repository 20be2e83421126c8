"""Reading: what BibTeX reads, what it drops, and that nothing is lost."""

from __future__ import annotations

import json
import time

import bibtexparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bib_texts import any_text, entry_texts, files, heaps
from rvc.bib.inherit import held_fields
from rvc.bib.reader import read


def kept(text):
    return [(e.type, e.key, e.values()) for e in read(text).kept]


def lost(text):
    return [(e.key, e.loss) for e in read(text).entries if e.loss]


def rules(text):
    return [d.rule for d in read(text).diagnostics]


@given(any_text)
def test_blocks_cover_the_text_and_every_text_can_be_read(text):
    library = read(text)
    pos = 0
    for block in library.blocks:
        assert block.start == pos
        assert block.end > pos
        pos = block.end
    assert pos == len(text)
    for said in library.diagnostics:
        assert 0 <= said.start <= len(text)
        assert library.position(said.start).line >= 1
    for entry in library.entries:
        for field in entry.fields:
            assert text[field.start : field.start + len(field.name)] == field.name
            assert text[field.value_start : field.end] == field.raw


BREAKS = st.sampled_from(
    [
        "@misc{broken, title = {A, year = 2000}\n",
        '@misc{broken, title = "A, year = 2000\n',
        "@misc{broken, title = {A} year = 2000}\n",
        "@misc{broken\n",
        "@misc{broken,\n",
        "@misc{broken, title = {A},\n",
        "@misc{broken, title = ,}\n",
        "@misc{broken, = {A}}\n",
        "@misc(broken, title = {A}\n",
        "@misc{broken, title = {A}}}\n",
        "@misc{broken, % no\n title = {A}}\n",
        "@misc broken\n",
        "@{broken}\n",
        "@string{broken = {a\n",
        "@string{broken {a}}\n",
        "@preamble{{a\n",
        "@comment{a\n",
    ]
)


@given(BREAKS, files(least=1), st.text(st.sampled_from("ab \n%"), max_size=6))
def test_no_entry_after_a_broken_one_is_lost(broken, good, between):
    wanted = [e.key for e in read(good).entries]
    found = [e.key for e in read(broken + between + "\n" + good).entries]
    assert [k for k in found if k != "broken"][-len(wanted) :] == wanted


@given(st.lists(BREAKS, min_size=1, max_size=6).map("".join), entry_texts("good"))
def test_no_entry_after_many_broken_ones_is_lost(broken, good):
    entry = read(broken + good + "\n").entries[-1]
    assert entry.key == "good"
    assert entry.complete


@settings(max_examples=150)
@given(files())
def test_the_same_as_bibtexparser_on_well_formed_files(text):
    theirs = bibtexparser.parse_string(text, parse_stack=[])
    if theirs.failed_blocks or theirs.comments != [c for c in theirs.comments if "%" in c.comment]:
        return  # values with a line that starts with @ are comments or faults to it, not to BibTeX
    wanted = [
        (e.entry_type.lower(), e.key, [(f.key, f.value.strip()) for f in e.fields])
        for e in theirs.entries
    ]
    ours = [(e.type, e.key, [(f.name, f.raw.strip()) for f in e.fields]) for e in read(text)]
    if any("@" in f.raw or "\\" in f.raw for e in read(text) for f in e.fields):
        return  # there it takes \{ for no brace
    assert ours == wanted


@given(heaps)
def test_the_careful_way_agrees_with_the_fast_one(text):
    """Each whole entry reads the same when a deep value forces the careful way."""
    deep = "{" * 9 + "x" + "}" * 9
    for entry in read(text).kept:
        if entry.complete and entry.fields and entry.text.isascii():
            closing = entry.text[-1]
            slow = entry.text[:-1].rstrip(", \t\r\n") + f", z-deep = {deep}{closing}\n"
            again = read(slow).entries[0]
            assert [f.raw for f in again.fields] == [*(f.raw for f in entry.fields), deep]


def test_forms():
    assert kept("@ article { k , title = {A} }\n") == [("article", "k", {"title": "A"})]
    assert kept("@article(k, title={A (b) c}, year=1999)\n")[0][2]["title"] == "A (b) c"
    assert kept("@misc{}\n@misc{k,}\n") == [("misc", "", {}), ("misc", "k", {})]
    assert kept('@misc{k, a = "x {"} y" # jan # 7}\n')[0][2] == {"a": 'x {"} yJanuary7'}
    assert kept("@misc{k, a={1},\r\n b={2}\r}\r")[0][2] == {"a": "1", "b": "2"}


def test_entries_on_one_line_are_read_but_not_on_the_last_one():
    two = "@misc{a} @misc{b}"
    assert lost(two + "\n@misc{c}\n") == []
    assert lost(two + "\n") == lost(two) == [("b", "last-line")]
    assert lost(two + "\n\n") == []
    assert lost(two + "\r\n") == []
    assert rules(two) == ["last-line"]


def test_repeated_keys_and_fields():
    text = "@misc{Key, title={A}, Title={B}}\n@misc{key, title={C}}\n"
    library = read(text)
    assert lost(text) == [("key", "duplicate-key")]
    assert library.get("KEY").value("title") == "A"
    assert rules(text) == ["duplicate-field", "duplicate-key"]
    assert "line 1 as 'Key'" in library.diagnostics[1].message


def test_an_entry_that_is_never_closed_hides_the_rest_from_bibtex_only():
    text = "@misc{a, x={1}, y={2\n@misc{b, t={mail a@b{c}}}\n@misc{c}\n"
    library = read(text)
    assert [e.key for e in library.entries] == ["a", "b", "c"]
    assert kept(text) == [("misc", "a", {"x": "1"})]
    assert lost(text) == [("b", "swallowed"), ("c", "swallowed")]
    assert library.entries[1].value("t") == "mail a@b{c}"
    assert rules(text) == ["unterminated", "swallowed", "swallowed"]
    assert library.position(library.diagnostics[0].start) == (1, 19)


def test_a_missing_closing_brace():
    text = "@misc{a, x={1},\n@misc{b, y={2}}\n@misc{c}\n"
    assert [e.key for e in read(text).entries] == ["a", "b", "c"]
    assert lost(text) == [("b", "swallowed")]
    assert [e.key for e in read("@misc{a, x={1}\n@misc{b}\n\n").kept] == ["a", "b"]


def test_commented_entries_are_read_and_reported():
    text = "% @misc{a}\n@comment{ @misc{b} }\n@comment{c}\n@comment d @misc{e}\n@misc{f}\n"
    assert [e.key for e in read(text).kept] == ["a", "b", "e", "f"]
    assert rules(text).count("entry-in-comment") == 2


def test_an_entry_inside_a_value_is_reported_and_not_read():
    inside = "@misc{a, title = {A,\n@misc{b, title={B}}}}\n"
    assert [e.key for e in read(inside).entries] == ["a"]
    assert rules(inside) == ["entry-in-value"]
    assert "'b'" in read(inside).diagnostics[0].message


def test_text_between_is_reported_but_not_comments():
    assert rules("\ufeff% a comment\n\n@misc{a}\n  % another\n") == []
    text = "some words\n@misc{a}\n% fine\nbut this\n"
    found = read(text).diagnostics
    assert [(d.rule, read(text).position(d.start)) for d in found] == [
        ("text-between", (1, 1)),
        ("text-between", (4, 1)),
    ]


def test_what_the_text_itself_reports():
    assert rules("@misc{a, b={\0}}\n") == ["nul"]
    assert rules("@misc{a, b=nothing # {x}}\n") == ["undefined-macro"]
    assert rules("@misc{a, crossref={b}}\n") == ["link-missing"]
    assert rules("@misc{a, crossref={b}}\n@misc{b, crossref={a}}\n") == ["link-circle"] * 2


def test_columns_count_characters_and_no_byte_order_mark():
    assert read("\ufeff@misc{ä, é = }\n").diagnostics[0].message
    assert read("\ufeff@misc{a}\n").entries[0].position == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "@misc{k, title={" + "x" * 10_000_000 + "}}\n",
        "@misc{k, title={" + "{" * 1_000_000 + "}" * 1_000_000 + "}}\n",
        "@misc{k, title={" + "{" * 1_000_000,
        "@misc{k, title={" + "{x" * 300_000 + "}\n@misc{k2}\n",
        "@misc{k, title={A,\n" * 8_000,
        '@misc{k, title="{A,\n' * 8_000,
        "@misc{k\n" * 8_000,
        "@misc{k, a=b # " * 8_000,
        "@misc{k}\n" * 100_000,
        "@" * 200_000,
        "@comment{" * 8_000,
        "@comment{" * 8_000 + "}" * 8_000,
        '@misc{k, t="{\n' * 8_000 + "}x}\n" * 8_000,
        "@misc{k, t={\n" * 8_000 + "}x}\n" * 8_000,
        "@string{a={" * 8_000,
        '@misc{k, t="' + '{"}' * 100_000,
        "\0" * 1_000_000,
        "@misc{k, " + "a={b}, " * 50_000 + "}\n",
        "@misc{k, a=" + "b # " * 50_000 + "c}\n",
        "x\n" * 300_000,
        "\n" * 1_000_000 + "@misc{k}",
    ],
    ids=lambda text: f"{text[:12]!r}…",
)
def test_hostile_texts_take_linear_time(text):
    start = time.process_time()
    library = read(text)
    assert library.diagnostics is not None
    assert time.process_time() - start < 6


def test_what_real_bibtex_reads(shared_bib):
    expected = json.loads((shared_bib / "edge" / "expected.json").read_text("utf-8"))
    for name, want in expected.items():
        text = (shared_bib / "edge" / name).read_bytes().decode("utf-8")
        library = read(text)
        got = []
        for entry in library.kept:
            held = held_fields(library, entry, "bibtex")
            held.pop("crossref", None)
            got.append({n: h.owner.resolve(h.field).text for n, h in held.items()})
        assert [[e.type, e.key] for e in library.kept] == [e[:2] for e in want["entries"]], name
        assert [set(g) for g in got] == [set(e[2]) for e in want["entries"]], name
        if "values" in want:
            assert got == want["values"], name
        if want["group"] == "dropped by BibTeX":
            assert library.diagnostics, name


def test_keys_of_real_files(shared_bib):
    expected = json.loads((shared_bib / "retorquere_dev" / "expected.json").read_text("utf-8"))
    for name, want in expected.items():
        text = (shared_bib / "retorquere_dev" / name).read_bytes().decode("utf-8")
        assert sorted(e.key for e in read(text)) == sorted(e[1] for e in want["entries"]), name
        if want.get("errors"):
            assert read(text).diagnostics, name


def test_places_of_known_faults(shared_bib):
    folder = shared_bib / "typst" / "biblatex" / "invalid"
    for case in json.loads((folder / "expected.json").read_text("utf-8")):
        text = (folder.parent / case["file"]).read_bytes().decode("utf-8")
        library = read(text)
        said = [library.position(d.start) for d in library.diagnostics]
        if case["problem"] == "repeated key":
            assert said == [(case["lines"][1], 1)]
        elif "column" in case and "syntax is valid" not in case["problem"]:
            assert said == [(case["line"], case["column"])]
        else:
            assert said == []

"""Macros: months, chains, redefinitions, places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bib_texts import nested, quoted
from rvc.bib.macros import LONGEST, Resolved, parts, squeeze
from rvc.bib.reader import read


def value(text):
    return read(text).entries[-1].value("a")


def test_months_and_joins():
    assert value("@misc{k, a = 10 # {~} # JAN}\n") == "10~January"
    assert value('@string{jan = "Jan."}\n@misc{k, a = jan}\n') == "Jan."


def test_a_macro_counts_from_its_definition_on():
    text = "@misc{k, a=m}\n@string{m={x}}\n@misc{l, a=m}\n@string{M={y}}\n@misc{n, a=m}\n"
    assert [e.value("a") for e in read(text)] == ["", "x", "y"]


def test_macros_by_macros_and_by_themselves():
    assert value('@string{a="Al"}@string{b=a # "pha"}\n@misc{k, a=b}\n') == "Alpha"
    assert value('@string{b="x"}@string{b=b # "y"}\n@misc{k, a=b}\n') == "y"


def test_undefined_macros_count_as_empty_and_are_named():
    entry = read("@misc{k, a = {x} # No # {y}}\n").entries[0]
    assert entry.resolve(entry.fields[0]) == Resolved("xy", ("No",))


def test_white_space_is_that_of_bibtex():
    assert squeeze(" a\n\t b\u00a0 c ") == "a b\u00a0 c"


@given(st.lists(nested | quoted | st.sampled_from(["jan", "12"]), min_size=1, max_size=4))
def test_parts_are_those_that_were_joined(raws):
    raw = " # ".join(raws)
    found = parts(raw)
    written = [raw[p.start : p.start + len(p.text) + 2 * (p.kind in '{"')] for p in found]
    assert written == raws


def test_deep_parts():
    deep = "{" * 50 + "x" + "}" * 50
    assert [p.text for p in parts(f'{deep} # "{deep}" # a')] == [deep[1:-1], deep, "a"]


def test_macros_that_name_each_other_fill_no_memory():
    chain = "".join(f"@string{{a{n} = a{n - 1} # a{n - 1} # a{n - 1}}}\n" for n in range(1, 40))
    text = "@string{a0 = {0123456789}}\n" + chain + "@misc{k, a = a39, b = {x} # a3}\n"
    assert len(value(text)) == LONGEST
    assert [d.rule for d in read(text).diagnostics if "too-long" in d.rule]
    assert read(text).entries[-1].value("b") == "x" + "0123456789" * 27

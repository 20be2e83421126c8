from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rvc.bib.format.rule import Options, Reach
from rvc.bib.format.table import EXCLUSIVE, FORMAT_RULES, format_text
from rvc.bib.guard import others
from rvc.bib.reader import read

NAMES = [rule.name for rule in FORMAT_RULES]
REACH = {rule.name: rule.reach for rule in FORMAT_RULES}

white = st.sampled_from(["", " ", "\n", "\n  ", "\t", "\r\n", "  \n\n  "])
value = st.sampled_from(
    ['{1-2}', '"a {b} c"', "2001", "{2001}", "mar", "{March}", "s # { x }", '"a" # "b"', "{}", '""',
     "{ a\n  b }", "{{Whole OECD}}", "{The OECD in McDonald}", "{A & B \\& C%}", "{https://doi.org/10.1234/x}",
     "{10.1234/x}", r"{\url{https://x.org}}", "{p--q}", "{é “x”}", '{"}', "undefined", "007"]
)  # fmt: skip
name = st.sampled_from(
    ["author", "Title", "YEAR", "pages", "doi", "url", "month", "note", "x", "crossref", "volume"]
)
field = st.tuples(white, name, white, white, value, white).map(
    lambda p: f",{p[0]}{p[1]}{p[2]}={p[3]}{p[4]}{p[5]}"
)
key = st.sampled_from(["a", "B", "c1", "aé", "b", "Zz"])
entry = st.tuples(
    st.sampled_from(["article", "Book", " misc", "ONLINE"]), white, key, white,
    st.lists(field, max_size=5), st.sampled_from(["", ",", ",\n", " , "]),
).map(lambda p: f"@{p[0]}{p[1]}{{{p[2]}{p[3]}{''.join(p[4])}{p[5]}}}")  # fmt: skip
other = st.sampled_from(
    ["% a comment\n", "% @misc{no}\n", "@string{s = {t}}", "@comment{jabref}", "@preamble{{p}}",
     "text between\n", "@misc{broken, x = {1\n", "@misc(par, x={1})", "\n\n\n", "   ", "@", "}"]
)  # fmt: skip
texts = st.lists(st.one_of(entry, entry, other, white, st.just("\n")), max_size=8).map("".join)


def _fitting(names: list[str]) -> list[str]:
    for one, two in EXCLUSIVE:
        if one in names and two in names:
            names = [name for name in names if name != two]
    return names


rules = st.lists(st.sampled_from(NAMES), unique=True, max_size=len(NAMES)).map(_fitting)
options = st.builds(
    Options,
    indent=st.sampled_from(["  ", "\t", "", "    "]),
    align=st.sampled_from([0, 5, 14]),
    sort=st.sampled_from([("key",), ("-year", "type"), ("title",), ("month",)]),
)


@settings(max_examples=80, deadline=None)
@given(texts, rules, options)
def test_formatting_twice_is_formatting_once(text: str, names: list[str], how: Options):
    once = format_text(text, names, how).text
    assert format_text(once, names, how).text == once


@pytest.mark.parametrize("rule", [name for name in NAMES if name != "trim"])
def test_an_entry_behind_a_percent_sign_stays_as_it_is(rule: str):
    text = "% @misc{old, title={A Title of 1--2},year=1999 , doi={https://doi.org/10.1234/x}}\n"
    assert format_text(text, [rule]).text == text


def test_a_comment_that_heads_a_section_does_not_go_to_an_entry():
    text = "% First\n\n@misc{b, title={B}}\n\n% Second\n\n@misc{a, title={A}}\n"
    short = text.replace("}\n\n", "}\n")
    assert format_text(text, ["sort", "compact"]).text == short
    assert format_text(short, ["sort", "compact"]).text == short
    text = "@misc{a, title={{FreeRTOS+TCP}}}\n"
    once = format_text(text, ["outer-braces", "title-case"]).text
    assert format_text(once, ["outer-braces", "title-case"]).text == once


@settings(max_examples=80, deadline=None)
@given(texts, rules, options)
def test_a_value_changes_only_by_a_rule_that_the_result_names(
    text: str, names: list[str], how: Options
):
    done = format_text(text, names, how)
    assert set(done.done) <= set(names)
    told = {(one.key, one.field) for one in done.values}
    assert {one.rule for one in done.values} <= set(done.done)
    assert all(REACH[one.rule] is Reach.VALUES for one in done.values)
    before, after = _values(text), _values(done.text)
    assert {(key, name) for key, name, _ in before - after} <= told
    assert {(key, name) for key, name, _ in after - before} <= told


def _values(text: str) -> Counter[tuple[str, str, str]]:
    entries = read(text).entries
    return Counter((e.key, name, said) for e in entries for name, said in e.values().items())


@settings(max_examples=60, deadline=None)
@given(texts, rules, options)
def test_comments_preambles_strings_and_text_between_stay(
    text: str, names: list[str], how: Options
):
    after = format_text(text, names, how).text
    assert sorted(others(read(after))) == sorted(others(read(text)))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='@{}",=#%() \n\r\taA1-é\0\ufeff', max_size=60), rules)
def test_any_text_can_be_formatted(text: str, names: list[str]):
    done = format_text(text, names)
    assert format_text(done.text, names).text == done.text


@settings(max_examples=40, deadline=None)
@given(texts)
def test_without_a_rule_nothing_changes(text: str):
    assert format_text(text, []).text == text


@settings(max_examples=60, deadline=None)
@given(texts, rules)
def test_rules_of_layout_touch_no_value(text: str, names: list[str]):
    chosen = [name for name in names if REACH[name] is Reach.LAYOUT]
    before = [[f.raw for f in e.fields] for e in read(text).entries]
    after = read(format_text(text, chosen).text)
    assert [[f.raw for f in e.fields] for e in after.entries] == before

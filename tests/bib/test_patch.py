"""Edits touch what they are asked to touch and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bib_texts import entry_texts, files, keys, nested
from rvc.bib import patch
from rvc.bib.layout import learn
from rvc.bib.reader import read
from rvc.errors import RvcError

plain = st.text(st.sampled_from(list("abc XYZ0.,:-é\"'\\#%@=")), max_size=12)


def pick(data, text):
    library = read(text)
    entries = [e for e in library.entries if e.complete]
    assume(entries)
    return library, data.draw(st.sampled_from(entries))


@given(st.data(), files(least=1), plain)
def test_set_then_set_back_is_identity(data, text, value):
    library, entry = pick(data, text)
    assume(entry.fields)
    field = data.draw(st.sampled_from(entry.fields))
    changed = patch.set_field(library, entry, field.name, value)
    again = read(changed)
    fresh = again.get(entry.key)
    new = fresh.field(field.name)
    assert patch.set_raw(again, fresh, new, entry.raw(field.name)) == text


@given(st.data(), files(least=1), plain)
def test_add_then_remove_a_field_is_identity(data, text, value):
    library, entry = pick(data, text)
    changed = patch.add_field(library, entry, "x-new", value)
    again = read(changed)
    assert again.get(entry.key).raw("x-new")[1:-1] == value
    assert patch.remove_field(again, again.get(entry.key), "x-new") == text


@given(files(), keys, st.dictionaries(st.sampled_from(["author", "title"]), plain))
def test_add_then_remove_an_entry_is_identity(text, key, fields):
    library = read(text)
    assume(not library.get(key))
    assume(text.strip() or not text)
    changed = patch.add_entry(library, "book", key, fields)
    again = read(changed)
    assert {f.name.lower(): f.raw[1:-1] for f in again.get(key).fields} == fields
    assert patch.remove_entry(again, again.get(key)) == text


@given(st.data(), files(least=2), keys)
def test_rename_and_rename_back_is_identity(data, text, new):
    library, entry = pick(data, text)
    assume(not library.get(new))
    changed = patch.rename_key(library, entry, new)
    again = read(changed)
    assert patch.rename_key(again, again.get(new), entry.key) == text


@given(st.data(), files(least=1))
def test_removing_keeps_everything_else(data, text):
    library, entry = pick(data, text)
    rest = read(patch.remove_entry(library, entry))
    assert [e.text for e in rest] == [e.text for e in library if e is not entry]


@given(entry_texts("k"), nested)
def test_a_value_as_written(text, raw):
    library = read(text)
    assume(library.entries)
    changed = patch.add_raw(library, library.entries[0], "z-own", raw)
    assert read(changed).entries[0].raw("z-own") == raw


FILE = """% A bibliography
@article{bair2005,
  author  = {Bair, Jennifer},
  title   = "Global",
  year    = 2005,
}

@Book{gereffi1994,
  author  = {Gereffi, Gary},
  title   = {Commodity},
  year    = {1994},
  crossref = {bair2005},
}
"""


def edit(function, key, *args):
    library = read(FILE)
    return function(library, library.get(key), *args)


def diff(new):
    old = FILE.splitlines()
    return [line for line in new.splitlines() if line not in old]


def test_delimiters_stay():
    assert diff(edit(patch.set_field, "bair2005", "year", "2006")) == ["  year    = 2006,"]
    assert diff(edit(patch.set_field, "bair2005", "year", "c. 2006")) == ["  year    = {c. 2006},"]
    assert diff(edit(patch.set_field, "bair2005", "title", "A")) == ['  title   = "A",']
    assert diff(edit(patch.set_field, "bair2005", "title", 'A "b"')) == ['  title   = {A "b"},']


def test_new_fields_are_laid_out_like_the_others():
    assert diff(edit(patch.set_field, "bair2005", "doi", "10.1/x")) == ["  doi     = {10.1/x},"]
    assert diff(edit(patch.set_field, "bair2005", "month", "Jul")) == ["  month   = jul,"]
    assert diff(edit(patch.set_field, "bair2005", "publisher", "X")) == ["  publisher = {X},"]


def test_new_entries_are_laid_out_like_the_others():
    new = patch.add_entry(read(FILE), "article", "zed", {"title": "T", "author": "A"})
    assert new == FILE + "\n@article{zed,\n  title   = {T},\n  author  = {A},\n}\n"


def test_new_entries_go_where_the_order_wants_them():
    text = "@misc{a}\n\n@misc{c}\n\n@misc{e}\n"
    order = [e.key for e in read(patch.add_entry(read(text), "misc", "d", {}))]
    assert order == ["a", "c", "d", "e"]
    order = [e.key for e in read(patch.add_entry(read("% x\n" + text), "misc", "A0", {}))]
    assert order == ["a", "A0", "c", "e"]
    order = [e.key for e in read(patch.add_entry(read("% x\n" + text), "misc", "0", {}))]
    assert order == ["0", "a", "c", "e"]


def test_renaming_follows_the_links():
    assert diff(edit(patch.rename_key, "bair2005", "bair2005global")) == [
        "@article{bair2005global,",
        "  crossref = {bair2005global},",
    ]


def test_repeated_fields_go_together():
    text = "@misc{k, a={1}, b={2}, A={3}, c={4}}\n"
    library = read(text)
    assert patch.remove_field(library, library.entries[0], "a") == "@misc{k, b={2}, c={4}}\n"
    text = "@misc{k, a={1}, A={2}, b={3}}\n"
    library = read(text)
    assert patch.remove_field(library, library.entries[0], "a") == "@misc{k, b={3}}\n"
    assert patch.remove_field(read(text), read(text).entries[0], "b") == "@misc{k, a={1}, A={2}}\n"


def test_windows_line_ends_stay():
    text = "@misc{a,\r\n  title = {T}\r\n}\r\n"
    library = read(text)
    new = patch.add_entry(library, "misc", "b", {"title": "U"})
    assert new == text + "\r\n@misc{b,\r\n  title = {U}\r\n}\r\n"
    assert patch.set_field(library, library.entries[0], "year", "1") == text.replace(
        "{T}", "{T},\r\n  year = {1}"
    )


@pytest.mark.parametrize(
    ("function", "args", "said"),
    [
        (patch.set_field, ("title", "a } b"), "more than was asked"),
        (patch.set_field, ("title", "a { b"), "more than was asked"),
        (patch.set_field, ("ti tle", "x"), "more than was asked"),
        (patch.set_field, ("", "x"), "more than was asked"),
        (patch.add_field, ("Title", "x"), "already"),
        (patch.remove_field, ("doi",), "no field"),
        (patch.rename_key, ("GEREFFI1994",), "used already"),
        (patch.rename_key, ("a b",), "cannot be a key"),
    ],
)
def test_what_would_harm_is_refused(function, args, said):
    with pytest.raises(RvcError, match=said):
        edit(function, "bair2005", *args)


def test_broken_entries_are_not_edited():
    library = read("@misc{k, a={b} c={d}}\n@misc{l, a={b\n")
    with pytest.raises(RvcError, match="line 1:16"):
        patch.set_field(library, library.entries[0], "a", "x")
    with pytest.raises(RvcError, match="line 2:12"):
        patch.add_entry(library, "misc", "m", {"a": "b"})


def test_edits_that_overlap_are_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="overlap"):
        patch.apply("abc", [patch.Edit(0, 2, ""), patch.Edit(1, 3, "")])


def test_habits_of_files():
    text = '@ARTICLE{a,\n\tAUTHOR="x",\n\tYEAR="1"}\n@ARTICLE{b,\n\tTITLE="x"}\n'
    layout = learn(read(text))
    assert (layout.indent, layout.equals, layout.delimiters) == ("\t", "=", '""')
    new = patch.add_entry(read(text), "article", "c", {"title": "T", "year": "2"})
    assert new == text + '@ARTICLE{c,\n\tTITLE="T",\n\tYEAR="2"}\n'

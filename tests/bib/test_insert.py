"""Many entries go into a file as if one after the other, but it is read again only once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib_texts import files
from rvc.bib.insert import Insertion, insert_entry
from rvc.bib.layout import learn
from rvc.bib.library import Library
from rvc.bib.reader import read
from rvc.errors import RvcError

KEYS = st.sampled_from([*"abcdefghijklm", "B2", "zz"])
NEW = st.dictionaries(KEYS, st.none() | KEYS, min_size=1, max_size=6)
"""Keys of new entries and what their crossref names."""
SORTED = "@misc{b, title={B}}\n@misc{d, crossref={k}} % stays\n\n@misc{g,\n}"
TEXTS = st.sampled_from(
    ["", "\n\n", "% head\n", f"% head\n{SORTED} tail @comment x\n% end\n", f"{SORTED}\n", SORTED]
) | files(least=0)


def entry(key: str, parent: str | None) -> str:
    return f"@misc{{{key}, crossref={{{parent}}}}}" if parent else f"@misc{{{key}, title={{T}}}}"


@given(TEXTS, NEW)
def test_many_at_once_are_many_one_by_one(text: str, new: dict[str, str | None]) -> None:
    library = read(text)
    new = {key: parent for key, parent in new.items() if not library.get(key)}
    separator = learn(library).separator
    one_by_one = text
    insertion = Insertion(library, separator)
    for key, parent in new.items():
        insertion.add(entry(key, parent), key)
        one_by_one = insert_entry(read(one_by_one), entry(key, parent), key, separator)
    assert insertion.text() == one_by_one


def test_each_in_its_place() -> None:
    insertion = Insertion(read(f"% head\n{SORTED}\n"), "\n")
    for key in "eacz":
        insertion.add(entry(key, None), key)
    assert insertion.text() == (
        "% head\n@misc{a, title={T}}\n@misc{b, title={B}}\n@misc{c, title={T}}\n"
        "@misc{d, crossref={k}} % stays\n@misc{e, title={T}}\n\n@misc{g,\n}\n@misc{z, title={T}}\n"
    )


def test_the_text_is_read_again_once(monkeypatch: pytest.MonkeyPatch) -> None:
    again: list[str] = []

    def noted(text: str) -> Library:
        again.append(text)
        return read(text)

    monkeypatch.setattr("rvc.bib.recheck.read", noted)
    insertion = Insertion(read(SORTED), "\n")
    for number in range(50):
        insertion.add(entry(f"k{number}", None), f"k{number}")
    assert insertion.text() == again[0]
    assert len(again) == 1


def test_what_would_swallow_an_entry_or_is_none_is_refused() -> None:
    insertion = Insertion(read("@misc{a, title={open\n"), "\n")
    insertion.add(entry("b", None), "b")
    with pytest.raises(RvcError, match="first close what is open since line 1"):
        insertion.text()
    with pytest.raises(RvcError, match="not the text of one whole entry"):
        insertion.add("@misc{c, title={T}", "c")

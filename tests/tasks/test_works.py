from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rvc.bib.linked import with_linked
from rvc.bib.merge import LINKS
from rvc.bib.reader import read
from rvc.tasks.works import Picked, subset_text

FILE = """@inbook{child, crossref = {parent}}
@book{parent, title = {P}, xdata = {house}}
@xdata{house, publisher = {H}, xdata = {town, land}}
@xdata{town, address = {T}}
@xdata{land, note = {L}}
@set{both, entryset = {one, two}}
@article{one, title = {One}, related = {three}}
@article{two, title = {Two}}
@book{three, title = {Three}, ids = {drei}}
@book{four, title = {Four}, xref = {drei}}
"""


def subset(text: str, *keys: str) -> list[str]:
    library = read(text)
    made = subset_text(Picked(library, tuple(library.kept)), keys)
    return [entry.key for entry in read(made).entries]


def test_all_that_an_entry_needs_comes_along() -> None:
    assert subset(FILE, "child") == ["child", "parent", "house", "town", "land"]
    assert subset(FILE, "both") == ["both", "one", "three", "two"]
    assert subset(FILE, "four") == ["four", "three"]
    assert subset(FILE, "two", "one") == ["one", "three", "two"]
    assert subset(FILE) == []


def test_a_circle_and_a_link_to_nothing_are_no_trouble() -> None:
    text = "@book{a, crossref = {b}}\n@book{b, crossref = {a}, xdata = {gone}}\n"
    assert subset(text, "b") == ["b", "a"]


KEYS = [f"k{n}" for n in range(8)]
ENTRIES = st.lists(
    st.tuples(st.sampled_from(LINKS), st.lists(st.sampled_from(KEYS), min_size=1, max_size=3)),
    min_size=len(KEYS),
    max_size=len(KEYS),
)


@given(ENTRIES, st.sets(st.sampled_from(KEYS)))
def test_no_link_of_a_subset_leads_nowhere(
    links: list[tuple[str, list[str]]], asked: set[str]
) -> None:
    library = read(
        "\n".join(
            f"@misc{{{key}, {name} = {{{', '.join(named)}}}}}"
            for key, (name, named) in zip(KEYS, links, strict=True)
        )
    )
    made = read(subset_text(Picked(library, tuple(library.kept)), sorted(asked)))
    there = [entry.key for entry in made.entries]
    assert asked <= set(there)
    assert len(there) == len(set(there))
    for entry in made.entries:
        for name in LINKS:
            assert {k.strip() for k in (entry.value(name) or entry.key).split(",")} <= set(there)


def test_a_long_chain_is_followed() -> None:
    text = "\n".join(f"@book{{b{n}, crossref = {{b{n + 1}}}}}" for n in range(3000))
    library = read(text)
    assert len(with_linked(library, library.entries[:1])) == 3000

"""Names: cut as BibTeX cuts them."""

from __future__ import annotations

import pytest
from bibtexparser.middlewares.names import parse_single_name_into_parts
from hypothesis import given
from hypothesis import strategies as st

from rvc.bib.names import Name, parse_names, split_names


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Palpacuer, Florence", Name("Palpacuer", "Florence")),
        ("Florence Palpacuer", Name("Palpacuer", "Florence")),
        ("Ludwig van Beethoven", Name("Beethoven", "Ludwig", "van")),
        ("van der Berg, Jan", Name("Berg", "Jan", "van der")),
        ("King, Jr., Martin Luther", Name("King", "Martin Luther", "", "Jr.")),
        ("jean de la fontaine", Name("fontaine", "", "jean de la")),
        (r"de la Vall{\'e}e Poussin, Ch.", Name("Vallée Poussin", "Ch.", "de la")),
        (r"{\'E}mile Zola", Name("Zola", "Émile")),
        (r"Hans {\o}st Berg", Name("Berg", "Hans", "øst")),
        ("{UN Human Rights Council}", Name(literal="UN Human Rights Council")),
        ("{van der Waals}, J. D.", Name("van der Waals", "J. D.")),
        ("{Barnes and Noble}", Name(literal="Barnes and Noble")),
        ("Donald~E. Knuth", Name("Knuth", "Donald E.")),
        ("family=Smith, given=John, prefix=de, suffix=Jr", Name("Smith", "John", "de", "Jr")),
        ("Madonna", Name("Madonna")),
        ("Łukasz Żak", Name("Żak", "Łukasz")),
    ],
)
def test_single_names(written, name):
    assert parse_names(written).people == (name,)


def test_lists():
    found = parse_names("A, B and {C and D} AND E F\nand others")
    assert [n.last() for n in found.people] == ["A", "C and D", "F"]
    assert found.others
    assert parse_names("").people == ()
    assert split_names("Anderson and Brand") == ["Anderson", "Brand"]


def test_forms():
    name = Name("Berg", "Jan", "van der", "Jr")
    assert name.shown() == "Jan van der Berg, Jr"
    assert name.last() == "van der Berg"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("A and", "without a name"),
        ("others and A", "not the last"),
        ("A, B, C, D", "3 commas"),
        ("A,", "at the end"),
        (", B", "no family name"),
        ("family=A, B", "no part"),
    ],
)
def test_problems(written, said):
    assert any(said in p for p in parse_names(written).problems)


WORDS = st.sampled_from(
    ["Ab", "Cd", "van", "de", "{Xy Z}", "{x}Y", "E.", "F-G", r"{\'E}a", r"{\'e}a"]
)
PART = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


@given(st.lists(PART, min_size=1, max_size=3).map(", ".join))
def test_the_same_as_bibtexparser(written):
    found = parse_names(written)
    name = found.people[0]
    if name.literal or (name.prefix and not name.given) or name.family[-3:].islower():
        return  # "van Ab", "Ab van Ab van": it cuts them otherwise than BibTeX
    theirs = parse_single_name_into_parts(written, strict=False)
    wanted = [" ".join(p) for p in (theirs.von, theirs.last, theirs.first, theirs.jr)]
    ours = [name.prefix, name.family, name.given, name.suffix]
    assert [plain(w) for w in ours] == [plain(w) for w in wanted]


def plain(text):
    return text.translate(str.maketrans("Éé", "Ee", "{}\\'"))


@given(st.text(max_size=40))
def test_any_text_can_be_read(text):
    assert parse_names(text) is not None


@given(
    st.lists(st.sampled_from(["Ab", "cd", "É.", "J.-P.", "O'Hara", "X-Y", ",", ", "]), max_size=6)
)
def test_the_quick_way_agrees_with_the_whole_one(pieces):
    written = " ".join(pieces).replace(" ,", ",").strip()
    quick = parse_names(written).people
    assert quick == parse_names(written.replace(", ", ",  ")).people

"""crossref and xdata."""

from __future__ import annotations

from rvc.bib.inherit import held_fields
from rvc.bib.reader import read
from rvc.bib.resolve import resolve

FILE = r"""
@inproceedings{c, title={A}, crossref={P}, author={M{\"u}ller, J.}}
@proceedings{p, title={P}, shorttitle={S}, year=2001, crossref={q}, ids={zz}}
@mvproceedings{q, title={Q}, publisher={PP}, xdata={x}}
@xdata{x, location={Paris}, xdata={y}}
@xdata{y, note=jan, xdata={x}}
@inbook{i, title={I}, crossref={b}}
@book{b, title={B}, subtitle={BS}, author={Author, An}}
@book{self, crossref={self}, title={S}}
@article{j, title={J}, crossref={per}}
@periodical{per, title={Journal}}
"""


def held(key, style="biblatex"):
    library = read(FILE)
    found = held_fields(library, library.get(key), style)
    return {n: h.owner.resolve(h.field).text for n, h in found.items()}


def test_biblatex_renames_titles_and_follows_chains():
    assert held("c") == {
        "title": "A",
        "crossref": "P",
        "author": r"M{\"u}ller, J.",
        "booktitle": "P",
        "year": "2001",
        "maintitle": "Q",
        "publisher": "PP",
        "location": "Paris",
        "note": "January",
    }
    assert held("i")["booktitle"] == "B"
    assert held("i")["booksubtitle"] == "BS"
    assert held("i")["bookauthor"] == held("i")["author"] == "Author, An"
    assert held("j")["journaltitle"] == "Journal"


def test_bibtex_takes_fields_as_they_are_one_step_deep():
    found = held("c", "bibtex")
    assert "booktitle" not in found
    assert found["title"] == "A"
    assert found["year"] == "2001"
    assert "publisher" not in found


def test_circles_end():
    assert held("self") == {"crossref": "self", "title": "S"}
    assert held("y")["location"] == "Paris"
    many = "".join(f"@book{{k{i}, crossref={{k{i + 1}}}}}\n" for i in range(3000))
    library = read(many + "@book{k3000, crossref={k0}, note={end}}\n")
    assert held_fields(library, library.get("k0"))["note"].owner.key == "k3000"


def test_resolved_entries_say_where_a_field_stands():
    library = read(FILE)
    found = resolve(library, library.get("C"))
    assert found.fields["year"].inherited_from == "p"
    assert found.fields["title"].inherited_from == ""
    assert found.fields["note"].value == "January"
    assert found.names["author"].people[0].family == "Müller"
    assert found.date.year == 2001
    assert found.place.line == 2
    assert found.shown("title") == "A"
    assert found.shown("doi") == ""

from __future__ import annotations

from rvc.adapters.references_bib import read_references
from rvc.render.findings_text import finding_line
from toys import TOY


def said(data: bytes) -> list[str]:
    return [finding_line(found) for found in read_references(data, "references.bib")[1]]


def test_entries_become_works() -> None:
    bibliography, findings = read_references((TOY / "references.bib").read_bytes(), "r.bib")
    assert findings == ()
    assert list(bibliography.works) == ["rossi2001", "bill2001", "act2003", "weird1999"]
    rossi = bibliography.works["rossi2001"]
    assert rossi.title == "Chains & Laws: A <i>History</i> [sic]"
    assert rossi.people[1] == ("de la Cruz", "Juan")
    assert (rossi.year, rossi.keywords, rossi.line) == ("2001", ("status-seen", "from-below"), 2)
    assert bibliography.works["bill2001"].people == (("House of Toys", ""),)
    assert [key for key, work in bibliography.works.items() if not work.resolved] == ["weird1999"]


def test_editors_stand_in_for_authors() -> None:
    data = b"@book{k, editor = {Bair, J.}, title = {T}, date = {2009-05-01}}"
    work = read_references(data, "r.bib")[0].works["k"]
    assert (work.edited, work.people, work.year) == (True, (("Bair", "J."),), "2009")


def test_two_entries_with_one_key_are_told_with_their_place() -> None:
    (line,) = said(b"@misc{k, title={A}}\n\n@misc{k, title={B}}\n")
    assert line.startswith("references.bib:3:")
    assert "k" in line


def test_a_block_that_cannot_be_read_is_told_and_the_others_are_kept() -> None:
    data = b"@misc{a, title={A}}\n@misc{b, title={B\n@misc{c, title={C}}\n"
    bibliography, findings = read_references(data, "r.bib")
    assert "a" in bibliography.works
    assert findings
    assert all(found.place and found.place.line for found in findings)


def test_other_encodings_are_read_and_a_byte_that_fits_none_is_told() -> None:
    latin = "@misc{k, title={Söderström}}".encode("latin-1")
    assert read_references(latin, "r.bib")[0].works["k"].title == "Söderström"
    marked = "\ufeff@misc{k, title={Ü}}".encode("utf-16-le")
    assert read_references(marked, "r.bib")[0].works["k"].title == "Ü"
    mixed = "@misc{a, title={Söder ström — Ü}}\n".encode() + b"@misc{k, title={S\x81x}}\n"
    bibliography, findings = read_references(mixed, "r.bib")
    assert bibliography.works["a"].title == "Söder ström — Ü"
    bibliography.works["k"].title.encode()
    assert findings

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rvc.analysis.text_parts import name_of, parts_of, tidy_heading, unit_of
from rvc.model.text import LegalText, Provision, ProvisionKind, Span


def provision(kind: ProvisionKind, label: str = "", heading: str = "") -> Provision:
    return Provision("x", kind, label, "", Span(0, 0), heading)


@pytest.mark.parametrize(
    ("kind", "label", "heading", "name"),
    [
        (ProvisionKind.ARTICLE, "Article 2 bis", "", "Article 2 bis"),
        (ProvisionKind.SECTION, "54", "Transparency", "Section 54"),
        (ProvisionKind.SECTION, "SEC. 19.", "", "SEC. 19"),
        (ProvisionKind.RECITAL, "(12)", "", "Recital (12)"),
        (ProvisionKind.CHAPTER, "IV", "", "Chapter IV"),
        (ProvisionKind.PREAMBLE, "", "", "the preamble"),
        (ProvisionKind.CROSSHEADING, "", "Offences.", "heading “Offences”"),
        (ProvisionKind.ANNEX, "", "", "annex without a number"),
    ],
)
def test_a_provision_is_called_as_a_reader_calls_it(
    kind: ProvisionKind, label: str, heading: str, name: str
) -> None:
    assert name_of(provision(kind, label, heading)) == name


def test_what_stands_between_is_called_by_its_neighbours() -> None:
    words = "Bill\nPART ONE\n1 Duty.\nSigned\n"
    section = Provision("sec_1", ProvisionKind.SECTION, "1", "", Span(14, 22))
    part = Provision(
        "part_ONE", ProvisionKind.PART, "PART ONE", "", Span(5, 22), children=(section,)
    )
    whole = parts_of(LegalText(words, (part,)))
    assert [one.name for one in whole] == ["heading of PART ONE", "Section 1", "after Section 1"]
    crossheading = replace(part, kind=ProvisionKind.CROSSHEADING, label="", heading="PART ONE")
    assert parts_of(LegalText(words, (crossheading,)))[0].name == "heading “PART ONE”"
    bare = parts_of(LegalText(words, (section,)))
    assert [one.name for one in bare] == ["before Section 1", "Section 1", "after Section 1"]
    assert unit_of(bare[0]).label == ""
    assert [one.name for one in parts_of(LegalText(words, ()))] == ["whole text"]


def test_leaders_of_a_contents_list_are_no_heading() -> None:
    assert tidy_heading("Duty of  care. . . . . . 12") == "Duty of care"
    assert tidy_heading("Fines.........") == "Fines"
    assert tidy_heading("Article 5.") == "Article 5"

from __future__ import annotations

import pytest

from rvc.adapters.publishers.headings import is_title_like, read_heading
from rvc.model.text import ProvisionKind as Kind


@pytest.mark.parametrize(
    ("line", "kind", "label", "heading"),
    [
        ("Article 1er A", Kind.ARTICLE, "Article 1er A", ""),
        ("Article 2 bis B (nouveau)", Kind.ARTICLE, "Article 2 bis B", ""),
        ("Article 3 bis AAA", Kind.ARTICLE, "Article 3 bis AAA", ""),
        ("Articles 19 à 24 (Conformes)", Kind.ARTICLE, "Articles 19 à 24", ""),
        ("Articles 1er et 2", Kind.ARTICLE, "Articles 1er et 2", ""),
        ("Article L. 225-102-4", Kind.ARTICLE, "Article L. 225-102-4", ""),
        ("Article unique", Kind.ARTICLE, "Article unique", ""),
        ("Article 6. Prevention", Kind.ARTICLE, "Article 6", "Prevention"),
        ("ARTICLE 7 – Access to Remedy", Kind.ARTICLE, "ARTICLE 7", "Access to Remedy"),
        ("Article 4. – Les entreprises publient.", Kind.ARTICLE, "Article 4", ""),
        ("TITRE Ier", Kind.TITLE, "TITRE Ier", ""),
        ("TITRE IER BIS A", Kind.TITLE, "TITRE IER BIS A", ""),
        ("Chapitre II : Sanctions", Kind.CHAPTER, "Chapitre II", "Sanctions"),
        ("PREMIÈRE PARTIE", Kind.PART, "PREMIÈRE PARTIE", ""),
        ("Section 54 Transparency in supply chains etc", Kind.SECTION, "Section 54",
         "Transparency in supply chains etc"),
        ("SCHEDULE 2", Kind.SCHEDULE, "SCHEDULE 2", ""),
        ("ANNEXE", Kind.ANNEX, "ANNEXE", ""),
        ("Preamble", Kind.PREAMBLE, "Preamble", ""),
    ],
)  # fmt: skip
def test_headings(line: str, kind: Kind, label: str, heading: str) -> None:
    found = read_heading(line)
    assert found is not None
    assert (found.kind, found.label, found.heading) == (kind, label, heading)
    assert found.skip <= len(line)


@pytest.mark.parametrize(
    "line",
    [
        "Article 3 of the Convention applies to all States Parties.",
        "Part I of the Act shall have effect",
        "Section 54 applies.",
        "Articles of association",
        "Title to the goods passes",
        "Les articles 2 et 3 sont supprimés.",
        "« Article 2",
        "",
    ],
)
def test_running_text_is_no_heading(line: str) -> None:
    assert read_heading(line) is None


def test_a_sentence_is_no_title() -> None:
    assert is_title_like("Access to remedy", 50)
    assert not is_title_like("Access is given.", 50)
    assert not is_title_like("access to remedy", 50)
    assert not is_title_like("A" * 51, 50)

"""Locators as coders write them, and the provisions that they lead to."""

from __future__ import annotations

import pytest

from rvc.adapters.publishers.table import read_text
from rvc.analysis.locators import parse_locator
from rvc.analysis.places import find_places, name_of
from rvc.model.text import LegalText

FRENCH = """<html lang="fr"><body>
<p>Exposé des motifs : la société mère doit répondre de ses filiales.</p>
<p align="center"><b>Article 1er</b></p>
<p>Le code de commerce est ainsi modifié :</p>
<p>« Art. L. 225-102-4. – I. – Toute société établit un plan de vigilance.</p>
<p>« Le plan est rendu public.</p>
<p>« II. – Le juge peut prononcer une amende civile.</p>
<p>« Art. L. 225-102-5. – La responsabilité de l’auteur est engagée.</p>
<p align="center"><b>Article 2</b></p>
<p>L’article 1386-19 du code civil est complété.</p>
<p>« Art. 1386-19. – L’entreprise répond du dommage.</p>
</body></html>"""
ENGLISH = """<html lang="en"><body>
<h2>Section 54 Transparency</h2>
<p>(1) A commercial organisation must prepare a statement.</p>
<p>(4) A slavery statement is—</p>
<p>(a) a statement of the steps taken, or</p>
<p>(b) a statement that no steps were taken.</p>
<p>(12) In this section “turnover” has its meaning.</p>
<h2>Section 55 Review</h2>
<p>The minister reviews this Act.</p>
</body></html>"""


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("art. 1, C. com. L. 233-41 II", "article 1 > code L233-41 > sub II"),
        (
            "art. 1, C. com. L. 233-41 I ; art. 2, C. civ. 1386-19",
            "article 1 > code L233-41 > sub I | article 2 > code 1386-19",
        ),
        ("C. com. L. 225-102-4 II, L. 225-102-5", "code L225-102-4 > sub II | code L225-102-5"),
        ("s. 54(4)(b)", "section 54 > sub 4 > sub b"),
        ("s. 54(1), (4), (6)-(8)", "54 1 | 54 4 | 54 6 | 54 7 | 54 8"),
        ("s. 54(5)(a)-(c)", "54 5 a | 54 5 b | 54 5 c"),
        ("ss. 8-10, s. 47", "section 8 | section 9 | section 10 | section 47"),
        ("Art. 8.7", "article 8 > sub 7"),
        ("Arts 1.3, 3", "article 1 > sub 3 | article 3"),
        ("art. 2 bis A", "article 2 bis A"),
        ("Article 1er", "article 1"),
        ("art. 3, I, 1°", "article 3 > sub I > sub 1"),
        ("art. 3 I 1° a)", "article 3 > sub I > sub 1 > sub a"),
        ("art. 1, C. com. L. 233-41, II", "article 1 > code L233-41 > sub II"),
        (
            "art. 1 dernier al., art. 2 al. 3",
            "article 1 > alinea last | article 2 > alinea 3",
        ),
        ("reg. 2, reg. 3", "regulation 2 | regulation 3"),
        ("cl. 41 (HL Bill 51)", "clause 41"),
        ("art. 3 (not read)", "article 3"),
        ("s. 45, Sch. 4", "section 45 | schedule 4"),
        ("preamble", "preamble "),
        ("whole text", "whole "),
        ("Sch. 2 para. 1", "schedule 2 > paragraph 1"),
        ("Schedule 2, paras 1 and 3", "schedule 2 > paragraph 1 | schedule 2 > paragraph 3"),
        ("Schedule 2, Part 1, paragraph 3", "schedule 2 > part 1 > paragraph 3"),
        ("paragraph 2 of Schedule 2", "schedule 2 > paragraph 2"),
        ("section 54, subsections (1) and (3)", "54 1 | 54 3"),
        ("subsection (1) of section 54", "section 54 > sub 1"),
        ("paragraph (a) of subsection (2) of section 54", "section 54 > sub 2 > sub a"),
        ("ss. 8 to 10", "8 | 9 | 10"),
        ("s. 54 of the Rivers Act 2015", "section 54"),
        ("s. 54 note 3", "section 54 > unread note 3"),
        ("Article L225-102-4", "code L225-102-4"),
        ("article L. 225\u2011102\u20114 du code de commerce", "code L225-102-4"),
        ("II de l’article L. 225-102-4", "code L225-102-4 > sub II"),
        ("1° du I de l'article 1er", "article 1 > sub I > sub 1"),
        ("point a) de l'article 3", "article 3 > sub a"),
        ("dernier alinéa de l’article 2", "article 2 > alinea last"),
        ("art. 1 ter, alinéa 2", "article 1 ter > alinea 2"),
        ("Article 6, paragraph 1, point (f)", "article 6 > paragraph 1 > sub f"),
        ("art. 1, premier alinéa", "article 1 > alinea 1"),
        ("deuxième alinéa de l'article 2", "article 2 > alinea 2"),
        ("s. 54, second sentence", "section 54 > unread second sentence"),
        ("s. 54(1), first limb", "section 54 > sub 1 > unread first limb"),
        ("Art. 3 § 2", "article 3 > paragraph 2"),
        ("Art. 3, § 2", "article 3 > paragraph 2"),
        ("§ 3, § 2", "section 3 | section 2"),
        ("article not known", ""),
        ("as discussed under amendment CD5", ""),
        ("", ""),
        ("()((,;;)-(", ""),
    ],
)
def test_places(text: str, places: str) -> None:
    said = " | ".join(
        " > ".join(f"{step.kind} {step.number}" for step in place)
        for place in parse_locator(text).places
    )
    if places[:1].isdigit():
        said = " | ".join(
            " ".join(step.number for step in place) for place in parse_locator(text).places
        )
    assert said == places


def test_an_unverified_number_is_told() -> None:
    found = parse_locator("Art. 14.5 (number unverified)")
    assert found.unverified
    assert [step.number for step in found.places[0]] == ["14", "5"]
    assert not parse_locator("Art. 14.5").unverified


@pytest.fixture(scope="module")
def french() -> LegalText:
    return read_text(FRENCH.encode(), "", "text/html", "utf-8")


@pytest.fixture(scope="module")
def english() -> LegalText:
    return read_text(ENGLISH.encode(), "", "text/html", "utf-8")


def words(text: LegalText, locator: str) -> list[str]:
    return [text.text[span.start : span.end] for span in find_places(locator, text).spans]


def test_an_article_of_a_code_inside_an_article_of_a_bill(french: LegalText) -> None:
    assert words(french, "art. 1")[0].startswith("Article 1er")
    (quoted,) = words(french, "art. 1, C. com. L. 225-102-4")
    assert "plan de vigilance" in quoted
    assert "amende civile" in quoted
    assert "responsabilité" not in quoted
    (second,) = words(french, "art. 1, C. com. L. 225-102-4 II")
    assert "amende civile" in second
    assert "plan de vigilance" not in second
    (first,) = words(french, "art. 1, C. com. L. 225-102-4 I al. 2")
    assert first.strip() == "« Le plan est rendu public."
    (line,) = words(french, "art. 1 al. 1")
    assert line == "Le code de commerce est ainsi modifié :"
    assert not find_places("art. 1 al. 99", french).complete
    (civil,) = words(french, "art. 2, C. civ. 1386-19")
    assert civil.strip(" «\n").startswith("Art. 1386-19")


def test_what_is_not_there_is_found_as_far_as_it_goes(french: LegalText) -> None:
    found = find_places("art. 1, C. com. L. 999-9", french)
    assert not found.complete
    assert [provision.label for provision in found.provisions] == ["Article 1er"]
    assert find_places("art. 77", french).spans == ()
    assert find_places("preamble", french).spans[0].start == 0


def test_sections_and_what_is_in_them(english: LegalText) -> None:
    assert words(english, "s. 54(4)(b)") == ["(b) a statement that no steps were taken."]
    assert len(words(english, "s. 54(1), (4), (12)")) == 3
    assert words(english, "s. 55")[0].endswith("reviews this Act.")
    assert words(english, "cl. 55") == words(english, "s. 55")
    assert not find_places("s. 54(9)", english).complete


def test_the_name_of_a_place(english: LegalText) -> None:
    at = english.text.index("no steps")
    assert name_of(english, at, at + 3) == "Section 54, (4), (b)"
    assert name_of(english, 0, len(english.text)) == ""

from __future__ import annotations

import pytest

from registers import toy, toy_register, works
from rvc.analysis import views
from rvc.analysis.telling import Teller
from rvc.lint.table import RULES
from rvc.model.brief import Called, Source
from rvc.model.codebook import Attainment, Basis, Confidence, Degree
from rvc.model.reference import Reference
from rvc.render.brief_markdown import works_cited
from rvc.render.csv_text import csv_text
from rvc.render.marks import cited, grade, quoted, sure
from rvc.render.mermaid import mermaid_timeline, plain
from rvc.render.page import Page
from rvc.render.reference_text import reference_line
from rvc.render.rule_page import rule_page, rules_page
from rvc.render.who_text import who, who_is_who


def test_a_page_is_made_of_headings_paragraphs_and_rows() -> None:
    page = Page(40)
    page.heading("Head")
    page.row("label", "a text that must be wrapped beside its label")
    page.paragraph("end", indent=2)
    assert page.text() == (
        "Head\n  label     a text that must be wrapped\n            beside its label\n  end\n"
    )
    assert Page(40).text() == ""


def test_a_label_that_is_too_long_pushes_its_text() -> None:
    page = Page(60)
    page.row("a very long label", "text")
    assert page.text() == "  a very long label text\n"


def test_who_is_behind_a_name() -> None:
    assert who(Called("BRC", "British Retail Consortium", "business", "GB")) == (
        "BRC: British Retail Consortium (business, GB)"
    )
    assert who(Called("", "Kalayaan", "ngo", "GB")) == "Kalayaan (NGO, GB)"
    assert who(Called("", "Somebody", "other")) == "Somebody"
    page = Page(60)
    who_is_who(page, ())
    assert page.text() == ""


def test_signs_and_words() -> None:
    assert grade(Attainment.NOT_CHECKED) == "not checked"
    assert grade(Attainment.PARTIAL, Degree.AT_LEAST) == "partial+"
    assert sure(None) == "not checked"
    assert sure(Basis.REPORTED, Confidence.LOW) == "stated by a cited source (confidence low)"
    assert quoted("« les États »", "fr-FR") == "« les États »"
    assert quoted('"the states"', "en") == "“the states”"
    assert cited(()) == "no source named"
    assert (
        cited((Source("k", "Bair 2001", "p. 3", "retracted"),)) == "Bair 2001, p. 3 [k] (retracted)"
    )


def test_csv_quotes_what_must_be_quoted() -> None:
    assert csv_text(["a"], [['x "y", z'], ["two\nlines"]]) == 'a\n"x ""y"", z"\ntwo lines\n'


def test_mermaid_draws_versions_and_turning_points_only() -> None:
    line = views.timeline(toy_register().laws[0], Teller(toy_register(), works()))
    lines = mermaid_timeline(line)
    assert lines[:2] == ["```mermaid", "timeline"]
    assert "    4 Mar 2001 : Bill 1 first proposal – 1ère lecture sic" in lines
    assert "             : ▲ The lobby's words the parent replace the bill's." in lines
    assert not [text for text in lines if "upper house" in text]


def test_mermaid_text_is_never_empty() -> None:
    assert plain("[]") == "–"


@pytest.mark.parametrize(
    ("work", "line"),
    [
        (Reference("k", "misc", "Title"), "(n.d.). Title."),
        (
            Reference(
                "k",
                "article",
                "On Chains.",
                "2009",
                (("Bair", "Jennifer"),),
                fields={
                    "journal": "Global",
                    "volume": "3",
                    "number": "1",
                    "pages": "1--9",
                    "doi": "10.1/a",
                },
            ),
            "Bair, Jennifer (2009). On Chains. Global, 3(1), 1–9. https://doi.org/10.1/a",
        ),
        (
            Reference(
                "k",
                "book",
                "Chains",
                "2009",
                (("Bair", "J."), ("Werner", "M."), ("Toys", "")),
                edited=True,
                fields={"publisher": "Press", "address": "Stanford"},
            ),
            "Bair, J., Werner, M. and Toys (eds.) (2009). Chains. Stanford: Press.",
        ),
    ],
)
def test_a_work_in_one_line(work: Reference, line: str) -> None:
    assert reference_line(work) == line


def test_works_cited_are_those_cited_in_the_order_of_a_list() -> None:
    text = ["[@rossi2001, p. 3; @bill2001]", "a\\@act2003 mail@act2003 [@nobody]", "[@weird1999]"]
    lines = works_cited(text, toy().references.bibliography)
    assert [line.split()[1] for line in lines] == [
        "`bill2001`",
        "`rossi2001`",
        "`weird1999`",
        "`nobody`",
    ]
    assert lines[2].endswith("stands for an unresolved citation")
    assert lines[3].endswith("is not in the bibliography")
    assert works_cited(["nothing"], works()) == ["No work is cited."]


def test_the_page_of_a_rule_shows_both_samples() -> None:
    for rule in RULES:
        page = rule_page(rule)
        assert page.startswith(f"## {rule.name}\n")
        assert page.count("```yaml") == 2
    assert rules_page(RULES).count("\n## ") == len(RULES)

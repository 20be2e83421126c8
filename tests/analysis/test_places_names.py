from __future__ import annotations

import pytest

from rvc.analysis.places import name_of
from rvc.model.text import LegalText, Provision, ProvisionKind, Span


@pytest.mark.parametrize(
    ("kind", "label", "name"),
    [
        (ProvisionKind.SECTION, "2.", "Section 2, (1)"),
        (ProvisionKind.ARTICLE, "2", "Article 2, (1)"),
        (ProvisionKind.ARTICLE, "Article 2 –", "Article 2, (1)"),
        (ProvisionKind.ARTICLE, "L. 225-102-4", "L. 225-102-4, (1)"),
        (ProvisionKind.PARAGRAPH, "2.", "2, (1)"),
    ],
)
def test_a_bare_number_of_an_article_or_section_is_said_with_its_word(
    kind: ProvisionKind, label: str, name: str
) -> None:
    inner = Provision("x_1", ProvisionKind.SUBSECTION, "(1)", "", Span(2, 9))
    outer = Provision("x", kind, label, "", Span(0, 9), children=(inner,))
    assert name_of(LegalText("2 (1) all", (outer,)), 6, 9) == name

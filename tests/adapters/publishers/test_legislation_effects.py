from __future__ import annotations

import pytest

from rvc.adapters.publishers.legislation_effects import more_pages, read_effects
from rvc.errors import RvcError

FEED = b"""<feed xmlns="http://www.w3.org/2005/Atom" xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata">
<link rel="next" href="https://example.org/page2"/><entry><ukm:Effect EffectId="key-1" Type="words
substituted"
AffectedURI="http://www.legislation.gov.uk/id/ukpga/2015/30" AffectedYear="2015" AffectedNumber="30"
AffectedClass="UnitedKingdomPublicGeneralAct" AffectedProvisions="s. 54(2)(b)"
AffectingURI="http://www.legislation.gov.uk/ukpga/2030/1" AffectingYear="2030"
AffectingNumber="1"
AffectingProvisions="s. 3" Applied="false" RequiresApplied="true"><ukm:AffectedTitle>Modern
Slavery Act 2015
</ukm:AffectedTitle><ukm:InForceDates><ukm:InForce Applied="false" Prospective="true"
Qualification=""/>
<ukm:InForce Applied="true" Date="2031-04-01" Qualification="wholly in force"
CommencingURI="http://www.legislation.gov.uk/id/uksi/2031/9"><ukm:CommencingProvisions>
<ukm:Section>art. 2
</ukm:Section></ukm:CommencingProvisions></ukm:InForce></ukm:InForceDates></ukm:Effect></entry>
</feed>"""


def test_effects_applied_or_not() -> None:
    (effect,) = read_effects(FEED)
    assert (effect.affected, effect.affected_provisions) == ("ukpga/2015/30", "s. 54(2)(b)")
    assert (effect.affecting, effect.affecting_provisions) == ("ukpga/2030/1", "s. 3")
    assert effect.affected_title == "Modern Slavery Act 2015"
    assert effect.requires_applied
    assert not effect.applied
    assert [(one.date, one.applied, one.prospective, one.by) for one in effect.in_force] == [
        ("", False, True, ""),
        ("2031-04-01", True, False, "uksi/2031/9 art. 2"),
    ]
    assert more_pages(FEED) == "https://example.org/page2"


def test_effects_not_applied_of_a_law_itself() -> None:
    data = FEED.replace(b"<feed", b"<Legislation").replace(b"</feed", b"</Legislation")
    data = data.replace(b"ukm:Effect ", b"ukm:UnappliedEffect ").replace(
        b"/ukm:Effect>", b"/ukm:UnappliedEffect>"
    )
    assert [one.id for one in read_effects(data)] == ["key-1"]


def test_anything_else_is_told() -> None:
    with pytest.raises(RvcError, match="no feed of effects"):
        read_effects(b"<html/>")
    assert more_pages(b"<feed/>") == ""

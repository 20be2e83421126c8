from __future__ import annotations

from collections.abc import Callable

import pytest

from rvc.adapters.publishers import us_bills
from rvc.errors import RvcError
from rvc.model.text import LegalText

BILL = b"""<bill><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dublinCore><dc:title>HR 1:
Chains</dc:title>
</dublinCore></metadata><form><official-title>To make chains
visible.</official-title></form><legis-body>
<section><enum>1.</enum><header>Short title</header><text>This Act may be cited as the
<quote><short-title>Chains
Act</short-title></quote>.</text></section><section><enum>2.</enum><header>Duty</header>
<subsection><enum>(a)</enum><header>In general</header><text>A firm
shall&#8212;</text><paragraph><enum>(1)</enum>
<text>report; and</text></paragraph></subsection><subsection><enum>(b)</enum><text>Title 9 is
amended by adding:</text>
<quoted-block><section><enum>7.</enum><header>New</header><text>Quoted words.</text></section>
<after-quoted-block>.</after-quoted-block></quoted-block></subsection></section></legis-body></bill>"""


def test_a_bill(
    sound: Callable[[LegalText], LegalText],
    outline_of: Callable[[LegalText], list[tuple[str, str, str]]],
) -> None:
    text = sound(us_bills.read(BILL))
    assert text.title == "HR 1: Chains"
    assert outline_of(text) == [
        ("sec_1", "Short title", "This Act may be cited as the “Chains Act”."),
        ("sec_2", "Duty", ""),
        ("sec_2__subsec_a", "In general", "A firm shall—"),
        ("sec_2__subsec_a__para_1", "", "report; and"),
        ("sec_2__subsec_b", "", "Title 9 is amended by adding:\n“7. New\nQuoted words.”."),
    ]


def test_other_xml_is_told() -> None:
    with pytest.raises(RvcError, match="no US bill"):
        us_bills.read(b"<act/>")

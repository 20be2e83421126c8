from __future__ import annotations

from collections.abc import Callable

import pytest

from rvc.adapters.publishers import akoma_ntoso
from rvc.adapters.publishers.parlement_akn import put_right, repeated_number
from rvc.model.text import LegalText

Sound = Callable[[LegalText], LegalText]
Listed = Callable[[LegalText], list[tuple[str, str, str]]]

BILL = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
xmlns:data="http://data.parlement.fr/v1"><bill><body><article><num>Article 1er</num>
<alinea data:pastille="1"><num>I. –</num>
 <alinea data:pastille="2"><num>1°</num><alinea data:pastille="3"><num>a)</num><content>
 <p>
  <i>a)</i> <i>(Supprimé)</i></p></content></alinea>
  <alinea data:mention="(nouveau)" data:pastille="4"><num>a bis)</num>
   <alinea data:pastille="5"><content><p>« Le volume est précisé. » ;</p></content></alinea>
   <content><p><i>a</i> bis<i>)</i> <i>(nouveau)</i> Est inséré un alinéa :</p></content></alinea>
  <content><p>1° L’article 12 est ainsi modifié :</p></content></alinea>
 <content><p>I. – Le code du jouet est ainsi modifié :</p></content></alinea>
<alinea data:mention="(nouveau)"><num>III. –</num><content><p>III <i>(nouveau)</i>. – Le présent
article entre en vigueur.</p></content></alinea>
<alinea><content><table><tr><td><p>«&lt;br&gt;</p></td>
<td><p>&lt;p style="a"&gt;L.&amp;nbsp;1&lt;/p&gt;</p></td></tr></table></content></alinea></article>
</body></bill></akomaNtoso>"""


def test_words_come_before_the_smaller_alineas_and_numbers_once(
    sound: Sound, outline_of: Listed
) -> None:
    text = sound(akoma_ntoso.read(BILL.encode()))
    assert text.text.splitlines() == [
        "Article 1er",
        "I. – Le code du jouet est ainsi modifié :",
        "1° L’article 12 est ainsi modifié :",
        "a) (Supprimé)",
        "a bis) (nouveau) Est inséré un alinéa :",
        "« Le volume est précisé. » ;",
        "III (nouveau). – Le présent article entre en vigueur.",
        "« | L. 1",
    ]
    assert outline_of(text)[:5] == [
        ("art_1", "", "« | L. 1"),
        ("art_1__para_I", "", "Le code du jouet est ainsi modifié :"),
        ("art_1__para_I__subpara_1", "", "L’article 12 est ainsi modifié :"),
        ("art_1__para_I__subpara_1__point_a", "", "(Supprimé)"),
        (
            "art_1__para_I__subpara_1__point_a-bis",
            "",
            "(nouveau) Est inséré un alinéa :\n« Le volume est précisé. » ;",
        ),
    ]


def test_other_parliaments_say_a_number_once() -> None:
    other = BILL.replace("http://data.parlement.fr/v1", "urn:other")
    assert "a) a) (Supprimé)" in akoma_ntoso.read(other.encode()).text


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        ("<num/><alinea/><alinea/><content/>", ["num", "content", "alinea", "alinea"]),
        ("<content/><num/><alinea/>", ["content", "num", "alinea"]),
        ("<num/><alinea/>", ["num", "alinea"]),
        ("<num/><content/>", ["num", "content"]),
    ],
)
def test_only_words_behind_a_smaller_alinea_are_put_before_it(
    inside: str, wanted: list[str]
) -> None:
    etree = pytest.importorskip("lxml.etree")
    root = etree.fromstring(f"<article><alinea>{inside}</alinea></article>")
    put_right(root)
    assert [child.tag for child in root[0]] == wanted


@pytest.mark.parametrize(
    ("label", "words", "length"),
    [
        ("I. –", "I. – Le code", 4),
        ("III. –", "III (nouveau). – Le", 3),
        ("a bis)", "a bis) (nouveau)", 6),
        ("I. –", "II. – Le code", 0),
        ("1°", "10 euros", 0),
        ("1°", "Le 1°", 0),
        ("–", "– un tiret", 1),
        ("– ", "un tiret", 0),
        ("– ", "« un tiret", 0),
    ],
)
def test_repeated_number(label: str, words: str, length: int) -> None:
    assert repeated_number(label, words) == length

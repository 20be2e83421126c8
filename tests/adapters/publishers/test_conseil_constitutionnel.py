from __future__ import annotations

from collections.abc import Callable

import pytest

from rvc.adapters.publishers import conseil_constitutionnel as site
from rvc.adapters.publishers.table import choose
from rvc.errors import RvcError
from rvc.model.text import LegalText

Sound = Callable[[LegalText], LegalText]
Listed = Callable[[LegalText], list[tuple[str, str, str]]]
URL = "https://www.conseil-constitutionnel.fr/decision/2030/20301DC.htm"
DECISION = """<html lang="fr"><head><title>Décision n° 2030-1 DC | Conseil constitutionnel</title>
</head><body><main><p>Saisine</p><h1>Décision n° 2030-1 DC du 3 mars 2030</h1>
<h2>Loi sur les bonbons</h2>
<p>LE CONSEIL CONSTITUTIONNEL A ÉTÉ SAISI, dans les conditions prévues, de la loi.</p>
<p>Au vu des textes suivants :</p><ul><li>la Constitution ;</li></ul>
<p>LE CONSEIL CONSTITUTIONNEL S'EST FONDÉ SUR CE QUI SUIT :</p><p>1. Des députés saisissent.</p>
<p>- Sur l'article 1er :</p><p>2. L'article 1er de la loi dispose :<br>« I. – Un plan.<br>
« II. – Une amende. »</p><h3>. En ce qui concerne l'amende :</h3><p>3. Sur ce point, rien :</p>
<p>- sur ceci ;</p><p>Mais :</p><p>- ni cela.</p><h3>4. Rien d'autre.</h3><h3>Dispositif</h3>
<p>LE CONSEIL CONSTITUTIONNEL DÉCIDE :</p>
<p>Article 1er. - Sont contraires les mots « une amende ».</p><p>Article 2. - Le reste demeure.</p>
<p>Jugé par le Conseil constitutionnel dans sa séance du 3 mars 2030.</p>
<p>Le greffier</p></main></body></html>"""


def test_reasons_and_ruling(sound: Sound, outline_of: Listed) -> None:
    assert choose(DECISION.encode(), url=URL) == "conseil-constitutionnel"
    text = sound(site.read(DECISION.encode(), url=URL))
    assert (text.title, text.language) == ("Décision n° 2030-1 DC du 3 mars 2030", "fr")
    found = outline_of(text)
    assert [one for one in found if one[0].count("__") == 0] == [
        ("para_1", "", "Des députés saisissent."),
        ("para_2", "", "L'article 1er de la loi dispose :"),
        ("para_3", "", "Sur ce point, rien :\n- sur ceci ;\nMais :\n- ni cela."),
        ("para_4", "", "Rien d'autre."),
        ("art_1", "", "Sont contraires les mots « une amende »."),
        ("art_2", "", "Le reste demeure."),
    ]
    assert "Sur l'article 1er :" in text.text
    assert "Dispositif" in text.text
    assert text.text.endswith("dans sa séance du 3 mars 2030.\nLe greffier")
    assert text.notes == ()


def test_what_is_too_long_for_a_heading_is_words(outline_of: Listed) -> None:
    subject = f"- Sur {'ce point et ' * 30}ceci :"
    page = DECISION.replace("- sur ceci ;", subject)
    reason = next(one for one in outline_of(site.read(page.encode())) if one[0] == "para_3")
    assert subject in reason[2]


def test_a_decision_without_a_heading_has_the_title_of_its_page() -> None:
    page = DECISION.replace("h1>", "p>")
    assert site.read(page.encode()).title == "Décision n° 2030-1 DC"


def test_other_sites_and_other_files_are_left_to_their_readers() -> None:
    assert site.recognises(DECISION.encode(), url=URL)
    assert not site.recognises(DECISION.encode(), url="https://example.org/decision.htm")
    assert not site.recognises(b"%PDF-1.4", url=URL)


def test_characters_that_cannot_be_read_are_told() -> None:
    page = DECISION.replace("</title>", "</title><meta charset='utf-8'>").encode()
    (note,) = site.read(page.replace("É".encode(), b"\xc9", 1), url=URL).notes
    assert "utf-8" in note


def test_a_page_without_text() -> None:
    with pytest.raises(RvcError, match="no text"):
        site.read(b"<html><body></body></html>", url=URL)

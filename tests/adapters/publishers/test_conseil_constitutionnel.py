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
</head><body><main><h1>Décision n° 2030-1 DC du 3 mars 2030</h1><h2>Loi sur les bonbons</h2>
<p>LE CONSEIL CONSTITUTIONNEL A ÉTÉ SAISI, dans les conditions prévues, de la loi.</p>
<p>Au vu des textes suivants :</p><ul><li>la Constitution ;</li></ul>
<p>LE CONSEIL CONSTITUTIONNEL S'EST FONDÉ SUR CE QUI SUIT :</p><p>1. Des députés saisissent.</p>
<p>- Sur l'article 1er :</p><p>2. L'article 1er de la loi dispose :<br>« I. – Un plan.<br>
« II. – Une amende. »</p><h3>. En ce qui concerne l'amende :</h3><p>3. Sur ce point, rien :</p>
<p>- ni ceci ;</p><p>- ni cela.</p><p>LE CONSEIL CONSTITUTIONNEL DÉCIDE :</p>
<p>Article 1er. - Sont contraires les mots « une amende ».</p><p>Article 2. - Le reste demeure.</p>
<p>Jugé par le Conseil constitutionnel dans sa séance du 3 mars 2030.</p></main></body></html>"""


def test_reasons_and_ruling(sound: Sound, outline_of: Listed) -> None:
    assert choose(DECISION.encode(), url=URL) == "conseil-constitutionnel"
    text = sound(site.read(DECISION.encode(), url=URL))
    assert (text.title, text.language) == ("Décision n° 2030-1 DC du 3 mars 2030", "fr")
    found = outline_of(text)
    assert [one for one in found if one[0].count("__") == 0] == [
        ("para_1", "", "Des députés saisissent."),
        ("para_2", "", "L'article 1er de la loi dispose :"),
        ("para_3", "", "Sur ce point, rien :\n- ni ceci ;\n- ni cela."),
        ("art_1", "", "Sont contraires les mots « une amende »."),
        ("art_2", "", "Le reste demeure."),
    ]
    assert "Sur l'article 1er :" in text.text
    assert "Jugé par" in text.text


def test_a_page_without_text() -> None:
    with pytest.raises(RvcError, match="no text"):
        site.read(b"<html><body></body></html>", url=URL)

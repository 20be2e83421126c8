from __future__ import annotations

from collections.abc import Callable

import pytest

from rvc.adapters.publishers.table import choose, read_text
from rvc.errors import RvcError
from rvc.model.text import LegalText

Sound = Callable[[LegalText], LegalText]
Listed = Callable[[LegalText], list[tuple[str, str, str]]]

COVER = """<p class="Logo">THE COMMISSION</p><p class="Statut">Proposal for a</p>
<p class="Typedudocument_cp">DECISION</p><p class="Titreobjet_cp">on whistles<br/></p>"""
MEMORANDUM = """<p class="Exposdesmotifstitre">EXPLANATORY MEMORANDUM</p>
<p class="li ManualHeading1"><span class="num"><span>1.</span></span><span>REASONS</span></p>
<p class="Titrearticle">Article 9</p><p class="Normal"><span>Whistles are loud.</span></p>"""
ACT = """<p class="Statut">Proposal for a</p><p class="Typedudocument">DECISION</p>
<p class="Titreobjet">on whistles</p><p class="Normal">Whereas:</p>
<p class="li ManualConsidrant"><span class="num">(1)</span><span>They are loud</span><span
 class="FootnoteReference"><a href="#footnote1">1</a></span><span>,</span></p>
<p class="Formuledadoption">HAS ADOPTED THIS DECISION:</p>
<p class="ChapterTitle"><span>Chapter I </span><br/><span>General</span></p>
<p class="Titrearticle"><span>Article 1 </span><br/><span>Exemptions</span></p>
<p class="li ManualNumPar1"><span class="num"><span>1.</span></span>
<span>These are exempt:</span></p>
<p class="li Point1"><span class="num"><span>(a)</span></span><span>toys.</span></p>
<p class="Fait">Done at Brussels,</p><div class="signature"><p>The President</p></div>
<dl id="footnotes"><dd id="footnote1"><a href="#footnoteref1">(1)</a> OJ L 305.</dd></dl>"""
WANTED = [
    ("rec_1", "", "They are loud,"),
    ("chp_I", "General", ""),
    ("art_1", "Exemptions", ""),
    ("art_1__para_1", "", "These are exempt:"),
    ("art_1__para_1__subpara_a", "", "toys."),
]


def _page(*parts: str) -> bytes:
    return f"<html lang='en'><title>x.docx</title><body>{''.join(parts)}</body></html>".encode()


def test_the_memorandum_is_kept_and_is_not_the_act(sound: Sound, outline_of: Listed) -> None:
    page = _page(COVER, MEMORANDUM, ACT)
    assert choose(page) == "eur-lex"
    text = sound(read_text(page))
    assert outline_of(text)[1:] == WANTED
    assert text.title == "Proposal for a DECISION on whistles"
    assert "Article 9\nWhistles are loud.\nProposal for a\nDECISION" in text.text
    assert "President" not in text.text
    assert "305" not in text.text
    assert text.notes == ()


def test_an_act_without_a_memorandum(sound: Sound, outline_of: Listed) -> None:
    text = sound(read_text(_page(ACT)))
    assert outline_of(text)[1:] == WANTED


def test_the_page_of_the_site_around_it(sound: Sound) -> None:
    page = _page("<p>Menu</p><div id='document1'>", COVER, MEMORANDUM, ACT, "</div><p>Legal</p>")
    text = sound(read_text(page, url="https://eur-lex.europa.eu/legal-content/EN/TXT/"))
    assert text.text.startswith("THE COMMISSION\n")
    assert "Menu" not in text.text
    assert "Legal" not in text.text


def test_without_a_memorandum_nothing_stands_before_the_act(outline_of: Listed) -> None:
    notice = '<p class="Normal">Notice</p><p class="Titrearticle">Article 8</p>'
    assert outline_of(read_text(_page(notice, ACT)))[0][0] == "art_8"


def test_an_act_without_a_cover_has_the_title_of_its_page() -> None:
    page = _page('<p class="Titrearticle">Article 1</p><p>Words.</p>')
    assert read_text(page).title == "x.docx"


def test_characters_that_cannot_be_read_are_told() -> None:
    page = _page("<meta charset='utf-8'><p>caf\x80</p>", ACT).replace(b"\xc2\x80", b"\xe9")
    (note,) = read_text(page).notes
    assert "utf-8" in note


def test_a_page_without_an_act() -> None:
    with pytest.raises(RvcError, match="the page holds no text"):
        read_text(_page('<p class="Titrearticle"> </p>'))

from __future__ import annotations

from collections.abc import Callable

import pytest

from rvc.adapters.publishers import eur_lex, formex
from rvc.errors import RvcError
from rvc.model.text import LegalText

Sound = Callable[[LegalText], LegalText]
Listed = Callable[[LegalText], list[tuple[str, str, str]]]

PAGE = """<html lang="en"><head><title>L_20301760EN</title></head><body><div class="eli-container">
<div class="eli-main-title"><p class="oj-doc-ti">DIRECTIVE (EU) 2030/1760</p></div>
<p class="oj-normal">THE EUROPEAN PARLIAMENT,</p><p class="oj-normal">Whereas:</p>
<div class="eli-subdivision" id="rct_1"><table><tr><td><p class="oj-normal">(1)</p></td>
<td><p class="oj-normal">The Union<a href="#ntr1-L">(<span class="oj-super">1</span>)</a> is
founded.</p></td></tr>
</table></div><p class="oj-normal">HAVE ADOPTED THIS DIRECTIVE:</p>
<div id="cpt_I"><p class="oj-ti-section-1">CHAPTER I</p><div class="eli-title"><p
class="oj-ti-section-2">GENERAL
PROVISIONS</p></div><div class="eli-subdivision" id="art_1"><p class="oj-ti-art">Article 1</p>
<div class="eli-title"><p class="oj-sti-art">Subject matter</p></div><div id="001.001">
<p class="oj-normal">1.&#160;&#160; This Directive lays down rules
on:</p><table><tr><td><p>(a)</p></td>
<td><p>obligations; and</p><table><tr><td><p>(i)</p></td><td><p>deeper</p></td></tr></table></td>
</tr>
<tr><td><p>(b)</p></td><td><p>liability.</p></td></tr></table></div></div>
<div class="eli-subdivision" id="art_2"><p class="title-article-norm">Article 2</p>
<p class="stitle-article-norm">Scope</p><div class="norm"><span class="no-parag">1.  </span>
<div class="inline-element">This Directive applies.</div></div></div></div>
<p class="oj-note">(1) a note</p></div></body></html>"""

FORMEX = """<ACT><BIB.INSTANCE><LG.DOC>EN</LG.DOC></BIB.INSTANCE><TITLE><TI><P>Directive (EU)
2030/1760</P>
<P>on chains</P></TI></TITLE><PREAMBLE><PREAMBLE.INIT>THE EUROPEAN
PARLIAMENT,</PREAMBLE.INIT><GR.CONSID>
<GR.CONSID.INIT>Whereas:</GR.CONSID.INIT><CONSID><NP><NO.P>(1)</NO.P><TXT>The Union<NOTE><P>a
note</P></NOTE>
is founded.</TXT></NP></CONSID></GR.CONSID><PREAMBLE.FINAL>HAVE ADOPTED THIS
DIRECTIVE:</PREAMBLE.FINAL>
</PREAMBLE><ENACTING.TERMS><DIVISION><TITLE><TI><P>CHAPTER I</P></TI><STI><P>GENERAL
PROVISIONS</P></STI></TITLE>
<ARTICLE><TI.ART>Article 1</TI.ART><STI.ART><P>Subject
matter</P></STI.ART><PARAG><NO.PARAG>1.</NO.PARAG>
<ALINEA><P>This Directive lays down rules on:</P><LIST TYPE="alpha"><ITEM><NP><NO.P>(a)</NO.P>
<TXT>obligations; and</TXT><P><LIST><ITEM><NP><NO.P>(i)</NO.P><TXT>deeper</TXT></NP></ITEM>
</LIST></P></NP></ITEM>
<ITEM><NP><NO.P>(b)</NO.P><TXT>liability.</TXT></NP></ITEM></LIST></ALINEA></PARAG></ARTICLE>
<ARTICLE><TI.ART>Article 2</TI.ART><STI.ART><P>Scope</P></STI.ART><PARAG><NO.PARAG>1.</NO.PARAG>
<ALINEA>This Directive applies.</ALINEA></PARAG></ARTICLE></DIVISION></ENACTING.TERMS></ACT>"""

WANTED = [
    ("rec_1", "", "The Union is founded."),
    ("chp_I", "GENERAL PROVISIONS", ""),
    ("art_1", "Subject matter", ""),
    ("art_1__para_1", "", "This Directive lays down rules on:"),
    ("art_1__para_1__subpara_a", "", "obligations; and"),
    ("art_1__para_1__subpara_a__point_i", "", "deeper"),
    ("art_1__para_1__subpara_b", "", "liability."),
    ("art_2", "Scope", ""),
    ("art_2__para_1", "", "This Directive applies."),
]


@pytest.mark.parametrize("source", [PAGE, FORMEX])
def test_both_formats_give_the_same_provisions(
    source: str, sound: Sound, outline_of: Listed
) -> None:
    assert eur_lex.recognises(source.encode())
    text = sound(eur_lex.read(source.encode()))
    assert outline_of(text)[0][0] == "preamble_1"
    assert outline_of(text)[1:] == WANTED
    assert "a note" not in text.text


def test_an_annex_file(sound: Sound, outline_of: Listed) -> None:
    data = b"""<ANNEX><TITLE><TI><P>ANNEX
I</P></TI><STI><P>Rights</P></STI></TITLE><CONTENTS><P>These:</P>
    <LIST><ITEM><NP><NO.P>1.</NO.P><TXT>The right to
life.</TXT></NP></ITEM></LIST></CONTENTS></ANNEX>"""
    assert outline_of(sound(formex.read(data))) == [
        ("annex_I", "Rights", "These:"),
        ("annex_I__para_1", "", "The right to life."),
    ]


def test_a_file_without_text_is_told() -> None:
    with pytest.raises(RvcError, match="holds no text"):
        formex.read(b"<ACT/>")


FINAL = """<html lang="en"><head><title>L_9EN</title></head><body><div class="eli-container">
<div class="eli-main-title"><p class="oj-doc-ti">REGULATION (EU) 9</p><p class="oj-doc-ti">on
whistles</p></div>
<div class="eli-subdivision"><p class="oj-ti-art">Article 1</p><p class="oj-normal">Tuned.</p></div>
<div class="eli-subdivision"><div class="oj-final"><p class="oj-normal">It shall be binding.</p>
<div class="oj-signatory"><p class="oj-signatory">The President</p></div></div></div>
<div><p class="oj-doc-ti">ANNEX</p><p class="oj-normal">Dog whistles.</p></div></div>
</body></html>"""


def test_what_follows_the_last_article_is_not_its_words(sound: Sound, outline_of: Listed) -> None:
    text = sound(eur_lex.read(FINAL.encode()))
    assert outline_of(text) == [("art_1", "", "Tuned."), ("annex_1", "", "Dog whistles.")]
    assert "It shall be binding.\nThe President" in text.text
    assert text.title == "REGULATION (EU) 9 on whistles"


def test_formex_quotation_marks_lists_in_recitals_and_the_final_formula(
    sound: Sound, outline_of: Listed
) -> None:
    xml = """<ACT><PREAMBLE><GR.CONSID><CONSID><NP><NO.P>(1)</NO.P><TXT>Softer:</TXT><P><LIST>
<ITEM><NP><NO.P>(a)</NO.P><TXT>by day;</TXT></NP></ITEM></LIST></P></NP></CONSID></GR.CONSID>
</PREAMBLE><ENACTING.TERMS><ARTICLE><TI.ART>Article 1</TI.ART>
<ALINEA><QUOT.START CODE="2018"/>whistle<QUOT.END CODE="2019"/> means a toy.</ALINEA>
<ALINEA>This is put in: <QUOT.S><QUOT.START CODE="201C"/><ARTICLE><TI.ART>Article 3</TI.ART>
<ALINEA>Loud.</ALINEA></ARTICLE><QUOT.END CODE="201D"/></QUOT.S></ALINEA></ARTICLE>
</ENACTING.TERMS><FINAL><P>It shall be binding.</P><SIGNATURE><P>The President</P></SIGNATURE>
</FINAL></ACT>"""
    text = sound(formex.read(xml.encode()))
    assert outline_of(text)[1:] == [
        ("rec_1", "", "Softer:"),
        ("rec_1__point_a", "", "by day;"),
        ("art_1", "", "‘whistle’ means a toy.\nThis is put in:\n“Article 3 Loud.”"),
    ]
    assert text.text.endswith("\nIt shall be binding.")


def test_the_name_of_an_annex_is_its_heading(outline_of: Listed) -> None:
    page = """<div class="eli-container"><p class="oj-doc-ti">REGULATION ON SWEETS</p>
    <p class="oj-ti-art">Article 1</p><p class="oj-normal">Words<a href="#ntr1">(1)</a>.</p>
    <p class="oj-doc-ti">ANNEX I</p><p class="oj-doc-ti">LIST</p><p class="oj-normal">1. An item.
    </p></div>"""
    assert outline_of(eur_lex.read(page.encode())) == [
        ("art_1", "", "Words."),
        ("annex_I", "LIST", ""),
        ("annex_I__para_1", "", "An item."),
    ]


def test_formex_gives_quotation_marks_by_number(sound: Sound, outline_of: Listed) -> None:
    start, end = '<QUOT.START CODE="2018"/>', '<QUOT.END CODE="2019"/>'
    data = f"""<ACT><PREAMBLE><GR.CONSID><CONSID><NP><NO.P>(1)</NO.P><TXT>Reason:</TXT><P><LIST>
    <ITEM><NP><NO.P>(a)</NO.P><TXT>one.</TXT></NP></ITEM></LIST></P></NP></CONSID></GR.CONSID>
    </PREAMBLE><ENACTING.TERMS><ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>{start}Sweet{end} means
    a thing.</ALINEA><ALINEA>Inserted:<QUOT.S>{start}<ARTICLE><TI.ART>Article 3a</TI.ART>
    <ALINEA>Inside.</ALINEA></ARTICLE>{end}</QUOT.S>.</ALINEA></ARTICLE></ENACTING.TERMS>
    <FINAL><P>Done at X.</P></FINAL></ACT>"""
    text = sound(formex.read(data.encode()))
    assert outline_of(text)[1:] == [
        ("rec_1", "", "Reason:"),
        ("rec_1__point_a", "", "one."),
        ("art_1", "", "‘Sweet’ means a thing.\nInserted:\n‘Article 3a Inside.’."),
    ]
    assert text.text.endswith("Done at X.")


def test_what_a_consolidated_act_prints_beside_its_words(outline_of: Listed) -> None:
    page = """<html><body><p class="disclaimer">Only a tool.</p><p class="arrow"><a
    class="modref">▼B</a></p><p class="title-division-1">CHAPTER II</p>
    <p class="title-division-2">SUITS</p>
    <p class="title-article-norm">Article 7</p><p class="norm">A firm may be sued:</p>
    <div style="margin-left: 24pt">1)<span> </span><div><p class="norm">a)<span> </span>here;</p>
    </div></div><div>2)<span> </span><p class="norm">there
    ( <a href="#E0001" id="src.E0001"><span class="superscript">1</span></a> ).</p></div>
    <p class="arrow"><a class="modref">▼M1</a></p><p class="title-article-norm">Article 7<span
    class="italics">a</span></p><div class="eli-title"><p>Courts</p></div>
    <p class="norm">1.  For this, ►M1 a common court ◄ is a court ►C2 of law ◄.</p>
    <p class="title-article-norm">Article8</p><p class="norm">End.</p>
    <p class="title-annex-1">ANNEX I</p><p class="title-annex-2">NEEDS</p><p class="norm">Here.</p>
    <p class="footnote">(1)  OJ L 1.</p></body></html>"""
    text = eur_lex.read(page.encode(), url="https://eur-lex.europa.eu/x")
    assert outline_of(text) == [
        ("chp_II", "SUITS", ""),
        ("art_7", "", "A firm may be sued:"),
        ("art_7__para_1", "", ""),
        ("art_7__para_1__subpara_a", "", "here;"),
        ("art_7__para_2", "", "there."),
        ("art_7a", "Courts", ""),
        ("art_7a__para_1", "", "For this, a common court is a court of law."),
        ("art_8", "", "End."),
        ("annex_I", "NEEDS", "Here."),
    ]
    assert "OJ L" not in text.text

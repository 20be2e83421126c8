from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

from rvc.adapters.publishers import assemblee_nationale, legifrance, senat
from rvc.errors import RvcError
from rvc.model.text import LegalText

Sound = Callable[[LegalText], LegalText]
Listed = Callable[[LegalText], list[tuple[str, str, str]]]

BILL = """<html><head><meta charset="iso-8859-1"><title>N° 1 - Proposition de loi</title>
<meta name="ORIGINE_DOCUMENT" content="Assemblée nationale"></head><body>\r
<p align=center>EXPOSÉ DES MOTIFS</p><p>Mesdames, Messieurs,</p>\r
<p align=center>Article 1<sup>er</sup></p><p>L’article 1er explique tout.</p>\r
<p align=center><b>PROPOSITION DE LOI</b></p><p style="text-align: center"><b>Article 1<sup>er</sup>
A</b></p><p align=justify>① I.&nbsp;&#8211;&nbsp;Le code est ainsi modifié&nbsp;:</p>\r
<p>②&nbsp;1° Un plan ;</p><p>③ « 1° Il comprend</p><p align=center>Article 2 <i>bis</i>
(nouveau)</p>
<p><i>(Supprimé)</i></p></body></html>"""


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_a_bill_of_the_assemblee(encoding: str, sound: Sound, outline_of: Listed) -> None:
    data = BILL.encode(encoding, errors="xmlcharrefreplace")
    assert assemblee_nationale.recognises(data)
    text = sound(assemblee_nationale.read(data))
    assert text.language == "fr"
    assert outline_of(text) == [
        ("art_1-A", "", ""),
        ("art_1-A__para_I", "", "Le code est ainsi modifié :"),
        ("art_1-A__para_I__subpara_1", "", "Un plan ;"),
        ("art_1-A__para_I__subpara_1__point_1", "", "Il comprend"),
        ("art_2-bis", "", "(Supprimé)"),
    ]
    assert "L’article 1er explique tout." in text.text


def test_the_classes_of_newer_bills(sound: Sound, outline_of: Listed) -> None:
    page = """<html><head><meta charset="utf-8"><style>.assnat9ArticleNum0 { }</style></head><body>
<div class="assnatSection1"><p>ASSEMBLÉE NATIONALE</p></div><div class="assnatSection3">
<p class="assnat4TitreNum">
 TITRE I<span>er</span></p><p class="assnat4TitreIntit">Des sifflets</p>
<p class="assnat9ArticleNum">
  Article 1<span>er</span> A (nouveau)</p><p class="assnatLoiTexte"><img src="data:,"/>Ils sont
accordés<a href="#_endn1"><span>1</span></a>.</p><p class="assnatEndnoteText">1 Note.</p></div>
</body></html>"""
    url = "https://www.assemblee-nationale.fr/dyn/opendata/PIONANR5L17B1794.html"
    text = sound(assemblee_nationale.read(page.encode(), url=url))
    assert outline_of(text) == [
        ("title_I", "Des sifflets", ""),
        ("art_1-A", "", "Ils sont accordés."),
    ]


def test_reasons_after_each_article_are_not_its_words(sound: Sound, outline_of: Listed) -> None:
    page = """<meta name="x" content="Assemblée nationale"><p>Article 1er</p><p>Les tableaux.</p>
    <p>Exposé des motifs</p><p>Parce que.</p><p>Article 2</p><p>Le rapport.</p>"""
    text = sound(assemblee_nationale.read(page.encode()))
    assert outline_of(text) == [("art_1", "", "Les tableaux."), ("art_2", "", "Le rapport.")]
    assert "Parce que." in text.text


def test_what_became_of_an_article_is_no_title(sound: Sound, outline_of: Listed) -> None:
    page = """<div id="wysiwyg"><p align=center>Article 2</p>
    <p align=center>. . . . Conforme . . . .
    </p><p align=center>Article 3</p><p align=center><b>Supprimé</b></p></div>"""
    assert outline_of(sound(senat.read(page.encode()))) == [
        ("art_2", "", ". . . . Conforme . . . ."),
        ("art_3", "", "Supprimé"),
    ]


def test_a_bill_of_the_senat(sound: Sound, outline_of: Listed) -> None:
    page = """<html><head><meta charset="iso-8859-1"><title>projet de loi</title></head><body>
    <div id="header"><p>Menu</p></div><div id="wysiwyg"><p align=center>PROJET DE LOI</p>
    <p Align=center>TITRE I<sup>ER</sup></p><p Align=center><strong>DU PLAN</strong></p>
    <p Align=center><strong>Article 3<em> bis </em>AAA</strong></p><p Align=center>(Non
modifi&eacute;)
    </p><p>VI &agrave; VIII.&nbsp;- (Non modifi&eacute;s)</p></div></body></html>"""
    data = page.encode()
    assert senat.recognises(data)
    assert outline_of(sound(senat.read(data))) == [
        ("title_I", "DU PLAN", ""),
        ("art_3-bis-AAA", "", "(Non modifié)"),
        ("art_3-bis-AAA__para_VI-à-VIII", "", "(Non modifiés)"),
    ]


def test_a_law_at_legifrance(sound: Sound, outline_of: Listed) -> None:
    page = """<html><body><ul class="liens"><li>Autres</li></ul><div class="page-content">
    <h1>LOI n° 2030-399 du 27 mars 2030</h1><article><p class="name-article">Article 1</p><div>
    <p>Après l'article L. 225-102-3, il est inséré un article ainsi rédigé :<br/>« Art. L.
225-102-4.
    -I.-Toute société qui emploie.<br/>« 1° Une cartographie</p></div></article><article>
    <p>Article 2</p><p>Modifié par LOI n° 2031-1</p><p>Le code est modifié.<br>I. - Foo.<br>II. -
Bar.
    </p></article></div></body></html>"""
    data = page.encode()
    url = "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000000000001"
    assert legifrance.recognises(data, url=url)
    text = sound(legifrance.read(data, url=url))
    assert text.title == "LOI n° 2030-399 du 27 mars 2030"
    articles = outline_of(text)
    assert [one[0] for one in articles] == [
        "art_1",
        "art_1__art_L225-102-4",
        "art_1__art_L225-102-4__para_I",
        "art_1__art_L225-102-4__para_I__subpara_1",
        "art_2",
        "art_2__para_I",
        "art_2__para_II",
    ]
    assert articles[4][2] == "Le code est modifié."
    assert "Autres" not in text.text


def test_the_site_of_legifrance_around_a_law(sound: Sound, outline_of: Listed) -> None:
    page = """<html><head><title>Loi sur les sifflets - Légifrance</title></head><body>
<header><nav><p>Accueil</p></nav></header><main><div class="summary-header"><p>NOR : X</p></div>
<div class="page-content"><div class="summary-preface"><p>Le Sénat a adopté,</p></div>
<ul class="summary"><li><h2><a class="title-link">Titre Ier : Des sifflets (Articles 1 à 2)</a></h2>
<article class="js-child list-article-consommation"><p class="name-article"><a>Article 1</a></p>
<p class="version-article">Version en vigueur</p><div class="content"><p>Ils sont accordés.<br/>
Ils sont vendus.</p></div><div class="article-actions"><button>Liens</button></div></article>
<article class="list-article-consommation"><p class="name-article"><span>Article 2</span></p>
<div class="content">Un décret fixe la hauteur.<br/><br/>NOTA : Voir.</div></article></li></ul>
<p>Fait à Paris, le 3 mai 2030.</p></div></main><footer><p>Liens</p></footer></body></html>"""
    url = "https://www.legifrance.gouv.fr/loda/id/JORFTEXT1"
    text = sound(legifrance.read(page.encode(), url=url))
    assert text.text.splitlines()[:2] == ["Le Sénat a adopté,", "Titre Ier : Des sifflets"]
    assert text.text.endswith("NOTA : Voir.\nFait à Paris, le 3 mai 2030.")
    assert outline_of(text) == [
        ("title_I", "Des sifflets", ""),
        ("art_1", "", "Ils sont accordés.\nIls sont vendus."),
        ("art_2", "", "Un décret fixe la hauteur."),
    ]


def test_the_site_of_legifrance_before_2020(sound: Sound, outline_of: Listed) -> None:
    page = """<html><head><title> Loi sur les sifflets | Legifrance</title></head><body>
<p>Plan du site</p><div id="content"><h2 class="title">Loi sur les sifflets</h2>
<div id="left_menu"><div class="data">
<p>Version initiale</p></div></div><div id="content_left"><div class="data">
<div class="enteteTexte">JORF n°13</div><div class="titreArt">Article 1 <a>En savoir plus sur cet
article...</a></div><div class="article"><div class="histoArt"><ul><li>Modifié par LOI n°2</li></ul>
</div><div class="corpsArt"><p>I. - Ils sont accordés.<br/>II. - Ils sont vendus.</p></div></div>
<div id="exportRTF"><a>Télécharger</a></div></div></div></div></body></html>"""
    url = "https://www.legifrance.gouv.fr/affichTexte.do?cidTexte=JORFTEXT1"
    text = sound(legifrance.read(page.encode(), url=url))
    assert text.title == "Loi sur les sifflets"
    assert text.text.splitlines() == [
        "JORF n°13",
        "Article 1",
        "Modifié par LOI n°2",
        "I. - Ils sont accordés.",
        "II. - Ils sont vendus.",
    ]
    assert outline_of(text)[0] == ("art_1", "", "")


@pytest.mark.parametrize("module", [assemblee_nationale, senat, legifrance])
def test_empty_pages_are_told(module: ModuleType) -> None:
    with pytest.raises(RvcError, match="no text"):
        module.read(b"<html><body><p> </p></body></html>", url="https://example.org")


def test_a_pdf_of_a_chamber_is_left_to_the_pdf_reader() -> None:
    url = "https://www.assemblee-nationale.fr/14/pdf/projets/pl3318.pdf"
    assert not assemblee_nationale.recognises(b"%PDF-1.4", url=url)
    assert not senat.recognises(b"%PDF-1.4", url="https://www.senat.fr/leg/pjl.pdf")


def test_characters_of_legifrance_that_cannot_be_read_are_told() -> None:
    page = (
        b"<html><meta charset='utf-8'><body><p>Article 1</p><p>d\xe9clar\xc3\xa9</p></body></html>"
    )
    assert len(legifrance.read(page).notes) == 1


def test_a_page_saved_from_legifrance_names_its_site() -> None:
    page = b"<html><body><a href='https://www.legifrance.gouv.fr/'>x</a></body></html>"
    assert legifrance.recognises(page)
    assert not legifrance.recognises(page.replace(b"www.legifrance", b"www.other"))
    url = "https://www.legifrance.gouv.fr/x.pdf"
    assert legifrance.recognises(b"<html></html>", url=url)
    assert not legifrance.recognises(b"%PDF-1.4 www.legifrance.gouv.fr", url=url)


def test_what_legifrance_adds_to_an_article_is_set_aside() -> None:
    page = """<html><body><p>Plan du site</p><div class="page-content"><h1>LOI sur les bonbons</h1>
    <h2>Titre Ier : DES BONBONS (Articles 1 à 2)</h2><h3>Article 1</h3>
    <p>Conformément à l'article 5, chaque bonbon est compté.</p>
    <p>A modifié les dispositions suivantes :</p><ul><li>- Code des bonbons Art. L1</li></ul>
    <h3>Article 2</h3><p>Mots.</p><p>NOTA :</p><p>Voir plus loin.</p>
    <p>Fait à Paris, le 3 mai 2020.</p></div></body></html>"""
    text = legifrance.read(page.encode(), url="https://www.legifrance.gouv.fr/loda/id/X")
    assert text.provisions[0].heading == "DES BONBONS"
    assert "Plan du site" not in text.text
    assert text.notes == ()
    assert [one.text for one in text.walk()] == [
        "", "Conformément à l'article 5, chaque bonbon est compté.", "Mots."
    ]  # fmt: skip


def test_the_notes_of_a_bill_are_no_words_of_its_last_article() -> None:
    page = """<html><body><div id="wysiwyg"><p>Article 1er</p>
    <p>Un mot <a href="#fn1">(1)</a>.</p><p>Article 2 (nouveau)</p><p>Fin.</p>
    <hr><p><a href="#fnref1">1</a> Une note.</p></div></body></html>"""
    text = senat.read(page.encode(), url="https://www.senat.fr/leg/x.html")
    assert [one.text for one in text.provisions] == ["Un mot.", "Fin."]
    assert "Une note." in text.text


def test_reasons_after_a_table_of_contents_are_no_articles() -> None:
    page = """<html><body><p>PROPOSITION DE LOI</p><p>SOMMAIRE</p><p>Article 1er</p><p>Article 2</p>
    <p>Article 3</p><p>EXPOSÉ DES MOTIFS</p><p>Article 1er</p><p>Il crée la taxe.</p>
    <p>PROPOSITION DE LOI</p><p>Article 1er</p><p>Un.</p><p>Article 2</p><p>Deux.</p>
    <p>Article 3</p><p>Trois.</p></body></html>"""
    text = assemblee_nationale.read(page.encode(), url="https://www.assemblee-nationale.fr/x.asp")
    assert [(one.eid, one.text) for one in text.walk()] == [
        ("art_1", "Un."), ("art_2", "Deux."), ("art_3", "Trois."),
    ]  # fmt: skip


def test_what_the_sites_print_above_a_bill_is_no_text() -> None:
    page = """<html><body><div id="wysiwyg"><p>English</p><p>&gt; &gt;</p><p>Document "pastillé" au
    format PDF (632 Koctets)</p><p>La version en format HTML, à la différence de celle en PDF, ne
    comprend pas la numérotation des alinéas.</p><p>N° 6</p><p>Article 1er</p><p>Un.</p></div>"""
    text = senat.read(page.encode(), url="https://www.senat.fr/leg/x.html")
    assert text.text == "N° 6\nArticle 1er\nUn."


def test_circled_numbers_in_a_cell_beside_the_paragraph_go_too() -> None:
    page = """<div id="wysiwyg"><p>Article 1er</p><table><tr><td>①</td><td>I. – Un.</td></tr>
    <tr><td>②</td><td>1° Deux ;</td></tr></table></div>"""
    text = senat.read(page.encode(), url="https://www.senat.fr/leg/x.html")
    assert [one.text for one in text.walk()] == ["", "Un.", "Deux ;"]

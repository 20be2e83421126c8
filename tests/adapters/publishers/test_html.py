from __future__ import annotations

from collections.abc import Callable

import pytest

from rvc.adapters.publishers import html
from rvc.errors import RvcError
from rvc.model.text import LegalText

Sound = Callable[[LegalText], LegalText]
Listed = Callable[[LegalText], list[tuple[str, str, str]]]


def test_headings_menus_and_broken_markup(sound: Sound, outline_of: Listed) -> None:
    page = """<html lang="fr"><head><title>Loi sur les chaînes</title><script>1 < 2</script></head>
    <body><nav><p>Menu</p></nav><div class="breadcrumb">Accueil</div><form><p>Chercher</form>
    <main><h1>Loi sur les chaînes</h1><p>Le Parlement a adopté la loi dont la teneur suit, après en
    avoir délibéré longuement et à plusieurs reprises, dans le respect de la Constitution. Ces mots
    sont là pour que la page ait un corps assez long.<h2>Chapitre I<sup>er</sup></h2>
    <p style="text-align:center"><b>Du plan</b><p>Article 1<sup>er</sup><p>1°&nbsp;Un plan<a
    href="#_ftn1">[1]</a> ;<br>2° Un suivi<div>3° Un bilan</div></table></span></main>
    <footer>Mentions</footer></body></html>"""
    text = sound(html.read(page.encode()))
    assert (text.title, text.language) == ("Loi sur les chaînes", "fr")
    assert outline_of(text) == [
        ("chp_I", "Du plan", ""),
        ("art_1", "", ""),
        ("art_1__para_1", "", "Un plan ;"),
        ("art_1__para_2", "", "Un suivi"),
        ("art_1__para_3", "", "Un bilan"),
    ]
    for menu in ("Menu", "Accueil", "Chercher", "Mentions", "1 < 2"):
        assert menu not in text.text


def test_tables_of_data_and_of_layout(sound: Sound) -> None:
    page = """<body><table><tr><td><p>Article 1</p><p>Words.</p></td></tr></table>
    <table><tr><th>Year</th><th>Limit</th></tr><tr><td>2030</td><td>36 m</td></tr></table>
    <table><tr><td>(a)</td><td><p>hung</p><p>more</p></td></tr></table></body>"""
    assert sound(html.read(page.encode())).text == (
        "Article 1\nWords.\nYear | Limit\n2030 | 36 m\n(a) hung\nmore"
    )


def test_numbers_on_lines_of_their_own_are_joined(sound: Sound) -> None:
    page = """<body><p>Article 1</p><div><span>1.</span><p>First.</p></div><p>2.</p>
    <p>Next.</p></body>"""
    assert sound(html.read(page.encode())).text == "Article 1\n1. First.\n2. Next."


@pytest.mark.parametrize(
    "page", [b"<html><body></body></html>", b"<script>build()</script><p> </p>"]
)
def test_a_page_without_text_is_told(page: bytes) -> None:
    with pytest.raises(RvcError, match="holds no"):
        html.read(page, url="https://example.org")


def test_wrong_encoding_is_noted() -> None:
    page = '<meta charset="iso-8859-1"><p>Article 1</p><p>L’été</p>'.encode()
    assert html.read(page).notes == ("declared as iso8859-1, read as utf-8",)


@pytest.mark.parametrize(
    ("opened", "closed"),
    [("<div>", "</div>"), ("<table><tr><td>1.</td><td>", "</td></tr></table>")],
)
def test_deep_nesting_keeps_every_word(sound: Sound, opened: str, closed: str) -> None:
    depth = 1900 // opened.count("<t") if "<t" in opened else 1900
    page = f"<body><p>Article 1</p>{opened * depth}deep{closed * depth}<p>After it</p></body>"
    text = sound(html.read(page.encode()))
    assert "deep" in text.text
    assert "After it" in text.text


def test_deep_cells_keep_every_word(sound: Sound) -> None:
    cell = "<div>" * 1500 + "deep" + "</div>" * 1500
    page = f"<body><table><tr><td>{cell}</td><td>beside</td></tr></table></body>"
    assert "deep | beside" in sound(html.read(page.encode())).text


def test_what_the_parser_would_cut_is_told() -> None:
    page = b"<body><p>Article 1</p>" + b"<div>" * 3000 + b"deep" + b"</div>" * 3000
    with pytest.raises(RvcError, match="nested too deeply to be read whole"):
        html.read(page)


def test_recognised_by_type_or_tag() -> None:
    assert html.recognises(b"anything", media_type="text/html; charset=utf-8")
    assert html.recognises("<!DOCTYPE html>".encode("utf-16"))
    assert not html.recognises(b"%PDF-1.7", media_type="text/html")
    assert not html.recognises(b"plain words")


def test_numbers_that_only_a_style_sheet_parts_from_the_words(outline_of: Listed) -> None:
    page = """<body><h2><span>1</span><span>Duty</span></h2><p><span>(1)</span>A person—</p>
    <p><span>(a)</span>eats <span>5</span>, or</p><p>1<sup>er</sup> mot.</p></body>"""
    text = html.read(page.encode())
    assert [one[:2] for one in outline_of(text)] == [
        ("sec_1", "Duty"), ("sec_1__subsec_1", ""), ("sec_1__subsec_1__para_a", ""),
    ]  # fmt: skip
    assert text.text.endswith("(a) eats 5, or\n1er mot.")


def test_an_article_before_a_line_break_is_no_part_of_its_words(outline_of: Listed) -> None:
    page = """<body><p><b>Article 1</b><br>Words that go on<br>over a break.<br>Article 2<br>More.
    <p>Article 3<br>Scope</p><p>Words.</p></body>"""
    assert outline_of(html.read(page.encode())) == [
        ("art_1", "", "Words that go on over a break."),
        ("art_2", "", "More."),
        ("art_3", "", "Scope\nWords."),
    ]


def test_articles_that_stand_out_in_print_whatever_follows_their_number(
    outline_of: Listed,
) -> None:
    page = """<body><p><b>Article 3</b></p><p>Three.</p><p><b>Article 4 alt.</b></p><p>Four.</p>
    <p align="center">Article 42 et état B</p><p>Forty-two.</p>
    <p><b>Article 5 of the Convention</b></p><p>Article 6 et annexe sont ici</p></body>"""
    assert outline_of(html.read(page.encode())) == [
        ("art_3", "", "Three."),
        ("art_4-alt", "", "Four."),
        (
            "art_42",
            "et état B",
            "Forty-two.\nArticle 5 of the Convention\nArticle 6 et annexe sont ici",
        ),
    ]


def test_rows_of_a_table_open_no_paragraphs(outline_of: Listed) -> None:
    page = """<html><body><h2>Schedule 1</h2><p>1. First.</p><table><tr><th>No.</th><th>Goods</th>
    <th>Rate</th></tr><tr><td>1.</td><td>Tin</td><td>5</td></tr><tr><td>2.</td><td>Tea</td>
    <td>6</td></tr></table><p>2. Second.</p></body></html>"""
    assert outline_of(html.read(page.encode())) == [
        ("sched_1", "", ""),
        ("sched_1__para_1", "", "First.\nNo. | Goods | Rate\n1. | Tin | 5\n2. | Tea | 6"),
        ("sched_1__para_2", "", "Second."),
    ]


def test_a_term_and_its_meaning_are_one_sentence(outline_of: Listed) -> None:
    page = """<html><body><h2>Article 1</h2><p>In this Act:</p><dl><dt><b>“chain”</b></dt>
    <dd><p>means all work;</p></dd><dt>firm</dt><dd>A person of law.</dd><dt>boss</dt><dt>chief</dt>
    <dd>means a person.</dd><dt>(a)</dt><dd>Counted.</dd></dl></body></html>"""
    found = outline_of(html.read(page.encode()))
    assert found[0][2].split("\n") == [
        "In this Act:", "“chain” means all work;", "firm", "A person of law.", "boss", "chief",
        "means a person.",
    ]  # fmt: skip
    assert found[1] == ("art_1__para_a", "", "Counted.")


def test_a_list_in_a_list_of_the_same_numbers(outline_of: Listed) -> None:
    page = """<html><body><h2>Article 1</h2><ol><li><p>Outer.</p><ol><li><p>Inner.</p></li>
    <li>More.</li></ol></li><li>After.</li></ol></body></html>"""
    assert outline_of(html.read(page.encode())) == [
        ("art_1", "", ""),
        ("art_1__para_1", "", "Outer."),
        ("art_1__para_1__subpara_1", "", "Inner."),
        ("art_1__para_1__subpara_2", "", "More."),
        ("art_1__para_2", "", "After."),
    ]


def test_lists_that_markup_nests_and_numbers_do_not(outline_of: Listed) -> None:
    page = """<html><body><h2>Article 1</h2><ol><li>1. One.<ol><li>2. Two.<ol><li>3. Three.
    </ol></ol></ol></body></html>"""
    assert [eid for eid, _, _ in outline_of(html.read(page.encode()))] == [
        "art_1", "art_1__para_1", "art_1__para_2", "art_1__para_3",
    ]  # fmt: skip

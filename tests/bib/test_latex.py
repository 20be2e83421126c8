"""LaTeX → Unicode."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from rvc.bib.latex import decode, decode_verbatim
from rvc.bib.latex_table import ACCENTS


@pytest.mark.parametrize(
    ("latex", "shown"),
    [
        (r"{\"U}ber", "Über"),
        (r"Poincar{\'e}", "Poincaré"),
        (r"Poincar\'e", "Poincaré"),
        (r"\v Cech and \v{C}ech", "Čech and Čech"),
        (r"na\"{\i}ve \'\i", "naïve í"),
        (r"{\O}rsted, A{\ss}mann, \AA ngstr\"om", "Ørsted, Aßmann, Ångström"),
        (r"Erd{\H o}s", "Erdős"),
        (r"pages 1--2 --- ``a'' `b'", "pages 1–2 — “a” `b'"),
        (r"$\alpha$-Fe$_2$O$^{3}$ $x_{ij}$", "α-Fe₂O³ xij"),
        (r"\emph{a {b}} {\it c}", "a b c"),
        (r"R\&D 100\% \#1 a\_b \$5", "R&D 100% #1 a_b $5"),
        (r"\url{http://a_b/~c} \href{http://x}{y}", "http://a_b/~c y"),
        (r"\foo bar \foo{baz}", r"\foo bar baz"),
        (r"CO\textsubscript{2} m\textsuperscript{2}", "CO₂ m²"),
        (r"A.~B. c\,d", "A. B. c d"),
        (r"{\noopsort{1973}}x", "x"),
        (r"\guillemotleft{}œuvre\guillemotright", "«œuvre»"),
        (r"Ko{\c c} \k{a} \t{oo}", "Koç ą o\u0361o"),
        ("{{Deep}} {T}itle", "Deep Title"),
        ("\\", "\\"),
        ("", ""),
    ],
)
def test_decoding(latex, shown):
    assert decode(latex) == shown


def test_verbatim_fields():
    assert decode_verbatim(r"http://a/b\_c{\_}d%20~e") == "http://a/b_c_d%20~e"


@given(st.text(max_size=60))
def test_text_without_latex_comes_back(text):
    import unicodedata

    bare = unicodedata.normalize("NFC", "".join(c for c in text if c not in "\\{}~$`'-"))
    assert decode(bare) == bare


@given(st.text(st.sampled_from(list("\\{}$^_~'`\"abcvHiou -.?!@")), max_size=40))
def test_any_latex_can_be_read(text):
    assert isinstance(decode(text), str)


COMMANDS = [c for c in ACCENTS if c not in "tbh="]


@given(st.sampled_from(COMMANDS), st.sampled_from("aeouACEOUnzZ"), st.booleans())
def test_accents_as_pylatexenc_has_them(accent, letter, inside):
    latex = f"{{\\{accent}{{{letter}}}}}" if inside else f"\\{accent}{{{letter}}}"
    assert decode(latex) == LatexNodes2Text().latex_to_text(latex)


def test_speed_of_long_and_deep_text():
    assert decode("{" * 100_000 + "x" + "}" * 100_000) == "x"
    assert len(decode("a--b " * 50_000)) == 200_000 - 1 + 1

"""What LaTeX commands stand for in Unicode; from the LaTeX and textcomp manuals."""

from __future__ import annotations

ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "d": "\u0323",
    "b": "\u0331",
    "k": "\u0328",
    "r": "\u030a",
    "t": "\u0361",
}
"""Accent commands → combining characters."""

_LETTERS = """
ss ß o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ
SS ẞ
"""
_SIGNS = """
S § P ¶ pounds £ euro € texteuro € copyright © textcopyright © textregistered ® texttrademark ™
dag † ddag ‡ textdagger † textdaggerdbl ‡ textbullet • textperiodcentered · textdegree ° degree °
ldots … dots … textellipsis … textendash – textemdash — textquoteleft ‘ textquoteright ’
textquotedblleft “ textquotedblright ” quotesinglbase ‚ quotedblbase „ textquotedbl "
textquotesingle ' guillemotleft «
guillemotright » guilsinglleft ‹ guilsinglright › flqq « frqq » glqq „ grqq “
og « fg »
textexclamdown ¡ textquestiondown ¿ textbackslash \\ textasciitilde ~ textasciicircum ^
textunderscore _ textbar | textless < textgreater > textbraceleft { textbraceright } textdollar $
textsection § textparagraph ¶ textsterling £ textyen ¥ textcent ¢ textmu µ textonehalf ½
textonequarter ¼ textthreequarters ¾ textordfeminine ª textordmasculine º texttimes × textdiv ÷
textpm ± textsuperior ˢ slash / textvisiblespace ␣ nobreakdash - LaTeX LaTeX TeX TeX BibTeX BibTeX
times × div ÷ pm ± mp ∓ cdot · le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ sim ∼ equiv ≡ propto ∝
infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ sqrt √ to → rightarrow → leftarrow ← leftrightarrow ↔
Rightarrow ⇒ Leftarrow ⇐ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ forall ∀ exists ∃ neg ¬
wedge ∧ vee ∨ oplus ⊕ otimes ⊗ langle ⟨ rangle ⟩ ell ℓ hbar ℏ circ ∘ star ⋆ ast ∗ prime ′ ldotp .
dagger † ddagger ‡ bullet • colon : lbrace { rbrace } vert | mid | parallel ∥ perp ⊥ angle ∠
"""
_SPACES = (
    "quad",
    "qquad",
    "space",
    "newline",
    "par",
    "linebreak",
    "thinspace",
    "enspace",
    "nobreakspace",
)


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


SYMBOLS = _pairs(_LETTERS) | _pairs(_SIGNS) | dict.fromkeys(_SPACES, " ")
"""Commands without an argument → what they print."""

GREEK = _pairs(
    """
alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ
omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
"""
)
"""Greek letters of mathematics."""

SUPERSCRIPT = dict(zip("0123456789+-=()nio", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵒ", strict=True))
SUBSCRIPT = dict(zip("0123456789+-=()aeox", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓ", strict=True))

_SWITCHES = """
em it bf sc tt rm sf sl itshape bfseries scshape ttfamily rmfamily sffamily upshape slshape
mdseries normalfont tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge
emph textit textbf textsc texttt textrm textsf textsl textup textmd textnormal mbox hbox
underline uppercase lowercase MakeUppercase MakeLowercase protect relax noindent ignorespaces
mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak text ensuremath boldsymbol left right
displaystyle textstyle nolinkurl enquote mkbibquote mkbibemph mkbibbold unskip xspace
"""
SWITCHES = frozenset(_SWITCHES.split())
"""Commands that change how something looks, and print nothing themselves."""

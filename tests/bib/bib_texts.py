"""Texts for property tests: well-formed entries, and heaps of pieces that are anything but."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = [
    "@misc{k1,",
    "@misc{k2",
    "@article(k3,",
    "@string{foo = {F}}",
    '@string{foo = foo # "G"}',
    "@comment{z}",
    '@preamble{"p"}',
    "@COMMENT",
    "a@b.c",
    " a=",
    "b = ",
    "{x}",
    "{y {z}}",
    '"q"',
    '"q{"}"',
    "12",
    " # ",
    "foo",
    "jan",
    ",",
    "}",
    ")",
    "{",
    '"',
    "@",
    "%",
    "(",
    "=",
    "'",
    "\\",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "é",
    "\u00a0",
    "\0",
    "@misc{K1, a={1}}\n",
]

heaps = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
any_text = heaps | st.text(max_size=40)

keys = st.from_regex(r"[A-Za-z][A-Za-z0-9:_.+-]{0,8}", fullmatch=True)
names = st.sampled_from(["author", "title", "year", "Journal", "note", "x-own", "date", "URL"])
inner = st.text(
    st.sampled_from(list("abz XYZ09,.:;-'?!&%#@=()\\\néø\u4e2d")), min_size=0, max_size=14
)
braced = inner.map(lambda s: "{" + s + "}")
nested = st.tuples(inner, braced, inner).map(lambda t: "{" + "".join(t) + "}")
quoted = inner.map(lambda s: '"' + s + '"')
values = braced | nested | quoted | st.integers(0, 3000).map(str) | st.sampled_from(["jan", "dec"])


@st.composite
def entry_texts(draw, key):
    """One well-formed entry in one of several layouts."""
    fields = draw(st.dictionaries(names, values, max_size=4))
    comma = draw(st.sampled_from([",", ""])) if fields else ""
    between = draw(st.sampled_from([",\n  ", ", ", ",\n\t", ",\r\n  "]))
    equals = draw(st.sampled_from([" = ", "=", "   = "]))
    body = "".join(f"{between}{n}{equals}{v}" for n, v in fields.items())
    end = draw(st.sampled_from(["\n", "", " "]))
    kind = draw(st.sampled_from(["misc", "Article", "BOOK"]))
    return f"@{kind}{{{key}{body}{comma}{end}}}"


@st.composite
def files(draw, least=0):
    """A well-formed file: entries with different keys, comments between them."""
    chosen = draw(st.lists(keys, min_size=least, max_size=5, unique_by=str.lower))
    gap = st.sampled_from(["\n\n", "\n", "\n\n% a comment\n", "\n% c\n\n"])
    text = draw(st.sampled_from(["", "% head\n", "% head\n\n"]))
    for index, key in enumerate(chosen):
        text += (draw(gap) if index else "") + draw(entry_texts(key))
    return text + draw(st.sampled_from(["\n", "", "\n\n"])) if text else ""

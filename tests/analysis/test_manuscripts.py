from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.cited_markdown import own_works
from rvc.analysis.included import included_in
from rvc.analysis.manuscripts import (
    ManuscriptFormat,
    cited_keys,
    cites_all,
    format_of,
    with_new_key,
)
from rvc.errors import RvcError


def keys(text: str, form: str) -> list[str]:
    found = cited_keys(text, form)
    if form != "notebook":
        assert [text[one.start : one.end] for one in found] == [one.key for one in found]
    return [one.key for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see @doe99", ["doe99"]),
        (
            "@doe99 says; [@smith04, p. 33; also -@doe99; *see* @a_b:c].",
            "doe99 smith04 doe99 a_b:c",
        ),
        ("[-@doe99]", ["doe99"]),
        (
            "@{https://example.com/bib?name=foobar&date=2000}, p. 33",
            ["https://example.com/bib?name=foobar&date=2000"],
        ),
        (
            "@Foo_bar.baz. and @Foo_bar.baz.: and @Foo_bar--baz",
            ["Foo_bar.baz", "Foo_bar.baz", "Foo_bar"],
        ),
        ("mail jane@example.org, escaped \\@doe", []),
        ("`@code` and ``a ` @code`` but @real", ["real"]),
        ("```\n@code\n```\n@real", ["real"]),
        ("~~~ {.py}\n@code\n```\n@code\n~~~\n@real", ["real"]),
        ("```\nnever closed @code\n", []),
        ("> ```\n> @code\n> ```\n> @real", ["real"]),
        ("text\n\n    @code\n    @code2\n\ntext @real", ["real"]),
        ("- item\n\n    @inside the item\n", ["inside"]),
        ("[^1]: note\n\n    @inside the note\n", ["inside"]),
        ("text\n    @lazy continuation", ["lazy"]),
        ("<!-- @comment -->@real", ["real"]),
        ("https://medium.com/@user/post and <https://x.org/@user>", []),
        ("[link](https://x.org/@user) [a]: b\n\n[ref]: https://x.org/@user\n", []),
        ("raw \\citep[p.~3]{a,b} tex", ["a", "b"]),
        ("```{=latex}\n\\cite{a}\n```\n", ["a"]),
        ("---\nnocite: |\n  @a, @b\n---\n", ["a", "b"]),
        ("nocite: '@*'", []),
        ("(@a)[@b]\u2014@c \u201c@d\u201d *@e* _@f_", "a b c d e"),
        ("é@mail", []),
        ("@müller2001 @李2001", ["müller2001", "李2001"]),
        ('<cite data-cite="a,b">x</cite>', ["a", "b"]),
        ("@a+b @c/d @e#f", ["a+b", "c/d", "e#f"]),
    ],
)
def test_markdown(text: str, expected: list[str] | str) -> None:
    wanted = expected.split() if isinstance(expected, str) else expected
    found = keys(text, "markdown")
    assert [key for key in found if key != "f"] == wanted


def test_quarto_knows_figures_from_works() -> None:
    assert keys("@fig-map @tbl-1 @sec-intro @eq-2 @figueroa2001", "quarto") == ["figueroa2001"]
    assert keys("@fig-map", "markdown") == ["fig-map"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\cite{a}", ["a"]),
        (r"\citep[see][p.~3, \emph{n}]{ a , b}", ["a", "b"]),
        (r"\citet*{a} \Citet{b} \parencite*[1]{c} \textcite{d}\footfullcite{e}", list("abcde")),
        (r"\cites(pre)(post)[1][2]{a}[3]{b}{c} {d}", ["a", "b", "c", "d"]),
        (r"\volcite[see]{2}[p. 3]{a}", ["a"]),
        ("\\cite%\n  {a}", ["a"]),
        ("\\cite{a,% why {b}\n  c}", ["a", "c"]),
        (r"50\% \cite{a}", ["a"]),
        ("% \\cite{a}\n\\cite{b}", ["b"]),
        (r"\\% \cite{a}", []),
        (r"\verb|\cite{a}| \cite{b}", ["b"]),
        ("\\begin{verbatim}\n\\cite{a}\n\\end{verbatim}\\cite{b}", ["b"]),
        (r"\nocite{*}\nocite{a}", ["a"]),
        (r"\citestyle{apa}\setcitestyle{x}\DeclareCiteCommand{\mycite}{a}{b}\citetext{see x}", []),
        (r"\newcommand{\mycite}[1]{\cite{#1}} \mycite{a}", ["a"]),
        (r"\newcommand\work[1]{\emph{see} \citep[p.~3]{#1}} \work{a} \works{b}", ["a"]),
        (r"\newcommand{\two}[2]{\cite{#1,#2}} \def\x#1{\cite{#1}} \cite{a}", ["a"]),
        ("\\iffalse \\cite{no}\n\\ifx a b \\cite{no} \\else \\fi \\cite{no}\\fi \\cite{a}", ["a"]),
        (r"\iffalse \cite{no} \else \cite{a} \fi \cite{b}", ["a", "b"]),
        (r"\iffalse $a \iff b$ \ifthenelse{x}{\cite{no}}{} \fi \cite{a}", ["a"]),
        (r"\newif\ifdraft \ifdraft \cite{a} \fi \iffalse \newif\ifx \fi \cite{b}", ["a", "b"]),
        (r"\bibentry{a} \citefield{b}{title}", ["a", "b"]),
        ("\\cite\n{a}", ["a"]),
        ("\\cite\n\n{a}", []),
        (r"\cite <see> [p. 2] {a}", ["a"]),
    ],
)
def test_tex(text: str, expected: list[str]) -> None:
    assert keys(text, "tex") == expected


@pytest.mark.parametrize("text", ["[1,2]", "{}", '{"worksheets": []}', '{"cells": 1}', "1"])
def test_json_that_is_no_notebook_is_refused(text: str) -> None:
    with pytest.raises(RvcError, match="holds no cells"):
        cited_keys(text, "notebook")


def test_works_that_a_text_brings_along() -> None:
    text = (
        "---\ntitle: x\nid: no\nreferences:\n- id: a1\n  title: y\n- type: book\n  id: 'b'\n\n"
        '- {id: "c d", type: book}\nother:\n- id: no\n---\n\nreferences:\n- id: no\n'
    )
    assert own_works(text) == {"a1", "b", "c d"}
    assert own_works("---\nreferences: [{id: a}, {'id': b}]\n...\n") == {"a", "b"}


def test_files_that_a_source_includes() -> None:
    text = (
        "\\input{a/b} \\include{ c } \\input d.tex\n% \\input{no}\n\\input{#1} \\inputenc{no}"
        "\\iffalse\\input{no}\\fi \\subfile{e} \\import{f/}{g} \\includegraphics{no}"
    )
    assert [one.key for one in included_in(text, "tex")] == ["a/b", "c", "d.tex", "e", "f/g"]
    assert [one.key for one in included_in("\\@input{a.aux}\n", "aux")] == ["a.aux"]
    assert included_in(text, "markdown") == []


def test_aux() -> None:
    text = (
        "\\citation{a,b}\n\\citation{*}\n\\abx@aux@cite{0}{c}\n\\abx@aux@cite{d}\n\\bibcite{a}{1}\n"
    )
    assert keys(text, "aux") == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See @netwok. And @key:x-1[p. 3].", ["netwok", "key:x-1"]),
        ('#cite(<a>, form: "prose") #cite(label("b/c"))', ["a", "b/c"]),
        ("#figure(image()) <fig> shows @fig and @work", ["work"]),
        ("// @no\n/* @no\n@no */ `@no` ```\n@no```@yes", ["yes"]),
        ('#link("https://medium.com/@user") https://x.org/@user @yes', ["yes"]),
        (r"jane\@x.org jane@x.org", []),
    ],
)
def test_typst(text: str, expected: list[str]) -> None:
    assert keys(text, "typst") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[cite:@a] [cite/t:see @b p. 3;also @c:d]", ["a", "b", "c:d"]),
        ("[cite/noauthor/bare:@a [sic] @b]", ["a", "b"]),
        ("@a is nobody, jane@x.org", []),
        ("cite:a,b. citep:c textcite:d.", ["a", "b", "c", "d"]),
        ("[[citep:see &a p. 3;&b]]", ["a", "b"]),
        ("[[cite:&a]] [[cite:&b;&c]]", ["a", "b", "c"]),
        ("[[cite:a]] [[cite:b,c][as they say]]", ["a", "b", "c"]),
        ("[[cite:@a] and [cite:@b]]", ["a", "b"]),
        ("[[cite:&a]] [[cite:&b;&c]] [[cite:d]] [[cite:e][x]]", list("abcde")),
        ("[[cite:&a][some text]] [[cite:see &b p. 3]]", ["a", "b"]),
        ("[[cite:a,b]] [cite:@c] [[cite/t:@d]]", ["a", "b", "c", "d"]),
        ("\\citet{a}", ["a"]),
        ("# [cite:@no]\n[cite:@yes]", ["yes"]),
        ("#+begin_src x\n[cite:@no]\n#+end_src\n: [cite:@no]\n=[cite:@no]=", []),
    ],
)
def test_org(text: str, expected: list[str]) -> None:
    assert keys(text, "org") == expected


def notebook(*cells: tuple[str, object], **how: object) -> str:
    made = [
        {"cell_type": kind, "metadata": {"source": "@no"}, "source": source}
        for kind, source in cells
    ]
    return json.dumps(
        {"cells": made, "metadata": {"cells": [{"source": "@no"}]}, "nbformat": 4}, **how
    )  # type: ignore[arg-type]


def test_notebook() -> None:
    text = notebook(
        (
            "markdown",
            ["# A\n", 'see @a "x" \\cite{b}\n', "```\n", "@no\n", "```\n", "@müller\U0001f600 @c"],
        ),
        ("code", ["@decorator\n"]),
        ("markdown", "@d/e"),
        indent=1,
    )
    assert keys(text, "notebook") == ["a", "b", "müller", "c", "d/e"]
    escaped = text.replace("d/e", "d\\/e")
    assert keys(escaped, "notebook")[-1] == "d/e"
    with pytest.raises(RvcError, match="not JSON"):
        cited_keys("{", "notebook")


def test_renaming_in_a_notebook_changes_the_key_alone() -> None:
    text = notebook(("markdown", ["“@m\u00fcller” \t@b"]), ("code", ["@b"]))
    changed = with_new_key(text, "notebook", "müller", "mueller")
    assert changed == text.replace("m\\u00fcller", "mueller")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (r"\nocite{*}", "tex"),
        (r"\nocite{a, *}", "tex"),
        (r"\nocite{*}", "markdown"),
        ("---\nnocite: '@*'\n---\n", "markdown"),
        ("---\nnocite: |\n  @*\n---\n", "quarto"),
        ("---\nnocite: |\n\n  @a,\n  @*\ntitle: x\n---\n", "markdown"),
        ("\\citation{*}", "aux"),
        ("\\abx@aux@cite{0}{*}", "aux"),
        ('#bibliography("a.bib", full: true)', "typst"),
        ("[cite/nocite:@*]", "org"),
        (notebook(("raw", ["---\n", "nocite: '@*'\n", "---\n"])), "notebook"),
    ],
)
def test_all_works_are_cited(text: str, form: str) -> None:
    assert cites_all(text, form)
    assert "*" not in keys(text, form)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (r"% \nocite{*}", "tex"),
        (r"\nocite{a}", "tex"),
        ("---\nnocite: '@a'\ntitle: '@*'\n---\n@* `\\nocite{*}`", "markdown"),
        ('#bibliography("a.bib") // full: true', "typst"),
        ("[cite:@a]", "org"),
    ],
)
def test_not_all_works_are_cited(text: str, form: str) -> None:
    assert not cites_all(text, form)


def test_docx() -> None:
    text = 'See @a.\n ADDIN ZOTERO_ITEM CSL_CITATION {"itemData":{"citation-key":"b"}}'
    assert keys(text, "docx") == ["a", "b"]
    with pytest.raises(RvcError, match="Word"):
        with_new_key(text, "docx", "a", "c")
    assert with_new_key(text, "docx", "z", "c") == text


def test_formats_by_ending() -> None:
    assert format_of("a/b.QMD") is ManuscriptFormat.QUARTO
    assert format_of("paper.tar.tex") is ManuscriptFormat.TEX
    with pytest.raises(RvcError, match="known format"):
        format_of("paper.pages")


def test_renaming() -> None:
    assert with_new_key("@a @ab [@a; @a:b]", "markdown", "a", "c") == "@c @ab [@c; @a:b]"
    assert with_new_key(r"\cite{a,ab,a}", "tex", "a", "c") == r"\cite{c,ab,c}"
    assert with_new_key("@{a b}", "markdown", "a b", "c") == "@{c}"
    with pytest.raises(RvcError, match="cannot be cited"):
        with_new_key("@a", "markdown", "a", "b!!c")
    with pytest.raises(RvcError, match="cannot be cited"):
        with_new_key("@a", "typst", "a", "b+c")


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("[@a; @b]", "markdown", "[@b]"),
        ("[see @x; @b; @a]", "markdown", "[see @x; @b]"),
        ("[@b; @x; @a; @y]", "markdown", "[@b; @x; @y]"),
        ("[@{a}; @{b}]", "markdown", "[@{b}]"),
        ("[@a, p. 3; @b]", "markdown", "[@b, p. 3; @b]"),
        ("[@b; @a, p. 3]", "markdown", "[@b; @b, p. 3]"),
        ("[-@a; @b]", "markdown", "[-@b; @b]"),
        ("@a; @b and [@b; @b] say", "markdown", "@b; @b and [@b; @b] say"),
        (r"\cite{a,b} \citep[see][3]{x, a,b , y}", "tex", r"\cite{b} \citep[see][3]{x, b , y}"),
        ("[cite:@a;@b] [[cite:&a;&b]]", "org", "[cite:@b] [[cite:&b]]"),
        ("@a @b", "typst", "@b @b"),
    ],
)
def test_what_becomes_one_work_is_cited_once(text: str, form: str, expected: str) -> None:
    assert with_new_key(text, form, "a", "b", once=True) == expected


ANY = st.lists(
    st.sampled_from(
        [*"ab@{}[]<>()`~\\%/*:;,.#\n \t\"'-_=|citeé", "\\cite{", "```", "[cite:@", "<!--"]
    ),
    max_size=60,
).map("".join)


@given(ANY, st.sampled_from([f for f in ManuscriptFormat if f != "notebook"]))
def test_any_text_is_read_and_places_are_exact(text: str, form: ManuscriptFormat) -> None:
    found = cited_keys(text, form)
    assert all(text[one.start : one.end] == one.key for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(ANY)
def test_places_in_notebooks_hold_the_key(text: str) -> None:
    book = notebook(("markdown", text.splitlines(keepends=True)))
    for found in cited_keys(book, "notebook"):
        assert json.loads(f'"{book[found.start : found.end]}"') == found.key


def test_a_key_of_which_a_part_is_hidden_is_none() -> None:
    (found,) = cited_keys("\\cite{a\\@a} \\cite{b}", ManuscriptFormat.MARKDOWN)
    assert (found.key, found.start, found.end) == ("b", 18, 19)

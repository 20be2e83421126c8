"""Which works a manuscript cites, and where: pandoc, LaTeX, Typst, Quarto, notebooks, Org, Word.

Only what the program that sets the manuscript would take for a citation counts: not what stands in
code, comments, links and addresses.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from rvc.analysis.cited import Cited, Citings
from rvc.analysis.cited_all import (
    all_in_aux,
    all_in_markdown,
    all_in_notebook,
    all_in_org,
    all_in_tex,
    all_in_typst,
)
from rvc.analysis.cited_markdown import in_markdown, in_quarto
from rvc.analysis.cited_notebook import in_notebook
from rvc.analysis.cited_org import in_org
from rvc.analysis.cited_tex import in_aux, in_tex
from rvc.analysis.cited_twice import doubles
from rvc.analysis.cited_typst import in_typst
from rvc.analysis.cited_word import in_word
from rvc.errors import RvcError


class ManuscriptFormat(StrEnum):
    """How a manuscript is written."""

    MARKDOWN = "markdown"
    QUARTO = "quarto"
    TEX = "tex"
    AUX = "aux"
    TYPST = "typst"
    NOTEBOOK = "notebook"
    ORG = "org"
    DOCX = "docx"


ENDINGS = {
    "md": ManuscriptFormat.MARKDOWN,
    "markdown": ManuscriptFormat.MARKDOWN,
    "txt": ManuscriptFormat.MARKDOWN,
    "rmd": ManuscriptFormat.QUARTO,
    "qmd": ManuscriptFormat.QUARTO,
    "tex": ManuscriptFormat.TEX,
    "ltx": ManuscriptFormat.TEX,
    "aux": ManuscriptFormat.AUX,
    "typ": ManuscriptFormat.TYPST,
    "ipynb": ManuscriptFormat.NOTEBOOK,
    "org": ManuscriptFormat.ORG,
    "docx": ManuscriptFormat.DOCX,
}
"""Endings of file names, in lower case and without their dot."""

_READERS: dict[ManuscriptFormat, Callable[[str], Citings]] = {
    ManuscriptFormat.MARKDOWN: in_markdown,
    ManuscriptFormat.QUARTO: in_quarto,
    ManuscriptFormat.TEX: in_tex,
    ManuscriptFormat.AUX: in_aux,
    ManuscriptFormat.TYPST: in_typst,
    ManuscriptFormat.NOTEBOOK: in_notebook,
    ManuscriptFormat.ORG: in_org,
    ManuscriptFormat.DOCX: in_word,
}

_WILDCARDS: dict[ManuscriptFormat, Callable[[str], bool]] = {
    ManuscriptFormat.MARKDOWN: all_in_markdown,
    ManuscriptFormat.QUARTO: all_in_markdown,
    ManuscriptFormat.TEX: all_in_tex,
    ManuscriptFormat.AUX: all_in_aux,
    ManuscriptFormat.TYPST: all_in_typst,
    ManuscriptFormat.NOTEBOOK: all_in_notebook,
    ManuscriptFormat.ORG: all_in_org,
    ManuscriptFormat.DOCX: all_in_markdown,
}


def format_of(name: str) -> ManuscriptFormat:
    """Return the format that the ending of a file's name says; RvcError when it says none."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in ENDINGS:
        return ENDINGS[ending]
    hint = f"known endings: {', '.join('.' + known for known in ENDINGS)}"
    raise RvcError("not a manuscript of a known format", where=name, hint=hint)


def cited_keys(text: str, form: ManuscriptFormat | str) -> list[Cited]:
    """Return every citation in the order of the text; `text[start:end]` is the key as written.

    In a notebook the key may be written with JSON escapes there; `key` never has them. A wildcard
    (`\\nocite{*}`) is no key, see `cites_all`. ValueError for a format that is none, RvcError for
    a notebook that is not JSON.
    """
    found: list[Cited] = []
    for one in sorted(
        _READERS[ManuscriptFormat(form)](text), key=lambda one: (one.start, -one.end)
    ):
        if not found or one.start >= found[-1].end:  # `\\cite{@a}` is one citation, not two
            found.append(one)
    return found


def cites_all(text: str, form: ManuscriptFormat | str) -> bool:
    """Whether a manuscript cites every work: `\\nocite{*}`, `nocite: "@*"`, `full: true`."""
    return _WILDCARDS[ManuscriptFormat(form)](text)


def with_new_key(
    text: str, form: ManuscriptFormat | str, old: str, new: str, *, once: bool = False
) -> str:
    """Return the manuscript citing `new` wherever it cites `old`; nothing else changes.

    With `once`, a citation that would name `new` twice names it once. RvcError when `new` cannot
    be cited in this format, which reading the result again shows.
    """
    before = cited_keys(text, form)
    if form == ManuscriptFormat.DOCX and any(found.key == old for found in before):
        raise RvcError("keys in Word files cannot be replaced", hint="rename it in Word")
    gone = doubles(text, before, old, new) if once else {}
    parts, pos = [], 0
    for number, found in enumerate(before):
        if number in gone:
            start, end = gone[number]
            parts.append(text[pos:start])
            pos = end
        elif found.key == old:
            parts += [text[pos : found.start], new]
            pos = found.end
    changed = "".join([*parts, text[pos:]])
    left = [found.key for number, found in enumerate(before) if number not in gone]
    wanted = [new if key == old else key for key in left]
    if [found.key for found in cited_keys(changed, form)] != wanted:
        raise RvcError(
            f"'{new}' cannot be cited in {ManuscriptFormat(form).value}",
            hint="letters, digits and - _ : only are safe everywhere",
        )
    return changed

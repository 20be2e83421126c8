r"""Whether a manuscript cites the whole bibliography: `\nocite{*}`, `nocite: | @*` and the like.

The rules are those of LaTeX, of pandoc's manual ("Including uncited items in the bibliography"), of
Typst's reference ("Bibliography", `full`) and of Org's manual (`[cite/nocite:@*]`).
"""

from __future__ import annotations

import re

from rvc.analysis.cited import hidden
from rvc.analysis.cited_markdown import markdown_without_code
from rvc.analysis.cited_notebook import notebook_cells
from rvc.analysis.cited_org import ORG_HIDDEN
from rvc.analysis.cited_typst import TYPST_HIDDEN
from rvc.analysis.tex_shown import tex_shown

_LIST = r"\s*\{(?:[^{}]*,)?\s*\*\s*(?:,[^{}]*)?\}"
_TEX = re.compile(rf"\\nocite{_LIST}")
_AUX = re.compile(rf"\\(?:citation|abx@aux@cite(?:\{{\d+\}})?){_LIST}")
_METADATA = re.compile(
    r"^[ \t]*[\"']?nocite[\"']?[ \t]*:[^\r\n]*(?:\r?\n(?:[ \t]+[^\r\n]*|(?=\r?\n[ \t])))*",
    re.MULTILINE,
)
_WILDCARD = re.compile(r"(?<![\w\\])@(?:\*|\{\*\})")
_TYPST = re.compile(r"\bbibliography\s*\([^()]*\bfull\s*:\s*true\b")
_ORG = re.compile(r"\[cite/n(?:ocite)?(?:/[\w/-]+)?:[^\[\]]*@\*(?!\w)|(?<![\w\\/])nocite:&?\*")


def all_in_markdown(text: str) -> bool:
    """Whether a Markdown text cites all works, in its metadata or by raw LaTeX."""
    shown = markdown_without_code(text)
    blocks = (found[0] for found in _METADATA.finditer(text))
    return all_in_tex(shown) or any(_WILDCARD.search(block) for block in blocks)


def all_in_tex(text: str) -> bool:
    """Whether a LaTeX source cites all works."""
    return bool(_TEX.search(tex_shown(text)))


def all_in_aux(text: str) -> bool:
    """Whether LaTeX noted in an .aux file that all works are cited."""
    return bool(_AUX.search(text))


def all_in_typst(text: str) -> bool:
    """Whether a Typst source prints the whole bibliography."""
    return bool(_TYPST.search(hidden(text, *TYPST_HIDDEN)))


def all_in_org(text: str) -> bool:
    """Whether an Org text cites all works."""
    shown = hidden(text, *ORG_HIDDEN)
    return bool(_ORG.search(shown)) or all_in_tex(shown)


def all_in_notebook(text: str) -> bool:
    """Whether a cell of a notebook cites all works; RvcError when it is no JSON."""
    return any(all_in_markdown(source) for source, _ in notebook_cells(text))

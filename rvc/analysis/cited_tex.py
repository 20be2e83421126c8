r"""Citations in LaTeX (`\cite`, natbib, biblatex, their relatives) and in the .aux files it writes.

The commands are those of natbib, biblatex (manual, "Citation commands") and bibentry; every other
command whose name holds `cite` counts as well, as authors define their own.
"""

from __future__ import annotations

import re

from rvc.analysis.cited import Cited, Citings, hidden, keys_in

TEX_HIDDEN = (
    re.compile(r"\\verb\*?([^\w\s*])(?:(?!\1)[^\r\n])*\1"),
    re.compile(r"\\begin\{(verbatim|lstlisting|minted|comment)\*?\}.*?\\end\{\1\*?\}", re.DOTALL),
    re.compile(r"(?<!\\)(?:\\\\)*%[^\r\n]*"),
)
"""What LaTeX does not read: verbatim text and comments."""
_COMMAND = re.compile(r"\\([A-Za-z]*[cC]ite[A-Za-z]*|bibentry)\*?")
_NO_KEYS = re.compile(
    r"citetext|citestyle|setcitestyle|citereset\w*|bibcite|citesetup|Declare\w*|[Nn]ewcite\w*"
    r"|renewcite\w*|cite(?:punct|delim|counter|index\w*|tracker\w*)|mkbib\w*|if\w*|blx\w*"
)
_GAP = r"[ \t]*(?:\r?\n[ \t]*)?"
_OPTIONS = re.compile(
    rf"(?:{_GAP}(?:\[(?:[^\[\]{{}}]|\{{[^{{}}]*\}}|\[[^\[\]]*\])*\]|\([^()]*\)|<[^<>]*>))*"
)
_GROUP = re.compile(rf"{_GAP}\{{([^{{}}\\]*)\}}")
_AUX = re.compile(r"\\(?:citation|abx@aux@cite(?:\{\d+\})?)\{([^{}]*)\}")


def in_tex(text: str) -> Citings:
    """Yield the citations in a LaTeX source."""
    shown = hidden(text, *TEX_HIDDEN)
    for command in _COMMAND.finditer(shown):
        if not _NO_KEYS.fullmatch(command[1]):
            yield from _arguments(shown, command[1], command.end())


def _arguments(text: str, name: str, at: int) -> Citings:
    """Yield the keys of one command: of all groups when it ends in `cites`, else of one."""
    volume = name.lower().endswith("volcite")  # \volcite[before]{volume}[pages]{key}
    many = name.endswith("cites")
    while True:
        options = _OPTIONS.match(text, at)
        group = _GROUP.match(text, options.end() if options else at)
        if group is None:
            return
        at = group.end()
        if volume:
            volume = False
            continue
        yield from keys_in(text, *group.span(1))
        if not many:
            return


def in_aux(text: str) -> Citings:
    """Yield the citations in an .aux file, of BibTeX or biblatex."""
    found: list[Cited] = []
    for command in _AUX.finditer(text):
        found += keys_in(text, *command.span(1))
    return found

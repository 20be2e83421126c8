r"""Citations in LaTeX (`\cite`, natbib, biblatex, their relatives) and in the .aux files it writes.

The commands are those of natbib, biblatex (manual, "Citation commands") and bibentry; every other
command whose name holds `cite` counts as well, as authors define their own.
"""

from __future__ import annotations

import re

from rvc.analysis.cited import Cited, Citings, keys_in
from rvc.analysis.tex_shown import tex_shown

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
_DEFINED = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*\{?\s*\\([A-Za-z]+)\s*\}?\s*"
    r"\[1\]\s*\{(?:[^{}]|\{(?!#)[^{}]*\})*\\[A-Za-z]*[cC]ite[A-Za-z]*\*?(?:\[[^\[\]]*\])*\{#1\}"
)
r"""A command of one argument that hands it on: `\newcommand{\work}[1]{see \cite{#1}}`."""
_AUX = re.compile(r"\\(?:citation|abx@aux@cite(?:\{\d+\})?)\{([^{}]*)\}")


def in_tex(text: str) -> Citings:
    """Yield the citations in a LaTeX source, those by commands that it defines for it too."""
    shown = tex_shown(text)
    own = {found[1] for found in _DEFINED.finditer(shown)}
    for command in _COMMAND.finditer(shown):
        if not _NO_KEYS.fullmatch(command[1]) and command[1] not in own:
            yield from _arguments(shown, command[1], command.end())
    for name in sorted(own):
        for command in re.finditer(rf"\\{name}(?![A-Za-z])", shown):
            yield from _arguments(shown, name, command.end())


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
        if "#" not in group[1]:  # the argument of a definition
            yield from keys_in(text, *group.span(1))
        if not many:
            return


def in_aux(text: str) -> Citings:
    """Yield the citations in an .aux file, of BibTeX or biblatex."""
    found: list[Cited] = []
    for command in _AUX.finditer(text):
        found += keys_in(text, *command.span(1))
    return found

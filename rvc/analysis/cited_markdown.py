r"""Citations in Markdown as pandoc reads them: `@key`, `[-@key, p. 3]`, `@{key}`; also raw LaTeX.

The rules are those of pandoc's manual ("Citation syntax", "Specifying a citation key"): a key
begins with a letter, a digit or `_` and holds single signs of `:.#$%&-+?<>~/` inside; a letter
or digit before the @ makes it an address of mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.analysis.cited import Cited, Citings, blank, hidden
from rvc.analysis.cited_tex import in_tex

_FENCE = re.compile(
    r"^(?P<indent>[ \t>]*)(?P<fence>`{3,}|~{3,})(?P<info>[^\r\n`]*)\r?\n"
    r"(?:.*?\r?\n)??[ \t>]*(?P=fence)[`~]*[ \t]*$|^[ \t>]*(`{3,}|~{3,})[^\r\n`]*\r?\n.*\Z",
    re.DOTALL | re.MULTILINE,
)
_FENCE_LINE = re.compile(r"^[ \t>]*[`~]{3,}.*$", re.MULTILINE)
_RAW_TEX = re.compile(r"\s*\{=(?:la)?tex\}\s*")
_HIDDEN = (
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(r"(?<![`\\])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL),
    re.compile(r"<[A-Za-z][\w+.-]*:[^<>\s]*>"),
    re.compile(r"(?<=\]\()[^()\s]*(?:\([^()\s]*\)[^()\s]*)*"),
    re.compile(r"^[ ]{0,3}\[[^\]@\r\n]+\]:[ \t]*\S+", re.MULTILINE),
    re.compile(
        r"(?<!@\{)\b(?:https?|ftp)://[^\s<>\"]*?(?=[.,;:!?)\]]*(?:[\s<>\"]|$))", re.MULTILINE
    ),
    re.compile(r"\\@"),
)
_KEY = re.compile(
    r"(?<![\w\\@])@(?:\{(?P<braced>[^{}\r\n]+)\}"
    r"|(?P<plain>\w(?:\w|[:.#$%&\-+?<>~/](?=\w)|://?(?=\w))*))"
)
_HTML_CITE = re.compile(r"<cite\b[^>]*?\bdata-cite\s*=\s*[\"']([^\"']+)[\"']", re.I)
_CROSS_REFERENCE = re.compile(
    r"(?:fig|tbl|lst|tip|nte|wrn|imp|cau|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|sec|eq|vid)-",
    re.I,
)
_METADATA = re.compile(r"^---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_REFERENCES = re.compile(r"^references[ \t]*:.*(?:\r?\n(?:[ \t-].*|(?=\r?\n)))*", re.MULTILINE)
_ID = re.compile(r"(?:^|[\s{,-])[\"']?id[\"']?\s*:\s*(?:\"([^\"]+)\"|'([^']+)'|([^\s,}\"']+))")
_BLANK_LINE = re.compile(r"[ \t]*\r?\n?")
_ITEM = re.compile(r"[ ]{0,3}(?:[-*+:~]|\(?[\w#]{1,4}[.)]|\[\^[^\]]+\]:)[ \t]")


def in_markdown(text: str) -> Citings:
    """Yield the citations in a Markdown text."""
    shown = markdown_without_code(text)
    for cited in in_tex(shown):
        if text.startswith(cited.key, cited.start):  # else a part of it was blanked: it is no key
            yield cited
    for found in _KEY.finditer(shown):
        group = "braced" if found["braced"] else "plain"
        yield Cited(found[group], *found.span(group))
    for found in _HTML_CITE.finditer(shown):  # what notebooks write
        yield from _data_cite(found)


def in_quarto(text: str) -> Citings:
    """Yield the citations in a Quarto or R Markdown text; `@fig-map` refers to a figure there."""
    return (found for found in in_markdown(text) if not _CROSS_REFERENCE.match(found.key))


def own_works(text: str) -> set[str]:
    """Return the keys of the works that a text brings along, under `references` of its metadata."""
    found: set[str] = set()
    for block in _METADATA.finditer(text):
        for references in _REFERENCES.finditer(block[0]):
            found |= {key[1] or key[2] or key[3] for key in _ID.finditer(references[0])}
    return found


def _data_cite(found: re.Match[str]) -> Iterator[Cited]:
    for word in re.finditer(r"[^\s,;]+", found[1]):
        start = found.start(1) + word.start()
        yield Cited(word[0], start, start + len(word[0]))


def markdown_without_code(text: str) -> str:
    """Return a Markdown text with code, comments, links and addresses blanked."""
    shown = _FENCE.sub(_fenced, text)
    return hidden(_without_indented(shown), *_HIDDEN)


def _fenced(found: re.Match[str]) -> str:
    """Blank a block of code; pandoc hands a block marked as raw LaTeX on to LaTeX."""
    if not _RAW_TEX.fullmatch(found["info"] or ""):
        return blank(found[0])
    return _FENCE_LINE.sub(lambda line: blank(line[0]), found[0])


def _without_indented(text: str) -> str:
    """Blank indented code: after an empty line, and not the continuation of a list or a note."""
    lines = text.splitlines(keepends=True)
    after_blank, in_list, in_code = True, False, False
    for number, line in enumerate(lines):
        if _BLANK_LINE.fullmatch(line):
            after_blank = True
            continue
        if line.startswith(("    ", "\t")):
            in_code = in_code or (after_blank and not in_list)
            if in_code:
                lines[number] = blank(line)
        else:
            in_code = False
            in_list = bool(_ITEM.match(line)) or (in_list and line.startswith(" "))
        after_blank = False
    return "".join(lines)

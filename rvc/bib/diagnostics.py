"""What BibTeX drops without a word, or that looks lost, found in a library after reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.bib.careful import Braces
from rvc.bib.grammar import ENTRY_LINE
from rvc.bib.inherit import link_problems
from rvc.bib.library import Between, Comment, Diagnostic, Entry, Library, Macro
from rvc.bib.macros import LONGEST

RULES = {
    "unterminated": "a brace, a quote or an entry is never closed",
    "missing-comma": "a comma is missing between two fields",
    "syntax": "BibTeX cannot read on here and skips to the next @",
    "swallowed": "BibTeX does not see this entry, because an earlier one is not closed",
    "last-line": "BibTeX does not see this entry, because another ends on the same, last line",
    "duplicate-key": "BibTeX skips an entry whose key was used before",
    "duplicate-field": "BibTeX ignores a field that the entry has already",
    "entry-in-value": "a value holds what looks like a whole entry: a brace is missing",
    "entry-in-comment": "BibTeX reads an entry that is commented out; biber does not",
    "text-between": "BibTeX ignores what stands between entries",
    "undefined-macro": "a macro that nothing defines counts as empty",
    "macro-too-long": "macros that name each other stand for more than any value can be",
    "link-missing": "a crossref or xdata names an entry that is not there",
    "link-circle": "crossref or xdata lead back to the entry itself",
    "nul": "a NUL character, which no program expects",
    "undecodable": "a byte that does not belong to the encoding of the file",
}
"""Every rule of a diagnostic and what it means."""


_CUT = f"its macros stand for more than {LONGEST:,} characters; what is over is left out"


def diagnose(library: Library) -> list[Diagnostic]:
    """All remarks on a library, in the order of the text."""
    found = [
        *library.syntax,
        *_losses(library),
        *_fields(library),
        *_macros(library),
        *_hidden_entries(library),
        *_between(library),
        *link_problems(library),
        *_nul(library.text),
        *_undecodable(library.text),
    ]
    return sorted(found, key=lambda d: (d.start, d.end, d.rule))


def _losses(library: Library) -> Iterator[Diagnostic]:
    first: dict[str, Entry] = {}
    for entry in library.entries:
        if not entry.loss:
            first[entry.key.lower()] = entry
    for entry in library.entries:
        if entry.loss == "duplicate-key":
            kept = first[entry.key.lower()]
            line = library.position(kept.start).line
            same = "" if kept.key == entry.key else f" as {kept.key!r}"
            message = f"the key {entry.key!r} is used already in line {line}{same}"
        elif entry.loss == "swallowed":
            message = "an earlier entry is not closed, so that BibTeX does not see this one"
        elif entry.loss == "last-line":
            message = "BibTeX reads no second entry on the last line of a file"
        else:
            continue
        yield Diagnostic(entry.loss, entry.start, entry.end, message, entry.key)


def _fields(library: Library) -> Iterator[Diagnostic]:
    macros = library.source.macros
    for entry in library.entries:
        fields = entry.fields
        if len({f[0].lower() for f in fields}) < len(fields):
            yield from _repeated(entry)
        for name, raw, _, value_start in fields:
            if raw[0] in '{"0123456789' and "#" not in raw:
                continue
            found, end = macros.resolve(raw, value_start), value_start + len(raw)
            for macro in found.undefined:
                message = f"{name.lower()}: the macro {macro!r} is not defined"
                yield Diagnostic("undefined-macro", value_start, end, message, entry.key)
            if found.cut:
                message = f"{name.lower()}: {_CUT}"
                yield Diagnostic("macro-too-long", value_start, end, message, entry.key)


def _repeated(entry: Entry) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for field in entry.fields:
        first = seen.setdefault(field.lower, field.start)
        if first != field.start:
            line = entry.source.position(first).line
            message = f"the field {field.lower!r} is there already in line {line}"
            yield Diagnostic("duplicate-field", field.start, field.end, message, entry.key)


def _macros(library: Library) -> Iterator[Diagnostic]:
    macros = library.source.macros
    for block in library.blocks:
        if type(block) is not Macro or (block.raw[0] in '{"' and "#" not in block.raw):
            continue
        found = macros.resolve(block.raw, block.start - 1)
        for name in found.undefined:
            message = f"@string {block.name}: the macro {name!r} is not defined before"
            yield Diagnostic("undefined-macro", block.value_start, block.end, message)
        if found.cut:
            message = f"@string {block.name}: {_CUT}"
            yield Diagnostic("macro-too-long", block.value_start, block.end, message)


def _hidden_entries(library: Library) -> Iterator[Diagnostic]:
    """Entries inside a value, by the start of a line."""
    text = library.text
    for entry in library.entries:
        at = text.find("@", entry.start + 1, entry.end)
        while at >= 0:
            line = at
            while text[line - 1] in " \t":
                line -= 1
            found = ENTRY_LINE.match(text, line) if text[line - 1] in "\r\n" else None
            if found:
                message = f"a value holds what looks like the entry {found[2]!r}"
                yield Diagnostic("entry-in-value", at, found.end(), message, entry.key)
            at = text.find("@", at + 1, entry.end)


_LEFT_OVER = re.compile(r"[^\s%][^\r\n]*")
_COMMENT_LINE = re.compile(r"[ \t]*(?:%[^\r\n]*)?(?:\r\n?|\n|$)")


def _between(library: Library) -> Iterator[Diagnostic]:
    commented = -1
    line = ""
    text = library.text
    braces = Braces(text)
    for block in library.blocks:
        if type(block) is Comment:
            if block.start >= commented:
                commented = comment_end(text, block, braces)
        elif type(block) is Between:
            yield from _text_between(text, block)
            line = _last_line_of(text, block)
        elif type(block) is Entry:
            if block.start < commented or "%" in line:
                message = "this entry is commented out, but BibTeX reads it; biber does not"
                yield Diagnostic("entry-in-comment", block.start, block.end, message, block.key)
            line = ""


def _last_line_of(text: str, block: Between) -> str:
    """What stands before the next block on its line."""
    line_end = max(text.rfind(mark, block.start, block.end) for mark in "\r\n")
    return text[max(line_end + 1, block.start) : block.end]


def comment_end(text: str, block: Comment, braces: Braces) -> int:
    """Where the braces of a comment close that was cut off by an @ inside them."""
    if block.end >= len(text) or text[block.end] != "@" or text[block.end - 1] == "}":
        return -1
    opened = text.find("{", block.start, block.end)
    return braces.close(opened) if opened >= 0 else -1


def _text_between(text: str, block: Between) -> Iterator[Diagnostic]:
    """At most one remark for a stretch of text: on its first line that is no comment."""
    pos = block.start + (text[block.start] == "\ufeff")
    while pos < block.end:
        line = _COMMENT_LINE.match(text, pos, block.end)
        if line is None:
            break
        if line.end() == pos:
            return
        pos = line.end()
    found = _LEFT_OVER.search(text, pos, block.end)
    if found:
        said = found[0].strip()
        said = said if len(said) <= 40 else said[:39] + "…"
        message = f"BibTeX ignores this text between entries: {said!r}"
        yield Diagnostic("text-between", found.start(), found.end(), message)


def _nul(text: str) -> Iterator[Diagnostic]:
    at = text.find("\0")
    if at >= 0:
        number = text.count("\0")
        message = "a NUL character" + (f" (and {number - 1} more)" if number > 1 else "")
        yield Diagnostic("nul", at, at + 1, message)


_ESCAPED_BYTE = re.compile("[\udc80-\udcff]+")


def _undecodable(text: str) -> Iterator[Diagnostic]:
    """Bytes that the decoder kept as lone surrogates."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        pass
    else:
        return
    for found in _ESCAPED_BYTE.finditer(text):
        shown = " ".join(f"{ord(c) - 0xDC00:02X}" for c in found[0][:8])
        message = f"not in the encoding of the rest of the file: byte {shown} (hexadecimal)"
        yield Diagnostic("undecodable", found.start(), found.end(), message)

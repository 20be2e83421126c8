"""A redline as one HTML page that needs nothing else."""

from __future__ import annotations

import re
from html import escape

from rvc.analysis.redline import Change, Redline
from rvc.analysis.textdiff import DELETE, INSERT
from rvc.analysis.unit import LinkKind
from rvc.model.printable import printable
from rvc.render.redline_words import (
    SKIPPED,
    begun,
    fate_of,
    heading_of,
    signs_lines,
    stale_lines,
    summary_of,
)

# Colour is never the only sign: deletions are struck, insertions underlined, and both are announced
# to screen readers, many of which are silent about <del> and <ins>.
_STYLE = """\
:root{color-scheme:light dark}
body{font:1rem/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.25}
h2{font-size:1.1rem;margin:2rem 0 .25rem}
.same h2{font-weight:normal;margin:.75rem 0}
h1,h2,li,.warning{overflow-wrap:anywhere}
.fate,.skipped,.legend,.warning,nav{font-family:system-ui,sans-serif;font-size:.85rem;\
font-weight:normal}
.warning{border:1px solid #b35900;border-left-width:.4rem;padding:.25rem 1rem;margin:1rem 0}
nav ul{padding-left:1.2rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
del{background:#fde2e1;color:#82071e;text-decoration:line-through}
ins{background:#dafbe1;color:#0a5226;text-decoration:underline}
.beside{margin-left:.2em}
del.moved{border-left:.25rem solid #82071e}
ins.moved{border-left:.25rem solid #0a5226}
del::before,del::after,ins::before,ins::after{position:absolute;width:1px;height:1px;\
overflow:hidden;clip-path:inset(100%);white-space:nowrap}
del::before{content:" [deleted: "}del::after{content:" end of deletion] "}
ins::before{content:" [inserted: "}ins::after{content:" end of insertion] "}
@media(prefers-color-scheme:dark){del{background:#4a1115;color:#ffc9c7}\
ins{background:#0d3a1c;color:#b6f2c6}}"""

_LEGEND = (
    '<p class="legend">Read this as: <del>taken out</del> <ins>put in</ins>. What moved has a bar '
    "at its side and a link to its other place. Uncertain: a program paired the provisions on weak "
    "evidence; look at both.</p>"
)
_OPEN = 20  # rows of contents that stand open
_FOLDERS = re.compile(r"^.*[/\\](?=[^/\\]+\.\w{1,5}$)", re.DOTALL)
_TAG = {DELETE: "del", INSERT: "ins"}
_OTHER = {DELETE: INSERT, INSERT: DELETE}


def redline_html(redline: Redline, *, language: str = "", context: int | None = None) -> str:
    """Return a whole HTML page; every text is escaped, control characters are made visible.

    `language` is the BCP 47 tag of the texts; the page's own words are English.
    """
    title = _text(
        f"{_short(redline.left_title or 'left text')} → "
        f"{_short(redline.right_title or 'right text')}"
    )
    body = "\n".join(
        _change(number, change, language, context)
        for number, change in enumerate(redline.changes, 1)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{_text(summary_of(redline))}</p>\n{_LEGEND}\n"
        f"{_warnings(redline, context)}{_contents(redline)}{body}\n"
        "</main>\n</body>\n</html>\n"
    )


def _short(title: str) -> str:
    """Return the name of a file without the folders it lies in; other titles as they are."""
    return _FOLDERS.sub("", title)


def _warnings(redline: Redline, context: int | None) -> str:
    """Return a block of what a reader must know before trusting the page, or nothing."""
    stale = "".join(f'<p role="alert">{_text(line)}</p>\n' for line in stale_lines(redline))
    said = (*redline.notes, *signs_lines(redline, context))
    notes = "".join(f"<p>Note: {_text(note)}</p>\n" for note in dict.fromkeys(said))
    return f'<div class="warning">\n{stale}{notes}</div>\n' if stale or notes else ""


def _contents(redline: Redline) -> str:
    """Return links to all changed provisions; nothing where there is one to read anyway."""
    rows = [
        f'<li><a href="#c{number}">{_text(heading_of(change))}</a>: {_text(fate_of(change))}</li>'
        for number, change in enumerate(redline.changes, 1)
        if heading_of(change) and _is_listed(change)
    ]
    if len(rows) < 2:
        return ""
    summary = f"<summary>{len(rows)} changed provisions</summary>"
    rows_said = "\n".join(rows)
    opened = " open" if len(rows) <= _OPEN else ""
    return f"<nav><details{opened}>{summary}\n<ul>\n{rows_said}\n</ul>\n</details></nav>\n"


def _is_listed(change: Change) -> bool:
    return change.has_other_words or change.kind not in (LinkKind.SAME, LinkKind.CHANGED)


def _change(number: int, change: Change, language: str, context: int | None) -> str:
    heading = heading_of(change)
    parts = []
    if heading:
        fate = _text(fate_of(change))
        parts.append(f'<h2>{_text(heading)} <span class="fate">{fate}</span></h2>')
    if context is None or change.has_other_words:
        lang = f' lang="{escape(language)}"' if language else ""
        ops, before = "", ""
        for kind, text, move in begun(change.ops, context):
            ops += _op(number, kind, text, move, beside=before in _TAG)
            before = kind
        parts.append(f'<div class="text"{lang}>{ops}</div>')
    opened = f'<section class="{change.kind.value}" id="c{number}">\n'
    return opened + "\n".join(parts) + "\n</section>"


def _op(number: int, kind: str, text: str, move: int, *, beside: bool) -> str:
    words = _text(text)
    if kind == SKIPPED:
        return f'<span class="skipped" lang="en">{words}</span>'
    if kind not in _TAG:
        return words
    tag = _TAG[kind]
    if not move:
        gap = ' class="beside"' if beside else ""
        return f"<{tag}{gap}>{words}</{tag}>"
    own, other = f"c{number}-m{move}-{tag}", f"c{number}-m{move}-{_TAG[_OTHER[kind]]}"
    said = "moved to" if kind == DELETE else "moved from"
    link = f'<a class="skipped" lang="en" href="#{other}">{said} elsewhere ({move})</a> '
    return f'<{tag} class="moved" id="{own}">{link}{words}</{tag}>'


def _text(text: str) -> str:
    return escape(printable(text.replace("\r\n", "\n")))

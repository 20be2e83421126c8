"""A redline as one HTML page that needs nothing else."""

from __future__ import annotations

from html import escape

from rvc.analysis.redline import Change, Redline
from rvc.analysis.textdiff import DELETE, INSERT
from rvc.model.printable import printable
from rvc.render.redline_words import (
    SKIPPED,
    fate_of,
    heading_of,
    shown,
    stale_lines,
    summary_of,
    title_of,
)

# Colour is never the only sign: deletions are struck, insertions underlined, and both are announced
# to screen readers, many of which are silent about <del> and <ins>.
_STYLE = """\
:root{color-scheme:light dark}
body{font:1rem/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h2{font-size:1.1rem;margin:2rem 0 .5rem}
.fate,.skipped{font-family:system-ui,sans-serif;font-size:.85rem;font-weight:normal}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
del{background:#fde2e1;color:#82071e;text-decoration:line-through}
ins{background:#dafbe1;color:#0a5226;text-decoration:underline}
del.moved{border-left:.25rem solid #82071e}
ins.moved{border-left:.25rem solid #0a5226}
del::before,del::after,ins::before,ins::after{position:absolute;width:1px;height:1px;\
overflow:hidden;clip-path:inset(100%);white-space:nowrap}
del::before{content:" [deleted: "}del::after{content:" end of deletion] "}
ins::before{content:" [inserted: "}ins::after{content:" end of insertion] "}
@media(prefers-color-scheme:dark){del{background:#4a1115;color:#ffc9c7}\
ins{background:#0d3a1c;color:#b6f2c6}}"""

_TAG = {DELETE: "del", INSERT: "ins"}
_OTHER = {DELETE: INSERT, INSERT: DELETE}


def redline_html(redline: Redline, *, language: str = "", context: int | None = None) -> str:
    """Return a whole HTML page; every text is escaped, control characters are made visible.

    `language` is the BCP 47 tag of the texts; the page's own words are English.
    """
    title = _text(title_of(redline))
    body = "\n".join(
        _change(number, change, language, context)
        for number, change in enumerate(redline.changes, 1)
    )
    stale = "".join(f'<p role="alert">{_text(line)}</p>\n' for line in stale_lines(redline))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{_text(summary_of(redline))}</p>\n{stale}{body}\n"
        "</main>\n</body>\n</html>\n"
    )


def _change(number: int, change: Change, language: str, context: int | None) -> str:
    heading = heading_of(change)
    parts = []
    if heading:
        fate = _text(fate_of(change))
        parts.append(f'<h2>{_text(heading)} <span class="fate">{fate}</span></h2>')
    if change.reworded or context is None:
        lang = f' lang="{escape(language)}"' if language else ""
        ops = "".join(
            _op(number, kind, text, move) for kind, text, move in shown(change.ops, context)
        )
        parts.append(f'<div class="text"{lang}>{ops}</div>')
    return f'<section class="{change.kind.value}">\n' + "\n".join(parts) + "\n</section>"


def _op(number: int, kind: str, text: str, move: int) -> str:
    words = _text(text)
    if kind == SKIPPED:
        return f'<span class="skipped" lang="en">{words}</span>'
    if kind not in _TAG:
        return words
    tag = _TAG[kind]
    if not move:
        return f"<{tag}>{words}</{tag}>"
    own, other = f"c{number}-m{move}-{tag}", f"c{number}-m{move}-{_TAG[_OTHER[kind]]}"
    said = "moved to" if kind == DELETE else "moved from"
    link = f'<a class="skipped" lang="en" href="#{other}">{said} elsewhere ({move})</a> '
    return f'<{tag} class="moved" id="{own}">{link}{words}</{tag}>'


def _text(text: str) -> str:
    return escape(printable(text.replace("\r\n", "\n")))

"""A redline as Markdown: ~~taken out~~ and **put in**."""

from __future__ import annotations

from rvc.analysis.redline import Change, Redline
from rvc.analysis.textdiff import DELETE, INSERT, Op
from rvc.render.markdown_text import md
from rvc.render.redline_words import (
    fate_of,
    heading_of,
    shown,
    signs_lines,
    stale_lines,
    summary_of,
    title_of,
)

_MARKS = {DELETE: ("~~", "~~"), INSERT: ("**", "**")}
_TAGS = {DELETE: ("<del>", "</del>"), INSERT: ("<ins>", "</ins>")}


def redline_markdown(redline: Redline, *, context: int | None = None) -> str:
    """Return the redline as CommonMark with strikethrough, every character of the texts escaped.

    Where a mark beside punctuation would not be read as one, `<del>` and `<ins>` stand instead.
    """
    lines = [f"# {md(title_of(redline))}", "", md(summary_of(redline)), ""]
    lines += [f"> {md(line)}\n" for line in stale_lines(redline)]
    notes = (*redline.notes, *signs_lines(redline, context))
    lines += [f"> {md(f'note: {note}')}\n" for note in notes]
    for change in redline.changes:
        lines += _change(change, context)
    return "\n".join(lines).rstrip("\n") + "\n"


def _change(change: Change, context: int | None) -> list[str]:
    lines = []
    heading = heading_of(change)
    if heading:
        lines += [f"## {md(heading)}: {md(fate_of(change))}", ""]
    if context is not None and not change.has_other_words:
        return lines
    return lines + words_markdown(change.ops, context)


def words_markdown(ops: tuple[Op, ...], context: int | None = None) -> list[str]:
    """Return the words of one change alone, line by line, an empty line after each paragraph."""
    lines = []
    paragraphs: list[list[tuple[str, str, int]]] = [[]]
    for kind, text, move in shown(ops, context):
        first, *rest = text.split("\n")
        paragraphs[-1].append((kind, first, move))
        paragraphs += [[(kind, line, move)] for line in rest]
    for paragraph in paragraphs:
        line = _line(paragraph)
        if line:
            lines += [line, ""]
    return lines


def _line(parts: list[tuple[str, str, int]]) -> str:
    """Return one paragraph; white space at the ends of a change stays outside its marks."""
    out = ""
    for at, (kind, text, move) in enumerate(parts):
        bare = text.strip()
        if not bare:
            out += " " if text else ""
            continue
        lead = " " if text[0].isspace() else ""
        tail = " " if text[-1].isspace() else ""
        words = md(bare)
        if kind in _MARKS:
            if move:
                words = f"\\[moved {move}: {words}\\]"
            before = (out + lead)[-1:]
            after = tail or next((t[0] for _, t, _ in parts[at + 1 :] if t), "")
            marks = _MARKS if _is_read(words, before, after) else _TAGS
            words = f"{marks[kind][0]}{words}{marks[kind][1]}"
        out += lead + words + tail
    return out.strip()


def _is_read(words: str, before: str, after: str) -> bool:
    """Whether CommonMark reads marks around `words` as such ("flanking delimiter runs")."""
    opens = words[0].isalnum() or not before or before.isspace()
    closes = words[-1].isalnum() or not after or after.isspace()
    return opens and closes

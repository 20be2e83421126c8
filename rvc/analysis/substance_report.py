"""Candidates of substance provision by provision: of one text, or those that two do not share."""

from __future__ import annotations

from rvc.analysis.redline import Change, Piece, Redline
from rvc.analysis.substance import (
    Operator,
    Substance,
    compare_substance,
    find_substance,
)
from rvc.analysis.substance_exchanged import exchanged, without
from rvc.analysis.substance_values import Value
from rvc.analysis.substance_words import NUMBER_WORDS
from rvc.analysis.text_parts import TextPart, parts_of, tidy_heading
from rvc.analysis.textdiff import refuse_all, take_all
from rvc.model.output_substance import ProvisionSubstance, SubstanceLine, SubstanceOutput
from rvc.model.text import LegalText, Span

_CONTEXT = 36
"""Characters before and behind a candidate that are quoted with it."""


def of_text(text: LegalText, title: str, language: str, *, bare: bool = False) -> SubstanceOutput:
    """Return all candidates of one text, by provision; `bare` adds numbers without a unit."""
    found, left_out = [], 0
    for part in parts_of(text):
        kept, bare_ones = _kept(find_substance(part.text, language), bare=bare)
        left_out += bare_ones
        lines = _lines(kept, part.text)
        if lines:
            found.append(ProvisionSubstance(_with_heading(part), after=lines))
    return _output("", title, found, language, left_out)


def of_redline(redline: Redline, language: str, *, bare: bool = False) -> SubstanceOutput:
    """Return what only one of the two texts has, by provision; drafting noise falls away.

    A value that both have is left out wherever it moved within its provision, but not where one
    gave way to another in the same place. `bare` adds numbers without a unit.
    """
    found, left_out = [], 0
    for change in redline.changes:
        one, bare_ones = _of_change(change, language, bare=bare)
        left_out += bare_ones
        if one.before or one.after:
            found.append(one)
    return _output(redline.left_title, redline.right_title, found, language, left_out)


def _output(
    left: str, right: str, found: list[ProvisionSubstance], language: str, left_out: int
) -> SubstanceOutput:
    tag = language.partition("-")[0].lower()
    notes = []
    if not tag:
        notes.append("language not known: read with the words of both English and French")
    elif tag not in NUMBER_WORDS:
        notes.append(f"no words for language '{tag}': read with those of English and French")
    if left_out:
        numbers = "1 number" if left_out == 1 else f"{left_out} numbers"
        notes.append(f"{numbers} without a unit not listed: --all lists them")
    return SubstanceOutput(
        left, right, tuple(found), tag if tag in NUMBER_WORDS else "", tuple(notes)
    )


def _kept(found: Substance, *, bare: bool) -> tuple[Substance, int]:
    """Return what is listed, and how many bare numbers are not."""
    if bare:
        return found, 0
    values = tuple(value for value in found.values if not value.is_bare)
    return Substance(values, found.operators), len(found.values) - len(values)


def _of_change(change: Change, language: str, *, bare: bool) -> tuple[ProvisionSubstance, int]:
    left, right = refuse_all(change.ops), take_all(change.ops)
    ours, theirs = find_substance(left, language), find_substance(right, language)
    turned_left, turned_right = exchanged(change.ops, ours, theirs)
    differs = compare_substance(without(ours, turned_left), without(theirs, turned_right))
    gone, gone_bare = _kept(
        Substance(
            differs.values_gone + turned_left.values, differs.operators_gone + turned_left.operators
        ),
        bare=bare,
    )
    new, new_bare = _kept(
        Substance(
            differs.values_new + turned_right.values, differs.operators_new + turned_right.operators
        ),
        bare=bare,
    )
    made = ProvisionSubstance(_name(change), _lines(gone, left), _lines(new, right))
    return made, gone_bare + new_bare


def _with_heading(part: TextPart | Piece) -> str:
    """Return `Section 19 — Fines`; nothing for a text of which no provisions are known."""
    heading = tidy_heading(part.heading)
    return f"{part.name} — {heading}" if heading and heading not in part.name else part.name


def _name(change: Change) -> str:
    pieces = change.right or change.left
    names = (_with_heading(piece) for piece in pieces)
    old = ", ".join(p.name for p in change.left)
    said = ", ".join(names)
    labels = ", ".join(p.name for p in change.right)
    return f"{said} (before: {old})" if change.left and change.right and old != labels else said


def _lines(found: Substance, text: str) -> tuple[SubstanceLine, ...]:
    said = [_value(value, text) for value in found.values]
    said += [_operator(word, text) for word in found.operators]
    return tuple(line for _, line in sorted(said, key=lambda pair: pair[0]))


def _value(value: Value, text: str) -> tuple[int, SubstanceLine]:
    said = " ".join(part for part in (value.bound, value.amount, value.unit) if part)
    return value.span.start, SubstanceLine(value.kind.value, said, _around(text, value.span))


def _operator(word: Operator, text: str) -> tuple[int, SubstanceLine]:
    return word.span.start, SubstanceLine(word.force.value, word.form, _around(text, word.span))


def _around(text: str, span: Span) -> str:
    """Return the words at `span` with a few before and behind, as a reader needs to judge them."""
    start, end = max(0, span.start - _CONTEXT), min(len(text), span.end + _CONTEXT)
    before = text[start : span.start]
    behind = text[span.end : end]
    if start:
        before = before.partition(" ")[2]
    if end < len(text):
        behind = behind.rpartition(" ")[0]
    return " ".join(f"{before}{text[span.start : span.end]}{behind}".split())

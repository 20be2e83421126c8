"""Candidates of substance provision by provision: of one text, or those that two do not share."""

from __future__ import annotations

from rvc.analysis.redline import Change, Redline
from rvc.analysis.substance import (
    Operator,
    Substance,
    Value,
    compare_substance,
    find_substance,
)
from rvc.analysis.text_parts import parts_of
from rvc.analysis.textdiff import refuse_all, take_all
from rvc.model.output_substance import ProvisionSubstance, SubstanceLine, SubstanceOutput
from rvc.model.text import LegalText, Span

_CONTEXT = 36
"""Characters before and behind a candidate that are quoted with it."""


def of_text(text: LegalText, title: str, language: str) -> SubstanceOutput:
    """Return all candidates of one text, by provision."""
    found = []
    for part in parts_of(text):
        name = " ".join(word for word in (part.label, part.heading) if word)
        lines = _lines(find_substance(part.text, language), part.text)
        if lines:
            found.append(ProvisionSubstance(name or part.eid, after=lines))
    return SubstanceOutput("", title, tuple(found))


def of_redline(redline: Redline, language: str) -> SubstanceOutput:
    """Return what only one of the two texts has, by provision; drafting noise falls away.

    A value that both have is left out wherever it moved within its provision.
    """
    found = [_of_change(change, language) for change in redline.changes]
    kept = tuple(one for one in found if one.before or one.after)
    return SubstanceOutput(redline.left_title, redline.right_title, kept)


def _of_change(change: Change, language: str) -> ProvisionSubstance:
    left, right = refuse_all(change.ops), take_all(change.ops)
    differs = compare_substance(find_substance(left, language), find_substance(right, language))
    return ProvisionSubstance(
        _name(change),
        _lines(Substance(differs.values_gone, differs.operators_gone), left),
        _lines(Substance(differs.values_new, differs.operators_new), right),
    )


def _name(change: Change) -> str:
    pieces = change.right or change.left
    names = (" ".join(w for w in (p.label, p.heading) if w) or p.eid for p in pieces)
    old = ", ".join(p.label or p.eid for p in change.left)
    said = ", ".join(names)
    labels = ", ".join(p.label or p.eid for p in change.right)
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

"""The wording that answers a demand, as JSON."""

from __future__ import annotations

from typing import Literal

from rvc.analysis.textdiff import DELETE, EQUAL, INSERT, Op
from rvc.analysis.trace import Trace, Wording
from rvc.model.output_texts import TraceOutput, WordingLine, WordingOp
from rvc.render.json_text import json_text

_OPS: dict[str, Literal["equal", "delete", "insert"]] = {
    EQUAL: "equal",
    DELETE: "delete",
    INSERT: "insert",
}


def trace_json(trace: Trace) -> str:
    """Return the trace as JSON (`rvc.model.output_texts.TraceOutput`)."""
    return json_text(trace_output(trace))


def trace_output(trace: Trace) -> TraceOutput:
    """Return the trace in the shape that other programs read."""
    return TraceOutput(
        trace.law.id,
        trace.demand.id,
        trace.demand.title,
        trace.demand.asked,
        tuple(_line(wording) for wording in trace.wordings),
    )


def _line(wording: Wording) -> WordingLine:
    return WordingLine(
        wording.version.id,
        wording.version.name,
        wording.version.date,
        wording.cell.attainment,
        wording.cell.coding.locator,
        wording.found_by.value,
        wording.places,
        wording.text,
        wording.sha256,
        wording.problem,
        wording.before,
        tuple(_op(op) for op in wording.ops),
        wording.notes,
    )


def _op(op: Op) -> WordingOp:
    kind, text, move = op
    return WordingOp(_OPS[kind], text, move)

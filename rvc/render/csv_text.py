"""Rows as CSV (RFC 4180 with plain line ends), safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from rvc.model.printable import one_line


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a header and rows as CSV.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV
    injection").
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([[_cell(cell) for cell in row] for row in rows])
    return out.getvalue()


def _cell(text: str) -> str:
    said = one_line(text)
    return f"'{said}" if said.startswith(("=", "+", "-", "@")) else said

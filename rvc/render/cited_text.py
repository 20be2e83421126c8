"""What manuscripts cite, for a terminal."""

from __future__ import annotations

from rvc.model.output_refs import CitedAt, RefsCitedOutput
from rvc.model.printable import one_line


def cited_text(report: RefsCitedOutput, *, unused: bool = False) -> str:
    """Return one line a problem, then a line that counts; with `unused` those keys too."""
    lines = [_line(place, "is not in the bibliography") for place in report.undefined]
    lines += [_line(place, "stands for an unresolved citation") for place in report.unresolved]
    if unused:
        lines += [f"{one_line(key)}: never cited" for key in report.unused]
    unknown, unused_works = len(report.undefined), len(report.unused)
    lines.append(
        f"{_works(len(report.cited))} cited, {unknown} {'citation' if unknown == 1 else 'citations'} "
        f"of unknown keys, {_works(unused_works)} never cited"
    )
    return "\n".join(lines) + "\n"


def _works(number: int) -> str:
    return f"{number} work" if number == 1 else f"{number} works"


def _line(place: CitedAt, said: str) -> str:
    hint = f" {place.hint}" if place.hint else ""
    return one_line(f"{place.file}:{place.line}:{place.column}: '{place.key}' {said}.{hint}")

"""What manuscripts cite, for a terminal."""

from __future__ import annotations

from collections.abc import Sized

from rvc.model.output_refs import CitedAt, RefsCitedOutput
from rvc.model.printable import one_line


def cited_text(report: RefsCitedOutput, *, unused: bool = False) -> str:
    """Return one line a problem, then a line that counts; with `unused` those keys too."""
    lines = [_line(place, "is not in the bibliography") for place in report.undefined]
    lines += [_line(place, "stands for an unresolved citation") for place in report.unresolved]
    lines += [_keyless(place) for place in report.keyless]
    lines += [_line(place, "is part of this text and not there") for place in report.missing]
    if unused:
        lines += [f"{one_line(key)}: never cited" for key in report.unused]
    keyless = f"{_counted(report.keyless, 'citation field')} without a key, "
    lines.append(
        f"{_counted(report.cited, 'work')} cited, "
        f"{_counted(report.undefined, 'citation')} of unknown keys, "
        f"{keyless if report.keyless else ''}"
        f"{_counted(report.unused, 'work')} never cited"
    )
    return "\n".join(lines) + "\n"


def _counted(found: Sized, noun: str) -> str:
    return f"{len(found)} {noun}" if len(found) == 1 else f"{len(found)} {noun}s"


def _line(place: CitedAt, said: str) -> str:
    hint = f" {place.hint}" if place.hint else ""
    return one_line(f"{_where(place)}: '{place.key}' {said}.{hint}")


def _keyless(place: CitedAt) -> str:
    work = f"'{place.key}'" if place.key else "it does not say which work"
    return one_line(f"{_where(place)}: a citation field without a key: {work}")


def _where(place: CitedAt) -> str:
    """Return where a citation stands, as the program that opens the file counts."""
    if place.file.lower().endswith(".docx"):
        return f"{place.file}: paragraph {place.line}"
    return f"{place.file}:{place.line}:{place.column}"

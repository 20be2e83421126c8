"""Findings in lines of text, as compilers print them: `file:line:column: …`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rvc.model.finding import Finding, Severity
from rvc.model.printable import one_line


def finding_line(finding: Finding) -> str:
    """Return one finding in one line: place, severity, subject, message, rule and suggestion."""
    place = f"{finding.place}: " if finding.place else ""
    subject = f"{finding.subject}: " if finding.subject and not _same(finding) else ""
    hint = f" {finding.hint}" if finding.hint else ""
    return one_line(
        f"{place}{finding.severity.value}: {subject}{finding.message} [{finding.rule}]{hint}"
    )


def findings_text(findings: Sequence[Finding], checked: str = "", *, notes: bool = True) -> str:
    """Return all findings, one a line, and a last line that counts them.

    Without `notes`, notes are only counted, and the last line says how to see them.
    """
    lines = [finding_line(one) for one in findings if notes or one.severity is not Severity.NOTE]
    unsaid = "" if len(lines) == len(findings) else ": --notes shows them"
    return "\n".join([*lines, counted(findings, checked) + unsaid]) + "\n"


def counted(findings: Sequence[Finding], checked: str = "") -> str:
    """Return how many findings there are of each severity, and what was checked."""
    counts = Counter(finding.severity for finding in findings)
    parts = [
        f"{counts[severity]} {severity.value}{'s' if counts[severity] != 1 else ''}"
        for severity in Severity
        if counts[severity]
    ]
    said = ", ".join(parts) if parts else "nothing to remark"
    return f"{checked}: {said}" if checked else said


def _same(finding: Finding) -> bool:
    return finding.place is not None and finding.subject == finding.place.file

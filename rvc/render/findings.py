"""The formats of findings: for people, for programs, for code hosts."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from rvc import __version__
from rvc.model.finding import Finding, Severity
from rvc.model.output import CheckOutput
from rvc.model.printable import one_line
from rvc.render.findings_text import findings_text
from rvc.render.json_text import json_text, safe

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render_findings(
    findings: Sequence[Finding],
    format: str,
    *,
    checked: str = "",
    rules: dict[str, str] | None = None,
    notes: bool = True,
) -> str:
    """Return findings in a format: terminal, json, github or sarif.

    `checked` names what was checked, for the last line; `rules` says rules in one line, for SARIF;
    without `notes` a terminal gets only their number.
    """
    if format == "json":
        return json_text(CheckOutput(tuple(findings)))
    if format == "github":
        return github(findings)
    if format == "sarif":
        return sarif(findings, rules or {})
    return findings_text(findings, checked, notes=notes)


def github(findings: Sequence[Finding]) -> str:
    """Return findings as workflow commands, which GitHub shows beside the lines they are about."""
    return "".join(_command(finding) + "\n" for finding in findings)


def _command(finding: Finding) -> str:
    parts = []
    if finding.place:
        parts.append(f"file={_property(finding.place.file)}")
        if finding.place.line:
            parts += [f"line={finding.place.line}", f"col={finding.place.column}"]
    parts.append(f"title={_property(finding.rule)}")
    said = _message(_sentence(finding))
    return f"::{_GITHUB[finding.severity]} {','.join(parts)}::{said}"


def _sentence(finding: Finding) -> str:
    hint = f" ({finding.hint})" if finding.hint else ""
    return one_line(f"{finding.subject}: {finding.message}{hint}")


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def sarif(findings: Sequence[Finding], rules: dict[str, str]) -> str:
    """Return findings as SARIF 2.1.0, which code hosts and editors read."""
    import json

    names = sorted({*rules, *(finding.rule for finding in findings)})
    described = [
        {"id": name, "shortDescription": {"text": rules.get(name) or name}} for name in names
    ]
    driver = {"name": "rvc", "version": __version__, "rules": described}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "results": [_result(finding, names) for finding in findings],
            }
        ],
    }
    return safe(json.dumps(log, indent=2, ensure_ascii=False)) + "\n"


def _result(finding: Finding, names: list[str]) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": names.index(finding.rule),
        "level": _SARIF[finding.severity],
        "message": {"text": _sentence(finding)},
    }
    if finding.place:
        location: dict[str, object] = {
            "artifactLocation": {"uri": quote(finding.place.file.replace("\\", "/"))}
        }
        if finding.place.line:
            location["region"] = {
                "startLine": finding.place.line,
                "startColumn": max(finding.place.column, 1),
            }
        result["locations"] = [{"physicalLocation": location}]
    return result

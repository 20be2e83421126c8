from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from rvc.model.finding import Finding, Place, Severity
from rvc.render.findings import render_findings
from rvc.render.findings_text import counted, finding_line, findings_text

FOUND = (
    Finding(
        "yaml",
        Severity.ERROR,
        "laws.yaml",
        "key 'a' stands twice",
        "keep one",
        Place("laws.yaml", 3, 5),
    ),
    Finding("date-form", Severity.WARNING, "act@bill-1", "100% wrong: a, b\nc\x1b[31m", "", None),
    Finding("open-doubt", Severity.NOTE, "bair2011", "no DOI", "", Place("references.bib", 7, 0)),
    Finding("lost", Severity.ERROR, "act", "the file is empty", "", Place("a,b:c%.bib")),
)
RULES = {"date-form": "A date that is not one.", "unused": "Never seen."}


@pytest.mark.parametrize("format", ["terminal", "json", "github", "sarif"])
def test_findings_in_every_format(golden: Callable[[str, str], None], format: str) -> None:
    golden(f"findings-{format}.txt", render_findings(FOUND, format, checked="data", rules=RULES))


def test_a_line_says_the_place_the_subject_and_the_rule() -> None:
    assert finding_line(FOUND[0]) == "laws.yaml:3:5: error: key 'a' stands twice [yaml] keep one"
    assert finding_line(FOUND[2]) == "references.bib:7:0: note: bair2011: no DOI [open-doubt]"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ((), "data: nothing to remark"),
        (FOUND[:1], "data: 1 error"),
        (FOUND, "data: 2 errors, 1 warning, 1 note"),
    ],
)
def test_findings_are_counted(found: tuple[Finding, ...], said: str) -> None:
    assert counted(found, "data") == said


def test_notes_can_be_counted_only() -> None:
    lines = findings_text(FOUND, "data", notes=False).splitlines()
    assert len(lines) == len(FOUND)
    assert lines[-1] == "data: 2 errors, 1 warning, 1 note: --notes shows them"
    assert findings_text(FOUND[:1], notes=False).endswith("\n1 error\n")


def test_a_workflow_command_is_one_line_whose_values_cannot_end_it() -> None:
    lines = render_findings(FOUND, "github").splitlines()
    assert len(lines) == len(FOUND)
    for line in lines:
        assert re.fullmatch(
            r"::(error|warning|notice) (\w+=[^,:]*)(,\w+=[^,:]*)*::[^\x00-\x1f]*", line
        )
    assert "100%25 wrong" in lines[1]
    assert "file=a%2Cb%3Ac%25.bib" in lines[3]


def test_sarif_names_every_rule_that_found_something_and_every_place() -> None:
    log = json.loads(render_findings(FOUND, "sarif", rules=RULES))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["date-form", "lost", "open-doubt", "unused", "yaml"]
    assert len(run["results"]) == len(FOUND)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        for location in result.get("locations", []):
            region = location["physicalLocation"].get("region", {"startLine": 1, "startColumn": 1})
            assert region["startLine"] >= 1
            assert region["startColumn"] >= 1
            assert "\\" not in location["physicalLocation"]["artifactLocation"]["uri"]


def test_no_finding_is_no_annotation_and_an_empty_log() -> None:
    assert render_findings((), "github") == ""
    assert json.loads(render_findings((), "sarif"))["runs"][0]["results"] == []
    assert json.loads(render_findings((), "json"))["findings"] == []

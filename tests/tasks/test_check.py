from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from registers import small
from rvc.adapters.data_folder import DataFolder
from rvc.adapters.register_folder import load
from rvc.lint.rule import Remark, Rule
from rvc.model.finding import Finding, Severity
from rvc.tasks.check import check

CLEAN = {"bill-1": {"attainment": "none", "basis": "recalled", "rationale": "Gone."}}


def findings(folder: Path, text: str, bib: str = "") -> tuple[Finding, ...]:
    (folder / "laws.yaml").write_text(text, encoding="utf-8")
    (folder / "references.bib").write_text(bib, encoding="utf-8")
    return check(load(DataFolder(folder)))


def test_without_a_register_reading_alone_speaks(tmp_path: Path) -> None:
    found = findings(tmp_path, "a: [", "@misc{k}\n@misc{k}\n")
    assert {finding.rule for finding in found} >= {"yaml"}
    assert len(found) >= 2


def test_remarks_have_the_place_of_the_value_they_are_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = yaml.safe_dump(small(laws=[{"id": "act", "final": "bill-9"}]))
    (found,) = findings(tmp_path, text)
    line = next(n for n, line in enumerate(text.splitlines(), 1) if "bill-9" in line)
    assert str(found.place) == f"laws.yaml:{line}:3"
    assert (found.rule, found.subject) == ("unknown-id", "act")


def test_a_remark_on_a_field_that_is_left_out_has_the_place_of_what_lacks_it(
    tmp_path: Path,
) -> None:
    demand = {"id": "d1", "by": []}
    text = yaml.safe_dump(small(laws=[{"id": "act", "final": "bill-2", "demands": [demand]}]))
    found = findings(tmp_path, text)
    assert all(finding.place and finding.place.line > 1 for finding in found)


def test_a_remark_on_a_work_has_the_line_of_its_entry(tmp_path: Path) -> None:
    def remarks(_: object) -> list[Remark]:
        return [Remark("two", "no DOI", key="two"), Remark("none", "gone", key="none")]

    rule = Rule("doi-missing", Severity.NOTE, "s", "w", "b", "g", remarks)
    (tmp_path / "laws.yaml").write_text(yaml.safe_dump(small()), encoding="utf-8")
    (tmp_path / "references.bib").write_text("@misc{one}\n\n@misc{two}\n", encoding="utf-8")
    places = [found.place for found in check(load(DataFolder(tmp_path)), [rule])]
    assert sorted(place.line for place in places if place) == [0, 3]


def test_a_file_with_a_byte_order_mark_has_the_same_places(tmp_path: Path) -> None:
    text = yaml.safe_dump(small(laws=[{"id": "act", "final": "bill-9"}]))
    plain = findings(tmp_path, text)
    assert findings(tmp_path, f"\ufeff{text}") == plain

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from rvc.adapters.data_folder import DataFolder
from rvc.adapters.evidence import save_evidence
from rvc.adapters.register_folder import load_bibliography
from rvc.analysis.claim import claim_of
from rvc.errors import RvcError
from rvc.model.brief import NOT_VERIFIED
from rvc.model.evidence import Evidence, Status
from rvc.model.record import Update, UpdateKind
from rvc.tasks.doubts import doubts
from services import CHAINS_BIB

CONCERN = Update(UpdateKind.CONCERN, "10.5555/r", "2015-01-01", "crossref")
RETRACTED = replace(CONCERN, kind=UpdateKind.RETRACTION)
REINSTATED = replace(CONCERN, kind=UpdateKind.REINSTATEMENT, date="2016-01-01")
CORRECTED = replace(CONCERN, kind=UpdateKind.CORRECTION)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    (tmp_path / "references.bib").write_text(CHAINS_BIB, encoding="utf-8")
    return DataFolder(tmp_path)


def said(folder: DataFolder) -> dict[str, str]:
    return doubts(folder, load_bibliography(folder).bibliography)


def keep(folder: DataFolder, status: Status, *updates: Update) -> None:
    """Write evidence about the entry as it stands."""
    work = load_bibliography(folder).bibliography.works["day2013"]
    found = Evidence("day2013", claim_of(work).compared, status, updates=updates)
    save_evidence(folder.evidence, [found])


def edit(folder: DataFolder) -> None:
    text = folder.references.read_text(encoding="utf-8")
    folder.references.write_text(text.replace("2013}", "2014}"), encoding="utf-8")


@pytest.mark.parametrize(
    ("status", "updates", "doubt"),
    [
        (Status.CONFIRMED, (), ""),
        (Status.CONFIRMED, (CORRECTED,), ""),
        (Status.CONFIRMED, (RETRACTED,), "RETRACTED"),
        (Status.CONFIRMED, (RETRACTED, REINSTATED), ""),
        (Status.CONFIRMED, (CONCERN,), "its editors published an expression of concern"),
        (Status.CONFIRMED, (CONCERN, RETRACTED), "RETRACTED"),
        (Status.WRONG_IDENTIFIER, (), "verification says: wrong identifier"),
        (Status.NO_SUCH_DOI, (), "verification says: no such doi"),
        (Status.NOT_FOUND, (), ""),
    ],
)
def test_what_the_evidence_says(
    folder: DataFolder, status: Status, updates: tuple[Update, ...], doubt: str
) -> None:
    keep(folder, status, *updates)
    assert said(folder).get("day2013", "") == doubt


def test_a_work_that_services_list_and_nobody_verified(folder: DataFolder) -> None:
    assert said(folder) == {"day2013": NOT_VERIFIED}


@pytest.mark.parametrize(
    "entry",
    [
        "@techreport{body2013, title={A report}, year=2013}",
        "@article{body2013, title={[Unresolved]}, keywords={unresolved}}",
    ],
)
def test_what_no_service_lists_is_no_doubt(folder: DataFolder, entry: str) -> None:
    folder.references.write_text(entry, encoding="utf-8")
    assert said(folder) == {}


def test_evidence_about_another_text_of_the_entry_counts_no_more(folder: DataFolder) -> None:
    keep(folder, Status.CONFIRMED)
    edit(folder)
    assert said(folder) == {"day2013": NOT_VERIFIED}


def test_an_edit_does_not_hide_a_retraction(folder: DataFolder) -> None:
    keep(folder, Status.CONFIRMED, RETRACTED)
    edit(folder)
    assert said(folder) == {"day2013": "RETRACTED before its entry changed"}


def test_damaged_evidence_is_told_with_its_place(folder: DataFolder) -> None:
    (folder.evidence).write_text("works: [\n", encoding="utf-8")
    with pytest.raises(RvcError, match=r"references\.lock\.yaml:2:1"):
        said(folder)


def test_a_retraction_in_another_bibliography_says_nothing_of_this_one(folder: DataFolder) -> None:
    other = DataFolder(folder.path, bibliography="other.bib")
    other.references.write_bytes(folder.references.read_bytes())
    keep(other, Status.CONFIRMED, RETRACTED)
    assert said(other) == {"day2013": "RETRACTED"}
    assert said(folder) == {"day2013": NOT_VERIFIED}

"""alignments.yaml is checked: against the register always, against texts where they are here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rvc.adapters.corrections_yaml import FILE, record_corrections
from rvc.model.correction import RecordedCorrection
from rvc.model.finding import Severity
from rvc.tasks.add_text import add
from rvc.tasks.check_corrections import correction_findings
from texts import PAGES, data_folder, law_of, loaded_from, texts_in

if TYPE_CHECKING:
    from sites import Site


@pytest.fixture
def folder(tmp_path: Path, site: Site) -> Path:
    return data_folder(tmp_path, site)


@pytest.fixture
def filled(folder: Path) -> Path:
    """The data folder with the texts of bill-2 and act."""
    law = law_of(loaded_from(folder))
    for version in law.versions:
        if version.id in ("bill-2", "act"):
            add(texts_in(folder), law, version, PAGES / f"{version.id}.html")
    return folder


def said(folder: Path, *corrections: RecordedCorrection, hashes: bool = False) -> list[str]:
    record_corrections(folder / FILE, corrections)
    found = correction_findings(loaded_from(folder), hashes=hashes)
    assert all(one.place is not None and one.place.line > 2 for one in found)
    return [f"{one.severity.value}: {one.message}" for one in found]


def made(left: str, right: str, **other: str) -> RecordedCorrection:
    return RecordedCorrection(
        other.get("law", "river-act"),
        other.get("start", "bill-2"),
        other.get("end", "act"),
        left,
        right,
        "0" * 64,
        "0" * 64,
    )


def test_no_file_is_nothing(folder: Path) -> None:
    assert correction_findings(loaded_from(folder), hashes=True) == ()


def test_laws_and_versions_must_be_known_without_any_text(folder: Path) -> None:
    assert said(
        folder,
        made("sec_99", "sec_98"),
        made("sec_1", "", law="rver-act"),
        made("sec_1", "", end="actt"),
    ) == [
        "error: correction sec_1=: no version 'actt' of river-act",
        "error: correction sec_1=: no law 'rver-act' in the register",
    ]


def test_provisions_must_be_in_the_texts_that_are_here(filled: Path) -> None:
    assert said(filled, made("sec_4", "sec_22"), made("sec_1", "sec_1", start="bill-1")) == [
        "error: correction sec_4=sec_22: the text of act has no provision 'sec_22'"
    ]


def test_words_are_compared_when_asked(filled: Path) -> None:
    assert said(filled, made("sec_4", "")) == []
    (found,) = said(filled, hashes=True)
    assert found.startswith("warning: correction sec_4=: the words of 'sec_4' in bill-2 are not")


def test_contradictions_of_an_older_file_are_told(folder: Path) -> None:
    both = made("sec_4", "sec_2"), made("sec_4", "")
    assert said(folder, *both) == ["warning: correction sec_4=: contradicts sec_4=sec_2"]


@pytest.mark.parametrize(
    ("text", "place"), [("corrections: [", 2), ("format: '9'\n", 0), ("other: 1\n", 1)]
)
def test_a_file_that_cannot_be_read_is_a_finding(folder: Path, text: str, place: int) -> None:
    (folder / FILE).write_text(text, encoding="utf-8")
    (found,) = correction_findings(loaded_from(folder), hashes=False)
    assert found.severity is Severity.ERROR
    assert found.place is not None
    assert found.place.file.endswith(FILE)
    assert found.place.line == place

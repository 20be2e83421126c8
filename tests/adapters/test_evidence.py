from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rvc.adapters.evidence import format_evidence, read_evidence, save_evidence
from rvc.errors import RvcError
from rvc.model.evidence import (
    Agreement,
    Asked,
    Evidence,
    EvidenceFile,
    FieldCheck,
    Snapshot,
    Status,
)
from rvc.model.record import Update, UpdateKind

EVIDENCE = Evidence(
    key="day2013",
    compared="0123456789abcdef",
    status=Status.DIFFERS,
    reason="differs in volume",
    record="crossref 10.5555/x",
    asked=(Asked("crossref", "doi 10.5555/x", "2026-06-16T13:00:00Z", "found"),),
    fields=(
        FieldCheck("title", Agreement.AGREES),
        FieldCheck("volume", Agreement.DIFFERS, "5", "4"),
        FieldCheck("publisher", Agreement.CANNOT_TELL, reason="the service does not say"),
    ),
    updates=(Update(UpdateKind.RETRACTION, "10.5555/r", "2015-01-01", "publisher", "Retraction"),),
    published_as=("10.5555/j",),
)


def test_the_file_reads_well(tmp_path: Path) -> None:
    path = tmp_path / "references.lock.yaml"
    save_evidence(path, [EVIDENCE], snapshot=Snapshot("ab12", "2026-06-16", 65000))
    assert path.read_text("utf-8") == (
        "# What was found out about the references: asked of whom, when, and what agreed.\n"
        "# Written by `rvc refs verify`; `rvc refs verify --offline` reads nothing else.\n"
        "# Review changes here like changes of code; an entry that changed since is not verified.\n"
        "format: 1\n"
        "snapshot:\n"
        "  sha256: ab12\n"
        '  time: "2026-06-16"\n'
        "  rows: 65000\n"
        "works:\n"
        "  - key: day2013\n"
        "    status: differs\n"
        "    reason: differs in volume\n"
        '    compared: "0123456789abcdef"\n'
        "    record: crossref 10.5555/x\n"
        "    asked:\n"
        "      - service: crossref\n"
        "        question: doi 10.5555/x\n"
        '        time: "2026-06-16T13:00:00Z"\n'
        "        answer: found\n"
        "    fields:\n"
        "      - field: title\n"
        "        agreement: agrees\n"
        "      - field: volume\n"
        "        agreement: differs\n"
        '        ours: "5"\n'
        '        theirs: "4"\n'
        "      - field: publisher\n"
        "        agreement: cannot tell\n"
        "        reason: the service does not say\n"
        "    updates:\n"
        "      - kind: retraction\n"
        '        doi: "10.5555/r"\n'
        '        date: "2015-01-01"\n'
        "        source: publisher\n"
        "        label: Retraction\n"
        '    published_as: ["10.5555/j"]\n'
    )
    assert read_evidence(path).works == {"day2013": EVIDENCE}


def test_no_file_is_no_evidence(tmp_path: Path) -> None:
    assert read_evidence(tmp_path / "none.yaml") == EvidenceFile()


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=30), max_size=4))
def test_evidence_comes_back_whatever_it_says(texts: dict[str, str]) -> None:
    works = {key: replace(EVIDENCE, key=key, reason=text) for key, text in texts.items() if key}
    written = format_evidence(EvidenceFile(works))
    again = EvidenceFile(dict(reversed(works.items())))
    assert format_evidence(again) == written


def test_others_evidence_stays_and_that_of_deleted_entries_goes(tmp_path: Path) -> None:
    path = tmp_path / "e.yaml"
    save_evidence(path, [replace(EVIDENCE, key="a"), replace(EVIDENCE, key="b")])
    save_evidence(path, [replace(EVIDENCE, key="c")])
    assert set(read_evidence(path).works) == {"a", "b", "c"}
    save_evidence(path, [], keep={"a", "c"})
    assert set(read_evidence(path).works) == {"a", "c"}


def test_the_same_evidence_does_not_touch_the_file(tmp_path: Path) -> None:
    path = tmp_path / "e.yaml"
    save_evidence(path, [EVIDENCE])
    before = path.stat().st_mtime_ns
    save_evidence(path, [EVIDENCE])
    assert path.stat().st_mtime_ns == before


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "e.yaml"

    def write(key: str) -> None:
        save_evidence(path, [replace(EVIDENCE, key=key)])

    threads = [threading.Thread(target=write, args=(f"k{n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_evidence(path).works) == 8


TWICE = """format: 1
works:
  - {key: a, compared: x, status: confirmed}
  - {key: a, compared: y, status: confirmed}
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nothing in this file"),
        (" \n# what was found out\n", "nothing in this file"),
        ("format: 1\nworks:\n<<<<<<< HEAD\n", "e.yaml:3:1: git left a conflict"),
        ("format: 2\n", "format 1"),
        ("just text", "format 1"),
        ("format: 1\nworks:\n  - key: a\n    status: fine\n    compared: x\n", "status"),
        ("format: 1\nworks:\n  - key: a\n", "compared"),
        (TWICE, "'a' stands here twice"),
    ],
)
def test_damage_is_said_with_its_place_and_never_written_over(
    tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "e.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(RvcError) as caught:
        save_evidence(path, [EVIDENCE])
    assert said in str(caught.value)
    assert path.read_text("utf-8") == text


def test_other_encodings_are_said(tmp_path: Path) -> None:
    path = tmp_path / "e.yaml"
    path.write_bytes(b"format: 1\nworks: \xff\n")
    with pytest.raises(RvcError, match=r"e\.yaml:2:1: this is not UTF-8"):
        read_evidence(path)

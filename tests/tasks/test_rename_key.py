from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from rvc.adapters import atomic
from rvc.adapters.evidence import read_evidence, save_evidence
from rvc.errors import RvcError
from rvc.model.evidence import Evidence, Status
from rvc.tasks.rename_key import Change, recited, rename, rewrite

TOY = Path(__file__).parents[1] / "toy"
MANUSCRIPTS = {
    "a.md": "As @rossi2001 [-@rossi2001, p. 3] says, `@rossi2001`.\r\n",
    "b.tex": "\\cite{x,rossi2001} % \\cite{rossi2001}\n",
    "c.typ": "@rossi2001 #cite(<rossi2001>)\n",
    "d.ipynb": '{"cells":[{"cell_type":"markdown","source":["@rossi2001 \\u00e9"]}],"nbformat":4}',
    "e.org": "[cite:@rossi2001]\n",
    "f.qmd": "nobody\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("laws.yaml", "references.bib"):
        shutil.copy(TOY / name, tmp_path / name)
    for name, text in MANUSCRIPTS.items():
        (tmp_path / name).write_bytes(text.encode("latin-1"))
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def rename_all(folder: Path, new: str = "rossicruz2001", **how: bool) -> list[Change]:
    manuscripts = [folder / name for name in MANUSCRIPTS]
    return rename(
        folder / "references.bib",
        "rossi2001",
        new,
        laws=folder / "laws.yaml",
        manuscripts=manuscripts,
        **how,
    )


def test_everywhere_at_once_and_nothing_else(folder: Path) -> None:
    before = contents(folder)
    changes = rename_all(folder)
    after = contents(folder)
    assert [change.path.name for change in changes] == [
        "references.bib", "laws.yaml", "a.md", "b.tex", "c.typ", "d.ipynb", "e.org",
    ]  # fmt: skip
    assert [change.said for change in changes[2:]] == [
        "2 citations", "1 citation", "2 citations", "1 citation", "1 citation",
    ]  # fmt: skip
    assert after["a.md"] == (b"As @rossicruz2001 [-@rossicruz2001, p. 3] says, `@rossi2001`.\r\n")
    assert after["b.tex"] == b"\\cite{x,rossicruz2001} % \\cite{rossi2001}\n"
    assert after["f.qmd"] == before["f.qmd"]
    for name in ("references.bib", "laws.yaml", "d.ipynb"):
        assert after[name].replace(b"rossicruz2001", b"rossi2001") == before[name]
    assert rename_back(folder)
    assert contents(folder) == before


def rename_back(folder: Path) -> list[Change]:
    manuscripts = [folder / name for name in MANUSCRIPTS]
    return rename(
        folder / "references.bib",
        "rossicruz2001",
        "rossi2001",
        laws=folder / "laws.yaml",
        manuscripts=manuscripts,
    )


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    before = contents(folder)
    assert len(rename_all(folder, dry_run=True)) == 7
    assert contents(folder) == before


def test_crossrefs_follow(tmp_path: Path) -> None:
    bib = tmp_path / "references.bib"
    bib.write_text("@inbook{a, crossref = {b}}\n\n@book{b, title = {B}}\n")
    rename(bib, "b", "c")
    assert bib.read_text() == "@inbook{a, crossref = {c}}\n\n@book{c, title = {B}}\n"


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("bill2001", "used already"),
        ("a b", "cannot be a key"),
        ("-x", "cannot be a key"),
        ("a+b", "typst"),
    ],
)
def test_refusals_leave_all_as_it_is(folder: Path, new: str, said: str) -> None:
    before = contents(folder)
    with pytest.raises(RvcError, match=said):
        rename_all(folder, new)
    assert contents(folder) == before


def test_a_manuscript_that_cannot_be_written_stops_all(folder: Path) -> None:
    (folder / "c.typ").chmod(0o444)
    before = contents(folder)
    with pytest.raises(RvcError, match="read-only"):
        rename_all(folder)
    assert contents(folder) == before


def test_a_disk_that_fails_in_the_middle_stops_all(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(folder)
    replace, calls = atomic._replace, []

    def fails_at_the_third(item: atomic._Staged) -> None:
        calls.append(item)
        if len(calls) == 3:
            raise OSError(28, os.strerror(28))
        replace(item)

    monkeypatch.setattr(atomic, "_replace", fails_at_the_third)
    with pytest.raises(OSError, match="No space"):
        rename_all(folder)
    assert contents(folder) == before


def test_a_register_with_errors_and_no_such_key(folder: Path) -> None:
    with pytest.raises(RvcError, match="no entry 'rossi'"):
        rename(folder / "references.bib", "rossi", "x")
    (folder / "laws.yaml").write_text("format: [")
    with pytest.raises(RvcError, match="errors"):
        rename_all(folder)
    (folder / "d.ipynb").write_text("{")
    with pytest.raises(RvcError, match="not a notebook"):
        recited({"rossi2001": "x"}, manuscripts=[folder / "d.ipynb"])


def test_evidence_follows(folder: Path) -> None:
    lock = folder / "references.lock.yaml"
    save_evidence(lock, [Evidence("rossi2001", "x", Status.CONFIRMED, "because")])
    assert rename_all(folder)[-1].path == lock
    assert list(read_evidence(lock).works) == ["rossicruz2001"]


def test_evidence_of_another_bibliography_stays(folder: Path) -> None:
    from rvc.adapters.data_folder import evidence_beside

    other = folder / "other.bib"
    other.write_bytes((folder / "references.bib").read_bytes())
    for path in (other, folder / "references.bib"):
        found = Evidence("rossi2001", "x", Status.CONFIRMED, path.name)
        save_evidence(evidence_beside(path), [found])
    before = (folder / "references.lock.yaml").read_bytes()
    rename(other, "rossi2001", "new2001")
    assert list(read_evidence(folder / "other.lock.yaml").works) == ["new2001"]
    assert (folder / "references.lock.yaml").read_bytes() == before


def test_a_merge_moves_citations_to_the_entry_that_stays(folder: Path) -> None:
    from rvc.bib.patch import remove_entry

    def drop(file: object) -> str:
        library = file.library()  # type: ignore[attr-defined]
        return remove_entry(library, library.get("bill2001"))

    changes = rewrite(
        folder / "references.bib", drop, {"bill2001": "act2003"}, laws=folder / "laws.yaml"
    )
    assert [change.path.name for change in changes] == ["references.bib", "laws.yaml"]
    assert b"bill2001" not in (folder / "laws.yaml").read_bytes()

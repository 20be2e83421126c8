from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from rvc.adapters.data_folder import DataFolder
from rvc.adapters.evidence import read_evidence
from rvc.adapters.http import Fetcher
from rvc.adapters.services.lookup import Services
from rvc.errors import RvcError
from rvc.model.evidence import Status
from rvc.model.finding import Severity
from rvc.tasks import verify_folder
from rvc.tasks.verify import Checked
from services import CHAINS, CHAINS_BIB, addresses, knows

if TYPE_CHECKING:
    from sites import Site

MONTH = timedelta(days=30)


@pytest.fixture
def services(site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Services]:
    monkeypatch.setenv("RVC_RETRACTIONS", str(tmp_path / "retractions.msgpack"))
    with Fetcher(spacing=0.0, read=0.2, sleep=lambda _: None) as fetcher:
        yield Services(fetcher, addresses(site))


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    (tmp_path / "references.bib").write_text(CHAINS_BIB, encoding="utf-8")
    return DataFolder(tmp_path)


def many(folder: DataFolder, count: int) -> None:
    entries = [CHAINS_BIB.replace("day2013", f"k{number:02}") for number in range(count)]
    folder.references.write_text("\n".join(entries), encoding="utf-8")


def verified(folder: DataFolder, services: Services, **options: Any) -> tuple[Checked, ...]:
    claims = verify_folder.claims_of(folder)
    return verify_folder.online(folder, claims, max_age=MONTH, services=services, **options)


def lock(folder: DataFolder) -> Path:
    return folder.path / "references.lock.yaml"


def test_what_was_asked_is_kept_and_believed_offline(
    site: Site, services: Services, folder: DataFolder
) -> None:
    knows(site, CHAINS)
    (online,) = verified(folder, services)
    asked = len(site.asked)
    (offline,) = verify_folder.offline(folder, verify_folder.claims_of(folder))
    assert online.status is Status.CONFIRMED
    assert (offline.status, offline.changed) == (Status.CONFIRMED, False)
    assert len(site.asked) == asked
    assert "crossref 10.5555/x" in lock(folder).read_text(encoding="utf-8")
    assert verify_folder.findings_of(folder, [offline]) == ()


def test_fresh_evidence_is_not_asked_for_again_and_changes_no_byte(
    site: Site, services: Services, folder: DataFolder
) -> None:
    knows(site, CHAINS)
    verified(folder, services)
    asked, before = len(site.asked), lock(folder).read_bytes()
    verified(folder, services)
    assert (len(site.asked), lock(folder).read_bytes()) == (asked, before)


def test_another_layout_of_an_entry_is_the_same_entry(
    site: Site, services: Services, folder: DataFolder
) -> None:
    knows(site, CHAINS)
    verified(folder, services)
    text = folder.references.read_text(encoding="utf-8")
    folder.references.write_text("% mine\n" + text.replace("  ", " "), encoding="utf-8")
    (one,) = verify_folder.offline(folder, verify_folder.claims_of(folder))
    assert one.status is Status.CONFIRMED


def test_a_changed_entry_is_a_warning_at_its_place(
    site: Site, services: Services, folder: DataFolder
) -> None:
    knows(site, CHAINS)
    verified(folder, services)
    text = folder.references.read_text(encoding="utf-8")
    folder.references.write_text("\n\n" + text.replace("2013}", "2014}"), encoding="utf-8")
    checked = verify_folder.offline(folder, verify_folder.claims_of(folder))
    (finding,) = verify_folder.findings_of(folder, checked)
    assert (finding.rule, finding.severity) == ("reference-not-verified", Severity.WARNING)
    assert finding.message == "it changed since it was verified"
    assert str(finding.place).endswith("references.bib:3:1")


def test_an_outage_writes_nothing_and_is_never_not_found(
    site: Site, services: Services, folder: DataFolder
) -> None:
    site.says("/crossref/works/10.5555%2Fx", "<html>Sign in</html>")
    (one,) = verified(folder, services)
    assert (one.status, one.evidence) == (Status.NOT_VERIFIED, None)
    assert "could not be asked" in one.trouble
    assert not lock(folder).exists()


def test_an_outage_leaves_the_evidence_that_there_was(
    site: Site, services: Services, folder: DataFolder
) -> None:
    knows(site, CHAINS)
    verified(folder, services)
    before = lock(folder).read_bytes()
    site.says("/crossref/works/10.5555%2Fx", "", 503)
    claims = verify_folder.claims_of(folder)
    (one,) = verify_folder.online(folder, claims, max_age=timedelta(days=-1), services=services)
    assert (one.status, bool(one.trouble)) == (Status.CONFIRMED, True)
    assert lock(folder).read_bytes() == before


def test_an_interrupt_keeps_what_was_found(
    site: Site, services: Services, folder: DataFolder
) -> None:
    knows(site, CHAINS)
    many(folder, 15)

    def interrupt(done: int, _: int, __: str) -> None:
        if done == 12:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verified(folder, services, on_entry=interrupt)
    assert sorted(read_evidence(lock(folder)).works) == [f"k{n:02}" for n in range(12)]
    asked = len(site.asked)
    verified(folder, services)
    assert len(site.asked) - asked == 3
    assert len(read_evidence(lock(folder)).works) == 15


def test_evidence_of_works_that_left_goes_and_that_of_works_not_asked_for_stays(
    site: Site, services: Services, folder: DataFolder
) -> None:
    knows(site, CHAINS)
    many(folder, 3)
    verified(folder, services)
    many(folder, 2)
    claims = verify_folder.claims_of(folder, ["k00"])
    verify_folder.online(folder, claims, max_age=MONTH, services=services)
    assert sorted(read_evidence(lock(folder)).works) == ["k00", "k01"]


def test_two_bibliographies_of_one_folder_have_evidence_of_their_own(
    site: Site, services: Services, folder: DataFolder
) -> None:
    other = DataFolder(folder.path, bibliography="other.bib")
    assert other.evidence.name == "other.lock.yaml"
    knows(site, CHAINS)
    many(folder, 2)
    verified(folder, services)
    before = lock(folder).read_bytes()
    many(other, 1)  # the same key, and one that is only in the first
    (mine,) = verify_folder.offline(other, verify_folder.claims_of(other))
    assert mine.reason == "it was never verified"
    verified(other, services)
    assert list(read_evidence(other.evidence).works) == ["k00"]
    assert lock(folder).read_bytes() == before
    many(folder, 1)
    verified(folder, services)  # what left the one stays in the other
    assert list(read_evidence(other.evidence).works) == ["k00"]


def test_no_two_names_share_an_evidence_file() -> None:
    from rvc.adapters.data_folder import evidence_beside

    names = ("a.bib", "a.bibtex", "a.BIB", "b.bib", "a.b.bib", ".bib")
    assert len({evidence_beside(Path(name)) for name in names}) == len(names)
    assert evidence_beside(Path("x/references.bib")) == Path("x/references.lock.yaml")


CSV = """\
Record ID,RetractionDate,RetractionDOI,OriginalPaperDOI,RetractionNature
7,2/6/2015 0:00,10.5555/r,10.5555/X,Retraction
"""


def test_the_copy_of_the_retraction_data_that_was_used_is_named(
    site: Site, services: Services, folder: DataFolder
) -> None:
    from rvc.adapters import retractions

    url = site.says("/retractions.csv", CSV)
    index, _ = retractions.update_index(services.fetcher, retractions.index_path(), url=url)
    knows(site, CHAINS)
    (one,) = verified(folder, services)
    assert one.evidence is not None
    assert one.evidence.retracted
    snapshot = read_evidence(lock(folder)).snapshot
    assert snapshot is not None
    assert (snapshot.sha256, snapshot.rows) == (index.sha256, 1)


def test_an_unknown_key_names_the_nearest(folder: DataFolder) -> None:
    with pytest.raises(RvcError, match="did you mean 'day2013'"):
        verify_folder.claims_of(folder, ["day2031"])


def test_placeholders_claim_nothing(folder: DataFolder) -> None:
    folder.references.write_text(
        "@misc{who, title={[Unresolved]}, keywords={unresolved}}", encoding="utf-8"
    )
    assert verify_folder.claims_of(folder) == []


def test_a_damaged_evidence_file_is_told_with_its_place(
    services: Services, folder: DataFolder
) -> None:
    lock(folder).write_text("format: 1\n<<<<<<< HEAD\n", encoding="utf-8")
    for call in (
        lambda: verified(folder, services),
        lambda: verify_folder.offline(folder, verify_folder.claims_of(folder)),
    ):
        with pytest.raises(RvcError, match=r"references\.lock\.yaml:2:1: .*conflict"):
            call()

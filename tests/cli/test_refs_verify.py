from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from services import CHAINS, CHAINS_BIB, knows, played_by, says
from toys import TOY

if TYPE_CHECKING:
    from sites import Site

Rvc = Callable[..., Any]


@pytest.fixture
def data(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bibliography of one work, and every service played by the site."""
    played_by(site, monkeypatch)
    monkeypatch.setenv("RVC_RETRACTIONS", str(tmp_path / "retractions.msgpack"))
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(TOY / "laws.yaml", folder)
    (folder / "references.bib").write_text(CHAINS_BIB, encoding="utf-8")
    return folder


def edit(data: Path, old: str, new: str) -> None:
    file = data / "references.bib"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_confirmed_work(rvc: Rvc, data: Path, site: Site) -> None:
    knows(site, CHAINS)
    said = rvc("--data", data, "refs", "verify", "--mailto", "me@example.org")
    assert (said.code, said.out) == (0, "1 work: nothing to remark\n")
    assert "me@example.org" in site.headers[0]["user-agent"]
    assert rvc("--data", data, "refs", "verify", "--offline").out == said.out


def test_what_differs_is_trouble_with_its_place(rvc: Rvc, data: Path, site: Site) -> None:
    knows(site, {**CHAINS, "issued": {"date-parts": [[2011]]}})
    for mode in ([], ["--offline"]):
        said = rvc("--data", data, "refs", "verify", *mode)
        assert said.code == 1
        assert "references.bib:1:1: warning: day2013: year is '2013' here, '2011" in said.out


def test_a_wrong_doi_is_an_error(rvc: Rvc, data: Path, site: Site) -> None:
    knows(site, {**CHAINS, "title": ["On beavers"], "author": [{"family": "Castor"}]})
    said = rvc("--data", data, "refs", "verify", "--format", "json")
    assert said.code == 1
    (finding,) = json.loads(said.out)["findings"]
    assert (finding["rule"], finding["severity"]) == ("reference-wrong-identifier", "error")


def test_an_outage_is_said_and_is_not_not_found(rvc: Rvc, data: Path, site: Site) -> None:
    site.says("/crossref/works/10.5555%2Fx", "<html>Sign in</html>")
    said = rvc("--data", data, "refs", "verify")
    assert said.code == 1
    assert "could not be asked" in said.out
    assert "not-found" not in said.out
    assert not (data / "references.lock.yaml").exists()


def test_a_changed_entry_is_a_warning_offline(rvc: Rvc, data: Path, site: Site) -> None:
    knows(site, CHAINS)
    rvc("--data", data, "refs", "verify")
    edit(data, "2013}", "2014}")
    said = rvc("--data", data, "refs", "verify", "--offline")
    assert said.code == 1
    assert "warning: day2013: it changed since it was verified" in said.out


def test_never_verified_is_an_open_doubt(rvc: Rvc, data: Path, site: Site) -> None:
    said = rvc("--data", data, "refs", "verify", "--offline")
    assert said.code == 0
    assert "note: day2013: it was never verified" in said.out
    assert site.asked == []


def test_old_evidence_is_asked_for_again(rvc: Rvc, data: Path, site: Site) -> None:
    knows(site, CHAINS)
    rvc("--data", data, "refs", "verify")
    rvc("--data", data, "refs", "verify")
    assert len(site.asked) == 1
    rvc("--data", data, "refs", "verify", "--max-age", "0")
    assert len(site.asked) == 2


def test_an_unknown_key(rvc: Rvc, data: Path) -> None:
    said = rvc("--data", data, "refs", "verify", "day2031", "--offline")
    assert said.code == 2
    assert "did you mean 'day2013'?" in said.err


def test_damaged_evidence_is_said_with_its_place(rvc: Rvc, data: Path) -> None:
    (data / "references.lock.yaml").write_text("format: 1\nworks: [\n", encoding="utf-8")
    said = rvc("--data", data, "refs", "verify", "--offline")
    assert said.code == 2
    assert "references.lock.yaml:3:1" in said.err


ROSSI: dict[str, Any] = {
    "DOI": "10.5555/ROSSI",
    "type": "book",
    "title": ["Chains & Laws: A History [sic]"],
    "author": [
        {"family": "Rossi", "given": "Märta"},
        {"family": "de la Cruz", "given": "Juan"},
    ],
    "publisher": "Toy Press",
    "issued": {"date-parts": [[2001]]},
}
RETRACTION = {"DOI": "10.5555/r", "type": "retraction", "updated": {"date-parts": [[2015]]}}


@pytest.fixture
def register(data: Path) -> Path:
    """The toy register, which rests mostly on one book."""
    shutil.copytree(TOY, data, dirs_exist_ok=True)
    edit(data, "<i>History</i>", "History")
    return data


def test_what_rests_on_a_work_that_was_never_verified_is_marked(rvc: Rvc, register: Path) -> None:
    said = rvc("--data", register, "laws", "diff", "toy-act")
    assert "[rossi2001]°" in said.out
    legend = "° after a work, or what rests on one: not verified against a bibliographic service"
    assert legend in " ".join(said.out.split())


def test_what_rests_on_a_retracted_work_is_marked(rvc: Rvc, register: Path, site: Site) -> None:
    knows(site, ROSSI)
    assert rvc("--data", register, "refs", "verify", "rossi2001").code == 0
    said = rvc("--data", register, "laws", "diff", "toy-act")
    assert "[rossi2001]°" not in said.out
    assert "RETRACTED" not in said.out
    knows(site, {**ROSSI, "updated-by": [RETRACTION]})
    said = rvc("--data", register, "refs", "verify", "rossi2001", "--max-age", "0")
    assert said.code == 1
    assert "rossi2001: was retracted on 2015" in said.out
    for form in ("terminal", "markdown"):
        said = rvc("--data", register, "laws", "diff", "toy-act", "--format", form)
        assert "RETRACTED" in said.out
    said = rvc("--data", register, "laws", "diff", "toy-act", "--format", "json")
    assert '"RETRACTED"' in said.out
    said = rvc("--data", register, "laws", "diff", "toy-act", "--format", "csv")
    assert ",RETRACTED," in said.out
    for form in ("terminal", "markdown", "csv", "json"):
        said = rvc("--data", register, "laws", "matrix", "toy-act", "--format", form)
        assert "RETRACTED" in said.out
    for command in ("diff", "timeline", "demands"):
        assert "RETRACTED" in rvc("--data", register, "laws", command, "toy-act").out
    for command in ("show", "cited-by", "cite"):
        assert "rossi2001: RETRACTED" in rvc("--data", register, "refs", command, "rossi2001").err
    path = next(
        line for line in rvc("--data", register, "laws", "diff").out.splitlines() if "→" in line
    )
    assert "(RETRACTED) →" in path


INTERRUPTED = """\
import sys
from rvc.adapters.services import crossref
from rvc.cli.run import run
crossref.BASE = sys.argv[1]
sys.exit(run(sys.argv[2:]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_ctrl_c_keeps_what_was_found(data: Path, site: Site) -> None:
    says(site, "/crossref/works/10.5555%2Fx", {"status": "ok", "message": CHAINS})
    site.page("/crossref/works/10.5555%2Fslow", lambda _: site.closing.wait(20) and None)
    slow = CHAINS_BIB.replace("day2013", "slow").replace("10.5555/x", "10.5555/slow")
    (data / "references.bib").write_text(f"{CHAINS_BIB}\n{slow}", encoding="utf-8")
    arguments = [f"{site.address}/crossref", "--data", str(data), "refs", "verify"]
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        until = time.monotonic() + 20
        while len(site.asked) < 2 and time.monotonic() < until:
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=20)
    assert running.returncode == 130
    assert "Traceback" not in err
    assert "day2013" in (data / "references.lock.yaml").read_text(encoding="utf-8")


CSV = """\
Record ID,RetractionDate,RetractionDOI,OriginalPaperDOI,RetractionNature
7,2/6/2015 0:00,10.5555/r,10.5555/X,Retraction
"""


@pytest.fixture
def retraction_data(site: Site, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of the Retraction Watch data, which is a page of the site."""
    from rvc.adapters import retractions
    from rvc.tasks import verify_folder

    url = site.says("/retractions.csv", CSV)
    here = partial(retractions.update_index, url=url)
    monkeypatch.setattr(verify_folder, "update_index", here)
    return url


@pytest.mark.usefixtures("retraction_data")
def test_the_retraction_data_are_fetched_once_and_looked_into(
    rvc: Rvc, data: Path, site: Site
) -> None:
    said = rvc("refs", "retractions", "update")
    assert (said.code, said.out) == (0, "1 rows, new\n")
    assert rvc("refs", "retractions", "update").out == "1 rows, unchanged\n"
    knows(site, CHAINS)
    said = rvc("--data", data, "refs", "verify")
    assert said.code == 1
    assert "day2013: was retracted on 2015-02-06 (retraction-watch)" in said.out
    assert "https://doi.org/10.5555/r" in said.out


@pytest.mark.usefixtures("retraction_data", "data")
def test_retraction_data_that_do_not_come_leave_the_old_ones(rvc: Rvc, site: Site) -> None:
    rvc("refs", "retractions", "update")
    index = Path(os.environ["RVC_RETRACTIONS"])
    before = index.read_bytes()
    site.says("/retractions.csv", "<html>Sign in</html>")
    said = rvc("refs", "retractions", "update")
    assert said.code == 2
    assert "not the Retraction Watch data" in said.err
    assert index.read_bytes() == before

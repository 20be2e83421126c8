"""What `rvc texts verify` says of how the kept texts can be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rvc.model.finding import Severity
from rvc.tasks.add_text import add
from rvc.tasks.fetch import fetch, pages_of
from rvc.tasks.texts_state import read_findings
from texts import data_folder, law_of, loaded_from, quick, texts_in

if TYPE_CHECKING:
    from sites import Site


def test_texts_without_provisions_and_texts_that_nobody_can_read_are_told(
    tmp_path: Path, site: Site
) -> None:
    folder = data_folder(tmp_path, site)
    law, texts = law_of(loaded_from(folder)), texts_in(folder)
    site.says("/bill-2.html", b"%PDF-1.4 cut off", headers={"Content-Type": "application/pdf"})
    with quick() as fetcher:
        fetch(texts, pages_of((law, version) for version in law.versions), fetcher)
    menu = tmp_path / "menu.html"
    menu.write_text("<p>Home</p><p>About us</p>", encoding="utf-8")
    add(texts, law, law.versions[0], menu)
    findings = read_findings(texts)
    assert {finding.severity for finding in findings} == {Severity.NOTE}
    assert [finding.subject for finding in findings] == ["river-act@bill-1", "river-act@bill-2"]
    assert "a menu or a notice?" in findings[0].message
    assert findings[0].hint == "look at it with: rvc texts show --text river-act@bill-1"
    assert "the PDF cannot be read" in findings[1].message

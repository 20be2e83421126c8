"""Texts whose version lost its id, its law or its address in the register are told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rvc.adapters.texts_lock import update_lock
from rvc.model.finding import Finding
from rvc.model.kept import Bytes, KeptPage, TextsLock
from rvc.model.register import Register
from rvc.tasks.add_text import add
from rvc.tasks.fetch import fetch, pages_of
from rvc.tasks.unregistered import unregistered_findings, unregistered_lines
from texts import PAGES, data_folder, law_of, loaded_from, quick, texts_in

if TYPE_CHECKING:
    from sites import Site


def fetched(tmp_path: Path, site: Site) -> Path:
    folder = data_folder(tmp_path, site)
    law = law_of(loaded_from(folder))
    with quick() as fetcher:
        fetch(texts_in(folder), pages_of((law, version) for version in law.versions), fetcher)
    return folder


def change(folder: Path, old: str, new: str) -> None:
    laws = folder / "laws.yaml"
    laws.write_text(laws.read_text("utf-8").replace(old, new), encoding="utf-8")


def register_of(folder: Path) -> Register:
    register = loaded_from(folder).register.register
    assert register is not None
    return register


def findings(folder: Path) -> list[Finding]:
    return unregistered_findings(texts_in(folder), register_of(folder))


def test_nothing_is_said_of_texts_that_the_register_has(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    assert findings(folder) == [], "nothing fetched"
    with quick() as fetcher:
        law = law_of(loaded_from(folder))
        fetch(texts_in(folder), pages_of((law, version) for version in law.versions), fetcher)
    assert findings(folder) == []


def test_a_version_with_a_new_id_is_told_by_its_address(tmp_path: Path, site: Site) -> None:
    folder = fetched(tmp_path, site)
    change(folder, "bill-2", "second")
    change(folder, "second.html", "bill-2.html")
    found = findings(folder)[0]
    assert found.subject == "river-act@bill-2"
    assert found.place is not None
    line = texts_in(folder).lock_file.read_text("utf-8").splitlines()[found.place.line - 1]
    assert line.strip() == "version: bill-2"
    assert "is it river-act@second now? write 'version: second' there" in found.hint
    listed = unregistered_lines(texts_in(folder).lock(), register_of(folder))
    assert [(one.version, one.state, one.hint) for one in listed] == [
        ("bill-2", "no version", found.hint)
    ]
    lock = texts_in(folder).lock_file
    lock.write_text(lock.read_text("utf-8").replace("version: bill-2", "version: second"), "utf-8")
    assert findings(folder) == []


def test_a_text_fetched_again_under_the_new_id_may_go_under_the_old(
    tmp_path: Path, site: Site
) -> None:
    folder = fetched(tmp_path, site)
    change(folder, "bill-2", "second")
    change(folder, "second.html", "bill-2.html")
    law = law_of(loaded_from(folder))
    with quick() as fetcher:
        fetch(texts_in(folder), pages_of((law, version) for version in law.versions), fetcher)
    assert findings(folder)[0].hint.startswith("river-act@second has its own text from there")


def test_a_law_with_a_new_id_is_told_and_a_file_without_address_by_its_likeness(
    tmp_path: Path, site: Site
) -> None:
    folder = fetched(tmp_path, site)
    law = law_of(loaded_from(folder))
    add(texts_in(folder), law, law.versions[1], PAGES / "act.html", "http://toy.example/x")
    change(folder, "- id: bill-2", "- id: bill-2nd")
    change(folder, "bill-2:", "bill-2nd:")
    told = findings(folder)
    assert len(told) == 2
    assert all("is it river-act@bill-2nd now?" in found.hint for found in told)
    change(folder, "id: river-act", "id: clean-rivers")
    found = findings(folder)
    assert [one.subject for one in found].count("river-act@act") == 1
    assert "write 'law: clean-rivers, version: act' there" in found[0].hint


def test_a_page_from_an_address_that_was_corrected_is_told(tmp_path: Path, site: Site) -> None:
    folder = fetched(tmp_path, site)
    change(folder, "/bill-2.html", "/right.html")
    found = findings(folder)
    assert [one.subject for one in found] == ["river-act@bill-2"]
    assert "the register does not give this address" in found[0].message


def kept(version: str, url: str = "", file: str = "") -> KeptPage:
    page = Bytes("ab" * 32, 1, "2030-01-01T00:00:00Z", file=file)
    return KeptPage("river-act", version, url, page)


def test_a_version_that_is_like_no_other_has_no_likely_id(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    lock = TextsLock(pages=(kept("0000000000", file="saved.html"),))
    (line,) = unregistered_lines(lock, register_of(folder))
    assert line.hint.startswith("if it has another id now, write that in texts.lock.yaml; delete")


def test_only_what_was_fetched_for_a_version_with_an_address_has_a_wrong_one(
    tmp_path: Path, site: Site
) -> None:
    folder = data_folder(tmp_path, site)
    pages = f'[{{format: html, url: "{site.url("/act.html")}", basis: official-text}}]'
    change(folder, pages, "[{format: html}]")
    update_lock(
        folder / "texts.lock.yaml",
        [
            kept("act", "http://toy.example/fetched"),
            kept("bill-2", "http://toy.example/saved", "saved.html"),
            kept("bill-1", "", "saved.html"),
        ],
    )
    assert findings(folder) == []
    update_lock(folder / "texts.lock.yaml", [kept("bill-2", "http://toy.example/fetched")])
    (found,) = findings(folder)
    assert found.message.startswith("http://toy.example/fetched: is kept as its text")
    assert found.place is not None
    assert found.place.line > 1

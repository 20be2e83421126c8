"""A data folder whose three versions have pages on the local server; shared by tests on texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rvc.adapters.data_folder import DataFolder
from rvc.adapters.http import Fetcher
from rvc.adapters.kept_texts import KeptTexts, kept_texts
from rvc.adapters.register_folder import Loaded, load
from rvc.model.law import Law
from toys import TESTS

if TYPE_CHECKING:
    from sites import Site

PAGES = TESTS / "toy_texts" / "pages"
HTML = {"Content-Type": "text/html; charset=utf-8"}


def data_folder(tmp_path: Path, site: Site) -> Path:
    """Return a data folder with the register of toy_texts, whose pages `site` serves."""
    folder = tmp_path / "data"
    folder.mkdir()
    laws = (TESTS / "toy_texts" / "laws.yaml").read_text(encoding="utf-8")
    port = site.address.rpartition(":")[2]
    (folder / "laws.yaml").write_text(laws.replace("8000", port), encoding="utf-8")
    works = (TESTS / "toy_texts" / "references.bib").read_bytes()
    (folder / "references.bib").write_bytes(works)
    for page in PAGES.iterdir():
        site.says(f"/{page.name}", page.read_bytes(), headers=HTML)
    return folder


def loaded_from(folder: Path) -> Loaded:
    """Return what the data folder holds."""
    return load(DataFolder(folder))


def texts_in(folder: Path) -> KeptTexts:
    """Return the texts kept in the data folder."""
    return kept_texts(DataFolder(folder))


def law_of(loaded: Loaded) -> Law:
    """Return the one law of the register of toy_texts."""
    assert loaded.register.register is not None
    return loaded.register.register.laws[0]


def quick() -> Fetcher:
    """Return a fetcher that never really sleeps and takes little."""
    return Fetcher(spacing=0, sleep=lambda _: None, size=1 << 20, read=0.5, total=1.0)

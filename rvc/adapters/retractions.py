"""The Retraction Watch data as Crossref distributes it: a CSV file → a small index at home.

Columns: https://gitlab.com/crossref/retraction-watch-data (README). One row is one notice about
one work; `RetractionNature` keeps retraction, concern, correction and reinstatement apart.
"""

from __future__ import annotations

import csv
import io
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

import msgspec
from msgspec import Struct

from rvc.adapters.atomic import locked, write_atomic
from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import OnBytes
from rvc.errors import RvcError
from rvc.model.identifiers import normal_doi
from rvc.model.record import Update, UpdateKind

URL = "https://gitlab.com/crossref/retraction-watch-data/-/raw/main/retraction_watch.csv"
SOURCE = "retraction-watch"
FILE = "retractions.msgpack"
VERSION = 1

MAX_SIZE = 512 << 20
"""Bytes of the CSV file at most; it had about 60 MB in 2025."""

NATURES = {
    "retraction": UpdateKind.RETRACTION,
    "partial retraction": UpdateKind.PARTIAL_RETRACTION,
    "expression of concern": UpdateKind.CONCERN,
    "correction": UpdateKind.CORRECTION,
    "reinstatement": UpdateKind.REINSTATEMENT,
}
"""`RetractionNature` in the words of the model."""

_NEEDED = ("Record ID", "OriginalPaperDOI", "RetractionDOI", "RetractionDate", "RetractionNature")
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


class Retractions(Struct, frozen=True):
    """All notices about works by their DOI and PubMed number, and which file they come from."""

    version: int
    url: str
    time: str
    sha256: str
    rows: int
    etag: str = ""
    by_doi: dict[str, tuple[Update, ...]] = {}
    by_pmid: dict[str, tuple[Update, ...]] = {}

    def about(self, doi: str, pmid: str = "") -> tuple[Update, ...]:
        """Return the notices about the work with this DOI or PubMed number."""
        return self.by_doi.get(normal_doi(doi), ()) or self.by_pmid.get(pmid, ())


def index_path() -> Path:
    """Return where the index is kept on this computer (`RVC_RETRACTIONS` sets another file)."""
    asked = os.environ.get("RVC_RETRACTIONS", "")
    if asked:
        return Path(asked)
    from platformdirs import user_data_path

    return user_data_path("rvc", appauthor=False) / FILE


def read_index(path: Path) -> Retractions | None:
    """Return the index, None when there is none yet; RvcError when it cannot be used."""
    try:
        index = msgspec.msgpack.decode(path.read_bytes(), type=Retractions)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError) as error:
        raise _unusable(path) from error
    if index.version != VERSION:
        raise _unusable(path)
    return index


def update_index(
    fetcher: Fetcher, path: Path, *, url: str = URL, on_bytes: OnBytes | None = None
) -> tuple[Retractions, bool]:
    """Download the data when it changed, replace the index, and return it and whether it is new.

    The old index stays until the new one is whole. Raises RvcError when the download fails, is no
    such data, or holds less than half of what is known already (a file cut short).
    """
    with locked(path):
        try:
            old = read_index(path)
        except RvcError:
            old = None
        with tempfile.TemporaryFile() as file:
            answer = fetcher.get(
                url,
                etag=old.etag if old is not None and old.url == url else "",
                into=file,
                on_bytes=on_bytes,
                size=MAX_SIZE,
                total=900.0,
            ).checked()
            if answer.not_modified and old is not None:
                return old, False
            file.seek(0)
            index = build_index(file, url, answer.time, answer.sha256, answer.etag)
        if old is not None and index.rows * 2 < old.rows:
            raise RvcError(
                f"only {index.rows:,} rows came where {old.rows:,} were known",
                where=url,
                hint=f"the old data stays; delete {path} to take the new ones nevertheless",
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, msgspec.msgpack.encode(index))
    return index, old is None or old.sha256 != index.sha256


def build_index(file: IO[bytes], url: str, time: str, sha256: str, etag: str = "") -> Retractions:
    """Return the index of a CSV file; RvcError with its row when it is no such file."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
    by_doi: dict[str, list[Update]] = {}
    by_pmid: dict[str, list[Update]] = {}
    rows = 0
    try:
        for row in _rows(text, url):
            rows += 1
            update = _update(row)
            doi, pmid = normal_doi(row["OriginalPaperDOI"]), row.get("OriginalPaperPubMedID", "")
            if doi:
                by_doi.setdefault(doi, []).append(update)
            elif pmid.isdecimal() and int(pmid):
                by_pmid.setdefault(pmid, []).append(update)
    finally:
        text.detach()
    if not rows:
        raise RvcError("the file holds no rows", where=url)
    return Retractions(VERSION, url, time, sha256, rows, etag, _sorted(by_doi), _sorted(by_pmid))


def _rows(text: io.TextIOWrapper, url: str) -> Iterable[dict[str, str]]:
    """Yield the rows, each with every needed column; columns that a row lacks are ''."""
    reader = csv.DictReader(text, restval="")
    try:
        missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
        if missing:
            raise RvcError(
                f"this is not the Retraction Watch data: no column '{missing[0]}'", where=url
            )
        yield from reader
    except csv.Error as error:
        raise RvcError(
            f"cannot be read after line {reader.line_num}: {error}", where=url
        ) from error


def _update(row: dict[str, str]) -> Update:
    nature = " ".join(row["RetractionNature"].split())
    number = row["Record ID"].strip()
    return Update(
        kind=NATURES.get(nature.lower(), UpdateKind.OTHER),
        doi=normal_doi(row["RetractionDOI"]),
        date=_date(row["RetractionDate"]),
        source=SOURCE,
        label=f"{nature}, record {number}" if number else nature,
    )


def _date(text: str) -> str:
    """Return `2/6/2010 0:00` (month first, as the data are American) as 2010-02-06, '' if none."""
    match = _DATE.match(text.strip())
    if match is None:
        return text.strip()[:10] if re.match(r"\d{4}-\d\d-\d\d", text.strip()) else ""
    month, day, year = (int(part) for part in match.groups())
    if month > 12:
        month, day = day, month
    return f"{year:04}-{month:02}-{day:02}"


def _sorted(found: dict[str, list[Update]]) -> dict[str, tuple[Update, ...]]:
    return {
        name: tuple(sorted(found[name], key=lambda one: (one.date, one.kind.value, one.doi)))
        for name in sorted(found)
    }


def _unusable(path: Path) -> RvcError:
    return RvcError(
        "the index of retractions cannot be read",
        where=str(path),
        hint="run `rvc refs retractions update`",
    )

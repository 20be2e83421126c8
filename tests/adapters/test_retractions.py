from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rvc.adapters.http import Fetcher
from rvc.adapters.retractions import (
    Retractions,
    build_index,
    index_path,
    read_index,
    update_index,
)
from rvc.errors import RvcError
from rvc.model.record import Update, UpdateKind

if TYPE_CHECKING:
    from sites import Site

HEADER = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,"
    "RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,"
    "OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes\n"
)


def row(
    number: str,
    nature: str,
    doi: str = "10.5555/Law.1",
    date: str = "2/6/2010 0:00",
    notice: str = "10.5555/R",
    pmid: str = "0",
    title: str = "On chains",
) -> str:
    return (
        f'{number},"{title}",(B) Law,Inst,J. Law,Press,FR,"Day, R;Lee, A",,Article,{date},{notice},'
        f"0,2/28/1998 0:00,{doi},{pmid},{nature},+Error;,No,\n"
    )


CSV = HEADER + "".join(
    [
        row("2", "Retraction"),
        row("1", "Correction", date="3/6/2004 0:00", notice="unavailable"),
        row("3", "Expression of concern", doi="10.5555/b"),
        row("4", "Reinstatement", doi="10.5555/b", date="25/12/2011 0:00"),
        row("5", "Retraction", doi="unavailable", pmid="123"),
        row("6", "Something new", doi="10.5555/c", date="", title='He said ""no""\nand left'),
        row("", "", doi=""),
    ]
)


def built(text: str = CSV) -> Retractions:
    return build_index(io.BytesIO(text.encode()), "u", "2026-06-16T13:00:00Z", "ab12")


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(spacing=0.0, sleep=lambda _: None) as made:
        yield made


def test_notices_are_found_by_doi_and_kept_apart() -> None:
    index = built()
    assert index.rows == 7
    assert index.about("https://doi.org/10.5555/LAW.1") == (
        Update(UpdateKind.CORRECTION, "", "2004-03-06", "retraction-watch", "Correction, record 1"),
        Update(
            UpdateKind.RETRACTION,
            "10.5555/r",
            "2010-02-06",
            "retraction-watch",
            "Retraction, record 2",
        ),
    )
    assert [one.kind for one in index.about("10.5555/b")] == [
        UpdateKind.CONCERN,
        UpdateKind.REINSTATEMENT,
    ]
    assert index.about("10.5555/b")[1].date == "2011-12-25"
    assert [one.kind for one in index.about("10.5555/c")] == [UpdateKind.OTHER]
    assert [one.kind for one in index.about("", "123")] == [UpdateKind.RETRACTION]
    assert index.about("10.5555/none") == ()
    assert index.about("", "0") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html>Sign in</html>", "no column 'Record ID'"),
        ("", "no column 'Record ID'"),
        (HEADER, "holds no rows"),
        (HEADER + f'1,"{"x" * 200_000}"\n', "cannot be read after line 1"),
    ],
)
def test_what_is_no_such_file_is_said(text: str, said: str) -> None:
    with pytest.raises(RvcError, match=said):
        built(text)


def test_bytes_that_are_no_utf8_are_no_trouble() -> None:
    data = (HEADER + row("1", "Retraction", title="Día")).encode("latin-1")
    assert build_index(io.BytesIO(data), "u", "", "").rows == 1


def test_it_is_downloaded_once_and_then_only_when_it_changed(
    site: Site, fetcher: Fetcher, tmp_path: Path
) -> None:
    path = tmp_path / "new" / "retractions.msgpack"
    url = site.says("/rw.csv", CSV, headers={"ETag": '"1"'})
    index, new = update_index(fetcher, path, url=url)
    assert (new, index.rows) == (True, 7)
    assert read_index(path) == index
    site.says("/rw.csv", "", 304)
    assert update_index(fetcher, path, url=url) == (index, False)
    assert site.headers[1]["if-none-match"] == '"1"'


@pytest.mark.parametrize(
    ("body", "status"), [("<html>", 200), (HEADER + row("1", "Retraction"), 200), ("", 500)]
)
def test_a_bad_download_leaves_the_old_index(
    site: Site, fetcher: Fetcher, tmp_path: Path, body: str, status: int
) -> None:
    path = tmp_path / "r.msgpack"
    old, _ = update_index(fetcher, path, url=site.says("/rw.csv", CSV))
    with pytest.raises(RvcError):
        update_index(fetcher, path, url=site.says("/rw.csv", body, status))
    assert read_index(path) == old


def test_an_index_that_cannot_be_read_is_said_and_replaced(
    site: Site, fetcher: Fetcher, tmp_path: Path
) -> None:
    path = tmp_path / "r.msgpack"
    assert read_index(path) is None
    path.write_bytes(b"rubbish")
    with pytest.raises(RvcError, match="rvc refs retractions update"):
        read_index(path)
    assert update_index(fetcher, path, url=site.says("/rw.csv", CSV))[1]


def test_where_it_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RVC_RETRACTIONS", str(tmp_path / "x"))
    assert index_path() == tmp_path / "x"
    monkeypatch.delenv("RVC_RETRACTIONS")
    assert index_path().name == "retractions.msgpack"

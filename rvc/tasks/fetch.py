"""Getting official texts: page after page, politely, so that nothing that came is ever lost."""

from __future__ import annotations

import hashlib
import mimetypes
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from msgspec import Struct
from msgspec.structs import replace

from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import Answer, Failure, HttpError
from rvc.adapters.kept_texts import KeptTexts
from rvc.adapters.publishers.table import address_for_programs
from rvc.model.kept import Bytes, KeptPage, TextsLock
from rvc.model.law import Law, Version
from rvc.model.output_texts import FetchLine, Outcome
from rvc.tasks.first_look import (
    PEEK,
    remark_on,
    remark_on_kept,
    remark_on_way,
    wall_of,
    why_no_text,
    wordless,
)
from rvc.tasks.read_texts import read_cached
from rvc.tasks.saved_file import read_saved, remark_on_address, saved_from


class PageWanted(Struct, frozen=True):
    """A page of a version, where the register says it is."""

    law: str
    version: str
    url: str
    format: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """As `KeptPage.key`."""
        return self.law, self.version, self.url


class Hearer:
    """Hears how fetching goes; the usual one says nothing."""

    def begins(self, wanted: PageWanted) -> None:
        """A page is being asked for."""

    def bytes(self, got: int, announced: int | None) -> None:
        """So many bytes of it came, of so many if the server said."""

    def rests(self, seconds: float) -> None:
        """The site is left alone for so long, as it asks or after a failure: waits."""
        time.sleep(seconds)

    def ends(self, line: FetchLine) -> None:
        """This came of it."""


def pages_of(chosen: Iterable[tuple[Law, Version]]) -> list[PageWanted]:
    """Return the pages that the register gives an address for, each address of a version once."""
    wanted: dict[tuple[str, str, str], PageWanted] = {}
    for law, version in chosen:
        for page in version.pages:
            if page.url:
                found = PageWanted(law.id, version.id, page.url, page.format)
                wanted.setdefault(found.key, found)
    return list(wanted.values())


def fetch(
    texts: KeptTexts,
    pages: Iterable[PageWanted],
    fetcher: Fetcher,
    *,
    accept: bool = False,
    only_missing: bool = False,
    hearer: Hearer | None = None,
) -> list[FetchLine]:
    """Ask for each page and keep what comes; a page that fails does not stop the rest.

    What changed is kept beside the old bytes, which go on counting as the text unless `accept`.
    With `only_missing` pages whose bytes are in the store are not asked for. Every page is safe
    in store and lock file before the next is asked. RvcError when they cannot be written.
    """
    hearer = hearer or Hearer()
    lock = texts.recover()
    lines = []
    for wanted in pages:
        hearer.begins(wanted)
        line = _one(texts, lock, wanted, fetcher, accept, only_missing, hearer.bytes)
        hearer.ends(line)
        lines.append(line)
    return lines


def _one(
    texts: KeptTexts,
    lock: TextsLock,
    wanted: PageWanted,
    fetcher: Fetcher,
    accept: bool,
    only_missing: bool,
    on_bytes: Callable[[int, int | None], None],
) -> FetchLine:
    page = lock.page(wanted.key)
    if page is not None and not (accept and page.changed) and texts.store.holds(page.kept.sha256):
        if page.kept.file:
            return _line(wanted, Outcome.FILE, page.kept)
        if only_missing:
            return _line(wanted, Outcome.HERE, page.kept)
    try:
        return _ask(texts, page, wanted, fetcher, accept, on_bytes)
    except HttpError as error:
        hint = error.hint
        if error.failure in {Failure.STATUS, Failure.FAILING}:
            hint = f"rvc texts add {wanted.law}@{wanted.version} FILE takes a file saved by hand"
        return FetchLine(
            wanted.law, wanted.version, wanted.url, Outcome.FAILED, problem=error.problem, hint=hint
        )


def _ask(
    texts: KeptTexts,
    page: KeptPage | None,
    wanted: PageWanted,
    fetcher: Fetcher,
    accept: bool,
    on_bytes: Callable[[int, int | None], None],
) -> FetchLine:
    newest = page.newest if page is not None and texts.store.holds(page.newest.sha256) else None
    with texts.store.incoming() as file:
        answer = fetcher.get(
            address_for_programs(wanted.url),
            etag=newest.etag if newest else "",
            last_modified=newest.last_modified if newest else "",
            into=file,
            on_bytes=on_bytes,
        ).checked()
        if answer.not_modified and page is not None and newest is not None:
            return _settle(texts, page, page, accept, wanted)
        _expect(wanted, answer, file)
        came = _bytes_of(answer, wanted.url)
        after = merged(page, wanted, came)
        way = remark_on_way(wanted.url, came)
        if texts.store.holds(came.sha256):
            told = _settle(texts, page, after, accept, wanted)
            return _remarked(told, way, _twin(texts, after)) if page is None else told
        accepted = _accepted(after) if accept else after
        told = _told(page, texts.keep(file, accepted), wanted, came)
        return _remarked(told, way, remark_on_kept(texts, accepted, came))


def _remarked(line: FetchLine, *remarks: str) -> FetchLine:
    return replace(line, remark="; ".join(filter(None, remarks)))


def merged(page: KeptPage | None, wanted: PageWanted, came: Bytes) -> KeptPage:
    """Return the page after these bytes came: the old ones go on counting as its text."""
    if page is None:
        return KeptPage(wanted.law, wanted.version, wanted.url, came)
    if came.sha256 == page.kept.sha256:
        return replace(page, changed=None)
    if page.changed is not None and came.sha256 == page.changed.sha256:
        return page
    return replace(page, changed=came)


def _settle(
    texts: KeptTexts, before: KeptPage | None, after: KeptPage, accept: bool, wanted: PageWanted
) -> FetchLine:
    """Note the page when it is another than before; its bytes are in the store."""
    after = _accepted(after) if accept else after
    noted = texts.note(after) if after != before else after
    return _told(before, noted, wanted, after.newest)


def _twin(texts: KeptTexts, page: KeptPage) -> str:
    """Say that other pages have the very same bytes: one of them is not what it should be."""
    others = [
        other.subject
        for other in texts.lock().pages
        if other.kept.sha256 == page.kept.sha256 and other.key != page.key
    ]
    return f"the same bytes as {', '.join(others)}: look at both" if others else ""


def _accepted(page: KeptPage) -> KeptPage:
    if page.changed is None:
        return page
    earlier = (*page.earlier, page.kept.sha256)
    return replace(page, kept=page.changed, changed=None, earlier=earlier)


def _told(before: KeptPage | None, noted: KeptPage, wanted: PageWanted, came: Bytes) -> FetchLine:
    """Say what came of bytes; what is noted of their page may be another run's doing."""
    if noted.changed:
        return _line(wanted, Outcome.CHANGED, noted.changed)
    if noted.kept.sha256 != came.sha256:
        return _line(wanted, Outcome.FILE, noted.kept)
    if before is None:
        return _line(wanted, Outcome.NEW, noted.kept)
    accepted = noted.kept.sha256 != before.kept.sha256
    return _line(wanted, Outcome.ACCEPTED if accepted else Outcome.SAME, noted.kept)


def _line(wanted: PageWanted, outcome: Outcome, bytes: Bytes) -> FetchLine:
    return FetchLine(wanted.law, wanted.version, wanted.url, outcome, bytes.sha256, bytes.size)


def _bytes_of(answer: Answer, registered: str) -> Bytes:
    moved = answer.url if answer.url != registered else ""
    return Bytes(
        sha256=answer.sha256,
        size=answer.size,
        time=answer.time,
        media_type=answer.media_type,
        charset=answer.charset,
        final_url=moved,
        etag=answer.etag,
        last_modified=answer.last_modified,
    )


def _expect(wanted: PageWanted, answer: Answer, file: IO[bytes]) -> None:
    """Refuse what is plainly no text: nothing at all, or a web page where a file was registered."""
    file.flush()
    with Path(file.name).open("rb") as written:
        page = written.read(PEEK)
    wall = wall_of(page)
    hint = f"save the page with a browser, then: rvc texts add {wanted.law}@{wanted.version} FILE"
    if wall:
        problem = f"the site keeps programs out: it sent a page '{wall}'"
        raise HttpError(Failure.UNREADABLE, wanted.url, problem, hint)
    if wordless(page):
        problem = "a page without any words came: it is put together in the browser"
        raise HttpError(Failure.UNREADABLE, wanted.url, problem, hint)
    problem = why_no_text(page, wanted.format, answer.media_type)
    if problem:
        raise HttpError(Failure.UNREADABLE, wanted.url, problem, "open the address in a browser")


def add(texts: KeptTexts, law: Law, version: Version, path: Path, url: str = "") -> FetchLine:
    """Keep a file that a person saved as the text of a version, instead of what is kept.

    `url` is the page that it was saved from; without it the version's only address counts, of
    several the one that names the format of the file. RvcError when the file cannot be opened or
    read, is empty, larger than `MAX_SIZE` or a page that keeps programs out, or when `url` is none.
    """
    where = remark_on_address(version, url)
    data = read_saved(path)
    media_type, _ = mimetypes.guess_type(path.name)
    came = Bytes(
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        time=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        media_type=media_type or "",
        file=path.name,
    )
    text = read_cached(data, str(path), came)
    wanted = PageWanted(law.id, version.id, url or saved_from(version, path))
    before = texts.recover().page(wanted.key)
    after = KeptPage(wanted.law, wanted.version, wanted.url, came)
    if before is not None and before.kept.sha256 == came.sha256:
        if texts.store.holds(came.sha256):
            return _line(wanted, Outcome.SAME, before.kept)
        after = replace(before, changed=None)
    elif before is not None:
        after = _accepted(replace(before, changed=came))
    told = _told(before, texts.put(data, after), wanted, came)
    return _remarked(told, where, remark_on(text, after.subject))

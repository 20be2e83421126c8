"""Getting official texts: page after page, politely, so that nothing that came is ever lost."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import IO, NamedTuple

from msgspec.structs import replace

from rvc.adapters.http import Fetcher
from rvc.adapters.http_answer import Answer, Failure, HttpError
from rvc.adapters.kept_texts import KeptTexts, Noted
from rvc.adapters.publishers.table import address_for_programs
from rvc.model.kept import Bytes, KeptPage, TextsLock
from rvc.model.law import Law, Version
from rvc.model.output_texts import FetchLine, Outcome
from rvc.tasks.changed_words import differ, waits_already, words_changed
from rvc.tasks.first_look import (
    PEEK,
    answers_elsewhere,
    remark_on_kept,
    remark_on_way,
    wall_of,
    why_no_text,
    wordless,
)
from rvc.tasks.page_outcome import (
    PageWanted,
    accepted,
    instead_of_file,
    line_of,
    merged,
    remarked,
    told,
    twin,
)


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
    over_files: Collection[tuple[str, str]] = (),
    hearer: Hearer | None = None,
) -> list[FetchLine]:
    """Ask for each page and keep what comes; a page that fails does not stop the rest.

    What changed is kept beside the old bytes, which go on counting as the text unless `accept`.
    With `only_missing` pages whose bytes are in the store are not asked for. Where a person added
    a file its page is asked for only if its law and version are in `over_files`, and then counts
    instead. Every page is safe in store and lock file before the next is asked. RvcError when they
    cannot be written.
    """
    hearer, pages = hearer or Hearer(), list(pages)
    lock = texts.recover()
    manner = _Manner(accept, only_missing, over_files)
    lines = []
    for wanted in pages:
        hearer.begins(wanted)
        line = _one(texts, lock, wanted, fetcher, manner, hearer.bytes)
        if wanted.key[:2] in over_files and line.outcome is not Outcome.FAILED:
            line = _without_files(texts, wanted, pages, line)
        hearer.ends(line)
        lines.append(line)
    return lines


class _Manner(NamedTuple):
    """How pages are asked for, as `fetch` was told."""

    accept: bool
    only_missing: bool
    over_files: Collection[tuple[str, str]]

    def over_file(self, page: KeptPage | None) -> bool:
        """Whether a file counts as this page, and its publisher's page is to count instead."""
        return page is not None and bool(page.kept.file) and page.key[:2] in self.over_files


def _without_files(
    texts: KeptTexts, wanted: PageWanted, pages: list[PageWanted], line: FetchLine
) -> FetchLine:
    """Forget files that were added for a version without one of its addresses, or with another."""
    addresses = {page.key for page in pages}
    loose = [
        page
        for page in texts.lock().of(wanted.law, wanted.version)
        if page.kept.file and page.key not in addresses
    ]
    if loose:
        texts.forget(page.key for page in loose)
    names = ", ".join(page.kept.file for page in loose)
    return remarked(line, f"counts instead of the file {names}" if names else "")


def _one(
    texts: KeptTexts,
    lock: TextsLock,
    wanted: PageWanted,
    fetcher: Fetcher,
    manner: _Manner,
    on_bytes: Callable[[int, int | None], None],
) -> FetchLine:
    page = lock.page(wanted.key)
    asks = manner.over_file(page) or (manner.accept and page is not None and page.changed)
    if page is not None and not asks and texts.store.holds(page.kept.sha256):
        if page.kept.file:
            return line_of(wanted, Outcome.FILE, page.kept)
        if manner.only_missing:
            return line_of(wanted, Outcome.HERE, page.kept)
    try:
        line = _ask(texts, page, wanted, fetcher, manner, on_bytes)
    except HttpError as error:
        hint = error.hint
        if error.failure in {Failure.STATUS, Failure.FAILING}:
            hint = f"rvc texts add {wanted.subject} FILE takes a file saved by hand"
        return FetchLine(
            wanted.law, wanted.version, wanted.url, Outcome.FAILED, problem=error.problem, hint=hint
        )
    return replace(line, words_changed=words_changed(texts, line))


def _ask(
    texts: KeptTexts,
    page: KeptPage | None,
    wanted: PageWanted,
    fetcher: Fetcher,
    manner: _Manner,
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
            return _settle(texts, page, accepted(page) if manner.accept else page, wanted)
        _expect(wanted, answer, file)
        came = _bytes_of(answer, wanted.url)
        _same_site(wanted, page, came)
        after, remark = _decided(page, wanted, came, manner)
        way = remark_on_way(wanted.url, came)
        if texts.store.holds(came.sha256):
            line = _settle(texts, page, after, wanted)
            look = way, twin(texts, after)
            if page is not None:
                look = remark_on_kept(texts, after, came), _since(texts, page, came)
            told_already = line.outcome not in (Outcome.NEW, Outcome.ACCEPTED)
            return line if told_already else remarked(line, remark, *look)
        if page is not None and after.changed and waits_already(texts, page, came, file):
            return _settle(texts, page, page, wanted)
        line = told(texts.keep(file, after), wanted, came)
        since = _since(texts, page, came) if manner.accept and page is not None else ""
        return remarked(line, remark, way, remark_on_kept(texts, after, came), since)


def _decided(
    page: KeptPage | None,
    wanted: PageWanted,
    came: Bytes,
    manner: _Manner,
) -> tuple[KeptPage, str]:
    """Return what is to be noted of a page when these bytes came, and a remark on it."""
    if page is not None and manner.over_file(page):
        return instead_of_file(page, came), f"counts instead of the file {page.kept.file}"
    after = merged(page, wanted, came)
    return (accepted(after) if manner.accept else after), ""


def _since(texts: KeptTexts, page: KeptPage, came: Bytes) -> str:
    """Say that what was accepted has other words than what waited and may have been looked at."""
    waited = page.changed
    if waited is None or waited.sha256 == came.sha256 or not differ(texts, page, waited, came):
        return ""
    return f"other words than those that waited since {waited.time}: look at them"


def _settle(
    texts: KeptTexts, before: KeptPage | None, after: KeptPage, wanted: PageWanted
) -> FetchLine:
    """Note the page when it is another than before; its bytes are in the store."""
    noted = Noted(before, after) if after == before else texts.note(after)
    return told(noted, wanted, after.newest)


def _same_site(wanted: PageWanted, page: KeptPage | None, came: Bytes) -> None:
    """Refuse what another site sent than the one that what is kept came from."""
    if answers_elsewhere(page, came):
        problem = f"another site answered: {came.final_url[:200]}"
        hint = "does this network ask you to sign in? if the page moved, correct its address"
        raise HttpError(Failure.UNREADABLE, wanted.url, problem, hint)


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
    hint = f"save the page with a browser, then: rvc texts add {wanted.subject} FILE"
    if wall:
        problem = f"the site keeps programs out: it sent a page '{wall}'"
        raise HttpError(Failure.UNREADABLE, wanted.url, problem, hint)
    if wordless(page):
        problem = "a page without any words came: it is put together in the browser"
        raise HttpError(Failure.UNREADABLE, wanted.url, problem, hint)
    problem = why_no_text(page, wanted.format, answer.media_type)
    if problem:
        raise HttpError(Failure.UNREADABLE, wanted.url, problem, "open the address in a browser")

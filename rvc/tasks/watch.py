"""Asking whether official pages changed, and whose evidence that concerns."""

from __future__ import annotations

from collections.abc import Iterable

from rvc.adapters.http import Fetcher
from rvc.adapters.kept_texts import KeptTexts
from rvc.analysis.signs import same_words
from rvc.analysis.touched import touched, touched_demands
from rvc.errors import RvcError
from rvc.model.kept import KeptPage, TextsLock
from rvc.model.law import Law, Version
from rvc.model.output_texts import FetchLine, Outcome, WatchLine, WatchOutput
from rvc.tasks.fetch import Hearer, fetch, pages_of
from rvc.tasks.page_outcome import PageWanted
from rvc.tasks.read_texts import Reader


def watch(
    texts: KeptTexts,
    chosen: Iterable[tuple[Law, Version]],
    fetcher: Fetcher,
    *,
    hearer: Hearer | None = None,
) -> WatchOutput:
    """Ask every page that was fetched before whether it changed, and count the others.

    Other bytes are kept beside the old ones, as `fetch` does; nothing is accepted. A change counts
    until somebody accepts it. RvcError when the store cannot be written.
    """
    chosen = list(chosen)
    lock = texts.recover()
    here = [page for law, version in chosen for page in lock.of(law.id, version.id)]
    files = {page.key for page in here if page.kept.file}
    known = {page.key for page in here}
    laws = {law.id: law for law, _ in chosen}
    lines = fetch(texts, pages_to_watch(lock, chosen), fetcher, hearer=hearer)
    reader = Reader(texts)
    return WatchOutput(
        tuple(_line(reader, laws[line.law], line) for line in lines),
        len(files),
        sum(page.key not in known for page in pages_of(chosen)),
    )


def pages_to_watch(lock: TextsLock, chosen: Iterable[tuple[Law, Version]]) -> list[PageWanted]:
    """Return the registered pages of the versions that were fetched before."""
    pages = ((wanted, lock.page(wanted.key)) for wanted in pages_of(chosen))
    return [wanted for wanted, page in pages if page is not None and not page.kept.file]


def _line(reader: Reader, law: Law, line: FetchLine) -> WatchLine:
    page = reader.lock.page((line.law, line.version, line.url))
    if line.outcome is not Outcome.CHANGED or page is None or page.changed is None:
        return WatchLine(
            line.law,
            line.version,
            line.url,
            line.outcome,
            problem=line.problem,
            hint=line.hint,
        )
    try:
        return _compared(reader, law, page)
    except RvcError as error:
        problem = f"changed, but the two texts cannot be compared: {error.problem}"
        return WatchLine(
            line.law, line.version, line.url, line.outcome, words_changed=True, problem=problem
        )


def _compared(reader: Reader, law: Law, page: KeptPage) -> WatchLine:
    old = reader.page(page, page.kept)
    new = reader.page(page, page.newest)
    what = touched(old, new)
    same = same_words(old.text, new.text)
    return WatchLine(
        page.law,
        page.version,
        page.url,
        Outcome.CHANGED,
        words_changed=not same,
        signs_changed=same and old.text.split() != new.text.split(),
        provisions=what.names,
        demands=tuple(touched_demands(law, page.version, old, what)),
    )

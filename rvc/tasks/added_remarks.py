"""What whoever adds works should know of them beside that they were added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rvc.model.imported import Described, Imported
from rvc.model.record import Update, UpdateKind
from rvc.tasks.incoming import Incoming

_WARNED = {UpdateKind.RETRACTION, UpdateKind.PARTIAL_RETRACTION, UpdateKind.CONCERN}


def remarks_on(added: Iterable[tuple[Incoming, str]]) -> Iterator[str]:
    """Yield remarks on works and the keys that they got.

    Retractions, another key than its file or another DOI than was asked for, and what a file says
    that no field of an entry was found for.
    """
    unread: Counter[str] = Counter()
    for incoming, key in added:
        work = incoming.work
        if work.key and work.key != key:
            yield f"'{work.key}' ({incoming.source}) is added as '{key}': its key could not stay"
        if isinstance(work, Described):
            unread.update(work.unread)
        if isinstance(work, Imported):
            yield from _of_record(incoming, work, key)
    if unread:
        said = (f"{name} ({n} work{'s' if n > 1 else ''})" for name, n in unread.most_common())
        yield f"not taken over, as an entry has no field for it: {', '.join(said)}"


def _of_record(incoming: Incoming, work: Imported, key: str) -> Iterator[str]:
    record = work.record
    yield from (_notice(key, update) for update in _notices(record.updates))
    if incoming.asked and record.doi and record.doi != incoming.asked:
        yield f"{key}: {incoming.asked} is another name of {record.doi}, under which it was added"


def _notices(updates: Iterable[Update]) -> list[Update]:
    """Return one notice of each kind that matters; none of retractions that were taken back."""
    found = {update.kind: update for update in updates}
    if UpdateKind.REINSTATEMENT in found:
        found.pop(UpdateKind.RETRACTION, None)
    return [update for kind, update in found.items() if kind in _WARNED]


def _notice(key: str, update: Update) -> str:
    what = {UpdateKind.RETRACTION: "RETRACTED", UpdateKind.PARTIAL_RETRACTION: "partly RETRACTED"}
    said = what.get(update.kind, f"there is an {update.kind.value} about it")
    where = f", see https://doi.org/{update.doi}" if update.doi else ""
    when = f" on {update.date}" if update.date else ""
    return f"warning: {key}: {said}{when}{where}"

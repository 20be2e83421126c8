"""The redline of two versions of a law whose texts are kept, with the corrections of people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from rvc.adapters.corrections_yaml import (
    forget_correction,
    read_corrections,
    record_corrections,
)
from rvc.analysis.as_written import as_written
from rvc.analysis.corrections import Correction, correction_of
from rvc.analysis.places import find_places
from rvc.analysis.redline import Change, Redline, changes_of, redline_texts
from rvc.analysis.shorthand import Earlier, expand_noted
from rvc.analysis.text_parts import parts_of, unit_of
from rvc.analysis.unit import Unit
from rvc.errors import RvcError
from rvc.model.correction import RecordedCorrection
from rvc.model.law import Law, Version
from rvc.model.nearest import did_you_mean
from rvc.model.text import LegalText
from rvc.tasks.read_texts import Reader, must_have, read_file
from rvc.tasks.redline_files import NotPlainTextError, read_plain_text


def redline_versions(
    reader: Reader, corrections: Path, law: Law, start: Version, end: Version
) -> tuple[Redline, LegalText, LegalText]:
    """Return the redline of two versions and their texts, shorthand expanded.

    RvcError when one of the texts is not here. `corrections` is alignments.yaml.
    """
    for version in (start, end):
        must_have(reader, law, version)
    texts = reader.whole(law)
    left, right = texts[start.id], texts[end.id]
    made = redline_texts(
        left,
        right,
        left_title=title_of(law, start),
        right_title=title_of(law, end),
        corrections=recorded_corrections(corrections, law.id).get((start.id, end.id), ()),
        notes=(*_named(start.name, left), *_named(end.name, right)),
    )
    return made, left, right


def recorded_corrections(path: Path, law: str) -> dict[tuple[str, str], list[Correction]]:
    """Return the corrections in alignments.yaml on a law, by the versions that they speak of."""
    found: dict[tuple[str, str], list[Correction]] = {}
    for one in read_corrections(path):
        if one.law == law:
            made = Correction(
                one.left or None, one.right or None, one.left_sha256, one.right_sha256, one.note
            )
            found.setdefault((one.start, one.end), []).append(made)
    return found


def _named(name: str, text: LegalText) -> list[str]:
    return [f"{name}: {note}" for note in text.notes]


def title_of(law: Law, version: Version) -> str:
    """Return what a redline calls a version: `Act (2002-01-01) [river-act@act]`."""
    date = f" ({version.date})" if version.date else ""
    return f"{version.name}{date} [{law.id}@{version.id}]"


def redline_two_files(left: Path, right: Path) -> tuple[Redline, LegalText, LegalText]:
    """Return the redline of two files that any publisher's reader knows, and their texts.

    Where the right one only says that words stay ("(Non modifié)"), those of the left one stand.
    """
    one, other = read_two_files(left, right)
    made = redline_texts(
        one,
        other,
        left_title=str(left),
        right_title=str(right),
        notes=(*_named(left.name, one), *_named(right.name, other)),
    )
    return made, one, other


def read_two_files(left: Path, right: Path) -> tuple[LegalText, LegalText]:
    """Return the texts of two files, the shorthand of the right one expanded from the left one.

    Plain texts keep their white space, so that a redline rebuilds the files.
    """
    one = _file_text(left)
    return one, expand_noted(_file_text(right), Earlier(one, left.name))[0]


def _file_text(path: Path) -> LegalText:
    text = read_file(path)
    try:
        return as_written(text, read_plain_text(str(path)).removeprefix("\ufeff"))
    except NotPlainTextError:
        return text


def only(redline: Redline, left: LegalText, right: LegalText, wanted: Sequence[str]) -> Redline:
    """Return the redline of the provisions wanted: ids, numbers, or locators (`s. 2`).

    RvcError when neither text has one of them.
    """
    kept: list[Change] = []
    for each in wanted:
        found = changes_of(redline, each) or _located(redline, left, right, each)
        if not found:
            known = [piece.eid for c in redline.changes for piece in (*c.left, *c.right)]
            hint = did_you_mean(each, known) or "rvc texts show LAW@VERSION lists those of a text"
            raise RvcError(f"no provision '{each}' in either text", hint=hint)
        kept += found
    changes = tuple(change for change in redline.changes if change in kept)
    return replace(redline, changes=changes)


def _located(
    redline: Redline, left: LegalText, right: LegalText, locator: str
) -> tuple[Change, ...]:
    sides = []
    for text in (left, right):
        spans = find_places(locator, text).spans
        at = 0
        eids = set()
        for part in parts_of(text):
            if any(span.start < at + len(part.text) and at < span.end for span in spans):
                eids.add(part.eid)
            at += len(part.text)
        sides.append(eids)
    return tuple(
        change
        for change in redline.changes
        if any(piece.eid in sides[0] for piece in change.left)
        or any(piece.eid in sides[1] for piece in change.right)
    )


def link(
    corrections: Path,
    law: Law,
    versions: tuple[Version, Version],
    texts: tuple[LegalText, LegalText],
    pairs: Sequence[str],
    note: str = "",
) -> tuple[RecordedCorrection, ...]:
    """Record that provisions belong together, each pair written `LEFT=RIGHT` in ids.

    `LEFT=` says that it was dropped, `=RIGHT` that it is new. Several pairs with one id make a
    split or a merger. What was recorded before on one of these provisions is replaced and returned.
    RvcError for an unknown id and for pairs that contradict each other.
    """
    units = [{part.eid: unit_of(part) for part in parts_of(text)} for text in texts]
    ids = [_pair(pair) for pair in pairs]
    _refuse_contradictions(ids)
    recorded = []
    for left, right in ids:
        made = correction_of(_unit(units[0], left), _unit(units[1], right), note)
        recorded.append(
            RecordedCorrection(
                law.id,
                versions[0].id,
                versions[1].id,
                left,
                right,
                made.left_sha256,
                made.right_sha256,
                note,
            )
        )
    return record_corrections(corrections, tuple(recorded))


def unlink(
    corrections: Path, law: Law, versions: tuple[Version, Version], pairs: Sequence[str]
) -> None:
    """Take back what was recorded on pairs, each written `LEFT=RIGHT`; RvcError if nothing was."""
    for left, right in map(_pair, pairs):
        forget_correction(corrections, (law.id, versions[0].id, versions[1].id, left, right))


def _pair(pair: str) -> tuple[str, str]:
    left, equals, right = (part.strip() for part in pair.partition("="))
    if not equals or not (left or right):
        raise RvcError(f"'{pair}' is no pair", hint="write LEFT=RIGHT, LEFT= or =RIGHT")
    return left, right


def _refuse_contradictions(pairs: Sequence[tuple[str, str]]) -> None:
    for left, right in pairs:
        alone = left or right
        side = 0 if left else 1
        if not (left and right) and any(
            other[side] == alone and other != (left, right) for other in pairs
        ):
            raise RvcError(f"'{alone}' cannot both stand alone and belong to another provision")


def _unit(units: dict[str, Unit], eid: str) -> Unit | None:
    if eid and eid not in units:
        raise RvcError(f"no provision '{eid}' in that text", hint=did_you_mean(eid, units))
    return units[eid] if eid else None

"""Checking what people decided about alignments (alignments.yaml): do register and texts fit?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from rvc.adapters.corrections_yaml import FILE, pair_of, read_corrections
from rvc.adapters.opened import read_bytes
from rvc.adapters.register_folder import Loaded, shown
from rvc.adapters.yaml_text import locate
from rvc.errors import RvcError
from rvc.lint.rule import Rule
from rvc.model.correction import RecordedCorrection
from rvc.model.finding import Finding, Place, Severity
from rvc.model.law import Law
from rvc.model.nearest import did_you_mean

if TYPE_CHECKING:
    from rvc.tasks.read_texts import Reader

CORRECTION = Rule(
    name="correction",
    severity=Severity.ERROR,
    summary="A correction in alignments.yaml that cannot be applied any more.",
    why="""\
A person who overrules which provision became which (`rvc laws redline --link`) does so for two
texts. When the register or the texts change, the decision may speak of nothing: it is left out
then, and everything that rests on it changes. Unknown laws, versions and provisions are errors, as
is a file that cannot be read. Decisions that contradict each other are warnings, and with `--texts`
so are those made on other words.""",
    bad="""\
  - {law: river-act, from: bill-2, to: act, left: sec_44, right: sec_2}
""",
    good="""\
  - {law: river-act, from: bill-2, to: act, left: sec_4, right: sec_2}
""",
    check=lambda _: (),
)
"""Said like a rule of the register, though it reads another file: `correction_findings`."""


class _Remark(Struct, frozen=True):
    """What is wrong with one correction, and in which of its fields."""

    field: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


def correction_findings(loaded: Loaded, *, hashes: bool) -> tuple[Finding, ...]:
    """Return what is wrong with alignments.yaml, with places in it; nothing when there is no file.

    Provisions are looked up where the texts are here; with `hashes` their words must be those that
    the person looked at.
    """
    path = loaded.folder.path / FILE
    try:
        corrections = read_corrections(path)
    except RvcError as error:
        return (_unreadable(error, path),)
    register = loaded.register.register
    if register is None or not corrections:
        return ()
    check = _Check({law.id: law for law in register.laws}, loaded, hashes)
    found = [
        (number, one, remark)
        for number, one in enumerate(corrections)
        for remark in (*check.remarks(one), *_contradictions(one, corrections))
    ]
    paths: list[tuple[str | int, ...]] = [("corrections", n, r.field) for n, _, r in found]
    places = locate(read_bytes(path).decode(), paths, shown(path)) if found else {}
    return tuple(
        Finding(
            CORRECTION.name,
            remark.severity,
            f"{one.law}@{one.end}",
            f"correction {one.left}={one.right}: {remark.message}",
            remark.hint,
            places[place],
        )
        for (_, one, remark), place in zip(found, paths, strict=True)
    )


class _Check:
    """Reads each law's texts once, and none before a correction asks for them."""

    def __init__(self, laws: Mapping[str, Law], loaded: Loaded, hashes: bool) -> None:
        self._laws = laws
        self._loaded = loaded
        self._hashes = hashes
        self._reader: Reader | None = None
        self._words: dict[str, dict[str, dict[str, str]]] = {}

    def remarks(self, one: RecordedCorrection) -> Iterator[_Remark]:
        law = self._laws.get(one.law)
        if law is None:
            hint = did_you_mean(one.law, self._laws)
            yield _Remark("law", f"no law '{one.law}' in the register", hint)
            return
        if not (one.left or one.right):
            yield _Remark("law", "it names no provision")
        sides = (
            ("from", one.start, "left", one.left, one.left_sha256),
            ("to", one.end, "right", one.right, one.right_sha256),
        )
        known = [v.id for v in (law.reversion, *law.versions) if v is not None]
        for field, version, side, eid, sha256 in sides:
            if version not in known:
                said = f"no version '{version}' of {law.id}"
                yield _Remark(field, said, did_you_mean(version, known))
            elif eid:
                yield from self._provision(law, version, (side, eid, sha256))

    def _provision(self, law: Law, version: str, asked: tuple[str, str, str]) -> Iterator[_Remark]:
        from rvc.analysis.corrections import text_hash

        side, eid, sha256 = asked
        words = self._texts(law).get(version)
        if words is None:
            return
        again = f"rvc laws redline {law.id} --unlink takes it back, --link records it anew"
        if eid not in words:
            hint = did_you_mean(eid, words) or again
            yield _Remark(side, f"the text of {version} has no provision '{eid}'", hint)
        elif self._hashes and text_hash(words[eid]) != sha256:
            said = f"the words of '{eid}' in {version} are not those that it was made on"
            yield _Remark(side, said, again, Severity.WARNING)

    def _texts(self, law: Law) -> dict[str, dict[str, str]]:
        """Return the words of a law's provisions, by version and id, as redlines compare them."""
        # what reads texts takes a while to load, and most registers have no corrections
        from rvc.adapters.kept_texts import kept_texts
        from rvc.analysis.text_parts import parts_of, unit_of
        from rvc.tasks.read_texts import Reader

        if law.id not in self._words:
            self._reader = self._reader or Reader(kept_texts(self._loaded.folder))
            self._words[law.id] = {
                version: {part.eid: unit_of(part).text for part in parts_of(text)}
                for version, text in self._reader.whole(law).items()
            }
        return self._words[law.id]


def _contradictions(
    one: RecordedCorrection, every: tuple[RecordedCorrection, ...]
) -> Iterator[_Remark]:
    """Say that a provision is set apart here and linked elsewhere."""
    if bool(one.left) == bool(one.right):
        return
    side, eid = ("left", one.left) if one.left else ("right", one.right)
    for other in every:
        same_texts = pair_of(other)[:3] == pair_of(one)[:3]
        if same_texts and other.left and other.right and eid == getattr(other, side):
            said = f"contradicts {other.left}={other.right}"
            yield _Remark(side, said, "take one of the two back", Severity.WARNING)


def _unreadable(error: RvcError, path: Path) -> Finding:
    """Say what reading said, at the line and column that it named."""
    _, _, at = error.where.removeprefix(str(path)).partition(":")
    line, _, column = at.partition(":")
    numbers = (int(line), int(column)) if line.isdigit() and column.isdigit() else (0, 0)
    place = Place(shown(path), *numbers)
    severity = CORRECTION.severity
    return Finding(CORRECTION.name, severity, FILE, error.problem, error.hint, place)

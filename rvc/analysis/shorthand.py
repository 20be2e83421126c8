"""Expand the shorthand of French bills: "(Non modifié)", "Articles 2 et 3 (Conformes)".

A chamber prints only what it changed. What it left alone stands there as "(Non modifié)" or
"(Conforme)", a whole run of articles on one line, what it struck out as "(Supprimé)"; dotted lines
fill the page. The words are those of the stage before, which is where they are taken from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

import msgspec
from msgspec import Struct

from rvc.analysis.unit import Unit
from rvc.model.text import LegalText, Provision, Span

_SAID = re.compile(
    r"\(\s*(?:(?P<deleted>supprimée?s?|suppression (?:maintenue|conforme))|"
    r"(?P<same>(?:non modifié|conforme)e?s?))\s*\)\.?|"
    r"(?P<bare_deleted>supprimée?s?|suppression (?:maintenue|conforme))\.?$|"
    r"(?P<bare_same>(?:non modifié|conforme)e?s?)\.?$",
    re.IGNORECASE,
)
_DOTS = re.compile(r"^[\s.…·_]+|[\s.…·_]+$")
_RANGE = re.compile(r"(?P<from>.+?)\s+à\s+(?P<to>.+)$")
_LIST = re.compile(r"\s*(?:,|\bet\b)\s*")
_WORD = re.compile(r"^(?:articles?|art\.)\s+", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<=\d)\s*(?:er|ère)\b|(?<=\bI)(?:er|ère)\b", re.IGNORECASE)
_END = re.compile(r"[\s.°)–—-]+$")


Labelled = TypeVar("Labelled", Provision, Unit)


class Use(StrEnum):
    """What a shorthand says."""

    UNCHANGED = "unchanged"
    DELETED = "deleted"


class Note(Struct, frozen=True):
    """What was done with the shorthand of some provisions of the expanded text (their ids).

    `doubt` says why the words taken may not be those meant; it goes on to whoever takes them next.
    """

    eids: tuple[str, ...]
    said: str
    doubt: str = ""


class Earlier(Struct, frozen=True):
    """The text that words are taken from, and what notes call it.

    `doubt` says why it may not be the one meant; `notes` are those of its own expansion.
    """

    text: LegalText
    name: str = "the earlier text"
    doubt: str = ""
    notes: tuple[Note, ...] = ()


def expand(text: LegalText, previous: LegalText) -> LegalText:
    """Return `expand_noted(text, Earlier(previous))` without the ids of notes."""
    return expand_noted(text, Earlier(previous))[0]


def expand_noted(text: LegalText, earlier: Earlier) -> tuple[LegalText, tuple[Note, ...]]:
    """Put in the words of the earlier text wherever `text` only says that they stay.

    Provisions found in it by their labels are taken over whole, with their children; the text of
    the result holds them in place of the shorthand and all spans count it. What is deleted keeps
    its label and no words. Where the page prints the words after "(Non modifié)", they stay. Each
    use gets one note, also in the `notes` of the text; where the earlier text lacks the provision,
    the note says so and the shorthand stays. Ids are those of `text`; ids taken over from the
    earlier one are kept where free.
    """
    return _Expansion(text, earlier).done()


def shorthand_of(words: str) -> Use | None:
    """What the words of a provision say if they are nothing but shorthand."""
    said = _DOTS.sub("", " ".join(words.split()))
    found = _SAID.fullmatch(said)
    if not found:
        return None
    groups = found.groupdict()
    return Use.DELETED if groups["deleted"] or groups["bare_deleted"] else Use.UNCHANGED


class _Piece(Struct):
    """Text of the result and the provision it belongs to; spans count from the piece's start."""

    text: str
    provision: Provision | None


class _Expansion:
    def __init__(self, text: LegalText, earlier: Earlier) -> None:
        self.text = text
        self.earlier = earlier
        self.previous = earlier.text
        self.top = list(self.previous.walk())
        self.doubts = {eid: note.doubt for note in earlier.notes for eid in note.eids if note.doubt}
        self.notes: list[Note] = []
        self.around: list[str] = []
        self.used = {one.eid for one in text.walk()}

    def done(self) -> tuple[LegalText, tuple[Note, ...]]:
        pieces = self._level(self.text.provisions, self.previous.provisions, 0, len(self.text.text))
        whole = "".join(piece.text for piece in pieces)
        provisions = tuple(_placed(pieces))
        if not self.notes:
            return self.text, ()
        made = msgspec.structs.replace(
            self.text,
            text=whole,
            provisions=provisions,
            notes=(*self.text.notes, *(note.said for note in self.notes)),
            amendments=(),
        )
        return made, tuple(self.notes)

    def _level(
        self, provisions: tuple[Provision, ...], before: tuple[Provision, ...], start: int, end: int
    ) -> list[_Piece]:
        """The text from `start` to `end` as pieces, each provision in it expanded."""
        pieces: list[_Piece] = []
        at = start
        for provision in provisions:
            pieces.append(_Piece(self.text.text[at : provision.span.start], None))
            pieces.extend(self._one(provision, before))
            at = provision.span.end
        pieces.append(_Piece(self.text.text[at:end], None))
        return pieces

    def _one(self, provision: Provision, before: tuple[Provision, ...]) -> list[_Piece]:
        use = None if provision.children else shorthand_of(provision.text)
        labels = labels_of(provision.label)
        if use is Use.DELETED:
            self._note(provision, "deleted at this stage")
            return self._deleted(provision)
        if use is Use.UNCHANGED:
            found = self._find(provision, labels, before)
            if found:
                return self._taken(provision, found)
            said = f"not changed, but {self.earlier.name} has no such provision"
            self._note(provision, said)
        return [self._rebuilt(self._unmarked(provision), before)]

    def _unmarked(self, provision: Provision) -> Provision:
        """ "(Non modifié)" before words that the page prints is a remark, not one of the words."""
        mark = _SAID.match(provision.text)
        if not mark or not mark["same"] or len(provision.text) == mark.end():
            return provision
        self._note(provision, "marked as not changed, its words are printed")
        return msgspec.structs.replace(provision, text=provision.text[mark.end() :].lstrip())

    def _rebuilt(self, provision: Provision, before: tuple[Provision, ...]) -> _Piece:
        """The provision with its children expanded, spans counted from its own start."""
        matches = self._find(provision, labels_of(provision.label), before)
        inner_before = matches[0].children if len(matches) == 1 else before
        if not provision.children:
            return _Piece(self._own(provision.span), _shifted(provision, -provision.span.start))
        self.around.append(provision.label)
        pieces = self._level(
            provision.children, inner_before, provision.span.start, provision.span.end
        )
        self.around.pop()
        words = "".join(piece.text for piece in pieces)
        made = msgspec.structs.replace(
            provision, span=Span(0, len(words)), children=tuple(_placed(pieces))
        )
        return _Piece(words, made)

    def _deleted(self, provision: Provision) -> list[_Piece]:
        words = self._own(provision.span)
        return [_Piece(words, _shifted(provision, -provision.span.start, text=""))]

    def _taken(self, provision: Provision, found: list[Provision]) -> list[_Piece]:
        pieces: list[_Piece] = []
        eids: list[str] = []
        for one in found:
            if pieces:
                pieces.append(_Piece("\n", None))
            start, end = one.span.start, one.span.end
            eid = provision.eid if len(found) == 1 else ""
            taken = self._renamed(one, eid)
            eids.append(taken.eid)
            pieces.append(_Piece(self.previous.text[start:end], _shifted(taken, -start)))
        inner = [each.eid for one in found for each in one.walk()]
        doubts = [self.earlier.doubt, *(self.doubts.get(eid, "") for eid in inner)]
        doubt = "; ".join(dict.fromkeys(filter(None, doubts)))
        said = f"not changed, words taken from {self.earlier.name}"
        self._note(provision, f"{said}; {doubt}" if doubt else said, tuple(eids), doubt)
        return pieces

    def _note(
        self, provision: Provision, said: str, eids: tuple[str, ...] = (), doubt: str = ""
    ) -> None:
        labels = (_END.sub("", label) for label in (*self.around, provision.label))
        where = ", ".join(filter(None, labels))
        self.notes.append(Note(eids or (provision.eid,), f"{where}: {said}", doubt))

    def _renamed(self, provision: Provision, eid: str) -> Provision:
        """Give a provision taken over an id that is free, and its children theirs below it."""
        own = eid or self._free(provision.eid)
        children = tuple(
            self._renamed(child, self._free(_below(child.eid, provision.eid, own)))
            for child in provision.children
        )
        return msgspec.structs.replace(provision, eid=own, children=children)

    def _free(self, wanted: str) -> str:
        eid, turn = wanted, 1
        while eid in self.used:
            turn += 1
            eid = f"{wanted}_{turn}"
        self.used.add(eid)
        return eid

    def _own(self, span: Span) -> str:
        return self.text.text[span.start : span.end]

    def _find(
        self, provision: Provision, labels: list[str], before: tuple[Provision, ...]
    ) -> list[Provision]:
        """The provisions of the earlier text that a label names: one, a list, or a run of them."""
        inner = list(_same_kind(provision, before))
        for pool in (inner, [one for one in self.top if one.kind == provision.kind]):
            found = named_by(labels, pool)
            if found:
                return found
        return []


def _same_kind(provision: Provision, before: tuple[Provision, ...]) -> Iterator[Provision]:
    return (one for one in before if one.kind == provision.kind)


def named_by(labels: Sequence[str], pool: Sequence[Labelled]) -> list[Labelled]:
    """Return what `labels` name, runs ("4 à 6") from end to end; nothing if one is not there."""
    keys = [_key(one.label) for one in pool]
    found: list[Labelled] = []
    for label in labels:
        run = _RANGE.match(label)
        first, last = (_key(run["from"]), _key(run["to"])) if run else (_key(label), _key(label))
        if first not in keys or last not in keys:
            return []
        found += pool[keys.index(first) : keys.index(last) + 1]
    return found


def labels_of(label: str) -> list[str]:
    """Return the labels in a label: "Articles 1er, 2 et 4 à 6" names three, the last one a run."""
    said = _END.sub("", _WORD.sub("", label.strip()))
    return [one for one in _LIST.split(said) if one]


def _key(label: str) -> str:
    said = _END.sub("", _WORD.sub("", label.strip()))
    said = re.sub(r"\s*\(nouve(?:au|lle)\)", "", _ORDINAL.sub("", said), flags=re.IGNORECASE)
    return _END.sub("", " ".join(said.split())).casefold().replace("°", "")


def _below(eid: str, parent: str, new: str) -> str:
    return new + eid[len(parent) :] if eid.startswith(parent) else eid


def _placed(pieces: list[_Piece]) -> Iterator[Provision]:
    at = 0
    for piece in pieces:
        if piece.provision is not None:
            yield _shifted(piece.provision, at)
        at += len(piece.text)


def _shifted(provision: Provision, by: int, *, text: str | None = None) -> Provision:
    span = Span(provision.span.start + by, provision.span.end + by)
    children = tuple(_shifted(child, by) for child in provision.children)
    words = provision.text if text is None else text
    return msgspec.structs.replace(provision, span=span, children=children, text=words)

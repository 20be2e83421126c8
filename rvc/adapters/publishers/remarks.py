"""What a person should know of how a text was read: as one lump, mostly outside its provisions."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.adapters.publishers.eids import BASIC, CONTAINERS
from rvc.model.text import LegalText, Provision

LUMP = "no article, section or other provision could be told apart"
"""Begins the remark on a text that was read as one lump."""

_SAID = "no provision could be read"  # by the reader itself, which knows why
_SHORT = 500  # characters; no law is shorter, a menu or notice often is
_SMALL = 2_000  # characters of a text too small to be judged
_OUTSIDE = 0.5  # of the text
_ALONE = 0.9  # of the text, in one provision without parts


def remarks(text: LegalText) -> Iterator[str]:
    """Tell when a text has no provisions, when most of it lies in none or in one, and which
    numbers of articles or sections it uses twice.
    """
    length = len(text.text)
    if any(_SAID in note for note in text.notes):
        return
    if not text.provisions:
        doubt = ": is it the page of the law, or a menu or a notice?" if length < _SHORT else ""
        yield f"{LUMP}, the {length:,} characters are read as one{doubt}"
        return
    inside = sum(one.span.end - one.span.start for one in text.provisions)
    if length > _SMALL and inside < (1 - _OUTSIDE) * length:
        share = round(100 * (length - inside) / length)
        yield f"{share} % of the text lies before, between or after its provisions, in none of them"
    for one in text.walk():
        if length > _SMALL and not one.children and len(one.text) > _ALONE * length:
            yield f"{one.eid} holds nearly all of the text and has no parts"
    named: dict[str, list[str]] = {}
    for one in _units(text.provisions):
        named.setdefault(one.label, []).append(one.eid)
    for label, eids in named.items():
        if len(eids) > 1:
            yield f"'{label}' is used {len(eids)} times: {', '.join(eids)}"


def _units(provisions: tuple[Provision, ...]) -> Iterator[Provision]:
    """The articles or sections of the text itself, as they are cited without their chapters."""
    for one in provisions:
        if one.kind in BASIC and one.label:
            yield one
        elif one.kind in CONTAINERS:
            yield from _units(one.children)

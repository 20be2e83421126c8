"""Lists of definitions (`<dl>`): a term and the words that go on after it are one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rvc.adapters.publishers.xml_input import local, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset({"p", "div"})


def join_definitions(root: _Element) -> None:
    """Put each term before its definition, where that goes on in the middle of a sentence.

    "chain" over "means all activities" is one paragraph; a definition that begins a sentence of
    its own stays under its term, as does one that several terms share.
    """
    for term in list(root.iter("dt")):
        meaning, before = term.getnext(), term.getprevious()
        if meaning is None or local(meaning) != "dd" or (before is not None and before.tag == "dt"):
            continue
        if words_of(meaning)[:1].islower() and words_of(term):
            _put_before(term, _first_block(meaning))


def _first_block(element: _Element) -> _Element:
    """The innermost block that the first words of an element stand in."""
    while not (element.text or "").strip() and len(element) and local(element[0]) in _BLOCKS:
        element = element[0]
    return element


def _put_before(term: _Element, block: _Element) -> None:
    term.tag = "span"
    term.tail = f" {block.text or ''}"
    block.text = None
    block.insert(0, term)

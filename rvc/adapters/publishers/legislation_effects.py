"""The effects that Acts have on other Acts, as legislation.gov.uk records them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from rvc.adapters.publishers.xml_input import local, parse_xml, words_of
from rvc.errors import RvcError

if TYPE_CHECKING:
    from lxml.etree import _Element


class InForce(Struct, frozen=True):
    """One coming into force: an ISO date ("" when only announced), and what the editors add."""

    date: str
    applied: bool
    prospective: bool = False
    qualification: str = ""
    by: str = ""
    """The commencing instrument: "ssi/2005/643 art. 2(c)"."""


class Effect(Struct, frozen=True):
    """One change that a provision of one law makes to a provision of another."""

    id: str
    type: str
    affected: str
    """The law that is changed: "ukpga/1995/36"."""
    affected_class: str
    affected_year: str
    affected_number: str
    affected_title: str
    affected_provisions: str
    affecting: str
    affecting_year: str
    affecting_number: str
    affecting_title: str
    affecting_provisions: str
    applied: bool
    """Whether legislation.gov.uk has made the change in the text that it shows."""
    requires_applied: bool
    in_force: tuple[InForce, ...]
    modified: str = ""


def read_effects(data: bytes, *, url: str = "") -> tuple[Effect, ...]:
    """Read a feed of effects, or the effects not yet applied that a CLML file lists.

    In file order. Raises RvcError for anything else or broken XML.
    """
    root = parse_xml(data, url=url)
    if local(root) not in {"feed", "Legislation"}:
        raise RvcError(
            f"<{local(root)}> is no feed of effects",
            where=url,
            hint="fetch https://www.legislation.gov.uk/changes/affected/…/data.feed",
        )
    found = (one for one in root.iter() if local(one) in {"Effect", "UnappliedEffect"})
    return tuple(_effect(one) for one in found)


def more_pages(data: bytes, *, url: str = "") -> str:
    """The address of the next page of a feed, "" at the last one."""
    root = parse_xml(data, url=url)
    links = (one for one in root if local(one) == "link")
    return next((one.get("href", "") for one in links if one.get("rel") == "next"), "")


def _effect(element: _Element) -> Effect:
    get = element.get
    return Effect(
        id=get("EffectId", ""),
        type=get("Type", ""),
        affected=_law(get("AffectedURI", "")),
        affected_class=get("AffectedClass", ""),
        affected_year=get("AffectedYear", ""),
        affected_number=get("AffectedNumber", ""),
        affected_title=_words(element, "AffectedTitle"),
        affected_provisions=get("AffectedProvisions", ""),
        affecting=_law(get("AffectingURI", "")),
        affecting_year=get("AffectingYear", ""),
        affecting_number=get("AffectingNumber", ""),
        affecting_title=_words(element, "AffectingTitle"),
        affecting_provisions=get("AffectingProvisions", ""),
        applied=get("Applied") == "true",
        requires_applied=get("RequiresApplied") == "true",
        in_force=tuple(_in_force(one) for one in element.iter("{*}InForce")),
        modified=get("Modified", ""),
    )


def _in_force(element: _Element) -> InForce:
    by = f"{_law(element.get('CommencingURI', ''))} {_words(element, 'CommencingProvisions')}"
    return InForce(
        date=element.get("Date", ""),
        applied=element.get("Applied") == "true",
        prospective=element.get("Prospective") == "true",
        qualification=element.get("Qualification", ""),
        by=by.strip(),
    )


def _law(uri: str) -> str:
    path = uri.partition("legislation.gov.uk/")[2]
    return path.removeprefix("id/")


def _words(element: _Element, name: str) -> str:
    found = element.find(f"{{*}}{name}")
    return words_of(found) if found is not None else ""

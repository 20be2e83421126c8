"""Formex, the XML of the Official Journal of the European Union (version 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rvc.adapters.publishers.drafting import lay_out
from rvc.adapters.publishers.xml_grammar import Grammar
from rvc.adapters.publishers.xml_input import local, parse_xml, root_name, words_of
from rvc.adapters.publishers.xml_outline import Walker
from rvc.errors import RvcError
from rvc.model.text import LegalText
from rvc.model.text import ProvisionKind as Kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS = {"ACT", "ANNEX", "CONS.ACT", "CONS.ANNEX", "GENERAL", "CONS.DOC", "AGR", "PUBLICATION"}
_KINDS = {
    "PREAMBLE": Kind.PREAMBLE,
    "CONSID": Kind.RECITAL,
    "ARTICLE": Kind.ARTICLE,
    "ANNEX": Kind.ANNEX,
    "CONS.ANNEX": Kind.ANNEX,
    "PARAG": Kind.PARAGRAPH,
}
_DIVISIONS = (
    ("PART", Kind.PART), ("PARTIE", Kind.PART), ("TITLE", Kind.TITLE), ("TITRE", Kind.TITLE),
    ("CHAPTER", Kind.CHAPTER), ("CHAPITRE", Kind.CHAPTER), ("SUB", Kind.SUBSECTION),
    ("SOUS", Kind.SUBSECTION), ("SECTION", Kind.SECTION),
)  # fmt: skip
_LADDER = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the bytes are a Formex document."""
    del url, media_type
    return root_name(data) in _ROOTS or b"formex" in data[:2000]


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read an act, consolidated act or annex. Raises RvcError for other or broken XML."""
    del media_type, charset
    root = parse_xml(data, url=url)
    around = _quotation_marks(root)
    grammar = Grammar(
        kind=_kind,
        numbers=frozenset({"TI.ART", "NO.PARAG", "NO.P", "TI"}),
        headings=frozenset({"STI.ART", "STI"}),
        blocks=frozenset({"P", "TXT", "ALINEA", "PREAMBLE.INIT", "PREAMBLE.FINAL", "VISA",
                          "GR.CONSID.INIT", "DLIST.ITEM", "TERM", "DEFINITION"}),
        skipped=frozenset({"BIB.INSTANCE", "BIB.DATA", "NOTE", "TOC", "INCL.ELEMENT", "SIGNATURE"}),
        quoted=frozenset({"QUOT.S"}),
        dropped_inline=frozenset({"NOTE"}),
        quotes=lambda element: around.get(element, ("", "")),
        rows=frozenset({"ROW"}),
        wrappers=frozenset({"TITLE", "NP"}),
    )  # fmt: skip
    walker = Walker(grammar)
    title = next((walker.inline(one).text for one in root.iter("TITLE")), "")
    parts = walker.walk(_wrapped(root))
    if not parts:
        raise RvcError(f"<{local(root)}> holds no text of an act", where=url)
    language = next((words_of(one) for one in root.iter("LG.DOC", "LG.OJ")), "")
    return lay_out(parts, data=data, language=language.lower(), title=title)


def _quotation_marks(root: _Element) -> dict[_Element, tuple[str, str]]:
    """Write the marks that the file gives by number where they stand in a sentence.

    Those around wording of several paragraphs are taken out, and given by the element they are in.
    """
    around: dict[_Element, tuple[str, str]] = {}
    for name, place in (("QUOT.START", 0), ("QUOT.END", 1)):
        for mark in list(root.iter(name)):
            said, quoted = _character(mark), mark.getparent()
            if quoted is None or local(quoted) != "QUOT.S" or (mark.tail or "").strip():
                mark.text = said
                continue
            both = around.get(quoted, ("", ""))
            around[quoted] = (said, both[1]) if place == 0 else (both[0], said)
            quoted.remove(mark)
    return around


def _character(mark: _Element) -> str:
    try:
        return chr(int(mark.get("CODE", ""), 16))
    except (ValueError, OverflowError):
        return "‘" if local(mark) == "QUOT.START" else "’"


def _wrapped(root: _Element) -> _Element:
    """An annex file is an annex itself: it is put into a root so that it becomes a provision."""
    if local(root) not in {"ANNEX", "CONS.ANNEX"}:
        return root
    outer = root.makeelement("file", {})
    outer.append(root)
    return outer


def _kind(element: _Element, kinds: tuple[Kind, ...]) -> Kind | None:
    name = local(element)
    if name == "DIVISION":
        title = element.find("TITLE/TI")
        said = words_of(title).upper() if title is not None else ""
        return next((kind for word, kind in _DIVISIONS if said.startswith(word)), Kind.CROSSHEADING)
    if name == "NP" and element.find("NO.P") is not None:
        if Kind.RECITAL in kinds:
            return None if local(element.getparent()) == "CONSID" else Kind.POINT
        depth = sum(kind in _LADDER for kind in kinds)
        return _LADDER[min(depth, 2)]
    return _KINDS.get(name)

"""Read Akoma Ntoso XML, of any version and any publisher (OASIS LegalDocML 1.0)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rvc.adapters.publishers.clml import amendment_note
from rvc.adapters.publishers.drafting import Mark, lay_out
from rvc.adapters.publishers.parlement_akn import is_of_parliament, put_right, repeated_number
from rvc.adapters.publishers.xml_grammar import Grammar
from rvc.adapters.publishers.xml_input import local, parse_xml, root_name, words_of
from rvc.adapters.publishers.xml_outline import Walker
from rvc.errors import RvcError
from rvc.model.text import AmendmentKind, LegalText
from rvc.model.text import ProvisionKind as Kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS = {
    "preamble": Kind.PREAMBLE,
    "recital": Kind.RECITAL,
    "part": Kind.PART,
    "book": Kind.BOOK,
    "tome": Kind.BOOK,
    "title": Kind.TITLE,
    "chapter": Kind.CHAPTER,
    "subchapter": Kind.SECTION,
    "section": Kind.SECTION,
    "subsection": Kind.SUBSECTION,
    "article": Kind.ARTICLE,
    "rule": Kind.RULE,
    "clause": Kind.CLAUSE,
    "paragraph": Kind.PARAGRAPH,
    "subparagraph": Kind.SUBPARAGRAPH,
    "point": Kind.POINT,
    "item": Kind.POINT,
    "indent": Kind.POINT,
    "schedule": Kind.SCHEDULE,
    "annex": Kind.ANNEX,
    "regulation": Kind.REGULATION,
    "crossheading": Kind.CROSSHEADING,
    "division": Kind.CROSSHEADING,
    "appendix": Kind.ANNEX,
}
_LADDER = (Kind.SUBSECTION, Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)
_DEPTH = {kind: place for place, kind in enumerate(_LADDER)}
_LETTER = re.compile(r"\(?[a-z]{1,4}\)")
_BLOCKS = frozenset(
    {"p", "block", "longTitle", "tocItem", "formula", "docTitle", "subheading", "li"}
)
_PLAIN_CLASSES = {"substitution", "addition", "repeal", "first", "last"}
_LANGUAGES = {"eng": "en", "fra": "fr", "fre": "fr", "deu": "de", "spa": "es", "cym": "cy"}
_HIERARCHY = {"level", "hcontainer", "list", "alinea", "subclause", "sublist", "subrule", "proviso",
              "subdivision", "subtitle", "subpart"}  # fmt: skip


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the bytes are an Akoma Ntoso document."""
    del url, media_type
    return root_name(data) == "akomaNtoso"


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read an act, bill, amendment list or other document.

    Eids are made from kinds and numbers as for every other format, so that versions from several
    publishers agree; the ids in the file are not used. Raises RvcError for other or broken XML.
    """
    del media_type, charset
    root = parse_xml(data, url=url)
    if local(root) != "akomaNtoso":
        raise RvcError(f"<{local(root)}> is no Akoma Ntoso document", where=url)
    for title in root.iter("{*}longTitle"):
        _put_in_one_line(title)
    french = is_of_parliament(root)
    if french:
        put_right(root)
    notes = {one.get("eId") or one.get("id") or "": one for one in root.iter("{*}note")}
    grammar = Grammar(
        kind=_kind_in_bill if _is_uk_bill(root) else _kind,
        numbers=frozenset({"num"}),
        headings=frozenset({"heading"}),
        blocks=_BLOCKS,
        skipped=frozenset({"meta", "toc", "coverPage", "authorialNote"}),
        quoted=frozenset({"quotedStructure", "embeddedStructure"}),
        dropped_inline=frozenset({"authorialNote", "noteRef"}),
        quotes=_quotation_marks,
        around=_quotation_marks,
        appended=lambda element: _is_appended(element),
        mark=lambda element: _mark(element, notes),
        repeated=repeated_number if french else lambda _label, _text: 0,
    )
    parts = Walker(grammar).walk(root)
    return lay_out(parts, data=data, language=_language(root), title=_title(root))


def _kind(element: _Element, kinds: tuple[Kind, ...]) -> Kind | None:
    name = local(element)
    if name == "hcontainer":
        name = element.get("name", "").lower()
        if "crossheading" in name or name == "subheading":
            return Kind.CROSSHEADING
    elif name in {"attachment", "component"}:
        return _attached(element)
    kind = _KINDS.get(name)
    numbered = any(local(child) == "num" for child in element)
    if kind in _DEPTH or (kind is None and numbered and name in _HIERARCHY):
        return _deeper(kind, kinds, lettered=_is_lettered(element)) if numbered else None
    return kind


def _kind_in_bill(element: _Element, kinds: tuple[Kind, ...]) -> Kind | None:
    """What is a section of a UK Act is a clause of its bill."""
    kind = _kind(element, kinds)
    return Kind.CLAUSE if kind is Kind.SECTION and local(element) == "section" else kind


def _is_uk_bill(root: _Element) -> bool:
    country = next((one.get("value", "") for one in root.iter("{*}FRBRcountry")), "")
    return root.find("{*}bill") is not None and country.lower().startswith(("gb", "uk"))


def _quotation_marks(element: _Element) -> tuple[str, str]:
    """The marks around quoted wording and defined terms, in whatever namespace they are given."""
    said = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
    return said.get("startQuote", ""), said.get("endQuote", "")


def _put_in_one_line(title: _Element) -> None:
    """A long title is one sentence, though its first words ("A bill to") may stand apart."""
    for words in title.iter("{*}p"):
        words.tag, words.tail = str(words.tag)[:-1] + "inline", " "


def _attached(element: _Element) -> Kind | None:
    """What is attached is an annex or schedule, unless all of it is one by itself."""
    inner = element.find("{*}doc")
    body = inner.find("{*}mainBody") if inner is not None else None
    held = [_kind(one, ()) for one in body] if body is not None else []
    if held and set(held) <= {Kind.SCHEDULE, Kind.ANNEX}:
        return None
    name = (inner.get("name", "") if inner is not None else "").lower()
    return Kind.SCHEDULE if name.startswith("sched") else Kind.ANNEX


def _is_lettered(element: _Element) -> bool:
    number = next(child for child in element if local(child) == "num")
    return _LETTER.match(words_of(number)) is not None


def _deeper(kind: Kind | None, kinds: tuple[Kind, ...], *, lettered: bool) -> Kind:
    """Kinds go down: a point in a point, or a level without a kind, is the next one below.

    "(a)" right under a section is a paragraph.
    """
    above = max((_DEPTH[one] for one in kinds if one in _DEPTH), default=-1)
    start = 0 if {Kind.SECTION, Kind.CLAUSE} & set(kinds) and not lettered else 1
    wanted = _DEPTH[kind] if kind is not None and kind in _DEPTH else max(above + 1, start)
    return _LADDER[min(max(wanted, above + 1 if kind is None else wanted), len(_LADDER) - 1)]


def _is_appended(element: _Element) -> bool:
    """What ends quoted wording: drafting tools write `appendText` as they like."""
    named = f"{element.get('name', '')} {element.get('class', '')}".lower()
    return local(element) == "inline" and "append" in named


def _mark(element: _Element, notes: dict[str, _Element]) -> Mark | None:
    """Editors' marks: `ins` and `del`, a substitution where the class says so."""
    name = local(element)
    if name not in {"ins", "del"}:
        return None
    classes = element.get("class", "").split()
    kind = AmendmentKind.REPEAL if name == "del" else AmendmentKind.ADDITION
    if "substitution" in classes:
        kind = AmendmentKind.SUBSTITUTION
    own = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
    keys = [one for one in classes if one not in _PLAIN_CLASSES]
    change = own.get("ChangeId", "") or (keys[0] if keys else "")
    note = notes.get(own.get("CommentaryRef", "")) if "CommentaryRef" in own else None
    note = note if note is not None else next((notes[key] for key in keys if key in notes), None)
    if note is None:
        return Mark(0, 0, kind, change)
    return Mark(0, 0, kind, change, *amendment_note(note))


def _language(root: _Element) -> str:
    found = next(root.iter("{*}FRBRlanguage"), None)
    said = found.get("language", "") if found is not None else ""
    tagged = (one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in root.iter())
    said = said or next((one for one in tagged if one), "")
    return _LANGUAGES.get(said, said)


def _title(root: _Element) -> str:
    for path in (".//{*}FRBRWork/{*}FRBRalias", ".//{*}FRBRWork/{*}FRBRtitle"):
        found = root.find(path)
        if found is not None and found.get("value"):
            return " ".join(found.get("value", "").split())
    for name in ("shortTitle", "docTitle"):
        found = next(root.iter(f"{{*}}{name}"), None)
        if found is not None:
            return words_of(found)
    return ""

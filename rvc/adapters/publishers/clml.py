"""The XML of legislation.gov.uk (Crown Legislation Markup Language), read into lines and drafts.

Source of the element names: the CLML schema and its user guide, published by The National Archives.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from rvc.adapters.publishers.drafting import Draft, Line, Mark
from rvc.adapters.publishers.xml_grammar import Grammar
from rvc.adapters.publishers.xml_input import local, words_of
from rvc.adapters.publishers.xml_outline import Walker
from rvc.model.text import AmendmentKind
from rvc.model.text import ProvisionKind as Kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_GROUPS = {
    "Part": Kind.PART,
    "EUPart": Kind.PART,
    "EUTitle": Kind.TITLE,
    "Chapter": Kind.CHAPTER,
    "EUChapter": Kind.CHAPTER,
    "EUSection": Kind.SECTION,
    "EUSubsection": Kind.SUBSECTION,
    "Pblock": Kind.CROSSHEADING,
    "PsubBlock": Kind.CROSSHEADING,
    "Schedule": Kind.SCHEDULE,
    "EUPreamble": Kind.PREAMBLE,
    "PrimaryPreamble": Kind.PREAMBLE,
    "SecondaryPreamble": Kind.PREAMBLE,
}
_BY_ID = {"section": Kind.SECTION, "article": Kind.ARTICLE, "regulation": Kind.REGULATION,
          "rule": Kind.RULE, "clause": Kind.CLAUSE}  # fmt: skip
_UNDER_SECTION = (Kind.SUBSECTION, Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)
_UNDER_OTHERS = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)
_LADDER = frozenset({*_UNDER_SECTION})
_MARKS = {
    "Addition": AmendmentKind.ADDITION,
    "Substitution": AmendmentKind.SUBSTITUTION,
    "Repeal": AmendmentKind.REPEAL,
}
_CHARACTERS = {"Minus": "−"}
"""Characters that the file names instead of writing them; all others are spaces or padding."""
_DATE = re.compile(r"\((?:[^()]*?\b)?(\d{1,2})\.(\d{1,2})\.(\d{4})\b")


class Commentaries:
    """The editors' notes of one file by id, with the date and the amending provision they name."""

    def __init__(self, root: _Element) -> None:
        self.notes: dict[str, tuple[str, str, str]] = {}
        self.others: list[str] = []
        for element in root.iter("{*}Commentary"):
            self.notes[element.get("id", "")] = amendment_note(element)
            words = self.notes[element.get("id", "")][0]
            if element.get("Type") != "F" and words:
                self.others.append(f"editors' note: {words}")

    def mark(self, element: _Element) -> Mark | None:
        """The mark that an Addition, Substitution or Repeal puts on its words."""
        kind = _MARKS.get(local(element))
        if kind is None:
            return None
        note, in_force, affecting = self.notes.get(element.get("CommentaryRef", ""), ("", "", ""))
        return Mark(0, 0, kind, element.get("ChangeId", ""), note, in_force, affecting)


def read_clml(root: _Element) -> tuple[list[Line | Draft], Commentaries]:
    """Give prelims, body and schedules in the order of the file, and the editors' notes."""
    commentaries = Commentaries(root)
    for character in root.iter("{*}Character"):
        character.text = _CHARACTERS.get(character.get("Name", ""), " ")
    for listed in root.iter("{*}OrderedList"):
        items = [one for one in listed if local(one) == "ListItem"]
        for place, item in enumerate(items, 1):
            _number_item(listed, item, place)
    grammar = Grammar(
        kind=_kind,
        numbers=frozenset({"Pnumber", "Number"}),
        headings=frozenset({"Title"}),
        blocks=frozenset({
            "Text", "LongTitle", "DateText", "math", "PersonName", "JobTitle", "Department",
            "AddressLine", "Subtitle", "Reference",
        }),
        skipped=frozenset({
            "Metadata", "Contents", "Commentaries", "Footnotes", "Versions", "Resources", "Figure",
            "ExplanatoryNotes", "EarlierOrders", "EURLexMetadata", "MarginNotes",
        }),
        quoted=frozenset({"BlockAmendment", "BlockExtract", "BlockText"}),
        dropped_inline=frozenset({
            "FootnoteRef", "CommentaryRef", "MarginNoteRef", "IncludedDocument",
        }),
        wrappers=frozenset({"TitleBlock"}),
        number=_printed,
        quotes=_quotes,
        appended=lambda element: local(element) == "AppendText",
        mark=commentaries.mark,
        lent={"P1group": "P1", "P2group": "P2", "P3group": "P3"},
    )  # fmt: skip
    return Walker(grammar).walk(root), commentaries


def _kind(element: _Element, kinds: tuple[Kind, ...]) -> Kind | None:
    name = local(element)
    if name in _GROUPS:
        return _GROUPS[name]
    if name == "P1":
        return _first_level(element, kinds)
    if name == "Division":
        return Kind.RECITAL if Kind.PREAMBLE in kinds else Kind.PARAGRAPH
    numbered = name[:1] == "P" and name[1:].isdigit()
    if numbered or (name == "ListItem" and element.find("{*}Pnumber") is not None):
        return _deeper(kinds, int(name[1:]) if numbered else _listed(kinds))
    return None


def _first_level(element: _Element, kinds: tuple[Kind, ...]) -> Kind:
    found = _BY_ID.get(element.get("id", "").partition("-")[0])
    if found:
        return found
    if Kind.SCHEDULE in kinds or element.get("id", "").startswith(("schedule", "annex")):
        return Kind.PARAGRAPH
    number = element.find("{*}Pnumber")
    said = words_of(number).lower() if number is not None else ""
    return Kind.ARTICLE if said.startswith("article") else Kind.SECTION


def _deeper(kinds: tuple[Kind, ...], level: int) -> Kind:
    """The kind of a P2, P3 …: a P3 right under a section is a paragraph, not a subsection."""
    ladder = _UNDER_SECTION if {Kind.SECTION, Kind.CLAUSE} & set(kinds) else _UNDER_OTHERS
    lowest = level - (1 if Kind.SCHEDULE in kinds else 2)
    depth = max(lowest, sum(kind in _LADDER for kind in kinds))
    return ladder[min(depth, len(ladder) - 1)]


def _listed(kinds: tuple[Kind, ...]) -> int:
    """The least level of a list's items: right under a section they are P3, no subsections."""
    return 3 if {Kind.SECTION, Kind.CLAUSE} & set(kinds) else 0


def _printed(number: _Element, said: str, _kind: Kind | None) -> str:
    """A number with the brackets that the schema leaves to the printer, unless the file says."""
    before, after = number.get("PuncBefore"), number.get("PuncAfter")
    if before is not None or after is not None:
        return f"{before or ''}{said}{after or ''}"
    parent = number.getparent()
    level = local(parent) if parent is not None else ""
    bracketed = level in {"P2", "P3", "P4", "P5", "P6", "P7"} and said[:1] not in "(“"
    return f"({said})" if bracketed else said


def _quotes(block: _Element) -> tuple[str, str]:
    """The quotation marks that the schema leaves to the printer; unless told, double ones."""
    if local(block) != "BlockAmendment":
        return "", ""
    return {"single": ("‘", "’"), "none": ("", "")}.get(block.get("Format", ""), ("“", "”"))


def _number_item(listed: _Element, item: _Element, place: int) -> None:
    """Give the item of an ordered list the number that the file leaves to the printer."""
    counted = _STYLES.get(listed.get("Type", ""), str)(place)
    decorated = _DECORATIONS.get(listed.get("Decoration", ""), "({})").format(counted)
    number = item.makeelement(f"{_namespace(item)}Pnumber", {})
    number.text = item.get("NumberOverride") or decorated
    item.insert(0, number)


def _namespace(element: _Element) -> str:
    name = str(element.tag)
    return name[: name.index("}") + 1] if "}" in name else ""


def _letters(place: int) -> str:
    return chr(96 + (place - 1) % 26 + 1) * (1 + (place - 1) // 26)


def _roman(place: int) -> str:
    said = ""
    for value, letters in _ROMANS:
        times, place = divmod(place, value)
        said += letters * times
    return said


_ROMANS = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_STYLES: dict[str, Callable[[int], str]] = {
    "alpha": _letters,
    "alphaupper": lambda place: _letters(place).upper(),
    "roman": _roman,
    "romanupper": lambda place: _roman(place).upper(),
}
_DECORATIONS = {"parenRight": "{})", "period": "{}.", "none": "{}"}


def amendment_note(element: _Element) -> tuple[str, str, str]:
    """An editors' annotation: its words, the ISO date of commencement, the amending provision."""
    words = Walker(_PLAIN).inline(element).text
    return words, _in_force(words), _affecting(element)


def _in_force(note: str) -> str:
    found = _DATE.search(note)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else ""


def _affecting(commentary: _Element) -> str:
    """The amending act and provision of an annotation: "ukpga/2021/12 Sch. 7 para. 3"."""
    act = next(commentary.iter("{*}Citation"), None)
    if act is None:
        return ""
    refs = [
        ref
        for ref in commentary.iter("{*}CitationSubRef")
        if ref.get("CitationRef") == act.get("id")
    ]
    operative = [ref for ref in refs if ref.get("Operative") == "true"] or refs[:1]
    said = " ".join(words_of(ref) for ref in operative)
    address = act.get("URI", "").partition("/id/")[2] or words_of(act)
    return f"{address} {said}".strip()


_PLAIN = Grammar(
    kind=lambda _element, _kinds: None,
    numbers=frozenset(), headings=frozenset(), blocks=frozenset(), skipped=frozenset(),
)  # fmt: skip

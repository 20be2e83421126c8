"""Who is named in front of a year: family names, known bodies, or nobody because it is a date."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from rvc.bib.search_text import fold

Bare = tuple[str, ...]
"""The words of a name as they are compared: folded, without `and` and `the`."""

_LOWER = "".join(chr(n) for n in (*range(0x61, 0x530), *range(0x1E00, 0x2000)) if chr(n).islower())
_MARKS = "\u0300-\u036f"  # of decomposed accents, which are no letters
_PARTICLE = (
    r"(?:van|von|vom|zu|zum|zur|de|del|della|dello|degli|di|der|den|des|la|le|lo|li|du|da|das|dos"
    r"|ten|ter|te|al|el|af|av|bin|ibn|ben|’t|'t)"
)
_NAME = (
    rf"(?:{_PARTICLE}\s+){{0,3}}(?:[dDlL][’'](?=[A-Z])|(?:al|el|as|ash|ibn|ben)-(?=[A-Z]))?"
    rf"(?:(?![{_LOWER}])[^\W\d_][\w{_MARKS}’'\-]+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"
)
_OTHERS = (
    r"(?:et\s+(?:al|alii|coll?)\b\.?|&\s+al\b\.?|(?:and|&)\s+(?:others|colleagues|co-?workers)\b"
    r"|et\s+collègues\b|u\.\s*a\.|und\s+andere\b|y\s+(?:otros|cols?\b\.?)|e\s+(?:outros|altri)\b"
    r"|и\s+др\.|等)"
)
_INITIAL = rf"(?<!\w)(?:(?![{_LOWER}])[^\W\d_]\.[\s\-]*)+"
_PERSON = rf"(?:{_INITIAL}\s*)?{_NAME}"
_RUN = rf"{_PERSON}(?:\s+{_PERSON}){{0,3}}"
_AND = r"(?:and|&|et|und|y)"
BEFORE = re.compile(
    rf"(?<!\w)((?:{_RUN}(?:,\s+{_RUN})*,?\s+{_AND}\s+{_RUN}|{_PERSON})(?:,?\s+{_OTHERS})?)"
    rf"(?:[’']s?)?\s*$"
)
"""The names that end a text, as in `Bair and Werner (2011)`."""
_LEAD = re.compile(
    r"^(?:see(?:\s+(?:also|especially|esp\.))?|e\.\s?g\.|i\.\s?e\.|viz\.|cfr?\.?|compare"
    r"|for\s+(?:example|instance|more)|inter\s+alia|among\s+(?:others|many)|notably|particularly"
    r"|especially|esp\.|mainly|(?:quoted|cited|discussed|reported)\s+in|in|also|and|but|or|as\s+in"
    r"|as|from|following|after|by|contra|pace|per|with|drawing\s+on|based\s+on|according\s+to"
    r"|adapted\s+from|voir(?:\s+(?:aussi|notamment|par\s+exemple))?|par\s+exemple|p\.\s?ex\."
    r"|notamment|selon|d[’']après|dans|siehe(?:\s+auch)?|s\.\s+(?:auch|a\.)|vgl\.?(?:\s+auch)?"
    r"|z\.\s?B\.|bspw\.|etwa|nach|laut|und|et|v[ée]ase(?:\s+también)?|v[ée]anse|ver|vid\.|por\s+ejemplo"
    r"|p\.\s?ej\.|según|vedi|si\s+veda|ad\s+esempio|en)(?:\s*[,:]\s*|\s+)",
    re.IGNORECASE,
)
_ET_AL = re.compile(rf",?\s*(?<!\w){_OTHERS}", re.IGNORECASE)
_INITIALS = re.compile(_INITIAL)
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b|\bet\b|\bund\b|\by\b)\s*")
_ROLE = re.compile(r"[,\s]+(?:eds?|Hrsg|Hg|dirs?|coords?|trans)\b\.?\s*$", re.IGNORECASE)
_AROUND = re.compile(r"[,\s]+(?:c|ca|circa|approx|about|um|vers|hacia)\b\.?\s*$")
_WORKED = re.compile(rf"^{_NAME}(?:\s+{_NAME})*$")
_POSSESSIVE = re.compile(r"[’']s?$")
_WORD = re.compile(r"\w+")
_PRINTED_WORD = re.compile(rf"[\w{_MARKS}]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_DROPPED = frozenset({"and", "et", "und", "y", "the"})
_MOST_NAMES = 8
_MOST_WORDS = 16
"""Words before a bracket that may all belong to the name of one body."""

_DATE_WORDS = frozenset(
    _LETTERS.findall("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter
    monday tuesday wednesday thursday friday saturday sunday
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    januar februar marz juni juli oktober dezember
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    in on at since from to until till through up between and or before after by around about circa
    approximately c ca early mid middle late end beginning start of the year years first second
    third fourth quarter half q fy fiscal st nd rd th s d er re century ad bc ce bce
    present today now onwards onward ongoing date dates dated as born died b also only again
    le la les du au de des en depuis vers dans jusqu entre et a partir avant apres fin debut annee
    seit von bis zwischen um vor nach ab im am und anfang ende mitte jahr
    desde hasta hacia entre el y del
    """)
)
_PLACE_WORDS = frozenset(
    _LETTERS.findall("""
    p pp page pages para paras paragraph paragraphs ch chap chapter chapters sec section sections s
    art article articles vol volume no n fn note notes f ff fig figure table tab and et und to
    seite seiten kapitel abs see emphasis added mine ours translation italics original reprint
    reprinted edn ed edition my our ibid passim
    """)
)


def bare(text: str) -> Bare:
    """Return the words of a name as they are compared; `&`, `and` and `the` do not count."""
    return tuple(word for word in _WORD.findall(fold(text)) if word not in _DROPPED)


def without_lead(text: str) -> str:
    """Return what stands before a year without `see, for instance,` and the like."""
    said = " ".join(text.split()).strip(" ,:;(，、：")
    while (shorter := _LEAD.sub("", said)) != said:
        said = shorter
    return said


def family_names(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the family names in front of a year, and whether others are meant too.

    No name is returned when any part of the text is none: then the text is not understood.
    """
    said = _AROUND.sub("", _ROLE.sub("", without_lead(text)))
    others = bool(_ET_AL.search(said))
    said = _INITIALS.sub("", _ET_AL.sub("", said)).strip(" ,")
    parts = [part for part in (one.strip() for one in _BETWEEN.split(said)) if part]
    if not parts or len(parts) > _MOST_NAMES or not all(map(_WORKED.match, parts)):
        return (), False
    return tuple(_POSSESSIVE.sub("", part) for part in parts), others


def known_name(text: str, known: AbstractSet[Bare]) -> str:
    """Return the text before a year when it is a name of `known`, without what leads to it."""
    said = " ".join(text.split()).strip(" ,:;(，、：")
    for name in (said, without_lead(said)):
        name = _POSSESSIVE.sub("", name)
        if bare(name) in known:
            return name
    return ""


def known_before(text: str, known: AbstractSet[Bare]) -> int:
    """Return where the longest name of `known` that ends `text` begins; -1 when there is none.

    A word in lower case is no name of its own: "that day (2004)".
    """
    if not known:
        return -1
    words = list(_PRINTED_WORD.finditer(_POSSESSIVE.sub("", text.rstrip())))[-_MOST_WORDS:]
    begin = -1
    name: Bare = ()
    for word in reversed(words):
        name = (*bare(word[0]), *name)
        if name in known and bare(word[0]) and not (len(name) == 1 and word[0][0].islower()):
            begin = word.start()
    return begin


def is_date(text: str) -> bool:
    """Whether a bracket says nothing of a year but when: `3 May 2012`, `in 1974`, `2012–2014`."""
    return all(word in _DATE_WORDS for word in _LETTERS.findall(fold(text)))


def is_place(text: str) -> bool:
    """Whether what follows a year says where to look or when: `, p. 3`, `: chapter 2`."""
    words = _LETTERS.findall(fold(text))
    return all(
        word in _DATE_WORDS or word in _PLACE_WORDS or (len(word) == 1 and word.isascii())
        for word in words
    )

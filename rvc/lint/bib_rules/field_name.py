"""Rule field-name: the name of a field that looks like another one, spelled wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from rvc.bib.patch import Edit
from rvc.lint.bib_rule import BibData, BibRemark, BibRule, Fix
from rvc.model.finding import Severity

NEAR = 0.8
"""The least likeness (difflib ratio) of a name that counts as spelled wrong."""

_KNOWN = """abstract addendum address adsnote adsurl afterword annotation annotator annote
    archiveprefix arxivid author authortype bookauthor bookpagination booksubtitle booktitle
    booktitleaddon chapter collaborator commentator copyright crossref date day doi edition editor
    editora editoratype editorb editorbtype
    editorc editorctype editortype eid endnote entryset entrysubtype eprint eprintclass
    eprinttype eventdate eventtitle eventtitleaddon execute file foreword gender groups
    holder howpublished hyphenation ids indexsorttitle indextitle institution
    introduction isan isbn ismn isrn issn issue issuesubtitle issuetitle issuetitleaddon iswc
    journal journalsubtitle journaltitle journaltitleaddon key keyword keywords label langid
    langidopts language library lista listb listc listd liste listf location mainsubtitle maintitle
    maintitleaddon mendeley-groups mendeley-tags month mrclass mrnumber mrreviewer namea nameb namec
    nameaddon note number numpages options organization origdate origlanguage origlocation
    origpublisher origtitle owner page pages pagetotal pagination part pdf place pmcid pmid presort
    primaryclass priority pubmed pubstate publisher related relatedoptions relatedstring relatedtype
    reprinttitle review reviewer rvc-doubt rvc-ignore school series shortauthor shorteditor
    shorthand shorthandintro shortjournal shortseries shorttitle sortkey sortname sortshorthand
    sorttitle sortyear subtitle tags timestamp title titleaddon translator type uniqueid unit url
    urldate urlyear urlmonth usera userb userc userd usere userf venue verba verbb verbc version
    volume volumes xdata xref year zblnumber"""
KNOWN = frozenset(_KNOWN.split())
"""Fields of BibTeX, of biblatex (its manual, section 2.2), and usual ones of other programs."""

_USUAL_NAMES = """abstract address author booktitle chapter date doi edition editor eprint
    howpublished institution isbn issn journal journaltitle keywords language location month note
    number organization pages publisher school series title translator type url urldate volume
    year"""
_USUAL = frozenset(_USUAL_NAMES.split())
"""Fields that most bibliographies use; a short name is a slip for one of these or for none."""
_OWN = frozenset({"arxiv", "eissn", "pissn", "issn-l", "eisbn", "mrid"})
"""Names that other programs write and that are no slips."""
_LOST = {"page": "pages"}
"""Known from other programs, but without the field it stands beside there it is a slip."""


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every name that is nearly a known one which the entry has not.

    Two names that are nearly the same one are both told, and neither is repaired: the entry would
    have that field twice.
    """
    near: dict[str, str] = {}
    for work in data.works:
        values = work.values
        if values.keys() <= KNOWN and values.keys().isdisjoint(_LOST):
            continue
        slips = [
            (field, right)
            for field in work.entry.fields
            if (right := _right(field.lower, near)) and right not in values
        ]
        meant = Counter(right for _, right in slips)
        for field, right in slips:
            edit = Edit(field.start, field.start + len(field.name), right)
            message = f"the field {field.lower!r} is not known"
            fix = Fix((edit,), safe=False) if meant[right] == 1 else None
            yield BibRemark(field.start, work.entry.key, message, f"did you mean {right!r}?", fix)


def _right(name: str, near: dict[str, str]) -> str:
    """Return the field that a name is a slip for, from `near` when it was looked for before."""
    if name in _OWN or (name in KNOWN and name not in _LOST):
        return ""
    if name not in near:
        near[name] = _nearest(name)
    return near[name]


def _nearest(name: str) -> str:
    other = _LOST.get(name) or name.removesuffix("s") + "s" * (not name.endswith("s"))
    if other in KNOWN:  # authors, titles: beside the right field they are a program's own
        return other
    if len(name) < 4 or len(name) > 30:
        return ""
    best = max(KNOWN, key=lambda word: (_likeness(name, word), word in _USUAL, word))
    return best if _likeness(name, best) >= NEAR and (best in _USUAL or len(name) > 6) else ""


def _likeness(name: str, word: str) -> float:
    return SequenceMatcher(None, name, word).ratio()


RULE = BibRule(
    name="field-name",
    severity=Severity.WARNING,
    summary="The name of a field that looks like another one, spelled wrong.",
    why="""\
BibTeX ignores fields that it does not know, so a misspelled one is lost without a word. Fields of
other programs and your own are left alone: only a name that is nearly a known one is told.""",
    bad="""\
@book{day2005, auhtor = {Day, Richard J. F.}, title = {Gramsci Is Dead},
  publisher = {Pluto Press}, year = {2005}}
""",
    good="""\
@book{day2005, author = {Day, Richard J. F.}, title = {Gramsci Is Dead},
  publisher = {Pluto Press}, year = {2005}, shelf = {B 12}}
""",
    check=check,
    fixes="unsafe",
)

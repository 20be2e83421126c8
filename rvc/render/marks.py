"""The signs and words for what a statement rests on; the same in every format for readers."""

from __future__ import annotations

from rvc.model.brief import NOT_VERIFIED, Side, Source, weakest
from rvc.model.codebook import Attainment, Basis, Confidence, Degree

MARKS = {
    Basis.OFFICIAL_TEXT: "✓",
    Basis.REPORTED: "•",
    Basis.INFERRED: "≈",
    Basis.RECALLED: "?",
}
WORDS = {
    Basis.OFFICIAL_TEXT: "checked against the official text",
    Basis.REPORTED: "stated by a cited source",
    Basis.INFERRED: "inferred from cited sources",
    Basis.RECALLED: "recalled, unverified",
}
LEGEND = "; ".join(f"{MARKS[basis]} {WORDS[basis]}" for basis in Basis)
OF_VERSION = "Beside a version a sign speaks of its date and stage, not of its wording"
UNVERIFIED = "°"
WORKS = f"{UNVERIFIED} after a work, or what rests on one: {NOT_VERIFIED}"
DEGREE = "+ after a grade: that much or more, the exact degree could not be established"
ATTAINMENT = (
    "Attainment is not influence: grades say what a text contains, against what was asked; "
    "who moved it is said by the sources named, and cause is left to the reader."
)


def grade(attainment: Attainment, degree: Degree = Degree.EXACT) -> str:
    """Return a grade in words, with a plus where it is a lower bound."""
    said = attainment.value.replace("-", " ")
    return f"{said}+" if degree is Degree.AT_LEAST else said


def graded(side: Side) -> str:
    """Return the grade of a side and the sign of its basis: `full ✓`."""
    mark = f" {MARKS[side.basis]}" if side.basis else ""
    return grade(side.attainment, side.degree) + mark


def ended(text: str) -> str:
    """Return a sentence with its full stop, which people leave out in a register."""
    return text if text.rstrip("”»’)\"' ")[-1:] in tuple(".!?…") else f"{text}."


def sure(basis: Basis | None, confidence: Confidence | None = None) -> str:
    """Return how sure a statement is, in words."""
    if basis is None:
        return "not checked"
    said = WORDS[basis]
    if basis is Basis.RECALLED:
        return said  # how sure the memory was makes it no firmer
    return f"{said} (confidence {confidence.value})" if confidence else said


def cited(sources: tuple[Source, ...], empty: str = "no source named") -> str:
    """Return the cited works in a line: `Bair and Werner 2011, p. 3 [bairwerner2011]; …`."""
    if not sources:
        return empty
    return "; ".join(_cited(source) for source in sources)


def _cited(source: Source) -> str:
    pinpoint = f", {source.pinpoint}" if source.pinpoint else ""
    return f"{source.label}{pinpoint} [{source.key}]{doubted(source)}"


def doubted(source: Source) -> str:
    """Return the mark of a work that was not verified, or any graver doubt in words."""
    return doubt_mark(source.doubt)


def doubt_mark(doubt: str) -> str:
    """Return the mark that stands after what rests on a work in doubt (see `weakest`)."""
    return UNVERIFIED if doubt == NOT_VERIFIED else f" ({doubt})" if doubt else ""


def graded_step(side: Side) -> str:
    """Return the grade of one step of a path: a grave doubt about its works is said there too."""
    doubt = weakest(side.sources)
    return graded(side) + ("" if doubt == NOT_VERIFIED else doubt_mark(doubt))


def found_in(side: Side) -> str:
    """Return in which official text the phrase was found, empty when none was searched."""
    return f"found in the official text, sha256 {side.text_sha256[:12]}" if side.text_sha256 else ""


def quoted(phrase: str, language: str) -> str:
    """Return a phrase in the quotation marks of its language."""
    bare = phrase.strip("«»“”\"' \u00a0")
    return f"« {bare} »" if language.startswith("fr") else f"“{bare}”"

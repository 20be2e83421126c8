"""What `rvc refs … --json` prints (see `rvc.model.output` for the promise)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class CitedLine(Struct, frozen=True):
    """One place of the register that cites a work."""

    subject: str
    what: str
    pinpoint: str
    title: str


class WorkLine(Struct, frozen=True, array_like=True, gc=False):
    """A work as a list shows it on a terminal."""

    key: str
    label: str
    title: str
    resolved: bool = True


class WorkList(Struct, frozen=True):
    """The works that BibTeX keeps, in the order of the file."""

    lines: tuple[WorkLine, ...]
    lost: int = 0
    """How many entries BibTeX does not keep, or not whole."""


class PersonParts(Struct, frozen=True, omit_defaults=True):
    """One person in their parts, or a body in `literal`; LaTeX decoded."""

    family: str = ""
    given: str = ""
    prefix: str = ""
    """`von`, `de la`, `van der`."""
    suffix: str = ""
    """`Jr`, `III`."""
    literal: str = ""
    """What is braced as a whole: an organisation."""


class NameList(Struct, frozen=True):
    """The people of one field, in order."""

    people: tuple[PersonParts, ...]
    others: bool = False
    """Whether the list ends with `and others`."""
    problems: tuple[str, ...] = ()
    """What is wrong with the list as written."""


class DateShown(Struct, frozen=True):
    """When a work appeared, from `date` or from `year`, `month` and `day`."""

    text: str
    """As written."""
    start: str | None
    """ISO 8601, as exact as it is known: `2010`, `2010-02`, `2010-02-06`; null when it is open."""
    end: str | None
    """The same as `start` unless the entry gives an interval."""
    uncertain: bool = False
    approximate: bool = False


class FieldShown(Struct, frozen=True):
    """One field, as it is written and as it is read."""

    raw: str
    """As it stands in the file, with its delimiters."""
    value: str
    """As BibTeX holds it: macros replaced, parts joined, LaTeX kept."""
    shown: str
    """As a reader sees it, in Unicode."""
    inherited_from: str = ""
    """The key of the entry that it stands in, when that is another one (crossref, xdata)."""
    undefined: tuple[str, ...] = ()
    """Macros in it that nothing defines."""


class WorkEntry(Struct, frozen=True):
    """One entry of the bibliography, with all that can be computed of it."""

    key: str
    type: str
    label: str
    """How a line of text cites it."""
    line: int
    """Where the entry begins in its file; counts from 1, like `column`."""
    column: int
    resolved: bool
    """False for a placeholder of a citation that nobody could resolve: that is no work."""
    fields: dict[str, FieldShown]
    """By name in lower case, in the order of the file, inherited ones last."""
    names: dict[str, NameList]
    """The lists of people among the fields."""
    date: DateShown | None
    keywords: tuple[str, ...] = ()


class Loss(Struct, frozen=True):
    """Something in the file that BibTeX drops without a word, or that looks lost."""

    rule: str
    message: str
    line: int
    column: int
    key: str = ""
    """Key of the entry that it is about, empty when it is about none."""


class RefsListOutput(Struct, frozen=True):
    """`rvc refs list` and `rvc refs search`."""

    file: str
    works: tuple[WorkEntry, ...]
    losses: tuple[Loss, ...] = ()
    format: Literal["rvc.refs.list/1"] = "rvc.refs.list/1"


class WorkCard(Struct, frozen=True):
    """A work, what it looks like in a reference list, and what rests on it."""

    work: WorkEntry
    reference: str
    cited_by: tuple[CitedLine, ...]
    losses: tuple[Loss, ...] = ()
    """What is lost of this entry."""
    doubt: str = ""
    """What verification says against leaning on the work: retracted, an expression of concern."""


class RefsShowOutput(Struct, frozen=True):
    """`rvc refs show` and `rvc refs cited-by`."""

    card: WorkCard
    format: Literal["rvc.refs.show/1"] = "rvc.refs.show/1"


class MatchCandidate(Struct, frozen=True):
    """A work that a citation may mean, and what speaks against it."""

    key: str
    label: str
    against: tuple[str, ...] = ()


class MatchLine(Struct, frozen=True):
    """A citation in running text and what it means."""

    printed: str
    line: int
    start: int
    end: int
    resolution: str
    candidates: tuple[MatchCandidate, ...] = ()
    column: int = 1
    """Counts from 1, like `line`."""


class NotUnderstood(Struct, frozen=True):
    """What holds a year and may be a citation, but nobody is named in it that could be read."""

    line: int
    column: int
    text: str
    """As it stands there, white space reduced; a long one is cut and ends in an ellipsis."""


class RefsMatchOutput(Struct, frozen=True):
    """`rvc refs match`."""

    file: str
    citations: tuple[MatchLine, ...]
    """Every citation in the order of the text, those not understood among the unresolved."""
    not_understood: tuple[NotUnderstood, ...] = ()
    """Those of them that were not understood."""
    format: Literal["rvc.refs.match/1"] = "rvc.refs.match/1"


class CitedAt(Struct, frozen=True):
    """A citation of a key in a manuscript; line and column count from 1."""

    key: str
    file: str
    line: int
    column: int
    hint: str = ""


class RefsCitedOutput(Struct, frozen=True):
    """`rvc refs cited`."""

    cited: tuple[str, ...]
    """Keys that are cited and there, in the order of the bibliography."""
    undefined: tuple[CitedAt, ...]
    """Citations of keys that are not there."""
    unresolved: tuple[CitedAt, ...]
    """Citations of placeholders, which are no works."""
    unused: tuple[str, ...]
    """Keys that are there and never cited."""
    places: tuple[CitedAt, ...]
    """Every citation, in the order of the manuscripts."""
    keyless: tuple[CitedAt, ...] = ()
    """Citations in fields of Word files that name no key and no work of the bibliography; as
    `key`, the work as the field tells it, if it does."""
    missing: tuple[CitedAt, ...] = ()
    """Files that a manuscript includes (as `key`) and that are not there."""
    format: Literal["rvc.refs.cited/1"] = "rvc.refs.cited/1"

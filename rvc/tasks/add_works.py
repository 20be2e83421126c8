"""Adding works to a .bib file: a key like the others, no twins, no other line touched."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rvc.adapters.atomic import locked, write_atomic
from rvc.adapters.bib_files import BibFile, read_bib, write_bib
from rvc.adapters.references_bib import readable, reference
from rvc.adapters.register_folder import shown
from rvc.adapters.services import arxiv, openalex, openlibrary, web_page
from rvc.analysis.csl_entry import csl_draft
from rvc.analysis.draft import Draft, draft_entry
from rvc.analysis.draft_text import Written, written_fields
from rvc.analysis.key_style import habit, make_key
from rvc.analysis.twins import Twins
from rvc.bib.borrowed import fitted
from rvc.bib.insert import Insertion
from rvc.bib.layout import Layout, delimited, learn, write_entry
from rvc.bib.library import Library
from rvc.bib.patch import check_key
from rvc.bib.reader import read
from rvc.errors import RvcError
from rvc.model.imported import Added, Addition, Described, Imported, LeftOut
from rvc.model.reference import Reference
from rvc.tasks.added_remarks import remarks_on
from rvc.tasks.incoming import Copied, Incoming

_UNSPLIT = frozenset({openlibrary.NAME, arxiv.NAME, web_page.NAME, openalex.NAME})
"""Services that give the names of people in one piece; from others, such a name is a body's."""


class How(Struct, frozen=True):
    """How works are added."""

    key: str = ""
    """A key, or a pattern of keys (`{Author}{year}`); empty for one like those that are there."""
    dialect: str = "auto"
    """`bibtex` or `biblatex`; `auto` for what most entries are written for."""
    force: bool = False
    """Add twins too."""
    only_new: bool = False
    """Leave twins out instead of refusing all."""


class _Style(Struct, frozen=True):
    """How new entries are written."""

    pattern: str
    """Of their keys."""
    pattern_given: bool
    layout: Layout
    biblatex: bool


class _Made(Struct):
    """An entry that is ready to go into the file."""

    key: str
    text: str
    work: Reference
    incoming: Incoming


def add_works(
    path: Path,
    works: Sequence[Incoming],
    how: How,
    *,
    dry_run: bool = False,
    left_out: Sequence[LeftOut] = (),
) -> Addition:
    """Add works to the .bib file at `path`, under its lock, all or none; make it if need be.

    With `dry_run` nothing is written; `left_out` was found to be there before. RvcError names the
    twin of a work that is there already (unless `how` allows it), a key that is taken, or why the
    file cannot be written.
    """
    if how.key and "{" not in how.key and len(works) > 1:
        raise RvcError(f"one key '{how.key}' for {len(works)} works", hint="give a pattern")
    with locked(path):
        file = _opened(path)
        addition = add_to(file.library(), works, how, shown(path))
        if not dry_run and addition.new_text != file.text:
            if path.exists():
                write_bib(file, addition.new_text)
            else:
                write_atomic(path, file.encode(addition.new_text))
    return replace(addition, left_out=(*left_out, *addition.left_out))


def _opened(path: Path) -> BibFile:
    if path.exists() or path.is_symlink():
        return read_bib(path)
    return BibFile(path, b"", "", "utf-8", b"")


def add_to(library: Library, works: Sequence[Incoming], how: How, where: str = "") -> Addition:
    """Return what adding works to a library gives; see `add_works`."""
    clean = readable(library)
    there = [reference(clean, entry) for entry in clean.kept]
    known = Twins(there)
    style = _style(library, how, there)
    new = Insertion(library, style.layout.separator)
    taken = {entry.key.lower() for entry in library.entries}
    made: dict[str, _Made] = {}
    twins: list[LeftOut] = []
    said: list[str] = []
    for incoming in works:
        entry = _make(incoming, library, style, taken)
        twin = None if how.force else known.twin_of(entry.work)
        if twin:
            called = f"{entry.work.label} ({incoming.source})"
            twins.append(LeftOut(called, twin.key, twin.reason))
            first = made.get(twin.key)
            said.append(_twice(first, entry, twin.reason) if first else said_of(twins[-1]))
            continue
        new.add(entry.text, entry.key)
        known.add(entry.work)
        taken.add(entry.key.lower())
        made[entry.key] = entry
    if twins and not how.only_new:
        raise refusal(said, where, others=len(works) > len(twins))
    changed = read(new.text()) if made else library
    added = tuple(_added(changed, one) for one in made.values())
    remarks = tuple(remarks_on((one.incoming, one.key) for one in made.values()))
    return Addition(library.text, changed.text, added, tuple(twins), remarks)


def _style(library: Library, how: How, there: Sequence[Reference]) -> _Style:
    biblatex = how.dialect == "biblatex" or (how.dialect == "auto" and _is_biblatex(library))
    return _Style(how.key or habit(there), bool(how.key), learn(library), biblatex)


def _make(incoming: Incoming, library: Library, style: _Style, taken: Collection[str]) -> _Made:
    """Return an entry for a work; `taken` holds the keys of the library and of other new works."""
    layout = style.layout
    if isinstance(incoming.work, Copied):
        kind, key = incoming.work.type, incoming.work.key
        fields, plain = _fitted(incoming, incoming.work, library)
    else:
        draft, extra, bodies = _draft(incoming.work, style)
        kind, key = draft.type, incoming.work.key
        plain = written_fields(draft, extra, bodies=bodies)
        like = layout.delimiters
        fields = [(n, delimited(n, v[1:-1], like) if v[0] == "{" else v) for n, v in plain]
    work = _as_work(kind, plain, layout)
    if style.pattern_given or key.lower() in taken or not _usable(library, key):
        key = make_key(style.pattern, work, taken)
        check_key(library, key)
    return _Made(key, write_entry(kind, key, fields, layout), replace(work, key=key), incoming)


def _draft(work: Imported | Described, style: _Style) -> tuple[Draft, dict[str, str], bool]:
    """Return the draft of a work, further fields, and whether names in one piece are bodies'."""
    if isinstance(work, Described):
        return csl_draft(work.item, biblatex=style.biblatex), {}, True
    bodies = work.record.service not in _UNSPLIT
    return draft_entry(work.record, biblatex=style.biblatex), work.extra, bodies


def _fitted(incoming: Incoming, work: Copied, library: Library) -> tuple[Written, Written]:
    """Return the fields of a copied entry as they are to stand here, and with macros written out.

    RvcError names a macro that neither file defines: what it stands for would be lost.
    """
    fields, plain = [], []
    for name, raw in work.fields:
        value = fitted(raw, work.macros, library)
        if value.unknown:
            where = f"{incoming.source}:{incoming.line}" if incoming.line else incoming.source
            its = f"'{name}' of '{work.key}'"
            raise RvcError(
                f"nothing defines the macro '{value.unknown}' in the field {its}",
                where=where,
                hint=f"add @string{{{value.unknown} = {{…}}}} to one of the files",
            )
        fields.append((name, value.raw))
        plain.append((name, value.plain))
    return fields, plain


def _as_work(kind: str, fields: Written, layout: Layout) -> Reference:
    """Return the work that an entry with these fields is, as a reader of the file sees it."""
    library = readable(read(write_entry(kind, "entry", fields, layout) + "\n"))
    if len(library.entries) != 1 or not library.entries[0].complete:
        raise RvcError("this work cannot be written as an entry: its braces do not match")
    return reference(library, library.entries[0])


def _usable(library: Library, key: str) -> bool:
    with suppress(RvcError):
        check_key(library, key)
        return bool(key)
    return False


def _added(library: Library, made: _Made) -> Added:
    entry = library.get(made.key)
    line = library.position(entry.start).line if entry else 0
    return Added(made.key, made.text, line, made.incoming.source)


def said_of(twin: LeftOut) -> str:
    """Say in words that a work is there already, and under which key."""
    return f"{twin.work} is there already as '{twin.key}' ({twin.reason})"


def _twice(first: _Made, second: _Made, reason: str) -> str:
    """Say where two works stand that are the same, of those that were given."""
    one, other = first.incoming, second.incoming
    if one.source != other.source:
        return f"{second.work.label} stands in {one.source} and in {other.source} ({reason})"
    lines = f" (lines {one.line} and {other.line}: {reason})" if one.line else f" ({reason})"
    return f"{second.work.label} stands twice in {one.source}{lines}"


def refusal(said: Sequence[str], where: str, *, others: bool) -> RvcError:
    """The error that nothing was added and why; `others` says that some works are new."""
    them = "it" if len(said) == 1 else "them"
    hint = f"--force adds {them} nevertheless"
    if others:
        hint += ", --only-new adds the others"
    return RvcError(f"nothing was added: {'; '.join(said)}", where=where, hint=hint)


def _is_biblatex(library: Library) -> bool:
    """Say whether more entries use the field names of biblatex than those of BibTeX."""
    ours = theirs = 0
    for entry in library.entries:
        names = {field.lower for field in entry.fields}
        ours += bool(names & {"date", "journaltitle", "location"})
        theirs += bool(names & {"year", "journal", "address"})
    return ours > theirs

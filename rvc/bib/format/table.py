"""The table of rules of formatting, and running them over a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rvc.bib.format import blocks, delimiters, gaps, order, values
from rvc.bib.format.rule import Change, FormatRule, Options, Reach, comments, outside
from rvc.bib.guard import harmless, others, safely
from rvc.bib.library import Entry, Library
from rvc.bib.patch import Edit
from rvc.bib.reader import read
from rvc.errors import RvcError

_V, _D, _O, _L = Reach.VALUES, Reach.DELIMITERS, Reach.ORDER, Reach.LAYOUT

FORMAT_RULES: tuple[FormatRule, ...] = (
    FormatRule("dashes", _V, "page ranges with two hyphens", values.dashes),
    FormatRule("doi", _V, "DOIs without address", values.doi),
    FormatRule("url", _V, "bare addresses, none that only repeats the DOI", values.url),
    FormatRule("months", _V, "months as macros", values.months),
    FormatRule("title-case", _V, "capitals inside words of titles in braces", values.title_case),
    FormatRule("escape", _V, "&, %, # and _ with a backslash", values.escape),
    FormatRule("outer-braces", _V, "no second braces around a value", values.outer_braces),
    FormatRule("empty-fields", _V, "fields without a value go", values.empty_fields),
    FormatRule(
        "white-space", _D, "one blank for all white space in values", delimiters.white_space
    ),
    FormatRule("braces", _D, "quotes and bare numbers become braces", delimiters.braces),
    FormatRule("numbers", _D, "numbers without delimiters", delimiters.numbers),
    FormatRule("field-order", _O, "fields in order", order.field_order),
    FormatRule("sort", _O, "entries in order", order.sort),
    FormatRule("lower-case", _L, "types and names in small letters", gaps.lower_case),
    FormatRule("trailing-comma", _L, "a comma after the last field", gaps.trailing_comma),
    FormatRule("no-trailing-comma", _L, "no comma after it", gaps.no_trailing_comma),
    FormatRule("lines", _L, "one line for each field", gaps.lines),
    FormatRule("indent", _L, "the same indent everywhere", gaps.indent),
    FormatRule("equals", _L, "one blank around every =", gaps.equals),
    FormatRule("align", _L, "the = below one another", gaps.align),
    FormatRule("trim", _L, "no blanks at line ends, a line end at the end", blocks.trim),
    FormatRule("blank-lines", _L, "one blank line around entries", blocks.blank_lines),
    FormatRule(
        "compact",
        _L,
        "no blank lines but below comments that stand apart",
        blocks.compact,
    ),
)
"""In the order in which they are applied."""

EXCLUSIVE = (
    ("trailing-comma", "no-trailing-comma"),
    ("blank-lines", "compact"),
    ("equals", "align"),
)
"""Rules that undo one another."""


PASSES = 8
"""How often the rules are run at most, until they change nothing more: what one rule had to leave
alone, another may make possible, and what one made is something new for those before it."""


class ValueChange(NamedTuple):
    """A value that a rule changed: the entry, its field, the value before and after as written."""

    rule: str
    key: str
    field: str
    old: str
    new: str


class Formatted(NamedTuple):
    """A formatted text, how many places each rule changed, and every value that changed."""

    text: str
    done: Counter[str]
    values: tuple[ValueChange, ...]


def format_text(text: str, names: Sequence[str], options: Options | None = None) -> Formatted:
    """Format a text by the rules named, in the order of the table; by none, it stays as it is.

    A rule that would change more than it may leaves that place alone. RvcError for an unknown
    rule, and for two that undo one another.
    """
    chosen = _chosen(names)
    done: Counter[str] = Counter()
    changed: list[ValueChange] = []
    library = read(text)
    for _ in range(PASSES):
        before = library.text
        for rule in chosen:
            changes = _allowed(rule, library, options or Options())
            if not changes:
                continue
            new, applied = safely(library, [one.edits for one in changes], _CHECKS[rule.reach])
            if new == library.text:
                continue
            done[rule.name] += len(applied)
            if rule.reach is Reach.VALUES:
                made = [changes[number] for number in applied]
                changed += [ValueChange(rule.name, o.key, o.field, o.old, o.new) for o in made]
            library = read(new)
        if library.text == before:
            break
    return Formatted(library.text, done, tuple(changed))


def _allowed(rule: FormatRule, library: Library, options: Options) -> list[Change]:
    """The changes of a rule, but for those inside of a `@comment{…}`: comments stay."""
    changes = list(rule.changes(library, options))
    spans = comments(library) if changes else []
    return [change for change in changes if outside(change, spans)] if spans else changes


def _chosen(names: Sequence[str]) -> list[FormatRule]:
    from rvc.model.nearest import did_you_mean

    known = {rule.name for rule in FORMAT_RULES}
    for name in names:
        if name not in known:
            listed = did_you_mean(name, known) or f"known: {', '.join(sorted(known))}"
            raise RvcError(f"unknown rule of formatting '{name}'", hint=listed)
    for one, other in EXCLUSIVE:
        if one in names and other in names:
            raise RvcError(f"the rules '{one}' and '{other}' undo one another")
    return [rule for rule in FORMAT_RULES if rule.name in names]


_Reading = Callable[[Entry], object]


def _as_written(entry: Entry) -> object:
    return [(field.lower, field.raw) for field in entry.fields]


def _as_read(entry: Entry) -> object:
    return [(field.lower, entry.resolve(field)) for field in entry.fields]


def _in_any_order(entry: Entry) -> object:
    written = sorted((field.lower, field.raw) for field in entry.fields)
    return sorted(entry.values().items()), written


def _same(before: Library, after: Library, reading: _Reading) -> bool:
    """Whether all entries are there, in order, and read the same, and all else too."""
    return (
        len(before.entries) == len(after.entries)
        and others(before) == others(after)
        and all(
            (old.type, old.key, old.loss, old.complete)
            == (new.type, new.key, new.loss, new.complete)
            and (old.text == new.text or reading(old) == reading(new))
            for old, new in zip(before.entries, after.entries, strict=True)
        )
    )


def _layout(before: Library, edits: Sequence[Edit], after: Library) -> bool:
    del edits
    return _same(before, after, _as_written)


def _delimiters(before: Library, edits: Sequence[Edit], after: Library) -> bool:
    del edits
    return _same(before, after, _as_read)


def _order(before: Library, edits: Sequence[Edit], after: Library) -> bool:
    """Fields or entries elsewhere: every entry that is kept still says the same."""
    del edits
    if sorted(others(before)) != sorted(others(after)):
        return False
    return _contents(before) == _contents(after)


def _contents(library: Library) -> list[tuple[object, ...]]:
    found = [
        (e.key, e.type, e.loss, e.complete, repr(_in_any_order(e)), "" if e.complete else e.text)
        for e in library.entries
    ]
    return sorted(found)


_CHECKS = {
    Reach.VALUES: harmless,
    Reach.DELIMITERS: _delimiters,
    Reach.ORDER: _order,
    Reach.LAYOUT: _layout,
}

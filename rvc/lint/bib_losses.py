"""What BibTeX drops without a word, as rules: one for each diagnostic of `rvc.bib`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rvc.bib.diagnostics import RULES
from rvc.bib.library import Diagnostic, Entry
from rvc.bib.patch import Edit
from rvc.lint.bib_rule import BibData, BibRemark, BibRule, Fix
from rvc.model.finding import Severity


def _check(name: str) -> Callable[[BibData], Iterator[BibRemark]]:
    def check(data: BibData) -> Iterator[BibRemark]:
        """Yield a remark for every loss of this kind."""
        for found in data.library.diagnostics:
            if found.rule == name:
                fix = _same_again(data, found) if name == "duplicate-field" else None
                yield BibRemark(found.start, found.key, found.message, fix=fix)

    return check


def _same_again(data: BibData, found: Diagnostic) -> Fix | None:
    """Take a repeated field out when it only says the same again."""
    for entry in data.library.entries:
        if entry.start <= found.start < entry.end:
            return _without(entry, found.start)
    return None


def _without(entry: Entry, start: int) -> Fix | None:
    fields = entry.fields
    number = next((n for n, field in enumerate(fields) if field.start == start), 0)
    if not number or not entry.complete:
        return None
    field, first = fields[number], entry.field(fields[number].lower)
    if first is None or entry.resolve(first).text != entry.resolve(field).text:
        return None
    return Fix((Edit(fields[number - 1].end, field.end, ""),), safe=True)


_FINE = "@misc{day2004, title = {From Hegemony to Affinity}, year = {2004}}\n"
_TWO = "@misc{day2004, title = {Affinity}, year = {2004}}\n\n@misc{day2005, title = {Dead}}\n"

_TABLE: dict[str, tuple[str, str, str]] = {
    "unterminated": (
        "All that follows belongs to the value that is never closed; programs drop it.",
        "@misc{day2004, title = {From Hegemony to Affinity, year = {2004}}\n",
        _FINE,
    ),
    "missing-comma": (
        "BibTeX skips the rest of the entry; other programs join the two fields.",
        "@misc{day2004, title = {Affinity} year = {2004}}\n",
        _FINE,
    ),
    "syntax": (
        "What cannot be read is skipped up to the next @, with whatever it held.",
        "@misc{day2004, title = {Affinity}, 2004}\n",
        _FINE,
    ),
    "swallowed": (
        "An entry before it is not closed, so this one is a part of a value and cannot be cited.",
        "@misc{day2004, title = {{Affinity, year = 2004}\n\n@misc{day2005, title = {Dead}}\n",
        _TWO,
    ),
    "last-line": (
        "BibTeX reads one entry on the last line of a file and stops; a line end helps.",
        "@misc{day2004, title = {Affinity}} @misc{day2005, title = {Dead}}",
        _TWO,
    ),
    "duplicate-key": (
        (
            "Of two entries with one key BibTeX keeps the first; keys that differ in case alone "
            "count as one."
        ),
        "@misc{day2004, title = {Affinity}}\n\n@misc{Day2004, title = {Dead}}\n",
        _TWO,
    ),
    "duplicate-field": (
        (
            "BibTeX keeps the first, biber the last, and other programs refuse the entry. `--fix` "
            "removes a field that only repeats the value."
        ),
        "@misc{day2004, title = {Affinity}, year = {2004}, year = {2005}}\n",
        _FINE,
    ),
    "entry-in-value": (
        "A brace is missing somewhere before: the entry inside the value cannot be cited.",
        "@misc{day2004, title = {Affinity,\n@misc{day2005, title = {Dead}}\n}}\n",
        _TWO,
    ),
    "entry-in-comment": (
        (
            "BibTeX knows no comments inside an entry or a line: it reads what you commented out. "
            "Write the entry without its @."
        ),
        "% @misc{day2004, title = {Affinity}}\n",
        "% misc{day2004, title = {Affinity}}\n",
    ),
    "text-between": (
        (
            "Text between entries is ignored: often it is the rest of an entry cut in two. "
            "Comments begin with %."
        ),
        "@misc{day2004, title = {Affinity}}\n  year = {2004},\n",
        "% Works on affinity\n@misc{day2004, title = {Affinity}}\n",
    ),
    "undefined-macro": (
        "A name without braces is a macro; without its @string it counts as empty.",
        "@misc{day2004, title = {Affinity}, publisher = pluto}\n",
        '@string{pluto = "Pluto Press"}\n@misc{day2004, title = {Affinity}, publisher = pluto}\n',
    ),
    "macro-too-long": (
        (
            "Macros made of macros grow by multiplying. Programs run out of memory or stop; rvc "
            "leaves out what is over."
        ),
        (
            '@string{a = "ten letters"}\n'
            + "".join(
                f"@string{{{name} = {' # '.join([before] * 20)}}}\n"
                for before, name in ("ab", "bc", "cd", "de")
            )
            + "@misc{day2004, title = {Affinity}, note = c}\n"
        ),
        '@string{a = "Dead"}\n@misc{day2005, title = {Gramsci Is } # a}\n',
    ),
    "nul": (
        "Programs written in C stop reading at a NUL character.",
        "@misc{day2004, title = {Affi\0nity}}\n",
        _FINE,
    ),
    "undecodable": (
        (
            "One program shows a question mark, another refuses the file. Find out the letter and "
            "write it anew."
        ),
        "@misc{day2004, title = {Proc\udce9d\u00e9s}}\n",
        "@misc{day2004, title = {Procédés}}\n",
    ),
}

LOSSES: tuple[BibRule, ...] = tuple(
    BibRule(
        name=name,
        severity=Severity.ERROR if name != "text-between" else Severity.WARNING,
        summary=RULES[name][0].upper() + RULES[name][1:] + ".",
        why=why,
        bad=bad,
        good=good,
        check=_check(name),
        fixes="safe" if name == "duplicate-field" else "",
    )
    for name, (why, bad, good) in _TABLE.items()
)
"""One rule for every diagnostic, in the order of `rvc.bib.diagnostics.RULES`."""

"""Rule encoding-damage: letters that a wrong encoding has spoilt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.bib.mojibake import repaired
from rvc.lint.bib_rule import BibData, BibRemark, BibRule, value_fix
from rvc.model.finding import Severity

_LOST = re.compile(r"[^\W\d_]\?[a-zß-ÿ]")
_PLAIN = frozenset({"author", "editor", "title", "journal", "journaltitle", "booktitle"})


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every field with `Ã©` for `é`, U+FFFD or a lost letter."""
    lost = "?" in data.library.text
    if data.library.text.isascii() and not lost:
        return
    for work in data.works:
        for name, said in work.values.items():
            key = work.entry.key
            if not said.isascii():
                new = repaired(said)
                if new != said:
                    field = work.entry.field(name)
                    fix = value_fix(field, said, new, safe=False) if field else None
                    message = f"{name}: text was read in a wrong encoding"
                    yield BibRemark(work.start(name), key, message, f"write {new!r}", fix)
                elif "\ufffd" in said:
                    message = f"{name}: a letter was lost, U+FFFD stands for it"
                    yield BibRemark(work.start(name), key, message)
            if lost and name in _PLAIN and "?" in said and (found := _LOST.search(said)):
                message = f"{name}: a letter seems to be lost at {found[0]!r}"
                yield BibRemark(work.start(name), key, message, severity=Severity.NOTE)


RULE = BibRule(
    name="encoding-damage",
    severity=Severity.WARNING,
    summary="Letters that a wrong encoding has spoilt.",
    why="""\
UTF-8 read as Windows-1252 turns `é` into `Ã©` and a quotation mark into `â€œ`. Nobody finds such
a name again, and readers see it. `--fix --unsafe` turns it back where that can be done exactly.""",
    bad="""\
@book{kutting2004, author = {KÃ¼tting, Gabriela}, title = {Globalization and the Environment},
  publisher = {SUNY Press}, year = {2004}}
""",
    good="""\
@book{kutting2004, author = {Kütting, Gabriela}, title = {Globalization and the Environment},
  publisher = {SUNY Press}, year = {2004}}
""",
    check=check,
    fixes="unsafe",
)

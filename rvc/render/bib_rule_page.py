"""The page of a rule of the bibliography: `docs/refs-rules.md`, `rvc refs check --explain`."""

from __future__ import annotations

from collections.abc import Sequence

from rvc.lint.bib_rule import BibRule
from rvc.model.printable import printable


def bib_rule_page(rule: BibRule) -> str:
    """Return what the rule forbids, why, what repairs it, and two samples, in Markdown."""
    repaired = f" Repaired by --fix: {rule.fixes}." if rule.fixes else ""
    return "\n".join(
        [
            f"## {rule.name}",
            "",
            f"{rule.summary} ({rule.severity.value})",
            "",
            " ".join(rule.why.split()) + repaired,
            "",
            "Remarked:",
            "",
            "```bibtex",
            _sample(rule.bad),
            "```",
            "",
            "Fine:",
            "",
            "```bibtex",
            _sample(rule.good),
            "```",
            "",
        ]
    )


def _sample(text: str) -> str:
    """A sample as a page can show it: what cannot be seen or written is spelled out."""
    shown = printable(text.encode("utf-8", "backslashreplace").decode("utf-8")).rstrip()
    return shown.replace("\xad", "\\u00ad").replace("\u200b", "\\u200b")


_HEAD = """\
# Rules of `rvc refs check`

Made from the rules themselves (`make docs`); do not edit by hand.

Errors and warnings make the check fail, notes do not. Choose in `pyproject.toml`:

```toml
[tool.rvc.refs]
dialect = "biblatex"             # bibtex, biblatex or auto: each type as the program that knows it
select = ["pages-form"]          # only these rules
ignore = ["title-capitals"]      # all but these
[tool.rvc.refs.severity]
required-field = "error"         # error, warning or note
[tool.rvc.refs.doubts]           # keywords that state a doubt
unresolved = "not a work"
```

or in the file itself, in a comment before an entry or in a field of it:

```bibtex
% rvc: ignore pages-form, names-form
% rvc: doubt required-field: the author is not known
@article{day2004, rvc-ignore = {title-capitals}, title = {…}}
% rvc: ignore-file open-doubt
```

`ignore` says nothing any more; `doubt` still says it, as a note. `--fix` makes safe repairs (the
value stays the same for every reader), `--fix --unsafe` also those that need a look at the work;
`--diff` shows them and writes nothing.
"""


def bib_rules_page(rules: Sequence[BibRule]) -> str:
    """Return the page of all rules."""
    return "\n".join([_HEAD, *(bib_rule_page(rule) for rule in rules)])

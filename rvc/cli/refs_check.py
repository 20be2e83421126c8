"""`rvc refs check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from rvc.cli import completion
from rvc.cli.options import FindingFormat, FindingFormatOption, JsonFormatOption, OutOption

if TYPE_CHECKING:
    from rvc.adapters.refs_settings import RefsSettings
    from rvc.lint.bib_rule import BibRule, Citations
    from rvc.model.finding import Finding

app = typer.Typer(rich_markup_mode=None)

_Files = Annotated[
    Optional[list[Path]],  # noqa: UP045
    typer.Argument(help="Bibliographies; without any, that of the data.", metavar="FILE.bib…"),
]
_CitedIn = Annotated[
    Optional[list[Path]],  # noqa: UP045
    typer.Option(help="A manuscript whose citations must be there; repeat.", metavar="FILE"),
]
_Rule = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(
        help="Only this rule; repeat.", metavar="RULE", autocompletion=completion.bib_rules
    ),
]
_Ignore = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(
        help="Not this rule; repeat.", metavar="RULE", autocompletion=completion.bib_rules
    ),
]
_Dialect = Annotated[str, typer.Option(help="bibtex, biblatex or auto (by type).", metavar="NAME")]
_Fix = Annotated[bool, typer.Option("--fix", help="Repair what is safe to repair.")]
_Unsafe = Annotated[
    bool, typer.Option("--unsafe", help="With --fix: also what needs a look at the work.")
]
_Diff = Annotated[bool, typer.Option("--diff", help="With --fix: show the changes, write nothing.")]
_Notes = Annotated[bool, typer.Option("--notes", help="Print notes too, not only their number.")]
_Rules = Annotated[bool, typer.Option("--rules", help="List the rules and stop.")]
_Explain = Annotated[
    str,
    typer.Option(
        help="Say what a rule forbids and why, and check nothing.",
        metavar="RULE",
        autocompletion=completion.bib_rules,
    ),
]


@app.command(epilog="Example: rvc refs check --fix --diff; rvc refs check --explain pages-form")
def check(
    ctx: typer.Context,
    files: _Files = None,
    cited_in: _CitedIn = None,
    rule: _Rule = None,
    ignore: _Ignore = None,
    dialect: _Dialect = "",
    fix: _Fix = False,
    unsafe: _Unsafe = False,
    diff: _Diff = False,
    notes: _Notes = False,
    format: FindingFormatOption = FindingFormat.TERMINAL,
    json: JsonFormatOption = False,
    rules: _Rules = False,
    explain: _Explain = "",
    out: OutOption = None,
) -> None:
    """Check the bibliography: syntax, losses, fields, names, dates, numbers, links, doubts.

    Exit 1 when there are errors or warnings; notes (open doubts) alone exit 0. A terminal gets only
    the number of the notes, unless a --rule is named.
    """
    from rvc.cli.refs_files import bib_paths, settings_of
    from rvc.cli.writing import write
    from rvc.model.finding import Severity
    from rvc.tasks.check_refs import rules_of

    if explain or rules:
        write(_page(explain) if explain else _listed(), out)
        return
    if (unsafe or diff) and not fix:
        raise typer.BadParameter("--unsafe and --diff say how to --fix; give that too")
    found: list[Finding] = []
    counts = [0, 0]
    paths = bib_paths(ctx, files)
    for path in paths:
        settings = settings_of(path, dialect)
        chosen = rules_of(settings, rule or (), ignore or ())
        citations = _citations(ctx, path, cited_in, data=not files)
        if fix:
            found += _fixed(path, settings, chosen, citations, unsafe=unsafe, diff=diff)
        else:
            found += _checked(path, settings, chosen, citations, counts)
    name = FindingFormat.JSON if json else format
    if not (fix and diff):
        write(_rendered(found, paths, name, notes=notes or bool(rule)), out)
    if name is FindingFormat.TERMINAL and any(counts):
        typer.echo(_offer(*counts), err=True)
    if any(one.severity is not Severity.NOTE for one in found):
        raise typer.Exit(1)


def _rendered(found: list[Finding], paths: list[Path], form: FindingFormat, *, notes: bool) -> str:
    from rvc.adapters.register_folder import shown
    from rvc.lint.bib_table import BIB_RULES
    from rvc.render.findings import render_findings

    checked = ", ".join(shown(path) for path in paths)
    rules = {one.name: one.summary for one in BIB_RULES}
    return render_findings(found, form.value, checked=checked, rules=rules, notes=notes)


def _checked(
    path: Path,
    settings: RefsSettings,
    rules: list[BibRule],
    citations: Citations | None,
    counts: list[int],
) -> tuple[Finding, ...]:
    from rvc.adapters.bib_files import read_bib
    from rvc.adapters.register_folder import shown
    from rvc.tasks.check_refs import findings, fixable, judge

    library = read_bib(path).library()
    judged = judge(library, settings, rules, citations)
    safe, others = fixable(judged)
    counts[0] += safe
    counts[1] += others
    return findings(judged, library, shown(path))


def _fixed(
    path: Path,
    settings: RefsSettings,
    rules: list[BibRule],
    citations: Citations | None,
    *,
    unsafe: bool,
    diff: bool,
) -> tuple[Finding, ...]:
    from rvc.adapters.bib_files import read_bib
    from rvc.adapters.register_folder import shown
    from rvc.cli.writing import write
    from rvc.render.text_diff import unified
    from rvc.tasks.check_refs import findings, repair, repair_file

    if diff:
        file = read_bib(path)
        fixed = repair(file.library(), settings, rules, citations, unsafe=unsafe)
        write(unified(file.text, fixed.text, shown(path)))
    else:
        fixed = repair_file(path, settings, rules, citations, unsafe=unsafe)
    if fixed.done:
        each = ", ".join(f"{name} {number}" for name, number in sorted(fixed.done.items()))
        verb = "would repair" if diff else "repaired"
        typer.echo(f"{shown(path)}: {verb} {fixed.done.total()} ({each})", err=True)
    return findings(fixed.left, fixed.library, shown(path))


def _citations(
    ctx: Any, path: Path, manuscripts: list[Path] | None, *, data: bool
) -> Citations | None:
    from rvc.tasks.who_cites import citations_of

    if not manuscripts and not data:
        return None
    folder = None
    if data:
        from rvc.adapters.data_folder import find_data
        from rvc.cli.reading import data_option

        folder = find_data(data_option(ctx))
    return citations_of(path, manuscripts or (), folder)


def _offer(safe: int, others: int) -> str:
    if not safe:
        return f"{others} can be repaired with --fix --unsafe"
    more = f", {others} more with --fix --unsafe" if others else ""
    return f"{safe} can be repaired with --fix{more}"


def _page(name: str) -> str:
    from rvc.cli.reading import one_of
    from rvc.lint.bib_table import BIB_RULES
    from rvc.render.bib_rule_page import bib_rule_page

    names = [rule.name for rule in BIB_RULES]
    found = one_of(name, names, "rule", "rvc refs check --rules lists them")
    return bib_rule_page(next(rule for rule in BIB_RULES if rule.name == found))


def _listed() -> str:
    from rvc.lint.bib_table import BIB_RULES

    width = max(len(rule.name) for rule in BIB_RULES)
    lines = [f"{r.name:{width}}  {r.severity.value:7}  {r.summary}" for r in BIB_RULES]
    return "\n".join([*lines, "--explain RULE says why, and what --fix repairs."]) + "\n"

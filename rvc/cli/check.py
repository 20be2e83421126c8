"""`rvc check`."""

from __future__ import annotations

from typing import Annotated

import typer

from rvc.cli import completion
from rvc.cli.options import FindingFormat, FindingFormatOption, JsonFormatOption, OutOption

app = typer.Typer(rich_markup_mode=None)

_Texts = Annotated[
    bool, typer.Option("--texts", help="Look for every quoted phrase in the official texts too.")
]
_Explain = Annotated[
    str,
    typer.Option(
        help="Say what a rule forbids and why, and check nothing.",
        metavar="RULE",
        autocompletion=completion.rules,
    ),
]


@app.command(epilog="Example: rvc check --format github")
def check(
    ctx: typer.Context,
    format: FindingFormatOption = FindingFormat.TERMINAL,
    json: JsonFormatOption = False,
    texts: _Texts = False,
    explain: _Explain = "",
    out: OutOption = None,
) -> None:
    """Check the whole register and say all that is wrong, with file, line and column.

    Exit 1 when there are errors or warnings; notes alone exit 0.
    """
    from rvc.adapters.data_folder import find_data
    from rvc.adapters.register_folder import load, shown
    from rvc.cli.reading import data_option, say_folder
    from rvc.cli.writing import write
    from rvc.lint.table import RULES, in_order
    from rvc.model.finding import Severity
    from rvc.render.findings import render_findings
    from rvc.tasks.check import check as all_findings
    from rvc.tasks.check_corrections import CORRECTION, correction_findings

    if explain:
        write(_page(explain), out)
        return
    folder = find_data(data_option(ctx))
    say_folder(folder)
    loaded = load(folder)
    findings = in_order([*all_findings(loaded), *correction_findings(loaded, hashes=texts)])
    checked = shown(folder.path)
    rules = {rule.name: rule.summary for rule in (*RULES, CORRECTION)}
    if texts:
        from rvc.adapters.kept_texts import kept_texts
        from rvc.tasks.check_texts import PHRASE, phrase_report
        from rvc.tasks.read_texts import Reader

        report = phrase_report(loaded, Reader(kept_texts(folder)))
        findings = in_order([*findings, *report.findings])
        checked = f"{checked} ({report.said})"
        rules[PHRASE.name] = PHRASE.summary
    name = FindingFormat.JSON if json else format
    write(render_findings(findings, name.value, checked=checked, rules=rules), out)
    if any(finding.severity is not Severity.NOTE for finding in findings):
        raise typer.Exit(1)


def _page(name: str) -> str:
    from rvc.cli.reading import one_of
    from rvc.lint.table import RULES
    from rvc.render.rule_page import rule_page
    from rvc.tasks.check_corrections import CORRECTION
    from rvc.tasks.check_texts import PHRASE

    rules = {rule.name: rule for rule in (*RULES, PHRASE, CORRECTION)}
    return rule_page(
        rules[one_of(name, rules, "rule", "a rule is what stands in [brackets] in a finding")]
    )

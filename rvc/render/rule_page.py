"""The page of a rule, as `docs/rules.md` and `rvc check --explain` show it."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import dedent

from rvc.lint.rule import Rule


def rule_page(rule: Rule) -> str:
    """Return what the rule forbids, why, and a bad and a good sample, in Markdown."""
    return "\n".join(
        [
            f"## {rule.name}",
            "",
            f"{rule.summary} ({rule.severity.value})",
            "",
            " ".join(rule.why.split()),
            "",
            "Remarked:",
            "",
            "```yaml",
            dedent(rule.bad).rstrip(),
            "```",
            "",
            "Fine:",
            "",
            "```yaml",
            dedent(rule.good).rstrip(),
            "```",
            "",
        ]
    )


def rules_page(rules: Sequence[Rule]) -> str:
    """Return the page of all rules."""
    head = [
        "# Rules of `rvc check`",
        "",
        "Made from the rules themselves (`python -m tests.documents`); do not edit by hand.",
        "Problems of the file itself are told as `yaml`, `encoding` and `schema`.",
        "",
    ]
    return "\n".join([*head, *(rule_page(rule) for rule in rules)])

"""The page of a rule, as `docs/rules.md` and `rvc check --explain` show it."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import dedent

from rvc.lint.rule import Rule

WIDEST = 100
"""Characters of a line of a sample; what a longer line goes on with is left out."""


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
            _sample(rule.bad),
            "```",
            "",
            "Fine:",
            "",
            "```yaml",
            _sample(rule.good),
            "```",
            "",
        ]
    )


def _sample(text: str) -> str:
    lines = dedent(text).rstrip().split("\n")
    return "\n".join(f"{line[:WIDEST]} …" if len(line) > WIDEST else line for line in lines)


def rules_page(rules: Sequence[Rule]) -> str:
    """Return the page of all rules."""
    head = [
        "# Rules of `rvc check`",
        "",
        "Made from the rules themselves (`python docs/make.py`); do not edit by hand.",
        "Problems of the file itself are told as `yaml`, `encoding` and `schema`.",
        "",
    ]
    return "\n".join([*head, *(rule_page(rule) for rule in rules)])

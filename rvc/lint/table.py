"""The table of rules of the register, and running them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.rules import (
    asker_missing,
    basis_missing,
    coding_misplaced,
    coding_missing,
    control_character,
    date_form,
    duplicate_id,
    evidence_missing,
    final_or_latest,
    id_form,
    language_form,
    long_text,
    opposition,
    page_address,
    phrase_too_long,
    reason_missing,
    same_wording,
    turning_point_order,
    unknown_id,
    unknown_work,
    unresolved_work,
    unused_organisation,
    version_order,
)
from rvc.model.finding import Finding, Place

RULES: tuple[Rule, ...] = (
    duplicate_id.RULE,
    id_form.RULE,
    unknown_id.RULE,
    unknown_work.RULE,
    unresolved_work.RULE,
    date_form.RULE,
    language_form.RULE,
    version_order.RULE,
    same_wording.RULE,
    final_or_latest.RULE,
    coding_missing.RULE,
    coding_misplaced.RULE,
    evidence_missing.RULE,
    basis_missing.RULE,
    reason_missing.RULE,
    phrase_too_long.RULE,
    opposition.RULE,
    turning_point_order.RULE,
    page_address.RULE,
    asker_missing.RULE,
    unused_organisation.RULE,
    control_character.RULE,
    long_text.RULE,
)


def remarks(data: Data, rules: Iterable[Rule] = RULES) -> Iterator[tuple[Rule, Remark]]:
    """Yield what the rules remark on the data, rule by rule."""
    for rule in rules:
        for remark in rule.check(data):
            yield rule, remark


def finding(rule: Rule, remark: Remark, place: Place | None) -> Finding:
    """Return a remark as a finding, with the place that was looked up for it."""
    severity = remark.severity or rule.severity
    return Finding(rule.name, severity, remark.subject, remark.message, remark.hint, place)


def in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of their files; what has no place comes first."""
    return tuple(sorted(findings, key=lambda found: found.place or Place("")))

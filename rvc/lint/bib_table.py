"""The table of rules of the bibliography, and running them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rvc.lint.bib_losses import LOSSES
from rvc.lint.bib_rule import BibData, BibRemark, BibRule
from rvc.lint.bib_rules import (
    date_form,
    doi_form,
    empty_field,
    encoding_damage,
    entry_links,
    entry_type,
    field_name,
    html_in_field,
    invisible_character,
    isbn_check,
    issn_check,
    key_form,
    month_form,
    names_form,
    open_doubt,
    pages_form,
    placeholder,
    required_field,
    title_capitals,
    undefined_key,
    unescaped_special,
    unused_key,
    url_form,
)
from rvc.lint.bib_suppression import Suppressions
from rvc.model.finding import Severity

BIB_RULES: tuple[BibRule, ...] = (
    *LOSSES,
    key_form.RULE,
    entry_type.RULE,
    field_name.RULE,
    required_field.RULE,
    empty_field.RULE,
    placeholder.RULE,
    entry_links.RULE,
    names_form.RULE,
    title_capitals.RULE,
    date_form.RULE,
    month_form.RULE,
    pages_form.RULE,
    doi_form.RULE,
    isbn_check.RULE,
    issn_check.RULE,
    url_form.RULE,
    encoding_damage.RULE,
    invisible_character.RULE,
    html_in_field.RULE,
    unescaped_special.RULE,
    undefined_key.RULE,
    unused_key.RULE,
    open_doubt.RULE,
)


def bib_remarks(
    data: BibData,
    rules: Iterable[BibRule] = BIB_RULES,
    severities: Mapping[str, Severity] | None = None,
) -> Iterator[tuple[BibRule, BibRemark, Severity]]:
    """Yield what the rules remark, rule by rule, each with its severity.

    `severities` are those of the settings (rule → severity). What a comment or a field of an entry
    ignores is left out; what it states as a doubt is a note.
    """
    chosen = severities or {}
    suppressions = Suppressions(data.library)
    for rule in rules:
        for remark in rule.check(data):
            severity = remark.severity or rule.severity
            if rule.name in chosen:
                severity = _weighed(severity, rule, chosen[rule.name])
            word, reason = suppressions.said(rule.name, remark)
            if word == "doubt":
                known = f"{remark.message} (known: {reason})" if reason else remark.message
                yield rule, remark._replace(message=known), Severity.NOTE
            elif word != "ignore":
                yield rule, remark, severity


def _weighed(severity: Severity, rule: BibRule, chosen: Severity) -> Severity:
    """A chosen severity replaces the rule's own; a remark that is milder than its rule stays so."""
    grades = list(Severity)
    if grades.index(severity) > grades.index(rule.severity):
        return max(severity, chosen, key=grades.index)
    return chosen

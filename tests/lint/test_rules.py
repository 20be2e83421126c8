from __future__ import annotations

import importlib.util
import pkgutil
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import rvc.lint.rules
from registers import as_register, small, toy, toy_register, works
from rvc.adapters.data_folder import DataFolder
from rvc.adapters.register_folder import load
from rvc.lint.rule import Data, Rule
from rvc.lint.table import RULES, in_order, remarks
from rvc.model.finding import Finding, Place, Severity
from rvc.tasks.check import check
from toys import TESTS

WORKS = works(
    "bair2011",
    "report2015",
    "kutting2004globalization",
    kutting2014unresolved=("unresolved",),
)


def law(**changes: Any) -> dict[str, Any]:
    return small(laws=[{"id": "act", "final": "bill-2", **changes}])


def coding(fields: dict[str, Any]) -> dict[str, Any]:
    whole = {"attainment": "none", "basis": "recalled", "rationale": "Gone.", **fields}
    return law(demands=[{"id": "d1", "codings": {"bill-1": whole}}])


PLACES: dict[str, Callable[[Any], dict[str, Any]]] = {
    "asker-missing": lambda piece: law(demands=[{"by": [], **piece[0]}]),
    "basis-missing": lambda piece: law(demands=[{"id": "d1", "codings": piece}]),
    "coding-misplaced": lambda piece: law(**piece),
    "coding-missing": lambda piece: law(demands=[{"id": "d1", **piece}]),
    "control-character": lambda piece: law(demands=[{"id": "d1", **piece}]),
    "date-form": lambda piece: law(versions=piece),
    "duplicate-id": lambda piece: law(**piece),
    "evidence-missing": lambda piece: law(demands=[{"id": "d1", "codings": piece}]),
    "final-or-latest": lambda piece: small(laws=piece),
    "id-form": lambda piece: small(laws=piece),
    "language-form": lambda piece: small(laws=piece),
    "long-text": lambda piece: law(demands=[{"id": "d1", **piece}]),
    "opposition": lambda piece: law(demands=piece),
    "page-address": lambda piece: law(versions=[{"id": "bill-1", "pages": piece}]),
    "phrase-too-long": coding,
    "reason-missing": lambda piece: law(demands=[{"id": "d1", "codings": piece}]),
    "same-wording": lambda piece: law(**piece),
    "turning-point-order": lambda piece: law(turning_points=piece),
    "unknown-id": lambda piece: law(**piece),
    "unknown-work": coding,
    "unresolved-work": coding,
    "unused-organisation": lambda piece: small(**{"laws": [], **piece}),
    "version-order": lambda piece: law(**piece),
}
"""Where in a register the samples of a rule stand."""


def found_in(rule: Rule, sample: str) -> list[str]:
    piece = yaml.load(sample, Loader=yaml.BaseLoader)
    register = as_register(PLACES[rule.name](piece))
    return [remark.message for remark in rule.check(Data(register, WORKS))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_bad_sample_is_remarked_and_the_good_one_is_not(rule: Rule) -> None:
    assert found_in(rule, rule.bad)
    assert found_in(rule, rule.good) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_says_what_it_forbids_and_why(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.summary.endswith(".")
    assert "\n" not in rule.summary
    assert len(rule.why.split()) > 10
    assert rule.bad.strip() != rule.good.strip()


def test_every_module_of_rules_is_in_the_table_once() -> None:
    names = [found.name for found in pkgutil.iter_modules(rvc.lint.rules.__path__)]
    modules = [importlib.import_module(f"rvc.lint.rules.{name}") for name in names]
    assert {id(module.RULE) for module in modules} == {id(rule) for rule in RULES}
    assert sorted(rule.name.replace("-", "_") for rule in RULES) == sorted(names)


def test_a_small_register_without_a_fault_has_no_remark() -> None:
    assert list(remarks(Data(as_register(small()), WORKS))) == []


def test_the_toy_register_has_the_faults_that_were_put_into_it() -> None:
    data = Data(toy_register(), toy().references.bibliography)
    assert [(rule.name, remark.subject) for rule, remark in remarks(data)] == [
        ("opposition", "toy-act/toy-d3"),
        ("control-character", "label"),
        ("control-character", "title"),
        ("control-character", "what"),
    ]


def test_a_generated_register_has_no_fault(tmp_path: Path) -> None:
    lines = generator().register(laws=3, versions=4, demands=5, seed=1)
    (tmp_path / "laws.yaml").write_text("".join(lines), encoding="utf-8")
    (tmp_path / "references.bib").write_text(generator().references(), encoding="utf-8")
    assert check(load(DataFolder(tmp_path))) == ()


def generator() -> Any:
    path = TESTS.parent / "benchmarks" / "gen_register.py"
    spec = importlib.util.spec_from_file_location("gen_register", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_findings_are_told_in_the_order_of_their_files() -> None:
    late = Finding("a", Severity.ERROR, "s", "m", place=Place("laws.yaml", 9, 1))
    early = Finding("b", Severity.NOTE, "s", "m", place=Place("laws.yaml", 2, 5))
    nowhere = Finding("c", Severity.WARNING, "s", "m")
    assert in_order([late, early, nowhere]) == (nowhere, early, late)


def test_a_grade_by_a_source_without_an_article_is_weak_evidence_not_none() -> None:
    (rule,) = [rule for rule in RULES if rule.name == "evidence-missing"]
    sourced = coding({"attainment": "full", "basis": "reported", "sources": ["report2015"]})
    (remark,) = rule.check(Data(as_register(sourced), WORKS))
    assert remark.severity is Severity.WARNING


def test_one_field_of_a_megabyte_is_remarked() -> None:
    (rule,) = [rule for rule in RULES if rule.name == "long-text"]
    data = Data(as_register(law(summary="x" * 1_000_000)), WORKS)
    assert [remark.message for remark in rule.check(data)] == [
        "1,000,000 characters in one field, 20,000 at most"
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"first": "bill-9"}, "unknown version 'bill-9'"),
        ({"tags": ["nothing"]}, "unknown tag 'nothing'"),
        ({"coded": {"coder": "anne", "date": "2026"}}, "unknown coder 'anne'"),
        ({"demands": [{"id": "d1", "dimension": "scoop"}]}, "unknown dimension 'scoop'"),
        ({"demands": [{"id": "d1", "opposes": ["d2"]}]}, "unknown demand 'd2'"),
        ({"turning_points": [{"id": "t", "between": ["bill-1", "x"]}]}, "unknown version 'x'"),
    ],
)
def test_references_to_nothing_are_remarked(changes: dict[str, Any], said: str) -> None:
    (rule,) = [rule for rule in RULES if rule.name == "unknown-id"]
    found = [remark.message for remark in rule.check(Data(as_register(law(**changes)), WORKS))]
    assert found == [said]


def test_an_opposition_to_itself_is_remarked() -> None:
    (rule,) = [rule for rule in RULES if rule.name == "opposition"]
    data = Data(as_register(law(demands=[{"id": "d1", "opposes": ["d1"]}])), WORKS)
    assert [remark.message for remark in rule.check(data)] == ["opposes itself"]


@pytest.mark.parametrize(
    ("name", "sourced", "hint"),
    [
        ("unknown-work", {"sources": ["report2015", "p. 3"]}, 'in quotes: "key, p. 3"'),
        ("unknown-work", {"sources": ["reprot2015"]}, "did you mean 'report2015'?"),
    ],
)
def test_a_place_cut_off_from_its_key_is_known_for_one(
    name: str, sourced: dict[str, Any], hint: str
) -> None:
    (rule,) = [rule for rule in RULES if rule.name == name]
    coded = coding({"attainment": "full", "basis": "reported", **sourced})
    (remark,) = rule.check(Data(as_register(coded), WORKS))
    assert remark.hint.endswith(hint)


def test_an_official_text_is_asked_for_as_a_source_itself() -> None:
    (rule,) = [rule for rule in RULES if rule.name == "basis-missing"]
    version = {**small()["laws"][0]["versions"][0], "basis": "official-text", "sources": []}
    remarks = rule.check(Data(as_register(law(versions=[version])), WORKS))
    assert "the text itself is a source" in next(one.hint for one in remarks)

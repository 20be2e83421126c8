from __future__ import annotations

from rvc.adapters.laws_yaml import read_register
from rvc.analysis.cells import cell, coding_at, weaker
from rvc.model.codebook import Attainment, Basis
from rvc.model.law import Law
from toys import TOY


def toy_act() -> Law:
    register = read_register((TOY / "laws.yaml").read_text(encoding="utf-8")).register
    assert register is not None
    return register.laws[0]


def test_the_same_wording_takes_over_the_coding_and_the_weaker_basis() -> None:
    law = toy_act()
    third = law.version("toy-bill-3")
    assert third is not None
    found = cell(law, law.demands[0], third)
    assert found.attainment is Attainment.PARTIAL
    assert found.inherited_from == "toy-bill-2"
    assert found.basis is Basis.RECALLED  # that the wording is the same is only recalled


def test_an_empty_cell_is_not_checked() -> None:
    law = toy_act()
    version = law.version("reversion")
    assert version is not None
    found = cell(law, law.demands[1], version)
    assert not found.checked
    assert found.basis is None
    assert coding_at(law, law.demands[1], version) is None


def test_the_weaker_basis_is_the_less_firm_one() -> None:
    assert weaker(Basis.OFFICIAL_TEXT, Basis.RECALLED) is Basis.RECALLED
    assert weaker(Basis.REPORTED, None) is Basis.REPORTED
    assert weaker(None, None) is None

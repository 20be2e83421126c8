from __future__ import annotations

from typing import Any

import msgspec

from registers import toy_register
from rvc.analysis.citations import CitedFor, citings


def test_every_citation_is_found_where_its_path_leads() -> None:
    register = toy_register()
    data: Any = msgspec.to_builtins(register)
    for citing in citings(register):
        value = data
        for step in citing.path:
            value = value[step]
        assert value == str(citing.cite)
        assert citing.title


def test_every_part_of_the_register_that_cites_is_looked_at() -> None:
    found = {citing.what for citing in citings(toy_register())}
    assert found == set(CitedFor)


def test_no_citation_is_left_out() -> None:
    register = toy_register()
    fields = {"sources", "works", "asked_in", "reported_by", "candidates", "work"}
    assert len(list(citings(register))) == count(msgspec.to_builtins(register), fields)


def count(value: Any, fields: set[str], inside: bool = False) -> int:
    if isinstance(value, dict):
        return sum(count(inner, fields, key in fields) for key, inner in value.items())
    if isinstance(value, list | tuple):
        return sum(count(inner, fields, inside) for inner in value)
    return int(inside and isinstance(value, str))


def test_addresses_lead_to_a_demand_at_a_version() -> None:
    subjects = {citing.subject for citing in citings(toy_register())}
    assert {"toy-act/toy-d1@toy-bill-1", "toy-act@toy-bill-3", "paper", "lobby"} <= subjects

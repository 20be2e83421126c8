"""Checking a whole data folder: what reading had to say, then what the rules remark."""

from __future__ import annotations

from collections.abc import Iterable

from rvc.adapters.laws_yaml import decode
from rvc.adapters.opened import read_bytes
from rvc.adapters.register_folder import Loaded, shown
from rvc.adapters.yaml_text import locate
from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.table import RULES, finding, in_order, remarks
from rvc.model.finding import Finding, Place


def check(loaded: Loaded, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """Return all findings on what was loaded, in the order of the files.

    Without a register only reading has something to say. Places in laws.yaml are looked up once,
    for all remarks together, and only when there are any.
    """
    register = loaded.register.register
    if register is None:
        return in_order(loaded.findings)
    data = Data(register, loaded.references.bibliography)
    found = list(remarks(data, rules))
    places = _places(loaded, [remark for _, remark in found])
    judged = [finding(rule, remark, places[remark]) for rule, remark in found]
    return in_order([*loaded.findings, *judged])


def _places(loaded: Loaded, found: list[Remark]) -> dict[Remark, Place]:
    laws, works = shown(loaded.folder.laws), loaded.references.bibliography.works
    bib = shown(loaded.folder.references)
    paths = {remark.path for remark in found if not remark.key}
    in_laws = {}
    if paths:
        text, _ = decode(read_bytes(loaded.folder.laws), laws)
        in_laws = locate(text, paths, laws)
    places = {}
    for remark in found:
        if not remark.key:
            places[remark] = in_laws[remark.path]
        else:
            line = works[remark.key].line if remark.key in works else 0
            places[remark] = Place(bib, line, 1 if line else 0)
    return places

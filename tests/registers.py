"""Registers for tests: the toy one, a small valid one to change, and one full of hostile text."""

from __future__ import annotations

import copy
from functools import lru_cache
from typing import Any

import msgspec

from rvc.adapters.data_folder import DataFolder
from rvc.adapters.laws_yaml import read_register
from rvc.adapters.references_bib import read_references
from rvc.adapters.register_folder import Loaded
from rvc.analysis import views
from rvc.analysis.changes import compare
from rvc.analysis.telling import Teller, tell
from rvc.model.brief import Brief
from rvc.model.loaded import LoadedBibliography
from rvc.model.reference import Bibliography, Reference
from rvc.model.register import Register
from rvc.render.brief_markdown import brief_markdown
from toys import TOY


@lru_cache
def toy() -> Loaded:
    """Return the toy register, read without the cache."""
    register = read_register((TOY / "laws.yaml").read_text(encoding="utf-8"))
    works, findings = read_references((TOY / "references.bib").read_bytes(), "references.bib")
    return Loaded(DataFolder(TOY), register, LoadedBibliography(works, findings))


def toy_register() -> Register:
    register = toy().register.register
    assert register is not None
    return register


def teller(register: Register | None = None, works: Bibliography | None = None) -> Teller:
    return Teller(register or toy_register(), works or toy().references.bibliography)


def told(register: Register | None = None) -> list[Brief]:
    """Return the story of each law, from its first proposal to its final or latest text."""
    register = register or toy_register()
    return [tell(compare(law), teller(register)) for law in register.laws]


def brief_of(register: Register, number: int = 0, works: Bibliography | None = None) -> str:
    """Return the Markdown brief of a law."""
    law, by = register.laws[number], teller(register, works)
    story = tell(compare(law), by)
    return brief_markdown(story, views.law_card(law, by), views.timeline(law, by), by.bibliography)


GRADES = dict.fromkeys(("none", "symbolic", "partial", "substantial", "full"), "As it says.")
VERSION = {"stage": "introduced", "label": "Tabled", "basis": "recalled"}
DEMAND = {
    "title": "Duty",
    "dimension": "scope",
    "asked": "A duty.",
    "basis": "recalled",
    "by": ["coalition"],
    "codings": {
        "bill-1": {"attainment": "not-checked", "rationale": "Nobody looked."},
        "bill-2": {"attainment": "not-checked", "rationale": "Nobody looked."},
    },
}
TURN = {
    "date": "2015",
    "effect": "It went.",
    "moved_by": "Nobody",
    "basis": "recalled",
    "mover_basis": "recalled",
}
LAW = {
    "title": "An Act",
    "short": "Act",
    "kind": "statute",
    "status": "in-force",
    "jurisdiction": "Nowhere",
    "language": "en",
    "summary": "It is an Act.",
    "coded": {"coder": "ann", "date": "2026-01-02"},
    "first": "bill-1",
    "versions": [{"id": "bill-1", "date": "2013"}, {"id": "bill-2", "date": "2015"}],
    "demands": [{"id": "d1"}],
}


def small(**changes: Any) -> dict[str, Any]:
    """Return a small register without a fault, as its file holds it; laws are filled up."""
    data: dict[str, Any] = {
        "format": "1",
        "title": "Small",
        "codebook": {
            "scale": GRADES,
            "not_checked": "Nobody looked.",
            "coders": [{"id": "ann", "name": "Ann"}],
            "dimensions": [
                {
                    "id": "scope",
                    "label": "Scope",
                    "definition": "Who.",
                    "instructions": "Look.",
                    "grades": GRADES,
                }
            ],
        },
        "organisations": [{"id": "coalition", "name": "Coalition", "kind": "network"}],
        "laws": [{"id": "act", "final": "bill-2"}],
        **changes,
    }
    data["laws"] = [_filled(law) for law in data["laws"]]
    return copy.deepcopy(data)


def _filled(law: dict[str, Any]) -> dict[str, Any]:
    law = {**LAW, **law}
    law["versions"] = [{**VERSION, **version} for version in law["versions"]]
    law["demands"] = [{**DEMAND, **demand} for demand in law["demands"]]
    law["turning_points"] = [{**TURN, **turn} for turn in law.get("turning_points", [])]
    return law


def as_register(data: dict[str, Any]) -> Register:
    return msgspec.convert(data, Register, strict=False)


def works(*keys: str, **keywords: tuple[str, ...]) -> Bibliography:
    """Return a bibliography of works with these keys, and of works with these keywords."""
    named = {key: Reference(key, "book", key.title(), "2001") for key in keys}
    named |= {
        key: Reference(key, "misc", key.title(), keywords=words) for key, words in keywords.items()
    }
    return Bibliography(named)


NASTY = (
    "<img src=x onerror=alert(1)> [l](javascript:x) ![i](http://e.x/i) **b** _u_ `c` ~~s~~ | # h "
    "</script><!-- \x1b[31m\x9b31m\x07 \u202eevil @evil $x$ &amp; <https://e.x> * 1) \\ \u2028 ```"
)
PROSE = {
    *(
        "title",
        "short",
        "summary",
        "label",
        "number",
        "note",
        "what",
        "effect",
        "moved_by",
        "asked",
    ),
    *("by_note", "locator", "phrase", "rationale", "definition", "instructions", "name", "gaps"),
    *("jurisdiction", "state", "document", "side", "printed", "place", "not_checked", *GRADES),
}


def hostile(text: str = NASTY) -> Register:
    """Return the toy register with `text` in every field of prose that it fills."""
    data = msgspec.to_builtins(toy_register())
    for law in data["laws"]:
        law["gaps"] = ["x"]
    changed: Register = msgspec.convert(_replaced(data, text, ""), Register)
    return changed


def _replaced(value: Any, text: str, field: str) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(inner, text, key) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_replaced(inner, text, field) for inner in value]
    return text if field in PROSE and isinstance(value, str) else value

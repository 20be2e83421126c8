from __future__ import annotations

import copy
import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from registers import small, teller, told, toy_register
from rvc.analysis import views
from rvc.model import output
from rvc.model.finding import Finding, Place, Severity
from rvc.render.json_schema import output_schemas, register_schema
from rvc.render.json_text import json_text
from toys import TESTS, TOY

REGISTER = json.loads(register_schema())


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a date is a text."""


AsEditorsRead.yaml_implicit_resolvers = {
    start: [(tag, form) for tag, form in forms if not tag.endswith(("timestamp", ":null"))]
    for start, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> Any:
    return yaml.load(text, Loader=AsEditorsRead)


def problems(data: Any, schema: Any = REGISTER) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(data)]


def test_the_schemas_are_schemas() -> None:
    for text in (register_schema(), *output_schemas().values()):
        Draft202012Validator.check_schema(json.loads(text))


def test_descriptions_are_not_indented_as_in_the_source() -> None:
    for text in (register_schema(), *output_schemas().values()):
        parts = json.loads(text)["$defs"].values()
        assert all("\n " not in part.get("description", "") for part in parts)


@pytest.mark.parametrize("folder", [TOY, TESTS.parent / "data"], ids=["toy", "data"])
def test_what_the_loader_reads_the_schema_accepts(folder: Any) -> None:
    assert problems(read((folder / "laws.yaml").read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({"laws": "none"}, "is not of type 'array'"),
        ({"titel": "x"}, "titel"),
        ({"organisations": [{"id": "a", "name": "A", "kind": "club"}]}, "'club' is not one of"),
        ({"tags": [{"id": "a"}]}, "'label' is a required property"),
    ],
)
def test_what_the_loader_refuses_the_schema_refuses(broken: dict[str, Any], said: str) -> None:
    data = small()
    assert problems(data) == []
    data.update(broken)
    assert any(said in problem for problem in problems(data))


def test_fields_are_explained_where_an_editor_shows_it() -> None:
    law = REGISTER["$defs"]["Law"]["properties"]
    assert law["gaps"]["description"] == "What is known not to be known."


def outputs() -> list[Any]:
    register, by = toy_register(), teller()
    laws = register.laws
    finding = Finding("a", Severity.ERROR, "s", "m", "h", Place("f", 1, 2))
    lines = [views.demand_line(law, demand, by) for law in laws for demand in law.demands]
    return [
        output.DiffOutput(tuple(told())),
        output.LawListOutput(tuple(map(views.law_line, laws))),
        *(output.LawShowOutput(views.law_card(law, by)) for law in laws),
        *(output.TimelineOutput(views.timeline(law, by)) for law in laws),
        output.DemandsOutput(tuple(lines)),
        output.MatrixOutput(views.matrix(laws, by)),
        output.CheckOutput((finding, Finding("b", Severity.NOTE, "s", "m"))),
    ]


def name_of(value: Any) -> str:
    return f"{value.format.removeprefix('rvc.').replace('/', '-')}.schema.json"


@pytest.mark.parametrize("value", outputs(), ids=lambda value: type(value).__name__)
def test_every_output_fits_its_own_schema(value: Any) -> None:
    text = json_text(value)
    schema = json.loads(output_schemas()[name_of(value)])
    assert problems(json.loads(text), schema) == []
    assert json.loads(text)["format"] == value.format
    assert text.startswith('{\n  "format": ')
    broken = copy.deepcopy(json.loads(text))
    broken["format"] = "rvc.other/1"
    assert problems(broken, schema)


def test_every_output_of_the_register_is_tried_here() -> None:
    kinds = {kind for kind in vars(output).values() if isinstance(kind, type)}
    named = {kind for kind in kinds if kind.__name__.endswith("Output")}
    assert {type(value) for value in outputs()} == named


def test_two_schemas_never_share_a_name() -> None:
    formats = [json.loads(text)["$defs"] for text in output_schemas().values()]
    assert len(formats) == len(output_schemas())
    assert all(name.endswith("-1.schema.json") for name in output_schemas())

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rvc.adapters.yaml_text import locate, read_yaml


def test_scalars_stay_the_text_that_was_typed() -> None:
    value, problems = read_yaml("a: NO\nb: [1.10, 12:30, 2013-11-06, ~]\n")
    assert value == {"a": "NO", "b": ["1.10", "12:30", "2013-11-06", "~"]}
    assert problems == []


def test_two_equal_keys_are_a_problem_at_the_second() -> None:
    _, (problem,) = read_yaml("a: 1\nb: 2\na: 3\n")
    assert (problem.line, problem.column) == (3, 1)
    assert "'a'" in problem.message


def test_aliases_repeat_values() -> None:
    assert read_yaml("a: &x [1]\nb: *x\nc: &y z\nd: *y\n")[0] == {
        "a": ["1"],
        "b": ["1"],
        "c": "z",
        "d": "z",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &x [1, *x]\n", "inside what it repeats"),
        ("a: *nothing\n", "no anchor"),
        ("? [a]\n: b\n", "plain text"),
        ("a: [1\nb: 2\n", "not YAML"),
        ("a: \x07\n", "not YAML"),
        ("a\n---\nb\n", "second YAML document"),
        ("a: " + "[" * 500 + "]" * 500, "too deeply"),
        ("a: &x k\n*x : b\n", "not an alias"),
    ],
)
def test_what_cannot_be_read_is_a_problem(text: str, said: str) -> None:
    value, problems = read_yaml(text)
    assert value is None
    assert said in problems[-1].message


def test_an_alias_bomb_is_refused_before_it_explodes() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    value, (problem,) = read_yaml("\n".join(lines))
    assert value is None
    assert "many times larger" in problem.message


def test_places_are_found_by_path() -> None:
    places = locate("a:\n  - b: 1\n  - c: 2\n", [("a", 1, "c"), ("a", 0), ("q",)], "f.yaml")
    assert str(places["a", 1, "c"]) == "f.yaml:3:5"
    assert str(places["a", 0]) == "f.yaml:2:5"
    assert str(places[("q",)]) == "f.yaml:1:1"


keys = st.text("abcdefgh-_", min_size=1, max_size=8)
values = st.recursive(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_whatever_yaml_can_write_is_read_back(value: object) -> None:
    text = yaml.safe_dump({"value": value}, allow_unicode=True)
    assert read_yaml(text) == ({"value": value}, [])


@given(st.text(max_size=200))
def test_any_text_gives_a_value_or_a_problem(text: str) -> None:
    value, problems = read_yaml(text)
    assert problems or value is None or isinstance(value, str | list | dict)

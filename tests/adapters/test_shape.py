from __future__ import annotations

import copy
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registers import small
from rvc.adapters.shape import misfits
from rvc.model.register import Register


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("laws", 0, "events"), [{"votes": {"noes": "9" * 5000}}], "is not a whole number"),
        (("laws", 0, "events"), [{"votes": {"noes": "-1"}}], "'-1' is not a whole number"),
        (("title",), [], "must be text, is a list"),
        (("laws",), "x", "must be a list, is text"),
        (("laws",), "", "must be a list, is empty"),
        (("laws", 0), "x", "must be a mapping, is text"),
        (("laws", 0, "status"), "in-farce", "'in-farce' is not a law status"),
        (("organisations", 0, "kind"), "club", "'club' is not an organisation kind"),
        (("laws", 0, "demands", 0, "codings"), [], "must be a mapping, is a list"),
        (("laws", 0, "demands", 0, "codings", "bill-1"), "full", "must be a mapping, is text"),
        (("laws", 0, "turning_points"), [{"between": ["a"]}], "must be a list of 2 values"),
        (("laws", 0, "events"), [{"votes": {"ayes": "2.5"}}], "'2.5' is not a whole number"),
        (("laws", 0, "events"), [{"votes": {"ayes": "9" * 30}}], "is not a whole number"),
        (("nothing",), "x", "unknown key 'nothing'"),
    ],
)
def test_what_does_not_fit_is_said(path: tuple[Any, ...], value: Any, said: str) -> None:
    data = small()
    assert misfits(data, Register) == []
    target: Any = data
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    assert said in " ".join(misfit.message for misfit in misfits(data, Register))


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, dict | list):
        for key, below in inner:
            found += paths(below, (*path, key))
    return found


PATHS = paths(small())
OTHERS: list[Any] = ["", "x", "12", [], ["x"], {}, {"x": "y"}, [{"id": "x"}], None]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PATHS), st.sampled_from(OTHERS))
def test_whatever_conversion_refuses_is_explained(path: tuple[Any, ...], value: Any) -> None:
    data = copy.deepcopy(small())
    target: Any = data
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    try:
        msgspec.convert(data, Register, strict=False)
    except msgspec.ValidationError:
        assert misfits(data, Register)
    else:
        assert misfits(data, Register) == []


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("introducd", "did you mean 'introduced'?"),
        ("enact", "did you mean 'enacted'?"),
        ("bill", "one of: reversion, pre-legislative, introduced,"),
    ],
)
def test_a_slip_gets_the_nearest_word_and_another_word_all_there_are(word: str, hint: str) -> None:
    data = small()
    data["laws"][0]["versions"][0]["stage"] = word
    (found,) = misfits(data, Register)
    assert found.hint.startswith(hint)

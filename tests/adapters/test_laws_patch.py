from __future__ import annotations

import pytest
import yaml

from rvc.adapters.laws_patch import with_new_key
from rvc.errors import RvcError

YAML = """\
# é a comment with old in it
note: old
a: [old, "old, art. 3" , 'old', older]   # old
b:
  - old, p. 3
  - title: "\u00fc\\u0041"
    works: [ old ]
"""
PATHS = [("a", 0), ("a", 1), ("a", 2), ("b", 0), ("b", 1, "works", 0)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_only_the_citations_change(line_end: str) -> None:
    text = YAML.replace("\n", line_end)
    expected = """\
# é a comment with old in it
note: old
a: [new1, "new1, art. 3" , 'new1', older]   # old
b:
  - new1, p. 3
  - title: "\u00fc\\u0041"
    works: [ new1 ]
""".replace("\n", line_end)
    assert with_new_key(text, PATHS, "old", "new1") == expected


def test_a_key_that_would_mean_something_is_quoted() -> None:
    assert with_new_key("a: [old]", [("a", 0)], "old", "*x") == 'a: ["*x"]'
    assert with_new_key("a: [old]", [("a", 0)], "old", "a[b]") == 'a: ["a[b]"]'
    assert with_new_key("a: ['old, p. 1']", [("a", 0)], "old", "*x") == "a: ['*x, p. 1']"


@pytest.mark.parametrize(
    "key",
    ["true", "No", "null", "off", "y", "123", "1e3", "1_000", "0x1f", "0o17", "1:30", "2001-01-01"],
)
def test_a_key_that_other_readers_take_for_a_number_or_a_truth_value_is_quoted(key: str) -> None:
    assert with_new_key("a: [old]", [("a", 0)], "old", key) == f'a: ["{key}"]'
    assert with_new_key("a: ['old']", [("a", 0)], "old", key) == f"a: ['{key}']"
    assert with_new_key("a:\n- old, p. 3\n", [("a", 0)], "old", key) == f"a:\n- {key}, p. 3\n"


@pytest.mark.parametrize("key", ["2011a", "truely", "day2004", "1e3x", "10.1000/x", "e3", "nan2"])
def test_a_key_that_is_text_to_all_readers_needs_no_quotes(key: str) -> None:
    assert yaml.safe_load(key) == key
    assert with_new_key("a: [old]", [("a", 0)], "old", key) == f"a: [{key}]"


def test_an_alias_of_citations_is_followed_once() -> None:
    text = "a: &x [old]\nb: *x\n"
    assert with_new_key(text, [("a", 0), ("b", 0)], "old", "new") == "a: &x [new]\nb: *x\n"


def test_what_is_no_citation_too_is_refused() -> None:
    with pytest.raises(RvcError, match="safely"):
        with_new_key("a: &x old\nb: *x\n", [("b",)], "old", "new")
    with pytest.raises(RvcError, match="safely"):
        with_new_key("a: |\n  old\nb: 1\n", [("a",)], "old", "new")

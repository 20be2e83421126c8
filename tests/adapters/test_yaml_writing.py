from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rvc.adapters.yaml_text import read_yaml
from rvc.adapters.yaml_writing import scalar, write_yaml


def test_it_reads_well() -> None:
    data = {
        "format": 1,
        "empty": "",
        "works": [
            {"key": "day2013", "reason": "a: b # c", "fields": [{"field": "title"}]},
            {"key": "no", "published_as": ["10.1/x", "10.1/y"]},
            {"key": ""},
        ],
    }
    assert write_yaml(data, "One line.\n\nAnother.") == (
        "# One line.\n#\n# Another.\n"
        "format: 1\n"
        "works:\n"
        "  - key: day2013\n"
        '    reason: "a: b # c"\n'
        "    fields:\n"
        "      - field: title\n"
        '  - key: "no"\n'
        '    published_as: ["10.1/x", "10.1/y"]\n'
    )


@given(st.text(min_size=1))
def test_every_text_comes_back(text: str) -> None:
    value, problems = read_yaml(f"- {scalar(text)}\n")
    assert problems == []
    assert value == [text]


def test_halves_of_characters_become_a_mark() -> None:
    assert scalar("a\ud800b") == '"a\N{REPLACEMENT CHARACTER}b"'

from __future__ import annotations

import pytest

from rvc.adapters.laws_yaml import decode, read_register
from rvc.render.findings_text import finding_line
from toys import TOY

TEXT = (TOY / "laws.yaml").read_text(encoding="utf-8")


def said(text: str) -> list[str]:
    loaded = read_register(text)
    assert loaded.register is None
    return [finding_line(found) for found in loaded.findings]


def test_the_toy_register_is_read() -> None:
    loaded = read_register(TEXT)
    assert loaded.findings == ()
    assert loaded.register is not None
    assert [law.id for law in loaded.register.laws] == ["toy-act", "toy-treaty"]


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    broken = (
        TEXT.replace("    short: Toy Act\n", "    shrt: Toy Act\n", 1)
        .replace("attainment: full", "attainment: ful", 1)
        .replace("sources: [bill2001]", "sources: bill2001", 1)
        .replace("votes: {ayes: 3, noes: 30}", "votes: {ayes: many, noes: 30}", 1)
    )
    lines = said(broken)
    assert len(lines) == 5
    assert lines[0].endswith("toy-act: key 'short' is missing [schema]")
    assert "unknown key 'shrt' [schema] did you mean 'short'?" in lines[1]
    assert "must be a list, is text [schema] write [bill2001]" in lines[2]
    assert "'many' is not a whole number" in lines[3]
    assert "toy-act/toy-d1@toy-bill-1: 'ful' is not an attainment" in lines[4]
    assert "did you mean 'full'?" in lines[4]
    numbers = [int(line.split(":")[1]) for line in lines]
    assert numbers == sorted(numbers)


def test_a_shape_of_another_version_is_refused() -> None:
    (line,) = said(TEXT.replace('format: "1"', 'format: "9"'))
    assert "format '9' is not known here" in line


@pytest.mark.parametrize("text", ["", "just text", "- a list", "laws: {}", "laws: [1]"])
def test_what_is_no_register_is_said_to_be_none(text: str) -> None:
    assert said(text)


def test_two_equal_keys_have_a_place() -> None:
    line = said(TEXT.replace("    kind: statute\n", "    kind: statute\n    kind: treaty\n", 1))[-1]
    assert "key 'kind' stands twice" in line
    assert line.endswith("[yaml] keep one of the two")


def test_bytes_that_are_not_utf8_have_a_place() -> None:
    text, (found,) = decode("a: b\nc: é\n".encode("latin-1"), "laws.yaml")
    assert text == ""
    assert finding_line(found).startswith("laws.yaml:2:4: error: byte 0xe9 is not UTF-8 [encoding]")


def test_byte_order_marks_are_read() -> None:
    assert decode("é".encode("utf-8-sig"), "f")[0] == "é"
    assert decode("é".encode("utf-16"), "f")[0] == "é"

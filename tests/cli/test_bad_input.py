"""Bad data: every finding at once with its place, exit 1, no traceback, nothing written."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registers import small
from toys import TOY, Said

Rvc = Callable[..., Said]
GOOD = (TOY / "laws.yaml").read_text(encoding="utf-8")
BIB = (TOY / "references.bib").read_bytes()
COMMANDS = ["laws list", "laws diff", "laws show toy-act", "laws matrix", "brief", "check"]
FINDING = re.compile(r"\S*laws\.yaml:\d+:\d+: .+ \[(yaml|schema|encoding)\].*")
BOMB = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
)
UNREADABLE: dict[str, tuple[str | bytes, str]] = {
    "syntax": (GOOD.replace("laws:\n", "laws: [\n", 1), "not YAML"),
    "tab": (GOOD.replace("    title: Toy Treaty", "\ttitle: Toy Treaty"), "not YAML"),
    "empty": ("", "must be a mapping, is empty"),
    "comment": ("# nothing here\n", "must be a mapping, is empty"),
    "text": ("just text", "must be a mapping, is text"),
    "list": ("- a\n- b\n", "must be a mapping, is a list"),
    "two documents": (GOOD + "\n---\na: b\n", "a second YAML document begins here"),
    "latin-1": (GOOD.encode().replace("è".encode(), b"\xe8"), "byte 0xe8 is not UTF-8"),
    "utf-16 cut": ("\ufeffa: b".encode("utf-16-le")[:-1], "is not UTF-16"),
    "binary": (bytes(range(256)), "is not UTF-8"),
    "control": (GOOD.replace("Toyland", "Toy\x07land"), "not YAML"),
    "key twice": (GOOD.replace("title: Toy Treaty", "id: x\n    title: T"), "'id' stands twice"),
    "unknown key": (GOOD.replace("    state:", "    stat:"), "unknown key 'stat'"),
    "unknown word": (GOOD.replace("kind: treaty", "kind: treatise"), "is not a law kind"),
    "missing key": (GOOD.replace("    jurisdiction: World\n", ""), "'jurisdiction' is missing"),
    "other format": (GOOD.replace('format: "1"', 'format: "2"'), "format '2' is not known here"),
    "bomb": (BOMB, "many times larger than it is written"),
    "circle": ("a: &a [*a]", "stands inside what it repeats"),
    "no anchor": ("a: *a", "has no anchor before it"),
    "deep": ("a: " + "[" * 90 + "]" * 90, "nested too deeply"),
    "key list": ("? [a, b]\n: c\n", "a key must be plain text"),
    "merge": (GOOD.replace("    kind: treaty", "    <<: {kind: treaty}"), "unknown key '<<'"),
    "tag": ("!!python/object/apply:os.system ['true']", "must be a mapping, is a list"),
    "megabyte": ("a" * 1_000_000, "must be a mapping, is text"),
    "megabyte of key": ("b" * 1_000_000 + ": c", "not YAML"),
    "huge number": (GOOD.replace("ayes: 3", "ayes: " + "9" * 4999), "is not a whole number"),
}


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in found if "cache" not in path.parts}


def written(folder: Path, laws: str | bytes, bib: bytes = BIB) -> Path:
    data = laws.encode() if isinstance(laws, str) else laws
    (folder / "laws.yaml").write_bytes(data)
    (folder / "references.bib").write_bytes(bib)
    return folder


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_file_that_cannot_be_used_is_told_with_its_place(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rvc: Rvc
) -> None:
    laws, message = UNREADABLE[kind]
    data = written(tmp_path, laws)
    monkeypatch.chdir(tmp_path)
    before = files(tmp_path)
    for command in COMMANDS:
        said = rvc("--data", data, *command.split())
        assert said.code == 1
        lines = said.out.splitlines()[:-1] if command == "check" else said.err.splitlines()[1:]
        assert all(FINDING.fullmatch(line) for line in lines)
        assert message in " ".join(lines)
        assert max(map(len, lines)) < 600
        assert "Traceback" not in said.err
        assert command == "check" or said.out == ""
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", said.out + said.err)
    assert files(tmp_path) == before


def test_all_findings_are_told_at_once(tmp_path: Path, rvc: Rvc) -> None:
    laws = GOOD.replace("jurisdiction:", "jurisdicton:").replace("kind: ", "kind: a-")
    said = rvc("--data", written(tmp_path, laws), "laws", "list")
    assert said.code == 1
    lines = said.err.splitlines()[1:]
    assert len(lines) == 2 * 2 + laws.count("kind: a-")
    places = [tuple(map(int, re.findall(r":(\d+):(\d+): ", line)[0])) for line in lines]
    assert places == sorted(places)


def test_check_tells_of_both_files(tmp_path: Path, rvc: Rvc) -> None:
    said = rvc("--data", written(tmp_path, "a: [", b"@misc{k, title={A}}\n@misc{k}\n"), "check")
    assert said.code == 1
    assert "laws.yaml:" in said.out
    assert "references.bib:2:" in said.out


def law(**changes: Any) -> str:
    return yaml.safe_dump(small(laws=[{"id": "act", "final": "bill-2", **changes}]))


def coded(**changes: Any) -> str:
    coding = {"attainment": "none", "basis": "recalled", "rationale": "Gone.", **changes}
    return law(demands=[{"id": "d1", "codings": {"bill-1": coding, "bill-2": coding}}])


def circle() -> str:
    same = [{"version": "bill-2", "basis": "recalled"}, {"version": "bill-1", "basis": "recalled"}]
    versions = [{"id": f"bill-{number + 1}", "same_as": same[number]} for number in range(2)]
    return law(versions=versions, demands=[{"id": "d1", "codings": {}}])


OTHER_COMMANDS = (
    *("laws list", "laws diff", "laws diff -f markdown", "laws diff -f csv", "laws show act"),
    *("laws timeline act", "laws demands", "laws matrix", "brief --out out"),
)
REMARKED: dict[str, tuple[str, str]] = {
    "impossible date": (law(versions=[{"id": "bill-2", "date": "2014-02-30"}]), "date-form"),
    "order": (
        law(versions=[{"id": "bill-1", "date": "2015"}, {"id": "bill-2", "date": "2013"}]),
        "version-order",
    ),
    "circle of wordings": (circle(), "same-wording"),
    "circle of opposition": (law(demands=[{"id": "d1", "opposes": ["d1"]}]), "opposition"),
    "unknown work": (law(sources=["nobody2001"]), "unknown-work"),
    "id twice": (law(versions=[{"id": "bill-2"}, {"id": "bill-2"}]), "duplicate-id"),
    "law twice": (
        yaml.safe_dump(small(laws=[{"id": "act", "final": "bill-2"}] * 2)),
        "duplicate-id",
    ),
    "unknown version": (law(first="bill-9"), "unknown-id"),
    "not final": (law(status="negotiating"), "final-or-latest"),
    "escape": (law(summary="a\x1b[2Jb\u202ec"), "control-character"),
    "megabyte": (law(summary="word " * 200_000), "long-text"),
    "megabyte of word": (law(title="x" * 1_000_000), "long-text"),
    "long phrase": (coded(phrase="a b c d e f g h i j k"), "phrase-too-long"),
    "address": (
        law(versions=[{"id": "bill-2", "pages": [{"format": "html", "url": "file:///etc"}]}]),
        "page-address",
    ),
    "id": (law(demands=[{"id": "<b>`|\x1b[31m"}]), "id-form"),
    "key": (law(sources=["<b>]`|\x1b[31m"]), "unknown-work"),
}


@pytest.mark.parametrize("kind", REMARKED)
def test_what_a_rule_remarks_has_its_place_and_stops_no_other_command(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rvc: Rvc
) -> None:
    text, rule = REMARKED[kind]
    data = written(tmp_path, text)
    monkeypatch.chdir(tmp_path)
    said = rvc("--data", data, "check")
    assert said.code == 1
    assert re.search(rf"^laws\.yaml:\d+:\d+: .*\[{rule}\]", said.out, re.M)
    assert max(map(len, said.out.splitlines())) < 400
    for words in OTHER_COMMANDS:
        other = rvc("--data", data, *words.split())
        assert other.code in {0, 2}
        assert other.code == 0 or other.err.splitlines()[-1].startswith("rvc: ")
        assert "Traceback" not in other.err
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", other.out + other.err)


BIBLIOGRAPHIES = {
    "block": b"@book{rossi2001, title={A\n@misc{bill2001, title={B}}\n",
    "key twice": b"@misc{rossi2001, title={A}}\n@misc{rossi2001, title={B}}\n",
    "bytes": b"@misc{rossi2001, title={\xff\xfe\x81}}\n",
    "utf-16 cut": b"\xff\xfea",
    "binary": bytes(range(256)),
    "megabyte": BIB.replace(b"Toy Act 2003", b"x" * 1_000_000),
    "escape": b"@misc{rossi2001, title={a\x1b[2Jb}, author={<b>}}\n",
    "nothing": b"",
    "deep": b"@misc{a, title=" + b"{" * 50_000,
}


@pytest.mark.parametrize("kind", BIBLIOGRAPHIES)
def test_a_bad_bibliography_is_told_and_never_a_traceback(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rvc: Rvc
) -> None:
    data = written(tmp_path, GOOD, BIBLIOGRAPHIES[kind])
    monkeypatch.chdir(tmp_path)
    said = rvc("--data", data, "check")
    assert said.code in {1, 2}
    assert (
        "references.bib" in said.out + said.err or kind == "megabyte" or "unknown-work" in said.out
    )
    for words in ("laws diff", "laws diff --json", "brief --out out"):
        other = rvc("--data", data, *words.split())
        assert other.code in {0, 2}
        for text in (said.out, said.err, other.out, other.err):
            assert "Traceback" not in text
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)


@pytest.mark.parametrize("format", ["terminal", "json", "github", "sarif"])
def test_hostile_findings_act_in_no_format(format: str, tmp_path: Path, rvc: Rvc) -> None:
    nasty = "::error::x%0A \x1b[31m\x9b\u202e]8;;http://e.x\x07 <script>"
    data = written(tmp_path, yaml.safe_dump(small(laws=[{"id": nasty, "first": nasty}])))
    said = rvc("--data", data, "check", "--format", format)
    assert said.code == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said.out)
    if format == "github":
        assert all(line.startswith("::") for line in said.out.splitlines())


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    place=st.integers(0, len(GOOD) - 1),
    typed=st.sampled_from(["", "\n", ":", "- ", "&x ", "*x", "{", "\t"]),
)
def test_no_slip_of_a_key_ends_in_a_traceback(
    place: int, typed: str, tmp_path: Path, rvc: Rvc
) -> None:
    data = written(tmp_path, GOOD[:place] + typed + GOOD[place + 1 :])
    for words in ("laws diff", "check"):
        said = rvc("--data", data, *words.split())
        assert said.code in {0, 1, 2}
        assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("refs", "cite", "rossi2001", "--style", "apo"), "'apa'"),
        (("refs", "cite", "rossi2001", "--style", "chicargo"), "'chicago-author-date'"),
        (("refs", "export", "-f", "markdown", "--style", "mls"), "'mla'"),
        (("refs", "export", "--format", "bibtx"), "'bibtex'"),
        (("refs", "check", "--format", "jsn"), "'json'"),
        (("refs", "check", "--dialect", "bibtx"), "'bibtex'"),
        (("refs", "check", "--rule", "pages-from"), "'pages-form'"),
        (("refs", "check", "--ignore", "pages-from"), "'pages-form'"),
        (("refs", "check", "--explain", "pages-from"), "'pages-form'"),
        (("refs", "format", "--rule", "aling"), "'align'"),
        (("refs", "cite", "rossi2001", "--sytle", "apa"), "--style"),
        (("refs", "cite", "--hepl"), "--help"),
    ],
)
def test_a_slip_in_a_choice_is_answered_with_what_was_meant(
    rvc: Rvc, arguments: tuple[str, ...], near: str
) -> None:
    said = rvc("--data", TOY, *arguments)
    assert said.code == 2
    assert near in said.err.split("did you mean" if near[0] == "'" else "option", 1)[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("refs", "cite", "rossi2001", "--style", "turabian"),
        ("refs", "export", "--format", "qqqqq"),
        ("refs", "check", "--rule", "qqqqq"),
        ("refs", "format", "--rule", "qqqqq"),
        ("refs", "check", "--dialect", "qqqqq"),
        ("refs", "cite", "rossi2001", "--qqqqq", "apa"),
    ],
)
def test_what_is_far_off_is_answered_with_no_guess(rvc: Rvc, arguments: tuple[str, ...]) -> None:
    said = rvc("--data", TOY, *arguments)
    assert said.code == 2
    assert "did you mean" not in said.err.lower()
    assert "possible" not in said.err.lower()

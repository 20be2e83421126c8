from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
import yaml

from registers import small
from toys import TOY, Said

Rvc = Callable[..., Said]


@pytest.fixture
def toy(rvc: Rvc) -> Rvc:
    """Run a command on the toy register; what it says of the folder is cut off."""

    def call(*arguments: str | Path) -> Said:
        said = rvc("--data", TOY, *arguments)
        assert said.err.startswith(f"data: {TOY} (--data)\n")
        return Said(said.code, said.out, said.err.partition("\n")[2])

    return call


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("laws list", "5 versions, 4 demands"),
        ("laws list --tag from-below", "[toy-act]"),
        ("laws show toy-act", "Nobody has read the schedule."),
        ("laws timeline toy-treaty", "Feb 2020 to Mar 2020"),
        ("laws demands", "States shall be liable."),
        ("laws demands toy-act --dimension liability", "Make the parent company liable."),
        ("laws demands --tag from-below", "Cover every company"),
        ("laws diff", "LOST (1)"),
        ("laws diff toy-treaty", "STRENGTHENED (1)"),
        ("laws diff toy-tr", "STRENGTHENED (1)"),
        ("laws diff --demand toy-d2", "GAINED (1)"),
        ("laws diff --dimension scope --direction lost", "LOST (1)"),
        ("laws diff toy-act --from reversion --to toy-bill-2", "law before"),
        ("laws diff toy-act --from first --to final", "final text"),
        ("laws diff toy-treaty --to latest", "latest text"),
        ("laws matrix", "Dimension"),
        ("laws matrix --at first", "(first proposal"),
        ("check --explain date-form", "A date that is not one."),
        ("schema", '"$schema"'),
    ],
)
def test_a_good_call(words: str, part: str, rvc: Rvc) -> None:
    said = rvc("--data", TOY, *words.split())
    assert said.code == 0
    assert part in said.out
    assert "Traceback" not in said.err
    assert "\x1b" not in said.out


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("laws show toy-akt", "unknown law 'toy-akt' (did you mean 'toy-act'?)"),
        ("laws show toy-", "unknown law 'toy-'"),
        ("laws timeline treaty", "did you mean 'toy-treaty'?"),
        ("laws demands toy-act --dimension scop3", "did you mean 'scope'?"),
        ("laws diff toy-act toy-treatie", "did you mean 'toy-treaty'?"),
        ("laws diff --demand toy-d9", "unknown demand 'toy-d9' (did you mean 'toy-d"),
        ("laws diff --dimension xyz", "known: scope, liability"),
        ("laws diff --tag from-blow", "did you mean 'from-below'?"),
        ("laws diff toy-act --from toy-bil-2", "did you mean 'toy-bill-2'?"),
        ("laws diff toy-act --from final --to first", "swap --from and --to"),
        ("laws diff toy-treaty --to final", "only a latest one"),
        ("laws diff toy-treaty --from reversion", "the law before it is not registered"),
        ("laws matrix toy-act --at toy-bill-22", "did you mean 'toy-bill-2'?"),
        ("brief toy-akt", "did you mean 'toy-act'?"),
        ("laws diff toy-act --from zzz", "unknown version 'zzz' (known: toy-bill-1, "),
        ("check --explain zzz", "(a rule is what stands in [brackets] in a finding)"),
        ("check --explain date-from", "did you mean 'date-form'?"),
    ],
)
def test_an_unknown_id_names_the_nearest(words: str, hint: str, rvc: Rvc) -> None:
    said = rvc("--data", TOY, *words.split())
    assert (said.code, said.out) == (2, "")
    assert hint in said.err
    assert "Traceback" not in said.err


def test_a_filter_leaves_out_the_laws_that_hold_nothing_of_it(toy: Rvc) -> None:
    out = toy("laws", "diff", "--demand", "toy-t1", "--json").out
    assert [law["law"] for law in json.loads(out)["laws"]] == ["toy-treaty"]


def test_a_version_of_one_law_is_compared_in_that_law_alone(toy: Rvc) -> None:
    told = json.loads(toy("laws", "diff", "--from", "toy-bill-2", "--json").out)
    assert [law["law"] for law in told["laws"]] == ["toy-act"]
    assert toy("laws", "diff", "toy-treaty", "--from", "toy-bill-2").code == 2


def test_every_format_of_diff_tells_the_same_demands(toy: Rvc) -> None:
    told = json.loads(toy("laws", "diff", "--json").out)
    ids = [story["id"] for law in told["laws"] for story in law["stories"]]
    rows = list(csv.DictReader(StringIO(toy("laws", "diff", "-f", "csv").out)))
    texts = [row for row in rows if row["direction"] != "process"]
    assert [row["demand"] for row in texts] == ids
    assert [row["direction"] for row in texts] == [
        story["direction"] for law in told["laws"] for story in law["stories"]
    ]
    process = [row["demand"] for row in rows if row["direction"] == "process"]
    assert process == [story["id"] for law in told["laws"] for story in law["process"]]
    terminal = toy("laws", "diff").out
    markdown = toy("laws", "diff", "-f", "markdown").out
    assert all(f"[{id}]" in terminal and f"`{id}`" in markdown for id in ids)


def test_a_register_without_laws_or_demands_is_no_trouble(tmp_path: Path, rvc: Rvc) -> None:
    for laws in ([], [{"id": "act", "final": "bill-2", "demands": []}]):
        text = yaml.safe_dump(small(laws=laws))
        (tmp_path / "laws.yaml").write_text(text, encoding="utf-8")
        for words in ("laws list", "laws diff", "laws matrix", "laws demands", "laws diff --json"):
            said = rvc("--data", tmp_path, *words.split())
            assert said.code == 0
            assert "Traceback" not in said.err
    assert "[act]" in rvc("--data", tmp_path, "laws", "list").out


def test_a_law_without_an_end_is_an_error_that_says_what_to_do(tmp_path: Path, rvc: Rvc) -> None:
    text = yaml.safe_dump(small(laws=[{"id": "act"}]))
    (tmp_path / "laws.yaml").write_text(text, encoding="utf-8")
    said = rvc("--data", tmp_path, "laws", "diff")
    assert (said.code, said.out) == (2, "")
    assert "act: names no first, final or latest version (rvc check" in said.err

"""Real files: nothing crashes, formatting is stable and harmless, repairs keep all else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rvc.adapters.bib_files import read_bib
from rvc.adapters.refs_settings import RefsSettings
from rvc.bib.format.rule import Reach
from rvc.bib.format.table import EXCLUSIVE, FORMAT_RULES, format_text
from rvc.bib.reader import read
from rvc.tasks.check_refs import findings, judge, repair
from rvc.tasks.merge_refs import find_duplicates

SHARED = Path(__file__).parents[2].parent / "shared" / "benchmarks" / "bib"
HARMLESS = [
    rule.name
    for rule in FORMAT_RULES
    if rule.reach is not Reach.VALUES and rule.name not in {other for _, other in EXCLUSIVE}
]


def files() -> Iterator[Path]:
    found = sorted(SHARED.rglob("*.bib"))
    if not found:
        pytest.skip("the sample files are not beside this checkout")
    yield from found


def test_checking_and_repairing():
    for path in files():
        library = read_bib(path).library()
        lines = library.text.count("\n") + library.text.count("\r") + 1
        for one in findings(judge(library, RefsSettings()), library, path.name):
            assert one.place
            assert 1 <= one.place.line <= lines, path
        fixed = repair(library, RefsSettings(), unsafe=True)
        assert [e.key for e in read(fixed.text).entries] == [e.key for e in library.entries], path


def test_formatting():
    for path in files():
        text = read_bib(path).text
        done = format_text(text, HARMLESS)
        assert done.values == ()
        before = sorted((e.key, e.type, sorted(e.values().items())) for e in read(text).entries)
        after = sorted((e.key, e.type, sorted(e.values().items())) for e in read(done.text).entries)
        assert before == after, path
        assert format_text(done.text, HARMLESS).text == done.text, path


def test_duplicates():
    for path in files():
        find_duplicates(read_bib(path))

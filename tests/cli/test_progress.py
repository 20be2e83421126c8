"""Progress shows on a terminal and nowhere else."""

from __future__ import annotations

import sys

import pytest

from rvc.cli.progress import Bar, Quiet, hearer
from rvc.model.output_texts import FetchLine, Outcome
from rvc.tasks.fetch import Hearer
from rvc.tasks.page_outcome import PageWanted


def test_no_bar_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(hearer(3), Quiet)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert isinstance(hearer(0), Quiet)
    monkeypatch.setenv("TERM", "dumb")
    assert isinstance(hearer(3), Quiet)


def test_the_bar_reads_no_markup(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    told: list[FetchLine] = []
    with hearer(1, told.append) as bar:
        assert isinstance(bar, Bar)
        bar.begins(PageWanted("law[/bold]", "v\x1b[31m", "http://x/"))
        bar.bytes(10_000, None)
        bar.bytes(20_000, 30_000)
        bar.ends(FetchLine("law", "v", "http://x/", Outcome.NEW))
        print("meanwhile")
    assert [line.law for line in told] == ["law"]
    assert capsys.readouterr().out == "meanwhile\n"


def test_a_long_wait_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    slept: list[float] = []
    monkeypatch.setattr(Hearer, "rests", lambda _, seconds: slept.append(seconds))
    with hearer(1) as bar:
        assert isinstance(bar, Bar)
        said = []
        monkeypatch.setattr(bar._progress, "update", lambda _, **what: said.append(what["bytes"]))
        bar.rests(0.2)
        bar.rests(90.0)
    assert slept == [0.2, 90.0]
    assert said == ["", "waiting 90 s", ""]

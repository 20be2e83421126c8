"""Styles from .csl files, by the real pandoc; `tests/csl` holds small ones written for this."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rvc.adapters.csl_style import csl_style
from rvc.errors import RvcError
from toys import TESTS, TOY

Rvc = Callable[..., Any]
CSL = TESTS / "csl"
PLAIN = CSL / "plain.csl"
ROSSI = "Rossi and de la Cruz | Chains & Laws: A History [sic] | 2001."


@pytest.fixture
def pandoc() -> None:
    """Skip where there is no pandoc: it comes with the extra `csl`."""
    pypandoc = pytest.importorskip("pypandoc", reason="pypandoc_binary is not installed")
    try:
        pypandoc.get_pandoc_path()
    except OSError:
        pytest.skip("pypandoc is installed without pandoc")


@pytest.mark.usefixtures("pandoc")
def test_a_list_in_the_style_and_its_order(rvc: Rvc) -> None:
    said = rvc("--data", TOY, "refs", "cite", "rossi2001", "act2003", "--style", PLAIN)
    assert said.code == 0
    assert said.out.split("\n\n") == ["Toy Act 2003 | 2003.", f"{ROSSI}\n"]


@pytest.mark.usefixtures("pandoc")
def test_a_citation_for_a_text_in_the_style(rvc: Rvc) -> None:
    cite = ("--data", TOY, "refs", "cite", "rossi2001", "bill2001", "--in-text", "--style")
    for style in (PLAIN, CSL / "no-bibliography.csl", CSL / "dependent.csl"):
        said = rvc(*cite, style)
        assert (said.code, said.out) == (0, "<Rossi and de la Cruz 2001 / House of Toys 2001>\n")


@pytest.mark.usefixtures("pandoc")
def test_pages_in_the_style(rvc: Rvc) -> None:
    export = ("--data", TOY, "refs", "export", "rossi2001", "--style", PLAIN, "-f")
    page = rvc(*export, "html").out
    assert page.startswith("<!doctype html>")
    assert "Rossi and de la Cruz | <em>Chains &amp; Laws:" in page
    assert rvc(*export, "markdown").out.startswith("Rossi and de la Cruz | *Chains & Laws: ")


@pytest.mark.usefixtures("pandoc")
def test_the_ending_may_be_in_capitals_and_the_name_odd(rvc: Rvc, tmp_path: Path) -> None:
    style = tmp_path / "-ein Stil é.CSL"
    shutil.copy(PLAIN, style)
    said = rvc("--data", TOY, "refs", "cite", "rossi2001", "--style", style)
    assert (said.code, said.out) == (0, f"{ROSSI}\n")


@pytest.mark.usefixtures("pandoc")
def test_what_only_pandoc_refuses_is_said_in_one_line(rvc: Rvc, tmp_path: Path) -> None:
    style = tmp_path / "odd.csl"
    style.write_text(re.sub("<citation>.*</citation>", "", PLAIN.read_text("utf-8"), flags=re.S))
    said = rvc("--data", TOY, "refs", "cite", "rossi2001", "--style", style)
    assert said.code == 2
    assert said.err.splitlines()[-1].startswith(f"rvc: {style}: pandoc: ")
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("name", "more", "problem"),
    [
        ("broken.csl", (), "this is no whole XML"),
        ("no-bibliography.csl", (), "this style prints no list of references"),
        ("notes.csl", ("--in-text",), "this style cites in notes, not in the text"),
        ("page.csl", (), "this is no style of the Citation Style Language"),
        ("empty.csl", (), "this is no whole XML"),
        ("bomb.csl", (), "it declares entities"),
        ("folder.csl", (), "cannot read this file"),
        ("none.csl", (), "there is no such file"),
        ("dependent.csl", (), "only points to another, https://example.org/styles/plain (save"),
    ],
)
def test_what_is_no_style_is_told_before_pandoc_is_asked(
    rvc: Rvc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, more: Any, problem: str
) -> None:
    monkeypatch.setattr("rvc.adapters.pandoc._program", lambda: pytest.fail("pandoc was asked"))
    for file in ("broken.csl", "no-bibliography.csl", "dependent.csl"):
        shutil.copy(CSL / file, tmp_path)
    (tmp_path / "notes.csl").write_text(PLAIN.read_text("utf-8").replace("in-text", "note"))
    (tmp_path / "page.csl").write_text("<html><body>404</body></html>")
    (tmp_path / "empty.csl").write_text("")
    (tmp_path / "bomb.csl").write_text('<!DOCTYPE s [<!ENTITY a "b">]><s>&a;</s>')
    (tmp_path / "folder.csl").mkdir()
    said = rvc("--data", TOY, "refs", "cite", "rossi2001", "--style", tmp_path / name, *more)
    assert (said.code, said.out) == (2, "")
    assert problem in said.err


def test_the_style_that_another_points_to_stands_beside_it_or_above(tmp_path: Path) -> None:
    inside = tmp_path / "dependent"
    inside.mkdir()
    shutil.copy(CSL / "dependent.csl", inside)
    with pytest.raises(RvcError, match=r"save that one as plain\.csl beside it"):
        csl_style(inside / "dependent.csl")
    shutil.copy(CSL / "dependent.csl", tmp_path / "plain.csl")  # it points to itself: no help
    with pytest.raises(RvcError, match="only points to another"):
        csl_style(inside / "dependent.csl")
    shutil.copy(PLAIN, tmp_path)
    assert csl_style(inside / "dependent.csl").path == tmp_path / "plain.csl"


def test_without_pandoc_the_extra_is_named(rvc: Rvc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypandoc", None)
    said = rvc("--data", TOY, "refs", "cite", "rossi2001", "--style", PLAIN)
    assert said.code == 2
    assert "rethinking-value-chains[csl]" in said.err

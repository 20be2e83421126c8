from __future__ import annotations

from pathlib import Path

import pytest

from rvc.adapters.refs_settings import RefsSettings
from rvc.bib.reader import read
from rvc.errors import RvcError
from rvc.model.finding import Severity
from rvc.tasks.check_refs import findings, fixable, judge, repair, repair_file, rules_of

BAD = """\
% kept: 1-2 {
@article{a,
  author = {Day, R. et al.},
  title  = {The <i>Continuum</i> &amp; More},
  journal= "Capital",
  year   = {2004},
  pages  = {1-2},
  month  = {March},
  doi    = {https://doi.org/10.1234/X},
  note   = {},
  year   = {2004},
}

@article{b, author = {D}, title = {T} year = {2004}, pages = {1-2}}
"""
SAFE = """\
% kept: 1-2 {
@article{a,
  author = {Day, R. et al.},
  title  = {The <i>Continuum</i> &amp; More},
  journal= "Capital",
  year   = {2004},
  pages  = {1--2},
  month  = mar,
  doi    = {10.1234/X},
}

@article{b, author = {D}, title = {T} year = {2004}, pages = {1-2}}
"""


def test_safe_repairs_change_their_spans_and_nothing_else():
    fixed = repair(read(BAD), RefsSettings())
    assert fixed.text == SAFE
    assert fixed.done == {
        "pages-form": 1, "month-form": 1, "doi-form": 1, "empty-field": 1, "duplicate-field": 1
    }  # fmt: skip
    assert repair(read(SAFE), RefsSettings()).text == SAFE


def test_unsafe_repairs_only_when_asked():
    text = repair(read(BAD), RefsSettings(), unsafe=True).text
    assert "{Day, R. and others}" in text
    assert r"{The \emph{Continuum} \& More}" in text


def test_what_is_suppressed_is_not_repaired():
    text = "% rvc: ignore pages-form\n@misc{a, pages = {1-2}}\n"
    assert repair(read(text), RefsSettings()).text == text


def test_findings_have_places_in_the_order_of_the_file():
    library = read(BAD)
    judged = judge(library, RefsSettings(severity={"pages-form": "note"}))
    found = findings(judged, library, "x.bib")
    places = [(one.place.line, one.place.column) for one in found if one.place]
    assert places == sorted(places)
    pages = next(one for one in found if one.rule == "pages-form")
    assert (pages.place.line, pages.place.column, pages.severity) == (7, 3, Severity.NOTE)  # type: ignore[union-attr]
    assert fixable(judged) == (5, 2)


def test_undecodable_bytes_can_be_told():
    library = read("@misc{k\udcff, title = {a\udce9}}\n")
    for one in findings(judge(library, RefsSettings()), library, "x.bib"):
        (one.subject + one.message + one.hint).encode("utf-8")


def test_rules_are_chosen_by_settings_and_command_line():
    assert [rule.name for rule in rules_of(RefsSettings(), ["pages-form"])] == ["pages-form"]
    settings = RefsSettings(select=("pages-form", "doi-form"), ignore=("doi-form",))
    assert [rule.name for rule in rules_of(settings)] == ["pages-form"]
    assert [rule.name for rule in rules_of(settings, ["doi-form"])] == ["doi-form"]
    with pytest.raises(RvcError, match="did you mean 'pages-form'"):
        rules_of(RefsSettings(ignore=("page-form",)))


def test_a_file_is_repaired_in_its_encoding(tmp_path: Path):
    path = tmp_path / "x.bib"
    path.write_bytes("@misc{a, title = {é}, pages = {1-2}}\r\n".encode("latin-1"))
    assert repair_file(path, RefsSettings()).done == {"pages-form": 1}
    assert path.read_bytes() == "@misc{a, title = {é}, pages = {1--2}}\r\n".encode("latin-1")


def test_nothing_to_repair_writes_nothing(tmp_path: Path):
    path = tmp_path / "x.bib"
    path.write_text("@misc{a, pages = {1--2}}\n")
    path.chmod(0o444)
    before = path.stat().st_mtime_ns
    repair_file(path, RefsSettings())
    assert path.stat().st_mtime_ns == before


def test_a_read_only_file_is_refused(tmp_path: Path):
    path = tmp_path / "x.bib"
    path.write_text("@misc{a, pages = {1-2}}\n")
    path.chmod(0o444)
    with pytest.raises(RvcError, match="read-only"):
        repair_file(path, RefsSettings())

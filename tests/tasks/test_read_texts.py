"""The best page of a version, and texts that only say that words stay as they were."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from msgspec.structs import replace

from rvc.adapters.data_folder import DataFolder
from rvc.adapters.kept_texts import KeptTexts, kept_texts
from rvc.adapters.laws_yaml import read_register
from rvc.adapters.register_folder import load
from rvc.errors import RvcError
from rvc.model.kept import Bytes, KeptPage
from rvc.model.law import Law, Page, Version
from rvc.tasks import check_texts
from rvc.tasks.add_text import add
from rvc.tasks.check_texts import UNCHANGED, phrase_checks, phrase_report
from rvc.tasks.read_texts import Reader, must_have
from rvc.tasks.trace_demand import suggestions, trace_demand
from rvc.tasks.verified_phrases import verified_phrases

QUOTED = (
    "Le code de commerce est ainsi modifié :",
    "« Art. L. 225-102-4. – I. – Toute société établit un plan de vigilance.",
    "« II. – Le juge peut prononcer une amende civile.",
)
ENTRY = ("La présente loi entre en vigueur le 1er janvier.",)
CODED = """attainment: full, basis: reported, locator: "art. 1, C. com. L. 225-102-4 I",
            phrase: établit un plan de vigilance, rationale: x"""
LAWS = f"""
format: "1"
title: x
codebook:
  scale: {{none: x, symbolic: x, partial: x, substantial: x, full: x}}
  not_checked: x
  coders: [{{id: ann, name: Ann}}]
  dimensions: []
laws:
  - id: loi
    title: Loi
    short: Loi
    kind: statute
    status: in-force
    jurisdiction: FR
    language: fr
    summary: x
    coded: {{coder: ann, date: 2026-01-02}}
    first: v1
    final: v3
    versions:
      - {{id: v1, stage: introduced, label: x, basis: reported}}
      - {{id: v2, stage: chamber, label: x, basis: reported}}
      - {{id: v2b, stage: chamber, label: x, basis: reported,
         same_as: {{version: v2, basis: reported}}}}
      - {{id: v3, stage: enacted, label: x, basis: reported}}
    demands:
      - id: d
        title: Plan
        dimension: duty
        asked: x
        basis: reported
        codings:
          v1: {{{CODED}}}
          v2: {{{CODED}}}
          v3: {{attainment: not-checked, rationale: x}}
      - {{id: p, title: Process, dimension: duty, asked: x, basis: reported, kind: process}}
"""


def bill(*articles: tuple[str, tuple[str, ...]]) -> str:
    body = "".join(
        f'<p align="center"><b>{title}</b></p>' + "".join(f"<p>{line}</p>" for line in lines)
        for title, lines in articles
    )
    return f'<html lang="fr"><body><h1>PROPOSITION DE LOI</h1>{body}</body></html>'


BILLS = {
    "v1": bill(("Article 1er", QUOTED), ("Article 2", ENTRY)),
    "v2": bill(("Article 1er", ("(Non modifié)",)), ("Article 2", ("Elle est publiée.",))),
    "v3": bill(
        ("Article 1er", ("La présente loi est publiée au Journal officiel.",)),
        ("Article 2", tuple(line.replace("établit", "établit et publie") for line in QUOTED)),
    ),
}


@pytest.fixture
def law() -> Law:
    register = read_register(LAWS).register
    assert register is not None
    return register.laws[0]


@pytest.fixture
def texts(tmp_path: Path) -> KeptTexts:
    data = tmp_path / "data"
    data.mkdir()
    (data / "laws.yaml").write_text(LAWS, encoding="utf-8")
    return kept_texts(DataFolder(data))


def put(texts: KeptTexts, law: Law, version: Version, name: str, text: str) -> None:
    path = texts.lock_file.with_name(name)
    path.write_text(text, encoding="utf-8")
    add(texts, law, version, path)


@pytest.fixture
def full(texts: KeptTexts, law: Law) -> KeptTexts:
    for version in law.versions:
        if version.id in BILLS:
            put(texts, law, version, f"{version.id}.html", BILLS[version.id])
    return texts


def test_words_that_stay_are_taken_over_and_told(full: KeptTexts, law: Law) -> None:
    checks = phrase_checks([law], Reader(full))
    assert [(check.verified, check.reason) for check in checks] == [(True, ""), (False, UNCHANGED)]
    wordings = trace_demand(full, law, law.demands[0]).wordings
    assert wordings[1].text == wordings[0].text
    assert wordings[1].notes == ("Article 1er: not changed, words taken from v1",)
    assert "établit et publie un plan" in wordings[3].text
    assert wordings[3].places[0].startswith("Article 2")


def test_a_run_of_articles_is_told_at_each_of_them(texts: KeptTexts, law: Law) -> None:
    put(texts, law, law.versions[0], "v1.html", BILLS["v1"])
    run = bill(("Articles 1er et 2", ("(Conformes)",)))
    put(texts, law, law.versions[3], "v3.html", run)
    last = trace_demand(texts, law, law.demands[0]).wordings[3]
    assert last.before == "v1"
    assert last.notes == (
        "Articles 1er et 2: not changed, words taken from v1; v2 is not here: its words may differ",
    )


def test_reports_can_ask_which_phrases_are_verified(full: KeptTexts) -> None:
    loaded = load(DataFolder(full.lock_file.parent))
    found = verified_phrases(loaded)
    assert list(found) == [("loi", "d", "v1")]
    page = full.lock().of("loi", "v1")[0]
    assert found["loi", "d", "v1"].sha256 == page.kept.sha256
    assert verified_phrases(loaded) == found
    full.store.path(page.kept.sha256).unlink()
    assert verified_phrases(loaded) == {}
    report = phrase_report(loaded, Reader(full))
    assert report.findings[0].place is not None
    assert report.findings[0].place.line == 35


def test_what_was_verified_is_looked_for_again_when_bytes_or_program_change(
    full: KeptTexts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RVC_CACHE", str(tmp_path / "cache"))
    loaded = load(DataFolder(full.lock_file.parent))
    assert list(verified_phrases(loaded)) == [("loi", "d", "v1")]
    searched: list[object] = []
    monkeypatch.setattr(check_texts, "phrase_checks", lambda *asked: searched.append(asked) or ())
    verified_phrases(loaded)
    assert not searched
    monkeypatch.setattr("rvc.tasks.verified_phrases.shape_of_checks", lambda: "another program")
    assert verified_phrases(loaded) == {}
    assert len(searched) == 1
    path = full.store.path(full.lock().of("loi", "v1")[0].kept.sha256)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes() + b" ")
    verified_phrases(loaded)
    assert len(searched) == 2


def test_without_texts_nothing_is_verified(texts: KeptTexts) -> None:
    assert verified_phrases(load(DataFolder(texts.lock_file.parent))) == {}


def test_a_version_of_the_same_wording_has_its_text(full: KeptTexts, law: Law) -> None:
    text, page = must_have(Reader(full), law, law.versions[2])
    assert page.version == "v2"
    assert "Elle est publiée" in text.text


def test_words_from_before_a_version_that_is_not_here_are_doubted(
    texts: KeptTexts, law: Law
) -> None:
    missing = replace(law, versions=(law.versions[0], law.versions[1], law.versions[3]))
    put(texts, law, law.versions[0], "v1.html", BILLS["v1"])
    put(texts, law, law.versions[3], "v3.html", BILLS["v2"])
    wholes = Reader(texts).wholes(missing)
    (note,) = wholes["v3"].notes
    assert note.said == (
        "Article 1er: not changed, words taken from v1; v2 is not here: its words may differ"
    )
    assert note.eids == (wholes["v3"].text.provisions[0].eid,)
    later = replace(law.versions[3], id="v4")
    put(texts, law, later, "v4.html", BILLS["v2"])
    (note,) = (
        Reader(texts).wholes(replace(missing, versions=(*missing.versions, later)))["v4"].notes
    )
    assert note.said.endswith("words taken from v3; v2 is not here: its words may differ")


def test_a_page_about_the_law_gives_way_to_the_law(texts: KeptTexts, law: Law) -> None:
    pages = (Page("html", "http://x/about"), Page("docx", "http://x/law"))
    version = replace(law.versions[0], pages=pages)
    for url, text in (
        ("http://x/about", "<p>Download it here.</p>"),
        ("http://x/law", BILLS["v1"]),
    ):
        data = text.encode()
        kept = Bytes(hashlib.sha256(data).hexdigest(), len(data), "", "text/html")
        texts.put(data, KeptPage("loi", "v1", url, kept=kept))
    assert "vigilance" in must_have(Reader(texts), law, version)[0].text


def test_what_cannot_be_read_says_so(texts: KeptTexts, law: Law) -> None:
    data = b"%PDF-1.7 cut off"
    kept = Bytes(hashlib.sha256(data).hexdigest(), len(data), "", "application/pdf")
    texts.put(data, KeptPage("loi", "v1", "http://x/v1.pdf", kept=kept))
    read = Reader(texts).version("loi", "v1")
    assert read.text is None
    assert read.problem
    with pytest.raises(RvcError, match="cannot be read"):
        must_have(Reader(texts), law, law.versions[0])
    (check, other) = phrase_checks([law], Reader(texts))
    assert (check.state, other.state) == ("not checked", "text not here")


def test_bytes_that_are_gone_from_the_store_are_not_here(texts: KeptTexts, law: Law) -> None:
    kept = Bytes("ab" * 32, 9, "", "text/html")
    texts.note(KeptPage("loi", "v1", "http://x/v1", kept=kept))
    with pytest.raises(RvcError, match="its text is not here"):
        must_have(Reader(texts), law, law.versions[0])
    (check, _) = phrase_checks([law], Reader(texts))
    assert check.state == "text not here"


def test_a_process_demand_has_no_wording(full: KeptTexts, law: Law) -> None:
    with pytest.raises(RvcError, match="no text can answer it"):
        trace_demand(full, law, law.demands[1])
    assert [one.demand for one in suggestions(full, law, "v3").suggestions] == ["d"]

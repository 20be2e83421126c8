"""The commands on texts: what they print, and the exit codes that scripts rely on."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from texts import HTML, PAGES, data_folder
from toys import Said

if TYPE_CHECKING:
    from sites import Site

Rvc = Callable[..., Said]
ACT = (PAGES / "act.html").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder in the current folder, its pages on the server."""
    monkeypatch.chdir(tmp_path)
    return data_folder(tmp_path, site)


@pytest.fixture
def fetched(folder: Path, rvc: Rvc) -> Path:
    assert rvc("texts", "fetch").code == 0
    return folder


def answer(said: Said) -> Any:
    return json.loads(said.out)


@pytest.mark.usefixtures("folder")
def test_fetch_tells_what_came_as_json(rvc: Rvc) -> None:
    told = answer(rvc("texts", "fetch", "river-act@act", "--json"))
    assert told["format"] == "rvc.texts.fetch/1"
    assert [page["outcome"] for page in told["pages"]] == ["new"]


@pytest.mark.usefixtures("fetched")
def test_a_change_exits_1_until_it_is_accepted(rvc: Rvc, site: Site) -> None:
    site.says("/act.html", ACT.replace("10,000", "50"), headers=HTML)
    assert rvc("texts", "watch", "river-act").code == 1
    told = rvc("texts", "watch", "--json")
    assert told.code == 1
    changed = answer(told)["pages"][2]
    assert changed["provisions"] == ["Section 3, (1)"]
    assert changed["demands"][0]["demand"] == "everybody"
    assert "accept it with" in rvc("texts", "fetch", "river-act@final").out
    assert rvc("texts", "verify").code == 0
    assert rvc("texts", "fetch", "--accept", "river-act@act").code == 0
    assert rvc("texts", "watch").code == 0
    assert "not found" in rvc("check", "--texts").out


@pytest.mark.usefixtures("fetched")
def test_watch_sounds_no_alarm_for_other_bytes_with_the_same_words(rvc: Rvc, site: Site) -> None:
    site.says("/act.html", ACT.replace("<body>", '<body data-visit="7">'), headers=HTML)
    said = rvc("texts", "watch")
    assert said.code == 0
    assert "other bytes, the same words" in said.out
    site.says("/bill-2.html", "gone", 404)
    said = rvc("texts", "watch")
    assert said.code == 2
    assert "failed        river-act@bill-2" in said.out
    site.says("/act.html", b"%PDF-1.7 cut off", headers=HTML)
    assert rvc("texts", "watch").code == 1


def test_a_page_with_a_clock_leaves_one_object_and_no_alarm(
    fetched: Path, rvc: Rvc, site: Site
) -> None:
    for visit in range(4):
        site.says("/act.html", ACT.replace("<body>", f'<body data-visit="{visit}">'), headers=HTML)
        said = rvc("texts", "watch")
        assert said.code == 0
        assert "1 changed (1 with the same words)" in said.out
        fetched_again = rvc("texts", "fetch")
        assert fetched_again.code == 0, "nobody need accept other bytes"
        assert "other bytes, the same words" in fetched_again.out
        assert not answer(rvc("texts", "fetch", "--json"))["pages"][2]["words_changed"]
    assert len(list(fetched.glob("texts/objects/*/*"))) == 4
    assert "no page names it" not in rvc("texts", "verify").out
    site.says("/act.html", ACT.replace("10,000", "50"), headers=HTML)
    assert rvc("texts", "watch").code == 1
    assert rvc("texts", "fetch").code == 1


@pytest.mark.usefixtures("fetched")
def test_other_signs_are_no_other_words_and_renumbering_is_said(rvc: Rvc, site: Site) -> None:
    site.says("/act.html", ACT.replace(" with more", "\u00a0with more"), headers=HTML)
    assert "other bytes, the same words" in rvc("texts", "watch").out
    site.says("/act.html", ACT.replace("10,000", "10,000 ’"), headers=HTML)
    assert rvc("texts", "fetch", "--accept", "river-act@act").code == 0
    site.says("/act.html", ACT.replace("10,000", "10,000 '"), headers=HTML)
    told = rvc("texts", "watch")
    assert told.code == 0
    assert "other signs (apostrophes" in told.out
    line = answer(rvc("texts", "watch", "--json"))["pages"][2]
    assert (line["words_changed"], line["signs_changed"]) == (False, True)
    site.says("/act.html", ACT.replace("10,000", "10,000 ’").replace("Section 5", "Section 6"))
    told = rvc("texts", "watch")
    assert told.code == 1
    assert "only in numbers or in the order of its lines" in told.out


def test_there_is_a_way_back_from_a_file_to_the_page(fetched: Path, rvc: Rvc, site: Site) -> None:
    saved = fetched / "saved.html"
    saved.write_text(ACT.replace("10,000", "9"), encoding="utf-8")
    assert rvc("texts", "add", "river-act@act", saved).code == 0
    way = "rvc texts fetch --accept river-act@act"
    assert way in rvc("texts", "list", "river-act@act").out
    assert way in rvc("texts", "fetch", "river-act@act").out
    assert "1 from a file" in rvc("texts", "fetch", "--accept").out, "only where it is named"
    site.says("/act.html", "gone", 404)
    assert rvc("texts", "fetch", "--accept", "river-act@act").code == 2
    assert "saved.html" in rvc("texts", "list", "river-act@act").out
    site.says("/act.html", ACT, headers=HTML)
    said = rvc("texts", "fetch", "--accept", "river-act@act")
    assert said.code == 0
    assert "accepted      river-act@act" in said.out
    assert "counts instead of the file saved.html" in said.out
    assert "saved.html" not in rvc("texts", "list", "river-act@act").out
    assert rvc("texts", "verify").code == 0
    assert "1 unchanged" in rvc("texts", "watch", "river-act@act").out


def test_the_way_back_from_a_file_with_the_same_bytes_or_another_address(
    fetched: Path, rvc: Rvc
) -> None:
    saved = fetched / "saved.html"
    saved.write_text(ACT.replace("10,000", "9"), encoding="utf-8")
    assert rvc("texts", "add", "river-act@act", saved, "--url", "http://toy.example/").code == 0
    assert rvc("texts", "add", "river-act@bill-1", PAGES / "act.html").code == 0
    assert rvc("texts", "add", "river-act@bill-1", PAGES / "bill-1.html").code == 0
    said = rvc("texts", "fetch", "--accept", "river-act@act", "river-act@bill-1").out
    assert "counts instead of the file saved.html" in said
    assert "accepted      river-act@bill-1" in said
    listed = rvc("texts", "list").out
    assert "added" not in listed
    assert "3 kept" in listed


def test_the_page_at_a_corrected_address_counts(fetched: Path, rvc: Rvc, site: Site) -> None:
    laws = fetched / "laws.yaml"
    right = laws.read_text(encoding="utf-8")
    laws.write_text(right.replace("bill-2.html", "act.html"), encoding="utf-8")
    (fetched / "texts.lock.yaml").unlink()
    assert rvc("texts", "fetch").code == 0
    laws.write_text(right, encoding="utf-8")
    assert rvc("texts", "fetch").code == 0
    assert site.url("/bill-2.html") in rvc("texts", "show", "river-act@bill-2").out
    assert "1 renumbered" in rvc("laws", "redline", "river-act").out
    assert "the register does not give this address" in rvc("texts", "verify").out


def test_the_network_of_a_train_does_not_send_the_law(fetched: Path, rvc: Rvc, site: Site) -> None:
    lock = (fetched / "texts.lock.yaml").read_bytes()
    port = site.address.rpartition(":")[2]
    site.says("/sign-on", "<!doctype html><h1>Welcome</h1><p>Accept our terms.", headers=HTML)
    site.says("/act.html", "", 302, {"Location": f"http://localhost:{port}/sign-on"})
    for command in (("watch",), ("fetch",), ("fetch", "--accept", "river-act@act")):
        said = rvc("texts", *command)
        assert said.code == 2
        assert f"another site answered: http://localhost:{port}/sign-on" in said.out.replace(
            "\n              ", ""
        )
    assert (fetched / "texts.lock.yaml").read_bytes() == lock


def test_a_page_that_the_browser_translated_is_told(fetched: Path, rvc: Rvc) -> None:
    saved = fetched / "saved.html"
    text = ACT.replace("<html", '<html class="js translated-ltr"', 1)
    assert text != ACT
    saved.write_text(text, encoding="utf-8")
    assert "the browser had translated this page" in rvc("texts", "add", "river-act@act", saved).out


def test_one_file_for_two_versions_is_told(fetched: Path, rvc: Rvc) -> None:
    saved = fetched / "saved.html"
    saved.write_text(ACT, encoding="utf-8")
    said = rvc("texts", "add", "river-act@bill-1", saved)
    assert "the same bytes as river-act@act: look at both" in said.out


def test_accepting_says_what_to_look_at(fetched: Path, rvc: Rvc, site: Site) -> None:
    assert fetched.is_dir()
    site.says("/act.html", ACT.replace("10,000", "50"), headers=HTML)
    assert rvc("texts", "watch").code == 1
    site.says("/act.html", ACT.replace("10,000", "90"), headers=HTML)
    said = rvc("texts", "fetch", "--accept", "river-act@act").out
    assert "other words than those that waited since" in said
    site.says("/act.html", "<!doctype html><p>Welcome.", headers=HTML)
    assert rvc("texts", "watch").code == 1
    said = rvc("texts", "fetch", "--accept", "river-act@act").out
    assert "no provision could be told apart" in said


def test_a_text_whose_version_has_another_id_now_is_not_lost_quietly(
    fetched: Path, rvc: Rvc
) -> None:
    laws = fetched / "laws.yaml"
    text = laws.read_text(encoding="utf-8").replace("bill-2", "second")
    laws.write_text(text.replace("second.html", "bill-2.html"), encoding="utf-8")
    listed = rvc("texts", "list", "river-act").out
    assert "no version" in listed
    assert "write 'version: second'" in listed
    verified = rvc("texts", "verify")
    assert verified.code == 1
    assert "the register has no such version" in verified.out
    laws.write_text("laws: [", encoding="utf-8")
    assert "error: not YAML" in rvc("texts", "verify").out
    laws.unlink()
    assert rvc("texts", "verify").code == 0


@pytest.mark.usefixtures("folder")
def test_a_dead_page_exits_2_and_the_others_are_kept(rvc: Rvc, site: Site) -> None:
    site.says("/bill-2.html", "gone", 404)
    said = rvc("texts", "fetch")
    assert said.code == 2
    assert "the server answered 404" in said.out
    assert "2 new, 1 failed" in said.out
    states = [text["state"] for text in answer(rvc("texts", "list", "--json"))["texts"]]
    assert states == ["kept", "not fetched", "kept"]


@pytest.mark.usefixtures("folder")
def test_a_file_is_added_and_shown(rvc: Rvc) -> None:
    Path("saved.txt").write_text("Section 1 Scope\nEverybody is covered.\n", encoding="utf-8")
    assert rvc("texts", "add", "river-act@act", "saved.txt").code == 0
    told = answer(rvc("texts", "show", "river-act@act", "--text", "--json"))
    assert told["page"]["kept"]["file"] == "saved.txt"
    assert "Everybody is covered." in told["text"]
    said = rvc("texts", "add", "river-act@act", "nothing.txt")
    assert (said.code, "nothing.txt" in said.err) == (2, True)


@pytest.mark.usefixtures("folder")
def test_what_nobody_can_read_is_not_added(rvc: Rvc) -> None:
    Path("scan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    said = rvc("texts", "add", "river-act@act", "scan.png")
    assert said.code == 2
    assert "OCR" in said.err
    assert not Path("data/texts").exists()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("texts show river-act@act", "rvc texts fetch river-act@act"),
        ("texts show river-act", "names no version"),
        ("texts fetch river-act@actt", "did you mean 'act'"),
        ("texts fetch rver-act", "did you mean 'river-act'"),
        ("laws redline river-act", "its text is not here"),
        ("laws redline", "name a law, or two files"),
        ("laws redline river-act --left a.txt --right b.txt", "name a law, or two files"),
        ("laws redline --left a.txt", "name a law, or two files"),
        ("laws redline --left a.txt --right b.txt", "a.txt"),
        ("laws trace river-act payers", "rvc texts fetch river-act"),
        ("laws trace river-act payer5", "did you mean 'payers'"),
        ("laws suggest river-act --version act", "its text is not here"),
        ("laws substance river-act --version act --from bill-1", "lists one version alone"),
        ("laws substance --left a --right b --version act", "lists one version alone"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_way_out(rvc: Rvc, call: str, told: str) -> None:
    said = rvc(*call.split())
    assert said.code == 2
    assert told in said.err
    assert "Traceback" not in said.err


@pytest.mark.usefixtures("fetched")
def test_a_trace_marks_what_was_found_in_the_official_text(rvc: Rvc) -> None:
    told = rvc("laws", "trace", "river-act", "payers").out
    assert "Bill 1 (2001-03-04): full ✓" in told
    assert "Bill 2 (2001-06-01): full •" in told  # its phrase stands elsewhere


@pytest.mark.usefixtures("fetched")
def test_a_damaged_lock_file_is_named(rvc: Rvc) -> None:
    Path("data/texts.lock.yaml").write_text("pages: [", encoding="utf-8")
    said = rvc("texts", "list")
    assert said.code == 2
    assert "texts.lock.yaml:2:1: not YAML" in said.err


@pytest.mark.usefixtures("fetched")
def test_bytes_that_did_not_come_along_are_told_with_the_command_that_brings_them(
    rvc: Rvc, tmp_path: Path
) -> None:
    saved = tmp_path / "the act.html"
    saved.write_text("<h2>Section 1 Aim</h2><p>Rivers are clean.</p>", encoding="utf-8")
    assert rvc("texts", "add", "river-act@act", str(saved)).code == 0
    shutil.rmtree("data/texts/objects")
    fetch, add = "rvc texts fetch river-act@bill-1", "rvc texts add river-act@act 'the act.html'"
    verified = rvc("texts", "verify")
    assert verified.code == 1
    assert fetch in verified.out
    assert add in verified.out
    checked = rvc("check", "--texts")
    assert f"text not here [phrase] {fetch}" in checked.out
    assert f"text not here [phrase] {add}" in checked.out
    assert add in rvc("laws", "redline", "river-act", "--from", "act", "--to", "bill-1").err
    assert "rvc texts verify" in rvc("laws", "trace", "river-act", "payers").err


@pytest.mark.usefixtures("fetched")
def test_a_damaged_text_is_found(rvc: Rvc) -> None:
    path = next(Path("data/texts/objects").glob("*/7f96*"))
    path.write_bytes(b"other")
    said = rvc("texts", "verify")
    assert said.code == 1
    assert "holds other bytes" in said.out
    assert "river-act@act: not checked" not in said.out
    assert "not checked" in rvc("check", "--texts").out


@pytest.mark.usefixtures("fetched")
@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("shall pay everybody whatever", "… shall pay whatever", "what is left out cannot be"),
        ("locator: s. 3(1)", "locator: s. 3(1)(a)", "has no place numbered 's. 3(1)(a)' there"),
        ("more than 10,000 workers", "more than £10,000 workers", "the figures differ"),
    ],
)
def test_a_phrase_that_cannot_be_verified_is_told_with_what_to_do(
    rvc: Rvc, old: str, new: str, told: str
) -> None:
    path = Path("data/laws.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    said = rvc("check", "--texts")
    assert said.code == 1
    assert told in said.out


@pytest.mark.usefixtures("fetched")
def test_a_store_elsewhere(rvc: Rvc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.move("data/texts", tmp_path / "elsewhere")
    assert rvc("texts", "verify").code == 1
    monkeypatch.setenv("RVC_TEXTS", str(tmp_path / "elsewhere"))
    assert rvc("texts", "verify").code == 0
    other = tmp_path / "elsewhere" / "objects" / "ab" / ("ab" * 32)
    other.parent.mkdir(exist_ok=True)
    other.write_bytes(b"of another register")
    assert "if no other register uses this folder" in rvc("texts", "verify").out


@pytest.mark.usefixtures("fetched")
@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json", "plain"])
def test_a_redline_in_every_format(rvc: Rvc, form: str) -> None:
    said = rvc("laws", "redline", "river-act", "--format", form, "--whole")
    assert said.code == 0
    assert "best endeavours" in said.out


@pytest.mark.usefixtures("fetched")
def test_two_texts_that_were_kept_rebuild_byte_for_byte(rvc: Rvc) -> None:
    told = answer(rvc("laws", "redline", "river-act", "--json"))
    for side, mark, version in (("left", "delete", "bill-1"), ("right", "insert", "act")):
        pieces: dict[int, str] = {}
        for change in told["changes"]:
            words = "".join(op["text"] for op in change["ops"] if op["op"] in ("equal", mark))
            for piece in change[side]:
                pieces[piece["place"]], words = words[: piece["length"]], words[piece["length"] :]
        text = answer(rvc("texts", "show", f"river-act@{version}", "--text", "--json"))["text"]
        assert "".join(pieces[place] for place in sorted(pieces)) == text


@pytest.mark.usefixtures("fetched")
def test_a_correction_is_kept_and_goes_stale_loudly(rvc: Rvc, site: Site) -> None:
    call = ("laws", "redline", "river-act", "--from", "bill-2", "--to", "act")
    said = rvc(*call, "--link", "sec_4=sec_2", "--note", "a test")
    assert said.code == 0
    assert "Section 4 → Section 2: moved, reworded (matched by correction" in said.out
    assert rvc(*call).out == said.out
    assert rvc(*call, "--link", "sec_44=sec_2").code == 2
    site.says("/act.html", ACT.replace("one year", "two years"), headers=HTML)
    rvc("texts", "fetch", "--accept")
    assert "not applied: the text of 'sec_2' (right) has changed since" in " ".join(
        rvc(*call).out.split()
    )


@pytest.mark.usefixtures("folder")
def test_without_the_extra_for_texts_every_command_names_it(
    rvc: Rvc, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "lxml.html", None)
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    for call in (
        ("texts", "fetch"),
        ("laws", "trace", "river-act", "payers"),
        ("laws", "redline", "river-act"),
        ("check", "--texts"),
    ):
        said = rvc(*call)
        words = " ".join((said.out + said.err).split())
        assert "pip install 'rethinking-value-chains[texts]'" in words


@pytest.mark.usefixtures("fetched")
def test_trace_and_suggest_as_json(rvc: Rvc) -> None:
    told = answer(rvc("laws", "trace", "river-act", "everybody", "--json"))
    assert told["format"] == "rvc.laws.trace/1"
    last = told["wordings"][2]
    assert last["before"] == "bill-2"
    joined = "".join(op["text"] for op in last["ops"] if op["op"] != "delete")
    assert joined == last["text"]
    told = answer(rvc("laws", "suggest", "river-act", "--json"))
    assert [one["again"] for one in told["suggestions"]] == [True, True]


@pytest.mark.usefixtures("fetched")
def test_suggest_without_an_earlier_text_claims_nothing(rvc: Rvc) -> None:
    said = rvc("laws", "suggest", "river-act", "--version", "bill-1").out
    assert "no earlier text is here" in said
    assert "NOTHING TO COMPARE WITH (" in said
    assert "NOTHING CHANGED" not in said
    assert "NOTHING TO COMPARE" not in rvc("laws", "suggest", "river-act").out


@pytest.mark.usefixtures("folder")
def test_watch_says_what_it_does_not_ask(rvc: Rvc) -> None:
    Path("saved.txt").write_text("Section 1 Scope\nEverybody is covered.\n", encoding="utf-8")
    rvc("texts", "add", "river-act@act", "saved.txt")
    rvc("texts", "fetch", "river-act@bill-1")
    said = rvc("texts", "watch")
    assert said.code == 0
    assert said.out == "1 unchanged\nfrom a file, not asked: 1\nnot fetched yet: 1\n"
    told = answer(rvc("texts", "watch", "--json"))
    assert (told["from_file"], told["not_fetched"], len(told["pages"])) == (1, 1, 1)
    only = rvc("texts", "watch", "river-act@act")
    assert only.out == "nothing to watch\nfrom a file, not asked: 1\n"


@pytest.mark.usefixtures("fetched")
def test_hostile_pages_do_nothing_to_the_terminal(rvc: Rvc, site: Site) -> None:
    hostile = ACT.replace("Everybody", "x").replace(
        "repair", "\x1b]0;owned\x07[bold]re\u202epair[/bold] <script>alert(1)</script>"
    )
    site.says("/act.html", hostile, headers=HTML)
    rvc("texts", "fetch", "--accept")
    for call in (
        "laws redline river-act --whole",
        "laws trace river-act payers",
        "laws suggest river-act",
        "texts show river-act@act --text",
        "check --texts",
    ):
        said = rvc(*call.split())
        assert said.code in (0, 1), said.err
        assert "\x1b" not in said.out
        assert "\u202e" not in said.out
    page = rvc("laws", "redline", "river-act", "--format", "html").out
    assert "<script" not in page

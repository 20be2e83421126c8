"""Fetching from a real server that does all that servers do, and being killed in between."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rvc.errors import RvcError
from rvc.model.output_texts import FetchLine, Outcome, WatchLine
from rvc.tasks.add_text import add
from rvc.tasks.fetch import Hearer, fetch, pages_of
from rvc.tasks.page_outcome import PageWanted
from rvc.tasks.texts_state import text_lines, verify_texts
from rvc.tasks.watch import pages_to_watch, watch
from sites import reply
from texts import HTML, PAGES, data_folder, law_of, loaded_from, quick, texts_in

if TYPE_CHECKING:
    from sites import Site

ACT = (PAGES / "act.html").read_text(encoding="utf-8")
Handler = Callable[[BaseHTTPRequestHandler], None]


def all_pages(folder: Path) -> list[PageWanted]:
    law = law_of(loaded_from(folder))
    return pages_of((law, version) for version in law.versions)


def run(folder: Path, **options: bool) -> list[FetchLine]:
    with quick() as fetcher:
        return fetch(texts_in(folder), all_pages(folder), fetcher, **options)


def outcomes(lines: list[FetchLine] | list[WatchLine]) -> list[str]:
    return [line.outcome.value for line in lines]


def watched(folder: Path) -> list[WatchLine]:
    law = law_of(loaded_from(folder))
    with quick() as fetcher:
        found = watch(texts_in(folder), [(law, version) for version in law.versions], fetcher)
    return list(found.pages)


def test_pages_are_kept_byte_for_byte(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    lines = run(folder)
    assert outcomes(lines) == ["new", "new", "new"]
    texts = texts_in(folder)
    kept = {page.version: texts.store.read(page.kept.sha256) for page in texts.lock().pages}
    assert kept == {page.stem: page.read_bytes() for page in PAGES.iterdir()}
    assert verify_texts(texts) == ([], 3)
    assert site.headers[0]["user-agent"].startswith("rvc/")


def test_what_is_kept_is_only_asked_whether_it_changed(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    site.says("/act.html", ACT, headers={**HTML, "ETag": '"1"'})
    run(folder)
    lock = texts_in(folder).lock_file.read_bytes()
    site.says("/act.html", "", 304)
    assert outcomes(run(folder)) == ["unchanged"] * 3
    assert site.headers[-1]["if-none-match"] == '"1"'
    asked = len(site.asked)
    assert outcomes(run(folder, only_missing=True)) == ["here"] * 3
    assert len(site.asked) == asked
    assert texts_in(folder).lock_file.read_bytes() == lock


def test_a_changed_page_is_reported_and_never_takes_the_place_of_the_old_one(
    tmp_path: Path, site: Site
) -> None:
    folder = data_folder(tmp_path, site)
    old = run(folder)[2].sha256
    site.says("/act.html", ACT.replace("10,000", "50"), headers=HTML)
    assert outcomes(run(folder)) == ["unchanged", "unchanged", "changed"]
    page = texts_in(folder).lock().pages[0]
    assert page.changed is not None
    assert page.kept.sha256 == old
    assert outcomes(run(folder))[2] == "changed"
    assert outcomes(run(folder, accept=True))[2] == "accepted"
    page = texts_in(folder).lock().pages[0]
    assert (page.changed, page.earlier) == (None, (old,))
    assert b"50 workers" in texts_in(folder).store.read(page.kept.sha256)
    assert texts_in(folder).store.holds(old)


def test_a_page_that_changes_back_is_unchanged(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    run(folder)
    site.says("/act.html", "other", headers=HTML)
    run(folder)
    site.says("/act.html", ACT, headers=HTML)
    assert outcomes(run(folder))[2] == "unchanged"
    assert texts_in(folder).lock().pages[0].changed is None


def lie(length: int) -> Handler:
    def page(request: BaseHTTPRequestHandler) -> None:
        reply(ACT[:200], headers={**HTML, "Content-Length": str(length)})(request)
        request.close_connection = True

    return page


def gigabyte(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", str(1 << 30))
    request.end_headers()
    for _ in range(1 << 10):
        request.wfile.write(b"x" * (1 << 20))


def drip(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    request.wfile.write(b"<p>")
    time.sleep(1.5)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (reply("no", 404), "404"),
        (reply("no", 403), "403"),
        (reply("no", 429, {"Retry-After": "1"}), "429"),
        (reply("no", 429, {"Retry-After": "86400"}), "left alone"),
        (reply("no", 500), "500"),
        (reply("", 302, {"Location": "/bill-2.html"}), "circle"),
        (reply("", 302, {"Location": "file:///etc/passwd"}), "not a web address"),
        (gigabyte, "larger"),
        (lie(9999), "ended|announced|broke"),
        (drip, "not complete|silent"),
        (reply("", headers=HTML), "empty page"),
    ],
    ids=["404", "403", "429", "busy", "500", "circle", "file", "1GB", "long", "hang", "empty"],
)
def test_one_bad_page_does_not_stop_the_rest(
    tmp_path: Path, site: Site, page: Handler, said: str
) -> None:
    folder = data_folder(tmp_path, site)
    site.page("/bill-2.html", page)
    lines = run(folder)
    after = "failed" if "left alone" in said else "new"  # the whole host asks for peace
    assert outcomes(lines) == ["new", "failed", after]
    assert lines[1].url == site.url("/bill-2.html")
    assert any(word in lines[1].problem for word in said.split("|")), lines[1].problem
    assert verify_texts(texts_in(folder))[0] == []
    assert not list((texts_in(folder).store.folder / "incoming").iterdir())
    site.says("/bill-2.html", (PAGES / "bill-2.html").read_bytes(), headers=HTML)
    assert outcomes(run(folder))[1] == "new"


def test_a_failure_leaves_what_was_kept(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    run(folder)
    before = texts_in(folder).lock()
    site.says("/act.html", "gone", 410)
    line = run(folder)[2]
    assert line.outcome is Outcome.FAILED
    assert "rvc texts add river-act@act" in line.hint
    assert texts_in(folder).lock() == before


def test_a_web_page_is_not_taken_for_a_pdf(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    wanted = PageWanted("river-act", "act", site.url("/act.html"), "pdf")
    with quick() as fetcher:
        line = fetch(texts_in(folder), [wanted], fetcher)[0]
    assert line.problem == "a PDF is registered, but a web page came"
    assert list(texts_in(folder).store.hashes()) == []


WALL = "<!DOCTYPE html><html><head><title>{}</title></head><body>Enable JavaScript</body></html>"


@pytest.mark.parametrize(
    "title",
    ["Just a moment...", "Access Denied", "Attention Required! | Cloudflare", "Un instant…"],
)
def test_a_page_that_keeps_programs_out_is_no_text(tmp_path: Path, site: Site, title: str) -> None:
    folder = data_folder(tmp_path, site)
    site.says("/act.html", WALL.format(title), headers=HTML)
    line = run(folder)[2]
    assert line.outcome is Outcome.FAILED
    assert f"'{title}'" in line.problem
    assert "browser, then: rvc texts add river-act@act" in line.hint
    saved = tmp_path / "saved.html"
    saved.write_text(WALL.format(title), encoding="utf-8")
    law = law_of(loaded_from(folder))
    with pytest.raises(RvcError, match="no text but a page"):
        add(texts_in(folder), law, law.versions[0], saved)


@pytest.mark.parametrize("title", ["Accessible Rivers Act", "Access Deniedness", "Momentum Act"])
def test_what_only_begins_alike_is_a_text(tmp_path: Path, site: Site, title: str) -> None:
    folder = data_folder(tmp_path, site)
    site.says("/act.html", ACT.replace("<title>Clean", f"<title>{title}"), headers=HTML)
    assert outcomes(run(folder)) == ["new"] * 3


def test_a_text_without_provisions_is_remarked_on(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    site.says("/act.html", "<html><body>Page under construction</body></html>", headers=HTML)
    site.says("/bill-2.html", b"%PDF-1.7 cut off", headers=HTML)
    lines = run(folder)
    assert outcomes(lines) == ["new"] * 3
    assert lines[0].remark == ""
    assert lines[1].remark.startswith("it cannot be read: ")
    assert lines[1].remark.endswith(" (is the download complete? fetch it again)")
    said = "no provision could be told apart: look with rvc texts show river-act@act"
    assert lines[2].remark == said
    saved = tmp_path / "saved.txt"
    saved.write_text("Nothing here", encoding="utf-8")
    law = law_of(loaded_from(folder))
    assert add(texts_in(folder), law, law.versions[2], saved).remark == said


def test_a_page_that_stops_before_its_end_is_remarked_on(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    site.says("/act.html", ACT, headers={**HTML, "Content-Length": str(len(ACT) - 200)})
    line = run(folder)[2]
    assert line.outcome is Outcome.NEW
    assert line.remark == "the page stops without its end </html>: look whether it is whole"


def test_another_site_that_answers_is_remarked_on(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    elsewhere = site.says("/moved.html", ACT + "<p>", headers=HTML)
    other = elsewhere.replace("127.0.0.1", "localhost")
    site.says("/bill-1.html", "", 301, {"Location": elsewhere})
    site.says("/act.html", "", 301, {"Location": other})
    site.says("/bill-2.html", ACT, headers=HTML)
    moved, _, strange = run(folder)
    assert (moved.outcome, moved.remark) == (Outcome.NEW, "")
    assert strange.outcome is Outcome.NEW
    assert "the same bytes as river-act@bill-1" in strange.remark
    assert f"another site answered: {other}" in strange.remark


def test_two_versions_with_the_same_bytes_are_remarked_on(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    site.says("/act.html", (PAGES / "bill-1.html").read_bytes(), headers=HTML)
    line = run(folder)[2]
    assert (line.outcome, line.remark) == (
        Outcome.NEW,
        "the same bytes as river-act@bill-1: look at both",
    )
    assert [line.remark for line in run(folder)] == [""] * 3


def test_a_page_without_words_is_no_text(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    app = "<!doctype html><html><div id=root></div><script src=a.js></script></html>"
    site.says("/act.html", app, headers=HTML)
    line = run(folder)[2]
    assert line.outcome is Outcome.FAILED
    assert "browser, then: rvc texts add river-act@act FILE" in line.hint


def test_a_huge_file_is_not_added(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = data_folder(tmp_path, site)
    monkeypatch.setattr("rvc.tasks.saved_file.MAX_SIZE", 10)
    saved = tmp_path / "saved.html"
    saved.write_text(ACT, encoding="utf-8")
    law = law_of(loaded_from(folder))
    with pytest.raises(RvcError, match="larger than 10 bytes"):
        add(texts_in(folder), law, law.versions[0], saved)


def test_an_interrupt_keeps_what_came(tmp_path: Path, site: Site) -> None:
    class Impatient(Hearer):
        def begins(self, wanted: PageWanted) -> None:
            if wanted.version == "act":
                raise KeyboardInterrupt

    folder = data_folder(tmp_path, site)
    with quick() as fetcher, pytest.raises(KeyboardInterrupt):
        fetch(texts_in(folder), all_pages(folder), fetcher, hearer=Impatient())
    assert [page.version for page in texts_in(folder).lock().pages] == ["bill-1", "bill-2"]
    assert outcomes(run(folder, only_missing=True)) == ["here", "here", "new"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_killed_process_loses_nothing_that_came(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)

    def hang(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "5000")
        request.end_headers()
        request.wfile.write(b"<html>" + b"x" * 2000)
        request.wfile.flush()
        site.closing.wait(20)

    site.page("/act.html", hang)
    process = subprocess.Popen(
        [sys.executable, "-m", "rvc", "--data", str(folder), "texts", "fetch"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 20
        while "/act.html" not in site.asked and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.1)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    texts = texts_in(folder)
    assert [page.version for page in texts.lock().pages] == ["bill-1", "bill-2"]
    findings, count = verify_texts(texts)
    assert count == 2
    assert [found.message for found in findings] == ["a download that never ended"]
    texts.store.unfinished()[0].unlink()
    site.says("/act.html", ACT, headers=HTML)
    assert outcomes(run(folder)) == ["unchanged", "unchanged", "new"]
    assert verify_texts(texts) == ([], 3)


@pytest.mark.skipif(os.name == "nt", reason="a signal cannot stand for Ctrl-C on Windows")
def test_pages_are_told_as_they_come_and_ctrl_c_says_what_is_kept(
    tmp_path: Path, site: Site
) -> None:
    folder = data_folder(tmp_path, site)

    def hang(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        request.wfile.flush()
        site.closing.wait(20)

    site.page("/act.html", hang)
    with subprocess.Popen(
        [sys.executable, "-m", "rvc", "--data", str(folder), "texts", "fetch"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        came = [process.stdout.readline() for _ in range(6)]  # before the last page is there
        assert [line.split()[:2] for line in came[::3]] == [
            ["new", "river-act@bill-1"],
            ["new", "river-act@bill-2"],
        ]
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert "rvc: 2 of 3 pages are kept; run again to go on\n" in said
    assert process.returncode == 130


@pytest.mark.skipif(os.name == "nt", reason="pipes close in another way on Windows")
def test_a_reader_who_goes_away_stops_no_page(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    gone = threading.Event()

    def late(request: BaseHTTPRequestHandler) -> None:
        gone.wait(20)
        reply("gone", 404)(request)

    site.page("/bill-2.html", late)
    with subprocess.Popen(
        [sys.executable, "-m", "rvc", "--data", str(folder), "texts", "fetch"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        gone.set()
        said = process.stderr.read()
    assert b"Traceback" not in said
    assert process.returncode == 2, "a page could not be had, read or not"
    assert [page.version for page in texts_in(folder).lock().pages] == ["act", "bill-1"]


class Meanwhile(Hearer):
    """Something else happens while the first page is being asked for."""

    def __init__(self, happens: Callable[[], object]) -> None:
        self.happens: Callable[[], object] | None = happens

    def begins(self, wanted: PageWanted) -> None:
        del wanted
        happens, self.happens = self.happens, None
        if happens:
            happens()


def test_of_two_runs_at_once_the_later_replaces_nothing(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    site.page("/bill-1.html", reply(ACT, headers=HTML), reply(ACT + "<p>other", headers=HTML))
    with quick() as fetcher:
        meanwhile = Meanwhile(lambda: run(folder))
        lines = fetch(texts_in(folder), all_pages(folder), fetcher, hearer=meanwhile)
    assert outcomes(lines) == ["changed", "unchanged", "unchanged"]
    texts = texts_in(folder)
    page = next(page for page in texts.lock().pages if page.version == "bill-1")
    assert texts.store.read(page.kept.sha256) == ACT.encode()
    assert page.changed is not None
    assert verify_texts(texts)[0][0].severity.value == "note"


def test_a_file_added_while_its_page_is_asked_for_counts(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    saved = tmp_path / "saved.html"
    saved.write_text(ACT + "<p>by hand", encoding="utf-8")
    law = law_of(loaded_from(folder))
    with quick() as fetcher:
        meanwhile = Meanwhile(lambda: add(texts_in(folder), law, law.versions[0], saved))
        lines = fetch(texts_in(folder), all_pages(folder), fetcher, hearer=meanwhile)
    assert outcomes(lines) == ["from a file", "new", "new"]
    page = next(page for page in texts_in(folder).lock().pages if page.version == "bill-1")
    assert (page.kept.file, page.changed) == ("saved.html", None)


def test_bytes_that_were_lost_are_fetched_again(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    lines = run(folder)
    texts = texts_in(folder)
    texts.store.path(lines[0].sha256).unlink()
    findings, _ = verify_texts(texts)
    assert [finding.subject for finding in findings] == ["river-act@bill-1"]
    assert outcomes(run(folder, only_missing=True)) == ["unchanged", "here", "here"]
    assert verify_texts(texts) == ([], 3)


def test_damaged_bytes_are_listed_fetched_anew_and_whole_again(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    site.says("/bill-1.html", PAGES.joinpath("bill-1.html").read_bytes(), headers={"ETag": '"1"'})
    line = run(folder)[0]
    texts = texts_in(folder)
    path = texts.store.path(line.sha256)
    path.write_bytes(path.read_bytes() + b"x")
    law = law_of(loaded_from(folder))
    chosen = [(law, version) for version in law.versions]
    assert [text.state for text in text_lines(texts, chosen)] == ["damaged", "kept", "kept"]
    assert "rvc texts fetch river-act@bill-1" in verify_texts(texts)[0][0].hint
    site.headers.clear()
    assert outcomes(run(folder, only_missing=True)) == ["unchanged", "here", "here"]
    assert "if-none-match" not in site.headers[0]
    assert verify_texts(texts) == ([], 3)
    path.unlink()
    site.says("/bill-1.html", status=304)
    assert outcomes(run(folder))[0] == "failed", "not modified, but nothing is here"


def test_a_damaged_file_that_was_added_is_added_again(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    law = law_of(loaded_from(folder))
    saved = tmp_path / "saved.html"
    saved.write_text(ACT, encoding="utf-8")
    texts = texts_in(folder)
    line = add(texts, law, law.versions[2], saved)
    lock = texts.lock()
    texts.store.path(line.sha256).write_bytes(b"other")
    assert add(texts, law, law.versions[2], saved).outcome is Outcome.SAME
    assert texts.store.holds(line.sha256)
    assert texts.lock() == lock


def test_verify_mentions_a_download_that_never_ended(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    run(folder)
    texts = texts_in(folder)
    part = texts.store.folder / "incoming" / "0.part"
    part.write_bytes(b"<p>")
    assert [(f.severity.value, f.message) for f in verify_texts(texts)[0]] == [
        ("note", "a download that never ended")
    ]
    os.utime(part, (0, 0))
    assert verify_texts(texts)[0][0].message == "a download that never ended: removed"
    assert verify_texts(texts)[0] == []


def test_bytes_that_nobody_names_are_noted(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    run(folder)
    texts = texts_in(folder)
    texts.lock_file.unlink()
    findings, count = verify_texts(texts)
    assert count == 0
    assert [finding.severity.value for finding in findings] == ["note"] * 3


def test_a_file_saved_by_hand_counts_instead_of_the_page(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    law = law_of(loaded_from(folder))
    version = law.versions[2]
    saved = tmp_path / "saved.htm"
    saved.write_text(ACT.replace("10,000", "9,999"), encoding="utf-8")
    texts = texts_in(folder)
    line = add(texts, law, version, saved)
    assert (line.outcome, line.url) == (Outcome.NEW, site.url("/act.html"))
    assert outcomes(run(folder)) == ["new", "new", "from a file"]
    assert b"9,999" in texts.store.read(texts.lock().of("river-act", "act")[0].kept.sha256)
    assert add(texts, law, version, saved).outcome is Outcome.SAME
    saved.write_text(ACT, encoding="utf-8")
    assert add(texts, law, version, saved).outcome is Outcome.ACCEPTED
    assert texts.lock().of("river-act", "act")[0].earlier == (line.sha256,)


def test_the_address_of_a_saved_file_is_one_that_the_register_names(
    tmp_path: Path, site: Site
) -> None:
    folder = data_folder(tmp_path, site)
    law = law_of(loaded_from(folder))
    act, texts = law.versions[2], texts_in(folder)
    with pytest.raises(RvcError, match="is no web address"):
        add(texts, law, act, PAGES / "act.html", "act.html")
    assert texts.lock().pages == ()
    assert add(texts, law, act, PAGES / "act.html", site.url("/act.html")).remark == ""
    typed = add(texts, law, act, PAGES / "act.html", site.url("/atc.html"))
    wanted = site.url("/act.html")
    assert typed.remark == f"the register does not name this address: did you mean '{wanted}'?"


def test_an_empty_file_is_refused(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    law = law_of(loaded_from(folder))
    saved = tmp_path / "saved.html"
    saved.write_text(" \n")
    with pytest.raises(RvcError, match="empty"):
        add(texts_in(folder), law, law.versions[0], saved)


def test_watch_says_whose_evidence_changed(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    run(folder)
    assert outcomes(watched(folder)) == ["unchanged"] * 3
    site.says("/act.html", ACT.replace("10,000", "50"), headers=HTML)
    site.says("/bill-1.html", "gone", 404)
    lines = watched(folder)
    assert outcomes(lines) == ["failed", "unchanged", "changed"]
    assert lines[2].words_changed
    assert lines[2].provisions == ("Section 3, (1)",)
    assert [demand.demand for demand in lines[2].demands] == ["everybody"]
    assert outcomes(watched(folder))[2] == "changed", "until somebody accepts it"


def test_only_pages_that_were_fetched_are_watched(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    law = law_of(loaded_from(folder))
    texts = texts_in(folder)
    add(texts, law, law.versions[0], PAGES / "bill-1.html")
    with quick() as fetcher:
        fetch(texts, all_pages(folder)[:2], fetcher)
    chosen = [(law, version) for version in law.versions]
    assert [page.version for page in pages_to_watch(texts.lock(), chosen)] == ["bill-2"]


def test_watch_tells_other_bytes_from_other_words(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    run(folder)
    site.says("/act.html", ACT.replace("<body>", '<body data-token="7">'), headers=HTML)
    line = watched(folder)[2]
    assert (line.outcome, line.words_changed, line.demands) == (Outcome.CHANGED, False, ())


def test_watch_says_when_the_new_page_cannot_be_read(tmp_path: Path, site: Site) -> None:
    folder = data_folder(tmp_path, site)
    run(folder)
    site.says("/act.html", b"%PDF-1.7 cut off", headers=HTML)
    line = watched(folder)[2]
    assert line.outcome is Outcome.CHANGED
    assert "cannot be compared" in line.problem

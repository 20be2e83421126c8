from __future__ import annotations

import os
from pathlib import Path

import pytest

from rvc.errors import RvcError
from rvc.tasks.saved_file import read_saved


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(RvcError, match="a folder, not a file"):
        read_saved(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "act.html"
    os.mkfifo(pipe)
    with pytest.raises(RvcError, match="a pipe or a device, not a file"):
        read_saved(pipe)


@pytest.mark.parametrize("name", ["act.pdf", "act.DOCX"])
def test_a_web_page_under_the_name_of_another_format(tmp_path: Path, name: str) -> None:
    saved = tmp_path / name
    saved.write_text("<!doctype html><title>Act</title><p>Section 1 Purpose", encoding="utf-8")
    with pytest.raises(RvcError, match="a web page, though its name ends in") as told:
        read_saved(saved)
    assert told.value.where == str(saved)


@pytest.mark.parametrize("name", ["missing.html", "a\0b.html"])
def test_what_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(RvcError, match="cannot be read") as told:
        read_saved(tmp_path / name)
    assert name in told.value.where


@pytest.mark.parametrize("name", ["act.pdf.crdownload", "act.html.part", "act.Download"])
def test_a_download_that_is_not_finished_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("<!doctype html><p>Rivers", encoding="utf-8")
    with pytest.raises(RvcError, match="the download is not finished"):
        read_saved(path)

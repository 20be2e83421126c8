"""The commands of docs/texts.md do what the page shows; UPDATE_GOLDEN=1 writes the page anew."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from texts import data_folder
from toys import TESTS, Said

if TYPE_CHECKING:
    from sites import Site

PAGE = TESTS.parent / "docs" / "texts.md"
BLOCK = re.compile(r"^```console\n\$ (rvc .*)\n((?:(?!```).*\n)*)```$", re.M)
FAILS = {"rvc check --texts": 1}


def test_every_command_says_what_the_page_shows(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch, rvc: Callable[..., Said]
) -> None:
    data_folder(tmp_path, site)
    monkeypatch.chdir(tmp_path)
    port = site.address.rpartition(":")[2]
    page = PAGE.read_text(encoding="utf-8")

    def run(match: re.Match[str]) -> str:
        words = [
            found
            for word in shlex.split(match[1])[1:]
            for found in (sorted(map(str, Path().glob(word))) if "*" in word else [word])
        ]
        said = rvc(*words)
        assert said.code == FAILS.get(match[1], 0), said.err
        out = said.out.replace(f"127.0.0.1:{port}", "127.0.0.1:8000")
        out = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "2026-01-02T03:04:05Z", out)
        return f"```console\n$ {match[1]}\n{out}```"

    written = BLOCK.sub(run, page)
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(written, encoding="utf-8")
    assert len(BLOCK.findall(page)) >= 9
    assert page == written

"""What a command does not need it does not import, or every call would wait for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from toys import TOY

HEAVY = ("requests", "yaml", "bibtexparser", "lxml", "rich", "pypdfium2", "jsonschema", "http")
PROBE = """\
import sys
from rvc.cli.run import run
code = run(sys.argv[1:])
loaded = sorted(name for name in {heavy!r} if name in sys.modules)
print("LOADED", *loaded, file=sys.stderr)
sys.exit(code)
"""


def loaded_by(cache: Path, *arguments: str) -> set[str]:
    out = subprocess.run(
        [sys.executable, "-c", PROBE.format(heavy=HEAVY), *arguments],
        env={**os.environ, "RVC_CACHE": str(cache)},
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    assert out.returncode == 0, out.stderr
    return set(out.stderr.splitlines()[-1].split()[1:])


@pytest.mark.parametrize(
    "arguments", [("--help",), ("laws", "--help"), ("refs", "--help"), ("--version",)]
)
def test_help_loads_nothing_heavy(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert loaded_by(tmp_path, *arguments) == set()


def test_a_diff_of_a_register_that_was_read_before_loads_nothing_heavy(tmp_path: Path) -> None:
    call = ("--data", str(TOY), "laws", "diff")
    assert "requests" not in loaded_by(tmp_path, *call)
    assert loaded_by(tmp_path, *call) == set()


EVIDENCE = """\
format: 1
works:
  - key: rossi2001
    status: confirmed
    compared: 0123456789abcdef
"""


def with_evidence(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    shutil.copytree(TOY, data)
    (data / "references.lock.yaml").write_text(EVIDENCE, encoding="utf-8")
    return data


def test_evidence_that_was_read_before_is_not_parsed_again(tmp_path: Path) -> None:
    call = ("--data", str(with_evidence(tmp_path)), "laws", "diff")
    assert "yaml" in loaded_by(tmp_path / "cache", *call)
    assert loaded_by(tmp_path / "cache", *call) == set()


def test_verifying_offline_needs_no_network(tmp_path: Path) -> None:
    call = ("--data", str(TOY), "refs", "verify", "--offline")
    assert not {"requests", "http", "lxml"} & loaded_by(tmp_path, *call)

from __future__ import annotations

from pathlib import Path

import pytest

from rvc.errors import RvcError
from rvc.tasks.briefs import stale_briefs, write_briefs

TEXTS = {"a.md": "# A\n", "b.md": "# B\n"}


def test_what_is_current_is_not_written_again(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "briefs"
    assert write_briefs(TEXTS, folder) == [folder / "a.md", folder / "b.md"]
    (folder / "b.md").write_bytes(b"# B\r\n")
    assert stale_briefs({"a.md": "# A\n"}, folder) == []
    assert write_briefs(TEXTS, folder) == [folder / "b.md"]
    assert (folder / "b.md").read_bytes() == b"# B\n"


def test_a_difference_is_told_line_by_line_even_without_a_last_line_break(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Old", encoding="utf-8")
    (difference,) = stale_briefs({"a.md": "# A\n"}, tmp_path)
    assert difference.splitlines() == [
        f"--- {tmp_path / 'a.md'} (on disk)",
        f"+++ {tmp_path / 'a.md'} (should be)",
        "@@ -1 +1 @@",
        "-# Old",
        "+# A",
    ]


def test_a_brief_that_cannot_be_read_is_stale(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff")
    assert "-(cannot be read)" in stale_briefs(TEXTS, tmp_path)[0]
    assert "+# B" in stale_briefs(TEXTS, tmp_path)[1]


@pytest.mark.parametrize("name", ["../a.md", "a/b.md", "", "c:a.md", "..\\a.md"])
def test_no_name_leads_out_of_the_folder(name: str, tmp_path: Path) -> None:
    with pytest.raises(RvcError, match="is no name for a file"):
        write_briefs({"b.md": "# B\n", name: "x"}, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(RvcError):
        write_briefs(TEXTS, tmp_path / "file")

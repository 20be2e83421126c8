"""Writing the briefs, and finding those on disk that no longer say what the register says."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

from rvc.adapters.atomic import write_all
from rvc.errors import RvcError


def write_briefs(texts: Mapping[str, str], folder: Path) -> list[Path]:
    """Write the briefs (file name → text) into `folder`, all or none; return those that changed.

    RvcError for a name that would lead out of the folder.
    """
    for name in texts:
        if not name or Path(name).name != name or "\\" in name or ":" in name:
            hint = "a law's id names its brief: letters, digits and hyphens only"
            raise RvcError("is no name for a file", where=name, hint=hint)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RvcError(error.strerror or "cannot be made", where=str(folder)) from error
    changed = {
        folder / name: text.encode() for name, text in texts.items() if _read(folder / name) != text
    }
    write_all(changed)
    return list(changed)


def stale_briefs(texts: Mapping[str, str], folder: Path) -> list[str]:
    """Return, for each brief on disk that is missing or other than it should be, its difference."""
    differences = []
    for name, text in texts.items():
        there = _read(folder / name)
        if there != text:
            lines = unified_diff(
                there.splitlines(),
                text.splitlines(),
                f"{folder / name} (on disk)",
                f"{folder / name} (should be)",
                lineterm="",
            )
            differences.append("".join(f"{line}\n" for line in lines))
    return differences


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        return "(cannot be read)\n"

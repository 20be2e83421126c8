"""Formatting .bib files in place, by the rules that the owner chose."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from rvc.adapters.atomic import locked, write_all
from rvc.adapters.bib_files import BibFile, read_bib
from rvc.adapters.refs_settings import FormatSettings
from rvc.bib.format.rule import USUAL_ORDER, Options
from rvc.bib.format.table import Formatted, format_text
from rvc.errors import RvcError


class FileFormatted(NamedTuple):
    """A file as it was and what formatting made of its text."""

    file: BibFile
    result: Formatted

    @property
    def changed(self) -> bool:
        """Whether the text is another one now."""
        return self.result.text != self.file.text


def format_options(settings: FormatSettings) -> Options:
    """Return the settings of pyproject.toml as rules take them."""
    indent = settings.indent
    if isinstance(indent, int):
        if not 0 <= indent <= 16:
            raise RvcError(f"an indent of {indent} blanks", hint="0 to 16, or the text itself")
        indent = " " * indent
    elif indent.strip(" \t"):
        raise RvcError(f"the indent {indent!r} is no white space")
    if not 0 <= settings.align <= 80:
        raise RvcError(f"names filled to {settings.align} characters", hint="0 to 80")
    order = settings.field_order or USUAL_ORDER
    return Options(indent, settings.align, order, settings.sort or ("key",))


class Wanted(NamedTuple):
    """A file to format, and how."""

    path: Path
    rules: Sequence[str]
    options: Options


def format_files(wanted: Sequence[Wanted], *, write: bool) -> list[FileFormatted]:
    """Format files; with `write`, in place, all or none of them, under their locks."""
    with ExitStack() as locks:
        if write:
            for path in sorted({one.path for one in wanted}):
                locks.enter_context(locked(path))
        done = [_formatted(one) for one in wanted]
        changed = [one for one in done if one.changed]
        if write and changed:
            write_all(
                {one.file.path: one.file.encode(one.result.text) for one in changed},
                was={one.file.path: one.file.data for one in changed},
            )
    return done


def _formatted(wanted: Wanted) -> FileFormatted:
    file = read_bib(wanted.path)
    return FileFormatted(file, format_text(file.text, wanted.rules, wanted.options))

"""Formatting .bib files in place, by the rules that the owner chose."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from rvc.adapters.atomic import locked
from rvc.adapters.bib_files import BibFile, read_bib, write_bib
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


def format_file(
    path: Path, rules: Sequence[str], options: Options, *, write: bool
) -> FileFormatted:
    """Format a file; with `write`, in place, whole or not at all, under its lock."""
    if not write:
        file = read_bib(path)
        return FileFormatted(file, format_text(file.text, rules, options))
    with locked(path):
        file = read_bib(path)
        done = FileFormatted(file, format_text(file.text, rules, options))
        if done.changed:
            write_bib(file, done.result.text)
    return done

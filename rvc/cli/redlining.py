"""What `rvc laws redline` does, once it knows whether a law or two files were meant."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from rvc.analysis.corrections import StaleCorrection
    from rvc.analysis.redline import Redline

CONTEXT = 20
"""Unchanged words shown around a change."""


class Asked(NamedTuple):
    """Which versions of which law, which provisions of them, and what is to be recorded."""

    law: str
    start: str
    end: str
    provisions: Sequence[str]
    links: Sequence[str]
    note: str
    unlinks: Sequence[str] = ()
    says_notes: bool = True
    """Whether notes on the texts go to standard error; formats that hold them need no second."""


class Made(NamedTuple):
    """A redline and the language of its texts."""

    redline: Redline
    language: str


def plain_files(left: Path, right: Path) -> str:
    """Return the word changes between two files in the marks of wdiff.

    Of plain text files, web pages too, every character is compared; others (PDF, Word) are read.
    """
    from rvc.tasks.redline_files import NotPlainTextError, plain_redline, redline_files

    try:
        ops = redline_files(str(left), str(right))
    except NotPlainTextError:
        from rvc.analysis.textdiff import diff_texts
        from rvc.tasks.redline_versions import read_two_files

        one, other = read_two_files(left, right)
        say_notes([f"{left.name}: {note}" for note in one.notes])
        say_notes([f"{right.name}: {note}" for note in other.notes])
        ops = diff_texts(one.text, other.text)
    return b"".join(plain_redline(ops)).decode()


def of_files(left: Path, right: Path, provisions: Sequence[str], *, says_notes: bool) -> Made:
    """Return the redline of two files of any format that rvc reads."""
    from rvc.tasks.redline_versions import only, redline_two_files

    made, one, other = redline_two_files(left, right)
    say_notes(made.notes if says_notes else ())
    return Made(only(made, one, other, provisions) if provisions else made, other.language)


def of_law(ctx: Any, asked: Asked) -> Made:
    """Return the redline of two versions, after recording what --link and --unlink say."""
    from rvc.adapters.corrections_yaml import FILE
    from rvc.adapters.kept_texts import kept_texts
    from rvc.analysis.changes import version_of
    from rvc.cli.reading import open_data, register_of, the_laws
    from rvc.tasks.read_texts import Reader
    from rvc.tasks.redline_versions import link, only, redline_versions, unlink

    loaded = open_data(ctx)
    law = the_laws(register_of(loaded), [asked.law])[0]
    versions = version_of(law, asked.start or law.first), version_of(law, asked.end or law.end)
    reader, corrections = Reader(kept_texts(loaded.folder)), loaded.folder.path / FILE
    unlink(corrections, law, versions, asked.unlinks)
    made, one, other = redline_versions(reader, corrections, law, *versions)
    if asked.links:
        gone = link(corrections, law, versions, (one, other), asked.links, asked.note)
        say_notes([f"the correction {old.left}={old.right} is replaced" for old in gone])
        made, one, other = redline_versions(reader, corrections, law, *versions)
    say_stale(made.stale)
    say_notes(made.notes if asked.says_notes else ())
    kept = only(made, one, other, asked.provisions) if asked.provisions else made
    return Made(kept, law.language)


def say_stale(stale: Sequence[StaleCorrection]) -> None:
    """Warn on standard error of corrections by a person that no longer hold."""
    from rvc.model.printable import one_line
    from rvc.render.redline_words import stale_line

    for one in stale:
        print(f"warning: {one_line(stale_line(one))}", file=sys.stderr)


def say_notes(notes: Sequence[str]) -> None:
    """Say on standard error what readers expanded, left out or were unsure of."""
    from rvc.model.printable import one_line

    for note in dict.fromkeys(notes):
        print(f"note: {one_line(note)}", file=sys.stderr)


def rendered(made: Made, form: str, whole: bool, out: Path | None) -> str:
    """Return the redline in a format; `whole` shows all words, not only those around changes."""
    from rvc.cli.writing import terminal

    context = None if whole else CONTEXT
    if form == "json":
        from rvc.render.redline_json import redline_json

        return redline_json(made.redline)
    if form == "html":
        from rvc.render.redline_html import redline_html

        return redline_html(made.redline, language=made.language, context=context)
    if form == "markdown":
        from rvc.render.redline_markdown import redline_markdown

        return redline_markdown(made.redline, context=context)
    if form == "plain":
        from rvc.tasks.redline_files import plain_redline

        changes = made.redline.changes
        return b"".join(part for one in changes for part in plain_redline(one.ops)).decode()
    from rvc.render.redline_terminal import redline_terminal

    look = terminal(out)
    return redline_terminal(made.redline, width=look.width, colour=look.colour, context=context)

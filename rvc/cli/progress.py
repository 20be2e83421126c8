"""Progress on a terminal: a bar on standard error, and nothing at all anywhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from rvc.model.printable import one_line
from rvc.tasks.fetch import Hearer
from rvc.tasks.page_outcome import PageWanted

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from rvc.model.output_texts import FetchLine


_LONG = 2.0
"""Seconds of waiting that a person wonders about."""

Tell = Callable[["FetchLine"], None]
"""Hears what came of each page as soon as it is known."""


def hearer(total: int, tell: Tell = lambda _: None) -> Bar | Quiet:
    """Return what shows the progress of `total` pages; used as a context manager."""
    if total and shows_bar():
        return Bar(total, tell)
    return Quiet(tell)


def shows_bar() -> bool:
    """Whether standard error is a terminal that can move its cursor."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


class Quiet(Hearer):
    """Shows nothing."""

    def __init__(self, tell: Tell = lambda _: None) -> None:
        self._tell = tell

    def ends(self, line: FetchLine) -> None:
        """Pass on what came of the page."""
        self._tell(line)

    def __enter__(self) -> Quiet:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class Bar(Hearer):
    """One bar for all pages, and one for the bytes of the page that is being asked for."""

    def __init__(self, total: int, tell: Tell = lambda _: None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        self._tell = tell
        self._progress: Progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[bytes]}", markup=False),
            console=Console(stderr=True, markup=False, highlight=False),
            transient=True,
            redirect_stdout=False,  # or what is printed meanwhile would go to standard error
        )
        self._pages: TaskID = self._progress.add_task("texts", total=total, bytes="")

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def begins(self, wanted: PageWanted) -> None:
        """Say which version is being asked for."""
        said = one_line(f"{wanted.law}@{wanted.version}")
        self._progress.update(self._pages, description=said, bytes="")

    def bytes(self, got: int, announced: int | None) -> None:
        """Say how much of the page came."""
        of = f" of {announced / 1000:,.0f}" if announced else ""
        self._progress.update(self._pages, bytes=f"{got / 1000:,.0f}{of} kB")

    def rests(self, seconds: float) -> None:
        """Wait, and say so where it is long enough to look like a program that hangs."""
        if seconds >= _LONG:
            self._progress.update(self._pages, bytes=f"waiting {seconds:.0f} s")
        super().rests(seconds)
        self._progress.update(self._pages, bytes="")

    def ends(self, line: FetchLine) -> None:
        """Count the page, and pass on what came of it."""
        self._progress.advance(self._pages)
        self._tell(line)

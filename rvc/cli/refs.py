"""The group `rvc refs`."""

from __future__ import annotations

from typing import ClassVar

import typer

from rvc.cli.lazy import LazyGroup


class RefCommands(LazyGroup):
    """The members of `rvc refs`."""

    members: ClassVar[dict[str, tuple[str, str]]] = {
        "list": ("rvc.cli.refs_list", "The works, in the order of the file."),
        "show": ("rvc.cli.refs_show", "A work, and what rests on it."),
        "search": ("rvc.cli.refs_search", "Find works by words, fields, years."),
        "check": ("rvc.cli.refs_check", "Check the bibliography and repair what is safe."),
        "verify": ("rvc.cli.refs_verify", "Compare works with Crossref, DataCite, OpenAlex."),
        "retractions": ("rvc.cli.refs_retractions", "The Retraction Watch data."),
        "format": ("rvc.cli.refs_format", "Format .bib files by rules that you name."),
        "add": ("rvc.cli.refs_add", "Add works by DOI, ISBN …, or from files."),
        "edit": ("rvc.cli.refs_edit", "Change fields of a work."),
        "rename": ("rvc.cli.refs_rename", "Give a work another key wherever it is cited."),
        "remove": ("rvc.cli.refs_remove", "Remove a work that nothing rests on."),
        "open": ("rvc.cli.refs_open", "Open the page of a work in the browser."),
        "dupes": ("rvc.cli.refs_dupes", "Entries that mean the same work; make them one."),
        "cited-by": ("rvc.cli.refs_cited_by", "What in the register rests on a work."),
        "match": ("rvc.cli.refs_match", "Which works the citations in a plain text mean."),
        "cited": ("rvc.cli.refs_cited", "Which works manuscripts cite, and which they miss."),
        "cite": ("rvc.cli.refs_cite", "Print works in a citation style."),
        "export": ("rvc.cli.refs_export", "Works for other programs, or as a page."),
    }


app = typer.Typer(cls=RefCommands, no_args_is_help=True, rich_markup_mode=None)


@app.callback(epilog="Example: rvc refs search vigilance year:2015..2017")
def refs() -> None:
    """The bibliography: list, search, check, cite."""

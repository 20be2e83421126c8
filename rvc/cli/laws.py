"""The group `rvc laws`."""

from __future__ import annotations

from typing import ClassVar

import typer

from rvc.cli.lazy import LazyGroup


class LawCommands(LazyGroup):
    """The members of `rvc laws`."""

    members: ClassVar[dict[str, tuple[str, str]]] = {
        "diff": ("rvc.cli.laws_diff", "How each demand fared between two versions."),
        "list": ("rvc.cli.laws_list", "The laws of the register."),
        "show": ("rvc.cli.laws_show", "A law: versions, demands, what is not known."),
        "timeline": ("rvc.cli.laws_timeline", "What happened to a law, in the order of time."),
        "demands": ("rvc.cli.laws_demands", "What was asked, by whom, where and when."),
        "matrix": ("rvc.cli.laws_matrix", "Laws by dimensions at the final text."),
        "redline": ("rvc.cli.laws_redline", "Two versions side by side, word by word."),
        "trace": (
            "rvc.cli.laws_trace",
            "The wording that answers one demand, through all versions.",
        ),
        "substance": (
            "rvc.cli.laws_substance",
            "Amounts, deadlines and binding words that changed.",
        ),
        "suggest": (
            "rvc.cli.laws_suggest",
            "What to code again in a new version, and where to look.",
        ),
    }


app = typer.Typer(cls=LawCommands, no_args_is_help=True, rich_markup_mode=None)


@app.callback(epilog="Example: rvc laws diff fr-vigilance --direction lost")
def laws() -> None:
    """What was asked of each law, and what its texts gave."""

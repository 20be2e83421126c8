"""The group `rvc texts`."""

from __future__ import annotations

from typing import ClassVar

import typer

from rvc.cli.lazy import LazyGroup


class TextCommands(LazyGroup):
    """The members of `rvc texts`."""

    members: ClassVar[dict[str, tuple[str, str]]] = {
        "fetch": ("rvc.cli.texts_fetch", "Get the registered official pages and keep them."),
        "add": ("rvc.cli.texts_add", "Keep a file saved by hand as the text of a version."),
        "list": ("rvc.cli.texts_list", "Which texts are kept, and which are not."),
        "show": ("rvc.cli.texts_show", "A text as it was read: provisions, notes, words."),
        "verify": ("rvc.cli.texts_verify", "Whether every text kept still has its hash."),
        "steps": ("rvc.cli.texts_steps", "Steps of a bill's passage, and where its texts stand."),
        "effects": ("rvc.cli.texts_effects", "What laws change in each other, made or waiting."),
        "watch": ("rvc.cli.texts_watch", "Whether official pages changed, and whom that concerns."),
    }


app = typer.Typer(cls=TextCommands, no_args_is_help=True, rich_markup_mode=None)


@app.callback(epilog="Example: rvc texts fetch fr-vigilance")
def texts() -> None:
    """The official texts: fetch, keep, verify, watch.

    They are kept beside the register, by hash, in the folder texts/ (or where RVC_TEXTS says).
    """

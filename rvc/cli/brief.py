"""`rvc brief`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rvc.cli.options import LawsArgument
from rvc.errors import RvcError

if TYPE_CHECKING:
    from rvc.adapters.register_folder import Loaded

COMPARISON = "comparison.md"
TAKEN = "that is the name of the brief that compares the laws"

app = typer.Typer(rich_markup_mode=None)


@app.command(epilog="Example: rvc brief --out briefs --check")
def brief(
    ctx: typer.Context,
    laws: LawsArgument = None,
    out: Annotated[
        Path, typer.Option("--out", "-o", help="Folder of the briefs.", metavar="DIR")
    ] = Path("briefs"),
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 when a brief is stale.")
    ] = False,
    texts: Annotated[
        bool,
        typer.Option("--texts", help="Count phrases found in the kept official texts as checked."),
    ] = False,
) -> None:
    """Write one Markdown brief a law and, for more than one, a brief comparing them."""
    from rvc.cli.reading import open_data
    from rvc.cli.writing import write
    from rvc.model.printable import printable
    from rvc.tasks.briefs import stale_briefs, write_briefs

    written = _texts(open_data(ctx), laws, found=texts)
    if check:
        stale = stale_briefs(written, out)
        write(printable("".join(stale)))
        raise typer.Exit(1 if stale else 0)
    for path in write_briefs(written, out):
        write(printable(f"written: {path}\n"))


def _texts(loaded: Loaded, laws: list[str] | None, *, found: bool) -> dict[str, str]:
    from rvc.analysis import views
    from rvc.analysis.changes import compare
    from rvc.analysis.telling import tell
    from rvc.cli.reading import register_of, reported, say_if_empty, teller_of, the_laws
    from rvc.render.brief_markdown import brief_markdown
    from rvc.render.comparison_markdown import comparison_markdown

    # Without --texts the same data folder gives the same briefs, whoever keeps which texts.
    register, teller = register_of(loaded), teller_of(loaded, found=found)
    say_if_empty(register)
    chosen = reported(the_laws(register, laws), teller)
    told = [tell(compare(law), teller) for law in chosen]
    texts = {
        f"{law.id}.md": brief_markdown(
            story, views.law_card(law, teller), views.timeline(law, teller), teller.bibliography
        )
        for law, story in zip(chosen, told, strict=True)
    }
    if len(chosen) > 1:
        matrix = views.matrix(chosen, teller)
        if COMPARISON in texts:
            raise RvcError(f"no law can be called '{COMPARISON.removesuffix('.md')}'", hint=TAKEN)
        texts[COMPARISON] = comparison_markdown(register.title, told, matrix)
    return texts

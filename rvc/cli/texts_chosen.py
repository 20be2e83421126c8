"""Which versions a command on texts was asked for: `LAW`, `LAW@VERSION`, all when nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from rvc.cli import completion

if TYPE_CHECKING:
    from rvc.model.law import Law, Version
    from rvc.model.output_texts import Outcome
    from rvc.model.register import Register

VersionsArgument = Annotated[
    Optional[list[str]],  # noqa: UP045 - read by Typer when the program starts
    typer.Argument(
        help="Laws or versions; all when none.",
        metavar="[LAW[@VERSION]]...",
        autocompletion=completion.law_versions,
    ),
]
VersionArgument = Annotated[
    str,
    typer.Argument(
        help="A version of a law.", metavar="LAW@VERSION", autocompletion=completion.law_versions
    ),
]


def exit_for(outcomes: Iterable[Outcome]) -> None:
    """Exit with 1 when a page changed, with 2 when none did but one could not be had."""
    came = {outcome.value for outcome in outcomes}
    if "changed" in came:
        raise typer.Exit(1)
    if "failed" in came:
        raise typer.Exit(2)


def the_versions(register: Register, asked: Sequence[str] | None) -> list[tuple[Law, Version]]:
    """Return the versions asked for, in the order asked; RvcError names the nearest id."""
    from rvc.cli.reading import the_laws

    found: list[tuple[Law, Version]] = []
    for each in asked or [law.id for law in register.laws]:
        law_id, at, version_id = each.partition("@")
        law = the_laws(register, [law_id])[0]
        if at:
            found.append((law, _version(law, version_id)))
        else:
            found += [(law, v) for v in (law.reversion, *law.versions) if v is not None]
    return list({(law.id, version.id): (law, version) for law, version in found}.values())


def named_versions(register: Register, asked: Sequence[str] | None) -> frozenset[tuple[str, str]]:
    """Return law and version of those that were asked for by name, as LAW@VERSION."""
    named = [each for each in asked or () if "@" in each]
    chosen = the_versions(register, named) if named else ()
    return frozenset((law.id, version.id) for law, version in chosen)


def the_version(register: Register, asked: str) -> tuple[Law, Version]:
    """Return the one version asked for as LAW@VERSION; RvcError when there is no @."""
    from rvc.errors import RvcError

    if "@" not in asked:
        hint = "write LAW@VERSION, such as fr-vigilance@final"
        raise RvcError(f"'{asked}' names no version", hint=hint)
    return the_versions(register, [asked])[0]


def _version(law: Law, id: str) -> Version:
    from rvc.analysis.changes import version_of

    # what begins only one id is enough, as with laws
    beginning = [version.id for version in law.versions if id and version.id.startswith(id)]
    return version_of(law, beginning[0] if len(beginning) == 1 else id)

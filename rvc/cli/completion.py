"""Names that the shell completes: ids of laws, versions, demands, dimensions; keys; rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rvc.adapters.register_folder import Loaded

Completer = Callable[[Any, str], list[tuple[str, str]]]


def laws(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete ids of laws."""
    return _complete(ctx, incomplete, lambda data: ((law.id, law.short) for law in _laws(data)))


def versions(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete ids of versions."""
    return _complete(
        ctx,
        incomplete,
        lambda data: ((found.id, found.label) for law in _laws(data) for found in law.versions),
    )


def law_versions(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete `LAW` and, once there is an @, `LAW@VERSION`."""

    def names(data: Loaded) -> Iterable[tuple[str, str]]:
        for law in _laws(data):
            yield law.id, law.short
            if "@" in incomplete:
                yield from ((f"{law.id}@{found.id}", found.label) for found in law.versions)

    return _complete(ctx, incomplete, names)


def demands(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete ids of demands."""
    return _complete(
        ctx,
        incomplete,
        lambda data: ((found.id, found.title) for law in _laws(data) for found in law.demands),
    )


def dimensions(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete ids of dimensions."""

    def names(data: Loaded) -> Iterable[tuple[str, str]]:
        register = data.register.register
        found = register.codebook.dimensions if register else ()
        return ((dimension.id, dimension.label) for dimension in found)

    return _complete(ctx, incomplete, names)


def tags(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete ids of tags."""

    def names(data: Loaded) -> Iterable[tuple[str, str]]:
        register = data.register.register
        return ((tag.id, tag.label) for tag in (register.tags if register else ()))

    return _complete(ctx, incomplete, names)


def keys(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Complete cite keys."""
    return _complete(
        ctx,
        incomplete,
        lambda data: (
            (key, work.title) for key, work in data.references.bibliography.works.items()
        ),
    )


def directions(incomplete: str) -> list[str]:
    """Complete the ways that a demand can go."""
    from rvc.analysis.changes import Direction

    return [way.value for way in Direction if way.value.startswith(incomplete)]


def styles(incomplete: str) -> list[str]:
    """Complete the citation styles that are built in."""
    from rvc.render.cite.table import STYLES

    return [name for name in STYLES if name.startswith(incomplete)]


def rules(incomplete: str) -> list[tuple[str, str]]:
    """Complete rules on the register."""
    from rvc.lint.table import RULES
    from rvc.tasks.check_corrections import CORRECTION
    from rvc.tasks.check_texts import PHRASE

    every = (*RULES, PHRASE, CORRECTION)
    return _named(((rule.name, rule.summary) for rule in every), incomplete)


def bib_rules(incomplete: str) -> list[tuple[str, str]]:
    """Complete rules on the bibliography."""
    from rvc.lint.bib_table import BIB_RULES

    return _named(((rule.name, rule.summary) for rule in BIB_RULES), incomplete)


def format_rules(incomplete: str) -> list[tuple[str, str]]:
    """Complete rules by which a bibliography is formatted."""
    from rvc.bib.format.table import FORMAT_RULES

    return _named(((rule.name, rule.summary) for rule in FORMAT_RULES), incomplete)


def _laws(data: Loaded) -> Any:
    return data.register.register.laws if data.register.register else ()


def _complete(
    ctx: Any, incomplete: str, names: Callable[[Loaded], Iterable[tuple[str, str]]]
) -> list[tuple[str, str]]:
    from rvc.cli.reading import open_data
    from rvc.cli.run import DataTrouble
    from rvc.errors import RvcError

    try:
        found = names(open_data(ctx, quiet=True))
    except (RvcError, DataTrouble):
        return []  # a shell that completes has nowhere to say what is wrong
    return _named(found, incomplete)


def _named(found: Iterable[tuple[str, str]], incomplete: str) -> list[tuple[str, str]]:
    from rvc.model.printable import one_line

    return [(name, one_line(said)) for name, said in found if name.startswith(incomplete)]

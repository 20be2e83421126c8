"""Names that the shell completes: ids of laws, versions, demands, dimensions; cite keys."""

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


def _laws(data: Loaded) -> Any:
    return data.register.register.laws if data.register.register else ()


def _complete(
    ctx: Any, incomplete: str, names: Callable[[Loaded], Iterable[tuple[str, str]]]
) -> list[tuple[str, str]]:
    from rvc.cli.reading import open_data
    from rvc.cli.run import DataTrouble
    from rvc.errors import RvcError
    from rvc.model.printable import one_line

    try:
        found = names(open_data(ctx, quiet=True))
    except (RvcError, DataTrouble):
        return []  # a shell that completes has nowhere to say what is wrong
    return [(name, one_line(said)) for name, said in found if name.startswith(incomplete)]

"""What most commands begin with: the data folder opened, ids looked up, doubts gathered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rvc.cli.run import DataTrouble
from rvc.errors import RvcError

if TYPE_CHECKING:
    from pathlib import Path

    from rvc.adapters.data_folder import DataFolder
    from rvc.adapters.register_folder import Loaded
    from rvc.analysis.telling import Teller
    from rvc.model.law import Law
    from rvc.model.loaded import LoadedBibliography
    from rvc.model.register import Register


def open_data(ctx: Any, *, quiet: bool = False, only: Sequence[str] | None = None) -> Loaded:
    """Return what the data folder holds; say which folder it is when it is not the nearest.

    With `only`, laws whose ids begin with none of these may be left out. DataTrouble when there is
    no register in it, because its file has errors.
    """
    from rvc.adapters.data_folder import find_data
    from rvc.adapters.register_folder import load

    folder = find_data(data_option(ctx))
    if not quiet:
        say_folder(folder)
    loaded = load(folder, only or ())
    if loaded.register.register is None:
        from rvc.render.findings_text import finding_line

        raise DataTrouble([finding_line(found) for found in loaded.register.findings])
    if loaded.references.findings and not quiet:
        say_troubled(len(loaded.references.findings), folder.bibliography)
    return loaded


def open_references(ctx: Any) -> LoadedBibliography:
    """Return the bibliography of the data folder, without reading the register."""
    from rvc.adapters.data_folder import find_data
    from rvc.adapters.register_folder import load_bibliography

    folder = find_data(data_option(ctx))
    say_folder(folder)
    return load_bibliography(folder)


def references_file(ctx: Any) -> Path:
    """Return the path of references.bib in the data folder, and say which folder that is."""
    from rvc.adapters.data_folder import find_data

    folder = find_data(data_option(ctx))
    say_folder(folder)
    return folder.references


def say_troubled(problems: int, name: str) -> None:
    """Say on standard error that the bibliography has problems, which `rvc check` tells."""
    import sys

    noun = "problem" if problems == 1 else "problems"
    print(f"{name} has {problems} {noun}: run rvc check", file=sys.stderr)


def say_folder(folder: DataFolder) -> None:
    """Say on standard error which data folder is used, when it is not the nearest one."""
    if folder.said:
        import sys

        print(folder.said, file=sys.stderr)


def data_option(ctx: Any) -> Path | None:
    """Return the folder given with --data, None when there was none."""
    from pathlib import Path

    given = ctx.find_root().params.get("data")  # set also while a shell completes
    return Path(given) if given else None


def register_of(loaded: Loaded) -> Register:
    """Return the register of data that `open_data` gave."""
    if loaded.register.register is None:
        raise RvcError("there is no register", where=str(loaded.folder.path))
    return loaded.register.register


def say_if_empty(register: Register) -> None:
    """Say on standard error that there is no law, where nothing at all would be printed else."""
    if not register.laws:
        import sys

        print("the register holds no law", file=sys.stderr)


def teller_of(loaded: Loaded, *, found: bool = True) -> Teller:
    """Return what looks up names and works while a story is told.

    With `found`, phrases that stand in the kept official texts are known to it too.
    """
    from rvc.analysis.telling import Teller
    from rvc.tasks.verified_phrases import verified_phrases

    bibliography = loaded.references.bibliography
    verified = verified_phrases(loaded) if found else {}
    return Teller(register_of(loaded), bibliography, doubts_of(loaded), verified)


def reported(laws: Sequence[Law], teller: Teller) -> list[Law]:
    """Return the laws as reports tell them: what was found in official texts rests on these."""
    from rvc.analysis.verified import with_verified

    return [with_verified(law, teller.verified) for law in laws]


def doubts_of(loaded: Loaded) -> dict[str, str]:
    """Return, by cite key, why a work is a weak support."""
    from rvc.tasks.doubts import doubts

    return doubts(loaded.folder, loaded.references.bibliography)


def the_laws(register: Register, ids: Sequence[str] | None) -> list[Law]:
    """Return the laws named, all of them when none is; RvcError names the nearest id."""
    if not ids:
        return list(register.laws)
    known = {law.id: law for law in register.laws}
    return [known[one_of(id, known, "law")] for id in dict.fromkeys(ids)]


def one_of(id: str, known: Iterable[str], noun: str, otherwise: str = "") -> str:
    """Return `id` if it is known, or the one known id that begins with it; else RvcError.

    `otherwise` is its hint where none is near and there are too many to list.
    """
    from rvc.model.nearest import did_you_mean

    names = list(dict.fromkeys(known))
    if id in names:
        return id
    beginning = [name for name in names if id and name.startswith(id)]
    if len(beginning) == 1:
        return beginning[0]
    listed = f"known: {', '.join(names)}" if len(names) <= 6 else otherwise
    listed = listed if names else "there is none at all"
    raise RvcError(f"unknown {noun} '{id}'", hint=did_you_mean(id, names) or listed)


def read_text(path: Path) -> str:
    """Return the text of a file in any common encoding, or of standard input for `-`.

    A byte that fits none is a �. RvcError when the file cannot be opened.
    """
    import sys

    from rvc.adapters.bib_files import decode_bib
    from rvc.adapters.opened import read_bytes
    from rvc.adapters.references_bib import whole

    data = sys.stdin.buffer.read() if str(path) == "-" else read_bytes(path)
    return whole(decode_bib(data, path).text)

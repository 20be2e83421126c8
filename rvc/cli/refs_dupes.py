"""`rvc refs dupes`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from rvc.cli.options import JsonOption, OutOption

if TYPE_CHECKING:
    from rvc.model.output_refs_dupes import DuplicateGroup, MergePlan
    from rvc.tasks.merge_refs import Found, Plan
    from rvc.tasks.rename_key import Change

app = typer.Typer(rich_markup_mode=None)

_Keys = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Argument(help="With --merge: these become one; the first is kept.", metavar="KEY…"),
]
_File = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--file", help="Another bibliography.", metavar="FILE.bib"),
]
_Merge = Annotated[
    bool, typer.Option("--merge", help="Make one entry of those that are certainly one work.")
]
_Manuscript = Annotated[
    Optional[list[Path]],  # noqa: UP045
    typer.Option(help="A manuscript whose citations follow a merge; repeat.", metavar="FILE"),
]
_DryRun = Annotated[bool, typer.Option("--dry-run", help="With --merge: show what would change.")]


@app.command(epilog="Example: rvc refs dupes; rvc refs dupes --merge KEPT OTHER --dry-run")
def dupes(
    ctx: typer.Context,
    keys: _Keys = None,
    file: _File = None,
    merge: _Merge = False,
    manuscript: _Manuscript = None,
    dry_run: _DryRun = False,
    json: JsonOption = False,
    out: OutOption = None,
) -> None:
    """Find entries that mean the same work, by number, title, people and year.

    --merge shows them field by field. It merges by itself only where nothing that differs is left
    behind; citations in laws.yaml and the manuscripts follow. Exit 1 while there are same works.
    """
    from rvc.adapters.bib_files import read_bib
    from rvc.cli.refs_files import bib_paths
    from rvc.tasks.merge_refs import SURE, find_duplicates, merge_files, named_plan, sure_plans

    if keys and not merge:
        raise typer.BadParameter("keys are for --merge")
    if (dry_run or manuscript) and not merge:
        raise typer.BadParameter("--dry-run and --manuscript say how to --merge; give that too")
    path = bib_paths(ctx, [file] if file else None)[0]
    found = find_duplicates(read_bib(path))
    plans, changes = [], []
    if merge:
        plans = [named_plan(found.library, keys)] if keys else sure_plans(found)
        ready = plans if keys else [one for one in plans if one.clear]
        laws = None if file else path.with_name("laws.yaml")
        if ready:
            changes = merge_files(
                path, found.library, ready, laws=laws, manuscripts=manuscript or (), dry_run=dry_run
            )
    done = [_plan(one, done=not dry_run and (bool(keys) or one.clear)) for one in plans]
    groups = () if merge else tuple(_groups(found))
    verb = "would change" if dry_run else "changed"
    _say(path, groups, done, {c.path: f"{verb} ({c.said})" for c in changes}, json=json, out=out)
    if dry_run and not json:
        _diffs(changes)
    left = [one for one in plans if not one.clear and not keys] if merge else []
    if left or (not merge and any(group.kinship in SURE for group in found.groups)):
        raise typer.Exit(1)


def _say(
    path: Path,
    groups: tuple[DuplicateGroup, ...],
    plans: list[MergePlan],
    changes: dict[Path, str],
    *,
    json: bool,
    out: Path | None,
) -> None:
    from rvc.adapters.register_folder import shown
    from rvc.cli.writing import terminal, write
    from rvc.model.output_refs_dupes import RefsDupesOutput
    from rvc.render.dupes_text import dupes_text
    from rvc.render.json_text import json_text

    said = {shown(changed): what for changed, what in changes.items()}
    output = RefsDupesOutput(shown(path), groups, tuple(plans), said)
    write(json_text(output) if json else dupes_text(output, terminal(out).width), out)


def _groups(found: Found) -> list[DuplicateGroup]:
    from rvc.bib.latex import decode
    from rvc.model.output_refs_dupes import DuplicateGroup, SameEntry

    groups = []
    for group in found.groups:
        members = [found.entries[number] for number in group.members]
        groups.append(
            DuplicateGroup(
                group.kinship.value,
                tuple(
                    SameEntry(
                        _clean(entry.key),
                        entry.position.line,
                        _clean(decode(entry.value("title") or "")),
                    )
                    for entry in members
                ),
                tuple(_clean(pair.reason) for pair in group.pairs),
            )
        )
    return groups


def _plan(plan: Plan, *, done: bool) -> MergePlan:
    from rvc.model.output_refs_dupes import LeftBehind, MergedField, MergePlan

    keys = [_clean(entry.key) for entry in plan.members]
    fields = tuple(
        MergedField(
            _clean(one.field),
            _clean(one.value),
            keys[one.source],
            tuple(LeftBehind(keys[number], _clean(value)) for number, value in one.others),
        )
        for one in plan.fields
    )
    return MergePlan(keys[0], tuple(keys[1:]), fields, plan.clear, done)


def _diffs(changes: Sequence[Change]) -> None:
    from rvc.adapters.register_folder import shown
    from rvc.cli.writing import write
    from rvc.render.text_diff import unified

    for change in changes:
        write(unified(change.old_text, change.new_text, shown(change.path)))


def _clean(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")

"""Groups of entries that mean one work, and how they become one, for the terminal."""

from __future__ import annotations

from rvc.model.output_refs_dupes import DuplicateGroup, MergePlan, RefsDupesOutput
from rvc.model.printable import one_line


def dupes_text(output: RefsDupesOutput, width: int = 80) -> str:
    """Return the groups, then the merges field by field, then what changes in which file."""
    parts = [_group(output.file, group, width) for group in output.groups]
    parts += [_merge(plan, width) for plan in output.merges]
    if not output.groups and not output.merges:
        parts.append(f"{output.file}: no entries that mean one work\n")
    lines = [one_line(f"{name}: {said}") + "\n" for name, said in output.changed.items()]
    return "\n".join([*parts, "".join(lines)]) if lines else "\n".join(parts)


def _group(file: str, group: DuplicateGroup, width: int) -> str:
    reasons = "; ".join(dict.fromkeys(group.reasons))
    lines = [one_line(f"{group.kinship}: {reasons}")]
    places = [f"{file}:{entry.line}" for entry in group.entries]
    room = max(map(len, places))
    names = max(len(one_line(entry.key)) for entry in group.entries)
    for place, entry in zip(places, group.entries, strict=True):
        said = f"  {place:{room}}  {one_line(entry.key):{names}}  {one_line(entry.title)}"
        lines.append(_cut(said, width))
    return "\n".join(lines) + "\n"


def _merge(plan: MergePlan, width: int) -> str:
    lines = [one_line(f"{plan.kept} ← {', '.join(plan.gone)}")]
    room = max((len(one.field) for one in plan.fields), default=0)
    for one in plan.fields:
        source = "" if one.source == plan.kept else f"  (from {one_line(one.source)})"
        said = one_line(one.value)
        short = _cut(said, max(width - room - 4 - len(source), 20))
        lines.append(f"  {one_line(one.field):{room}}  {short}{source}")
        lines += [
            _cut(f"  {'':{room}}  ≠ {one_line(other.value)}  ({one_line(other.key)})", width)
            for other in one.others
        ]
    if not plan.done and not plan.clear:
        named = " ".join([plan.kept, *plan.gone])
        lines.append(
            "  not merged, as values differ; name the keys to merge all the same: "
            f"rvc refs dupes --merge {one_line(named)}"
        )
    return "\n".join(lines) + "\n"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"

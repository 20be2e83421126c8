"""Make a list of changes readable: fewer places of change for a few more words marked.

The shortest edit script keeps every word it can, so a rewritten sentence ends as a row of
single words changed around each "of" and "the". Where changes stand close together the stretch is
solved again with a price for each place of change beside the price for each word (affine gap
costs, Gotoh 1982); a change that only adds or only removes then slides to the start of a sentence
or paragraph where one is near.
"""

from __future__ import annotations

from rvc.analysis.shortest_edit import Run
from rvc.analysis.side import Side
from rvc.analysis.sliding import slide

PRICE = 1.6
"""Words that one place of change fewer is worth. A single "of" between two changes is not kept
(joining the changes marks it twice, 1.4), a single longer word is."""

_SHORT_WORD = 0.7
_PUNCTUATION = 0.05
_PARAGRAPH = 1.6  # what keeping the end of a paragraph is worth: no change need run over it
_ISLAND = 4  # an unchanged run of more words stays whatever is around it
_CHEAP = PRICE / 2  # only an island this small makes the stretch worth solving again
_CELLS = 12_000  # of one stretch solved again; larger ones only lose their smallest islands
_WHOLESALE = 12  # words of a change between which no "of the" is worth keeping


def _weights(words: list[str]) -> list[float]:
    """What marking each word costs; words of up to three letters are mostly grammar."""
    return [
        _PUNCTUATION
        if not word[:1].isalnum()
        else _SHORT_WORD
        if len(word) < 4 and word.isalpha()
        else 1.0
        for word in words
    ]


def tidy(left: Side, right: Side, runs: list[Run]) -> list[Run]:
    """Return `runs` with small islands between changes resolved and changes slid into place."""
    if len(runs) > 1:
        runs = _resolve_crowds(left, right, runs)
        runs = _drop_grammar(left, runs)
        runs = slide(left, right, runs)
    return runs


def _resolve_crowds(left: Side, right: Side, runs: list[Run]) -> list[Run]:
    end = (len(left.words), len(right.words), 0)
    budget = 60 * (end[0] + end[1]) + 4 * _CELLS
    out: list[Run] = [runs[0]]
    at, last = 1, len(runs)
    while at < last:
        first = at
        while at < last and _is_island(left, right, runs, at):
            at += 1
        follow = runs[at] if at < last else end
        if at > first and not any(_value(left, right, run) <= _CHEAP for run in runs[first:at]):
            _append(out, runs[first:at])
        elif at > first:
            i, j = out[-1][0] + out[-1][2], out[-1][1] + out[-1][2]
            cells = (follow[0] - i) * (follow[1] - j)
            if cells <= min(_CELLS, budget):
                budget -= cells
                part = cheapest(left.cut(i, follow[0]), right.cut(j, follow[1]))
                _append(out, [(i + a, j + b, n) for a, b, n in part])
            else:
                _append(
                    out, [run for run in runs[first:at] if _value(left, right, run) * 2 > PRICE]
                )
        if at < last:
            _append(out, [follow])
            at += 1
    return out


def _drop_grammar(left: Side, runs: list[Run]) -> list[Run]:
    """Leave out each "of the" that stands alone between two stretches written anew."""
    last = len(runs) - 1
    if not any(length < 4 for _, _, length in runs[1:last]):
        return runs
    out = runs[:1]
    for at in range(1, last):
        i, j, length = runs[at]
        if length < 4:
            a, b, n = out[-1]
            before = i - a - n + j - b - n
            after = runs[at + 1][0] - i - length + runs[at + 1][1] - j - length
            if min(before, after) >= _WHOLESALE and _is_grammar(left, i, i + length):
                continue
        out.append(runs[at])
    return [*out, runs[last]]


def _is_grammar(side: Side, start: int, end: int) -> bool:
    return all(
        len(word) < 4 and not word[0].isdecimal() and "\n" not in space
        for word, space in zip(side.words[start:end], side.spaces[start:end], strict=True)
        if word
    )


def _append(out: list[Run], runs: list[Run]) -> None:
    """Append runs, joining those that touch."""
    for i, j, length in runs:
        a, b, n = out[-1]
        if a + n == i and b + n == j:
            out[-1] = (a, b, n + length)
        else:
            out.append((i, j, length))


def _value(left: Side, right: Side, run: Run) -> float:
    """Half of what keeping a run saves."""
    i, j, length = run
    ends = sum(
        "\n" in old and "\n" in new
        for old, new in zip(left.spaces[i : i + length], right.spaces[j : j + length], strict=True)
    )
    return sum(_weights(left.words[i : i + length])) + ends * _PARAGRAPH / 2


def _is_island(left: Side, right: Side, runs: list[Run], at: int) -> bool:
    """Whether a short run stands between two changes (at an end of the text, beside one)."""
    i, j, length = runs[at]
    if length > 3 * _ISLAND or sum(_weights(left.words[i : i + length])) > _ISLAND:
        return False
    return at + 1 < len(runs) or i + length < len(left.words) or j + length < len(right.words)


def cheapest(left: Side, right: Side) -> list[Run]:
    """Return the runs that mark the fewest words, each place of change counting as `PRICE`, and
    keep the ends of paragraphs where they can.

    Two states a cell: the last step kept a word, or it was part of a change. The stretch begins
    and ends beside kept words.
    """
    far = float("inf")
    weight_left, weight_right = _weights(left.words), _weights(right.words)
    closes = [_PARAGRAPH if "\n" in space else 0.0 for space in right.spaces]
    never = [0.0] * len(closes)
    keep = [0.0] + [far] * len(closes)
    change = [far]
    for at, weight in enumerate(weight_right):
        change.append(min(change[at], keep[at] + PRICE) + weight)
    kept_from: list[bytes] = []
    changed_from: list[bytes] = []
    for word, space, weight in zip(left.words, left.spaces, weight_left, strict=True):
        worth = closes if "\n" in space else never
        row = _row(word, weight, right.words, weight_right, worth, keep, change)
        keep, change = row[0], row[1]
        kept_from.append(bytes(row[2]))
        changed_from.append(bytes(row[3]))
    return _path_back(
        len(weight_left), len(weight_right), keep[-1] <= change[-1], kept_from, changed_from
    )


def _row(
    word: str,
    weight: float,
    right: list[str],
    weight_right: list[float],
    worth: list[float],
    keep: list[float],
    change: list[float],
) -> tuple[list[float], list[float], bytearray, bytearray]:
    """One row of the table: costs of both states and where each came from.

    Codes of a change: bit 0, its step before kept a word; bit 1, it adds (else it removes).
    Code of a kept word: 1 when the step before was a change.
    """
    far = float("inf")
    new_keep, new_change = [far], [min(change[0], keep[0] + PRICE) + weight]
    from_keep = bytearray(len(right) + 1)
    from_change = bytearray(len(right) + 1)
    kept, changed = far, new_change[0]
    for at, other in enumerate(right, 1):
        opened = keep[at] + PRICE
        removed = (opened if opened < change[at] else change[at]) + weight
        opened_here = kept + PRICE
        added = (opened_here if opened_here < changed else changed) + weight_right[at - 1]
        if added < removed:
            from_change[at] = 2 | (opened_here < changed)
            changed = added
        else:
            from_change[at] = opened < change[at]
            changed = removed
        if word == other:
            before_keep, before_change = keep[at - 1], change[at - 1]
            if before_keep <= before_change:
                kept = before_keep
            else:
                kept = before_change
                from_keep[at] = 1
            kept -= worth[at - 1]
        else:
            kept = far
        new_keep.append(kept)
        new_change.append(changed)
    return new_keep, new_change, from_keep, from_change


def _path_back(
    i: int, j: int, kept: bool, kept_from: list[bytes], changed_from: list[bytes]
) -> list[Run]:
    runs: list[Run] = []
    while i:
        if kept:
            kept = not kept_from[i - 1][j]
            i, j = i - 1, j - 1
            if runs and runs[-1][0] == i + 1 and runs[-1][1] == j + 1:
                runs[-1] = (i, j, runs[-1][2] + 1)
            else:
                runs.append((i, j, 1))
        else:
            code = changed_from[i - 1][j]
            kept = bool(code & 1)
            if code & 2:
                j -= 1
            else:
                i -= 1
    runs.reverse()
    return runs

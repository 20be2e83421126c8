"""Compare two texts word by word: what to take out and what to put in, byte for byte.

Long texts are compared in stages, so that what is equal is never cut into words: paragraphs that
both texts have once pair off, the chain of pairs with the most text fixes the order, what is off
the chain has moved, and only the gaps between are compared by words.
"""

from __future__ import annotations

from itertools import accumulate

from rvc.analysis.anchors import extend, heaviest_chain, join_to_runs, unique_pairs
from rvc.analysis.edit_script import DELETE, EQUAL, INSERT, Op, Script, refuse_all, take_all
from rvc.analysis.moved_blocks import SEED, moved_paragraphs, moves_by_gap
from rvc.analysis.narrowing import Box, common_prefix, common_suffix, differing_boxes
from rvc.analysis.set_aside import Around, set_aside
from rvc.analysis.shortest_edit import Run
from rvc.analysis.side import Side
from rvc.analysis.tidy import tidy
from rvc.analysis.whole_numbers import keep_numbers_whole
from rvc.analysis.word_runs import shared_runs
from rvc.analysis.words import split_words

__all__ = ["DELETE", "EQUAL", "INSERT", "Op", "diff_texts", "refuse_all", "take_all"]

# Characters of the longer text up to which the whole is compared by words at once: the shortest
# edit of the whole is then found in milliseconds and a moved paragraph cannot mislead it.
_SMALL = 30_000
_CONTEXT = 32
_SHORT = 200
_PUNCTUATION = ".,;:!?\"'«»“”‘’()[]"


def diff_texts(left: str, right: str) -> tuple[Op, ...]:
    """Return the operations that turn `left` into `right`, in reading order.

    EQUAL and DELETE texts joined give `left`, EQUAL and INSERT joined give `right`, white space
    included. No operation begins or ends inside a word; two neighbours never have the same kind and
    move, and DELETE stands before INSERT.
    """
    if left == right:
        return ((EQUAL, left, 0),) if left else ()
    script = Script(left, right)
    if max(len(left), len(right)) <= _SMALL:
        _small(left, right, script)
    else:
        _long(left, right, script)
    return keep_numbers_whole(script.finish())


def _small(left: str, right: str, script: Script) -> None:
    """Compare by words at once; then again without the paragraphs found to have moved."""
    head, tail = _equal_lines(left, right)
    middle_left, middle_right = left[head : len(left) - tail], right[head : len(right) - tail]
    script.keep(head)
    if middle_left.count("\n") > 1 and middle_right.count("\n") > 1:
        sides = _side(middle_left), _side(middle_right)
        runs = shared_runs(sides[0].words, sides[1].words)
        moved = moved_paragraphs(middle_left, middle_right, sides, runs)
        if moved:
            _compare_words(*set_aside(middle_left, middle_right, moved, script))
        else:
            _emit(*sides, tidy(*sides, runs), script)
    else:
        _compare(middle_left, middle_right, script)
    script.keep(tail)


def _equal_lines(left: str, right: str) -> tuple[int, int]:
    """Return the lengths of the whole lines that both texts share at their start and end."""
    head = common_prefix(left, right, (0, len(left), 0, len(right)))
    head = left.rfind("\n", 0, head) + 1
    tail = common_suffix(left, right, (head, len(left), head, len(right)))
    ahead = left.find("\n", len(left) - tail) if tail else -1
    return head, len(left) - ahead - 1 if ahead >= 0 else 0


def _long(left: str, right: str, script: Script) -> None:
    """Pair off unique paragraphs, then compare what lies between them."""
    lines_left, lines_right = left.splitlines(True), right.splitlines(True)
    runs = join_to_runs(_seeds(lines_left, lines_right), lines_left, lines_right)
    at_left = list(accumulate(map(len, lines_left), initial=0))
    at_right = list(accumulate(map(len, lines_right), initial=0))
    weights = [at_left[i + n] - at_left[i] for i, _, n in runs]
    chain, rest = heaviest_chain(runs, weights)
    chain = extend(chain, lines_left, lines_right)
    chain.append((len(lines_left), len(lines_right), 0))
    moved = moves_by_gap(chain, rest, at_left, at_right)
    end_i = end_j = 0
    for gap, (i, j, length) in enumerate(chain):
        gap_left = left[at_left[end_i] : at_left[i]]
        gap_right = right[at_right[end_j] : at_right[j]]
        if gap in moved:
            _compare(*set_aside(gap_left, gap_right, moved[gap], script))
        else:
            _compare(gap_left, gap_right, script)
        end_i, end_j = i + length, j + length
        script.keep(at_left[end_i] - at_left[i])


def _seeds(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    """Return the places of paragraphs found once on each side, long enough to be no chance."""
    return [(i, j) for i, j in unique_pairs(left, right) if len(left[i]) >= SEED]


def _compare(left: str, right: str, script: Script | Around) -> None:
    """Add the operations of two texts: by words within the boxes in which they differ."""
    at = 0
    boxes = differing_boxes(left, right)
    last = len(boxes) - 1
    for number, box in enumerate(boxes):
        a, b, c, d = box
        if _is_plain(left, right, a, b, c, d):
            tail = _shared_signs(left, right, box)
            script.keep(a - at)
            script.delete(b - a - tail)
            script.insert(d - c - tail)
            at = b - tail
            continue
        # a little of what is equal goes along, so that a change can slide over it
        reach = max(at, a - _CONTEXT)
        start = 0 if not reach else left.find(" ", reach, a) + 1 or a
        room = (boxes[number + 1][0] - b) // 2 if number < last else len(left) - b
        if number == last and room <= _CONTEXT:
            end = len(left)
        else:
            end = left.rfind(" ", b, b + min(room, _CONTEXT)) + 1 or b
        script.keep(start - at)
        fresh = not start or left[start - 1] == "\n"
        _compare_words(left[start:end], right[c - a + start : d - b + end], script, fresh)
        at = end
    script.keep(len(left) - at)


def _is_plain(left: str, right: str, a: int, b: int, c: int, d: int) -> bool:
    """Whether a box is one change without looking closer.

    Text that only one side has is, unless it could slide back over an equal word before it; so are
    two short stretches that share no word.
    """
    if a == b or c == d:
        text, start, end = (left, a, b) if a < b else (right, c, d)
        if text[end - 1] == "\n":
            return True
        final = text[max(start, text.rfind(" ", start, end - 1) + 1) : end]
        return not text.endswith(final, 0, start)
    if b - a + d - c > _SHORT:
        return False
    words = [word.strip(_PUNCTUATION) for word in left[a:b].split()]
    others = [word.strip(_PUNCTUATION) for word in right[c:d].split()]
    return set(words).isdisjoint(others) and "".join(words + others).isalnum()


def _shared_signs(left: str, right: str, box: Box) -> int:
    """Return how many characters that are no words both sides of a box end with."""
    a, b, c, d = box
    most, tail = min(b - a, d - c), 0
    while tail < most and left[b - tail - 1] == right[d - tail - 1]:
        if left[b - tail - 1].isalnum():
            break
        tail += 1
    return tail


def _compare_words(
    left: str, right: str, script: Script | Around, at_line_start: bool = True
) -> None:
    sides = _side(left), _side(right)
    sides[0].at_line_start = sides[1].at_line_start = at_line_start
    runs = tidy(*sides, shared_runs(sides[0].words, sides[1].words))
    _emit(*sides, runs, script)


def _side(text: str) -> Side:
    """Cut `text` into words; the first is empty and carries the leading white space."""
    leading, words, spaces = split_words(text)
    return Side(["", *words], [leading, *spaces])


def _emit(left: Side, right: Side, runs: list[Run], script: Script | Around) -> None:
    """Add to `script` what stands between the runs and the runs themselves."""
    lengths_left = list(map(int.__add__, map(len, left.words), map(len, left.spaces)))
    lengths_right = list(map(int.__add__, map(len, right.words), map(len, right.spaces)))
    end_i = end_j = 0
    for i, j, length in [*runs, (len(left.words), len(right.words), 0)]:
        script.delete(sum(lengths_left[end_i:i]))
        script.insert(sum(lengths_right[end_j:j]))
        end_i, end_j = i + length, j + length
        if left.spaces[i:end_i] == right.spaces[j:end_j]:
            script.keep(sum(lengths_left[i:end_i]))
            continue
        for at in range(length):
            script.keep(len(left.words[i + at]))
            old, new = left.spaces[i + at], right.spaces[j + at]
            if old == new:
                script.keep(len(old))
            else:
                script.delete(len(old))
                script.insert(len(new))

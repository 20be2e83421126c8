"""Keep numbers whole in a list of changes: "[-5 000-]{+10 000+}", never "[-5-]{+10+} 000".

A reader takes in a number at once, with the spaces that group its digits, its currency and its
per cent sign. What is cut off such a number is marked with it. So is the apostrophe of an elided
word: "[-À l'-]{+L'+}article", never "[-À l-]{+L+}'article".
"""

from __future__ import annotations

from rvc.analysis.edit_script import DELETE, EQUAL, INSERT, Op, refuse_all, take_all

_SPACES = " \u00a0\u202f\u2009"
_BEFORE = "$£€"
_BEHIND = "%€£$"
_SOLID = frozenset(f"0123456789{_BEFORE}{_BEHIND}")
_NUMBER = _SOLID.union(_SPACES)
_APOSTROPHES = "'’"
_FIRST = _SOLID.union(_APOSTROPHES)
_WINDOW = 7  # operations beside a seam that a number may reach over
_GROUP = 3  # digits between two spaces


def keep_numbers_whole(ops: tuple[Op, ...]) -> tuple[Op, ...]:
    """Return `ops` with every change that cuts a number, or an elided word from its apostrophe,
    spread over the whole of it.

    The result rebuilds the same texts. A change of spaces alone stays as small as it is.
    """
    ends = _spreads(ops)
    if not ends:
        return ops
    made: list[Op] = []
    gone = new = ""
    for at, (kind, text, move) in enumerate(ops):
        if kind != EQUAL and not move:
            gone += text if kind == DELETE else ""
            new += text if kind == INSERT else ""
            continue
        head, tail = ends.get(at, (0, 0))
        gone, new = gone + text[:head], new + text[:head]
        if move or head + tail < len(text):
            made += [(DELETE, gone, 0)] * bool(gone) + [(INSERT, new, 0)] * bool(new)
            made.append((kind, text[head : len(text) - tail], move))
            gone = new = ""
        if tail:
            gone, new = gone + text[-tail:], new + text[-tail:]
    made += [(DELETE, gone, 0)] * bool(gone) + [(INSERT, new, 0)] * bool(new)
    return tuple(made)


def _spreads(ops: tuple[Op, ...]) -> dict[int, tuple[int, int]]:
    """Return how many characters at both ends of equal texts belong to numbers that change."""
    suspects = [
        at
        for at, (kind, text, _) in enumerate(ops)
        if kind == EQUAL
        and (
            text[0] in _FIRST
            or text[-1] in _SOLID
            or text[1:2] in _SOLID
            or text[-2:-1] in _SOLID
            or text in _SPACES
        )
    ]
    found = {}
    last = len(ops) - 1
    for at in suspects:
        text = ops[at][1]
        head = tail = 0
        if at and _marks(ops, at - 1, -1):
            left, right = _sides(ops[max(0, at - _WINDOW) : at])
            if text[0] in _APOSTROPHES:
                head = int(_is_elided(left) and _is_elided(right))
            else:
                head = _end(left + text, len(left), right + text, len(right), len(text))
        if at < last and _marks(ops, at + 1, 1):
            left, right = _sides(ops[at + 1 : at + 1 + _WINDOW])
            tail = _start(text + left, len(text), text + right, len(text), len(text) - head)
        if head or tail:
            found[at] = head, tail
    return found


def _is_elided(text: str) -> bool:
    """Whether an apostrophe behind `text` ends a word: l', d', qu', lorsqu'; not Peter's."""
    end = at = len(text)
    while at and text[at - 1].isalpha():
        at -= 1
    word = text[at:end].casefold()
    return len(word) == 1 or word.endswith("qu")


def _sides(ops: tuple[Op, ...]) -> tuple[str, str]:
    return refuse_all(ops), take_all(ops)


def _marks(ops: tuple[Op, ...], at: int, step: int) -> bool:
    """Whether the change of which `ops[at]` is one end marks a word, and nothing in it moved."""
    word = False
    while 0 <= at < len(ops) and ops[at][0] != EQUAL:
        if ops[at][2]:
            return False
        word = word or not ops[at][1].isspace()
        at += step
    return word


def _end(left: str, i: int, right: str, j: int, room: int) -> int:
    """Return how far numbers that begin before places `i` and `j` go on behind them."""
    reach = 0
    while reach < room:
        more = max(number_at(left, i + reach)[1] - i, number_at(right, j + reach)[1] - j)
        if more <= reach:
            break
        reach = more
    return min(reach, room)


def _start(left: str, i: int, right: str, j: int, room: int) -> int:
    """Return how far before places `i` and `j` numbers begin that go on behind them."""
    reach = 0
    while reach < room:
        more = max(i - number_at(left, i - reach)[0], j - number_at(right, j - reach)[0])
        if more <= reach:
            break
        reach = more
    return min(reach, room)


def number_at(text: str, at: int) -> tuple[int, int]:
    """Return the start and end of the number that a seam before character `at` cuts.

    Both are `at` where it cuts none. Only what a word boundary can cut is looked for: a space
    between groups of digits, a sign beside a digit.
    """
    if not 0 < at < len(text) or text[at - 1] not in _NUMBER or text[at] not in _NUMBER:
        return at, at
    before = at - 1 if text[at - 1] in _SPACES else at
    behind = at + 1 if text[at] in _SPACES else at
    if behind - before > 1:
        return at, at
    if behind > before and not _is_joint(text, before):
        return at, at
    if behind == before and text[at - 1].isdecimal() == text[at].isdecimal():
        return at, at
    return _first(text, before), _last(text, behind)


def _first(text: str, at: int) -> int:
    """Return where the number starts whose part ends before `at`."""
    while True:
        while at and (text[at - 1].isdecimal() or _is_point(text, at - 1)):
            at -= 1
        if not at or not _is_joint(text, at - 1):
            break
        at -= 1
    return at - 1 if at and text[at - 1] in _BEFORE else at


def _last(text: str, at: int) -> int:
    """Return where the number ends whose part starts at `at`."""
    end = len(text)
    at += at < end and text[at] in _BEFORE
    while True:
        while at < end and (text[at].isalnum() or _is_point(text, at)):
            at += 1
        if at == end or not _is_joint(text, at):
            break
        at += 1
    return at + 1 if at < end and text[at] in _BEHIND else at


def _is_joint(text: str, at: int) -> bool:
    """Whether the character at `at` is a space between two groups of the digits of one number."""
    if text[at] not in _SPACES:
        return False
    before, behind = at, at + 1
    while before and text[before - 1].isdecimal():
        before -= 1
    while behind < len(text) and text[behind].isdecimal():
        behind += 1
    free = not before or not (text[before - 1].isalnum() or text[before - 1] in ".,")
    return 0 < at - before <= _GROUP and behind - at - 1 == _GROUP and free


def _is_point(text: str, at: int) -> bool:
    return text[at] in ".," and text[at - 1 : at].isdecimal() and text[at + 1 : at + 2].isdecimal()

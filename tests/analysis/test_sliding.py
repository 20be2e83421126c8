from __future__ import annotations

import pytest

from rvc.analysis.shortest_edit import Run
from rvc.analysis.side import Side
from rvc.analysis.sliding import slide


def side(text: str, *, at_line_start: bool = True) -> Side:
    """The words of `text`: "|" behind a word ends a line, "_" says that no space follows."""
    words, spaces = [""], [" "]
    for word in text.split():
        words.append(word.rstrip("|_"))
        spaces.append("\n" if word.endswith("|") else "" if word.endswith("_") else " ")
    return Side(words, spaces, at_line_start)


def slid(marked: str, *, removed: bool, at_line_start: bool = True) -> str:
    """Slide the change in brackets, as one that only removes or only adds; mark where it stands."""
    before, change, after = (part.split() for part in marked.replace("]", "[").split("["))
    longer = side(" ".join((*before, *change, *after)), at_line_start=at_line_start)
    shorter = side(" ".join((*before, *after)), at_line_start=at_line_start)
    start, end = 1 + len(before), 1 + len(before) + len(change)
    runs: list[Run] = [(0, 0, start), (*((end, start) if removed else (start, end)), len(after))]
    left, right = (longer, shorter) if removed else (shorter, longer)
    (_, _, kept), (i, j, rest) = slide(left, right, runs)
    assert (kept + len(change), i, j) == (max(i, j), *((i, kept) if removed else (kept, j)))
    assert left.words[i:] == right.words[j:]
    assert len(left.words) - i == rest
    words = " ".join((*before, *change, *after)).split()
    at, to = kept - 1, max(i, j) - 1
    return f"{' '.join(words[:at])} [{' '.join(words[at:to])}] {' '.join(words[to:])}".strip()


@pytest.mark.parametrize("removed", [True, False])
@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        # back to the start of a line, of a sentence, behind a comma; ahead over the same words
        ("one| A [x| A] b", "one| [A x|] A b"),
        ("one . A [x . A] b", "one . [A x .] A b"),
        ("one , A [x , A] b", "one , [A x ,] A b"),
        ("one [| x] | b", "one | [x |] b"),
        ("one [. x] . b", "one . [x .] b"),
        ("one [, x] , b", "one , [x ,] b"),
        ("one [A . x] A . b", "one A . [x A .] b"),
        # the start of the text is one of a line
        ("A [x A] b", "[A x] A b"),
        # a line is worth more than a sentence, a sentence more than a comma, that more than a word
        ("one| A . B [x| A . B] c", "one| [A . B x|] A . B c"),
        ("one . A , B [x . A , B] c", "one . [A , B x .] A , B c"),
        ("one [A . B| x] A . B| c", "one A . B| [x A . B|] c"),
        # no change begins inside of what is written without a space
        ("one l’_ [un l’_] autre", "one [l’_ un] l’_ autre"),
        ("one [._ 5_] ._ 6", "one [._ 5_] ._ 6"),
        ("one [,_ 5_] ,_ 6", "one [,_ 5_] ,_ 6"),
        # of places that are as good the nearest, and one ahead only where it is better
        ("one . A . A [x . A . A] b", "one . A . [A x . A .] A b"),
        ("one [A . B . x] A . B . b", "one A . [B . x A .] B . b"),
        ("one . A [B . A] B . c", "one . [A B .] A B . c"),
        # other words, or another space behind them, end the way
        ("one . B [x . A] b", "one . B [x . A] b"),
        ("one . A [x . A_] b", "one . A [x . A_] b"),
        ("one [. x] ; b", "one [. x] ; b"),
        ("one [. x] .| b", "one [. x] .| b"),
        # a word stays kept behind the change
        ("one [. x] .", "one [. x] ."),
    ],
)
def test_where_a_change_comes_to_stand(found: str, wanted: str, removed: bool) -> None:
    assert slid(found, removed=removed) == wanted


@pytest.mark.parametrize("removed", [True, False])
def test_the_start_of_a_stretch_within_a_line_is_a_word_like_others(removed: bool) -> None:
    assert slid("A [x A] b", removed=removed, at_line_start=False) == "A [x A] b"


def test_each_change_slides_over_the_words_beside_it() -> None:
    left = side("one . A b . A c")
    right = side("one . A x . A b . A y . A c")
    runs = [(0, 0, 4), (4, 7, 3), (7, 13, 1)]
    assert slide(left, right, runs) == [(0, 0, 3), (3, 6, 3), (6, 12, 2)]
    swapped = [(j, i, length) for i, j, length in runs]
    assert slide(right, left, swapped) == [(0, 0, 3), (6, 3, 3), (12, 6, 2)]


def test_a_change_leaves_one_word_of_what_stands_before_it() -> None:
    left = side("p . A c")
    right = side("q . A x . A c")
    runs = [(0, 0, 1), (3, 3, 1), (4, 7, 1)]  # "." is a word of the change before
    assert slide(left, right, runs) == runs


def test_what_replaces_something_stays_where_it_is() -> None:
    left, right = side("one . A x . A b"), side("one . A y . A b")
    runs = [(0, 0, 4), (7, 7, 1)]
    assert slide(left, right, runs) == runs

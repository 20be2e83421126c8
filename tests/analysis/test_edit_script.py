from __future__ import annotations

from rvc.analysis.edit_script import DELETE, EQUAL, INSERT, Script, refuse_all, take_all


def test_texts_are_cut_where_the_lengths_say() -> None:
    script = Script("one two", "one new two")
    script.keep(4)
    script.insert(4)
    script.keep(3)
    assert script.finish() == ((EQUAL, "one ", 0), (INSERT, "new ", 0), (EQUAL, "two", 0))


def test_deletions_stand_before_insertions_whatever_the_order_told() -> None:
    script = Script("ab", "xy")
    script.insert(1)
    script.delete(1)
    script.insert(1)
    script.delete(1)
    assert script.finish() == ((DELETE, "ab", 0), (INSERT, "xy", 0))


def test_white_space_that_both_sides_share_is_kept() -> None:
    script = Script("a old\nb", "a new\nb")
    script.keep(1)
    script.delete(5)
    script.insert(5)
    script.keep(1)
    ops = script.finish()
    assert ops == ((EQUAL, "a ", 0), (DELETE, "old", 0), (INSERT, "new", 0), (EQUAL, "\nb", 0))


def test_a_change_of_equal_white_space_is_none() -> None:
    script = Script("a b", "a b")
    script.keep(1)
    script.delete(1)
    script.insert(1)
    script.keep(1)
    assert script.finish() == ((EQUAL, "a b", 0),)


def test_moved_blocks_stay_apart_from_other_changes() -> None:
    script = Script("gone moved", "moved")
    script.delete(5)
    script.delete(5, 1)
    script.insert(5, 1)
    ops = script.finish()
    assert ops == ((DELETE, "gone ", 0), (DELETE, "moved", 1), (INSERT, "moved", 1))
    assert (refuse_all(ops), take_all(ops)) == ("gone moved", "moved")

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis.narrowing import common_prefix, common_suffix, differing_boxes

WORDS = st.lists(st.sampled_from(["the", "law", "of", "a\nb", "", "duty", "plan."]), max_size=70)


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_what_lies_between_boxes_is_equal_and_no_word_is_cut(left: str, right: str) -> None:
    end_a = end_c = 0
    for a, b, c, d in [*differing_boxes(left, right), (len(left), len(left), len(right), 0)]:
        assert left[end_a:a] == right[end_c:c]
        for text, at in ((left, a), (right, c)):
            assert at in (0, len(text)) or text[at - 1].isspace() or text[at:].isspace()
        end_a, end_c = b, d


@given(st.text(alphabet="ab", max_size=300), st.text(alphabet="ab", max_size=300), st.text("ab"))
def test_common_ends(left: str, right: str, shared: str) -> None:
    left, right = shared + left + shared, shared + right + shared
    box = (0, len(left), 0, len(right))
    prefix, suffix = common_prefix(left, right, box), common_suffix(left, right, box)
    assert left[:prefix] == right[:prefix]
    assert left[prefix : prefix + 1] != right[prefix : prefix + 1] or prefix == len(left)
    assert left[len(left) - suffix :] == right[len(right) - suffix :]
    assert suffix >= len(shared)


def test_two_edits_far_apart_are_two_boxes() -> None:
    middle = " and ".join(f"duty {n}" for n in range(30))
    assert len(differing_boxes(f"old {middle} end x", f"new {middle} stop x")) == 2

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rvc.adapters.publishers.table import read_text
from rvc.analysis.as_written import as_written
from rvc.analysis.redline import redline_texts, take_left, take_right

SOURCE = (
    "  Act\r\n\r\nArticle 1\r\n\tThe  firm shall act.\r\n   1. Now;\r\n   2. then.\n\n\n"
    "Article 2\nEnd.\n"
)
LINES = [
    "Article 1",
    "Article 2",
    "The firm may act.",
    "",
    "  ",
    "1. Now;",
    "2. then.",
    "\tx  y",
    "I. – A. – Z",
]


def test_provisions_keep_their_words_and_the_file_its_spaces() -> None:
    text = read_text(SOURCE.encode(), "act.txt", "text/plain")
    made = as_written(text, SOURCE)
    assert made.text == SOURCE
    first, second = made.provisions[-2:]
    assert SOURCE[first.span.start : first.span.end].startswith("Article 1\r\n\tThe  firm")
    assert SOURCE[first.children[0].span.start :].startswith("   1. Now;")
    assert SOURCE[second.span.start : second.span.end] == "Article 2\nEnd."
    assert [one.text for one in made.walk()] == [one.text for one in text.walk()]


def test_a_text_that_lost_more_than_spaces_stays_as_it_was_read() -> None:
    source = "# Act\n\nThe **firm** shall act.\n"
    text = read_text(source.encode(), "act.md", "text/markdown")
    assert as_written(text, source) is text


lines = st.lists(st.sampled_from(LINES), min_size=1).map("\n".join)


@given(lines, lines)
def test_a_redline_rebuilds_both_files(left: str, right: str) -> None:
    if not left.strip() or not right.strip():
        return
    texts = [
        as_written(read_text(one.encode(), "a.txt", "text/plain"), one) for one in (left, right)
    ]
    redline = redline_texts(*texts)
    assert (take_left(redline), take_right(redline)) == (left, right)

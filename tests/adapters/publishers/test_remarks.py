from __future__ import annotations

import pytest

from rvc.adapters.publishers.remarks import LUMP, remarks
from rvc.adapters.publishers.table import read_text

LONG = "Words that say something and go on for a while, " * 60


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (LONG, f"{LUMP}, the 2,879 characters are read as one"),
        ("Home\nAbout us\nContact", f"{LUMP}, the 21 characters are read as one: is it the page"),
        (f"{LONG}\nArticle 1\nWords.", "99 % of the text lies before, between or after"),
        (f"Article 1\n{LONG}\nArticle 2\nWords.", "art_1 holds nearly all of the text"),
        (
            "Article 2\nOption A.\nArticle 2\nOption B.",
            "'Article 2' is used 2 times: art_2, art_2_2",
        ),
    ],
)
def test_how_a_text_was_read_is_told(page: str, said: str) -> None:
    said_of_it = remarks(read_text(page.encode(), "law.txt"))
    assert [note for note in said_of_it if note.startswith(said)]


def test_a_text_with_parts_needs_no_remark() -> None:
    page = f"Article 1\n1. {LONG}\n2. {LONG}\nAnnex\nArticle 1\nWords."
    assert list(remarks(read_text(page.encode(), "law.txt"))) == []


def test_what_the_reader_knows_better_is_not_told_again() -> None:
    text = read_text(b"<Legislation><Metadata/></Legislation>")
    assert text.notes
    assert list(remarks(text)) == []

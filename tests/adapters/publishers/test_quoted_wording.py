"""Where wording for another law begins and ends, paragraph by paragraph."""

from __future__ import annotations

import pytest

from rvc.adapters.publishers.quoted_wording import inserted_places


@pytest.mark.parametrize(
    ("paras", "places"),
    [
        # closed by a mark that was not opened, wherever in the paragraph it stands
        (["In Act X:", "“A", "b.”", "c"], {1, 2}),
        (["“A", "b” to the end", "c"], {0, 1}),
        (["«", "A », "], {0, 1}),
        (["“A", "says “b”", "c”"], {0, 1, 2}),
        (["“A", "« B », « C", "d”"], {0, 1, 2}),
        (["“A", "« B »", "c”"], {0, 1, 2}),
        (["“A", "‘(1) B", "c”", "d’."], {0, 1, 2}),
        # opened anew in each paragraph
        (["“A", "“B” and more", "“C”; and", "d"], {0, 1, 2}),
        (["“A", "“B” c” more", "d"], {0, 1}),
        (["“A", "““B”", "c””"], {0, 1, 2}),
        (["« A", "words", "« B » »", "c"], {0, 1, 2}),
        (["““sour” means", "“bitter” means “b”", "c”"], {0, 1, 2}),
        # a mark that closes in its own paragraph, or never, opens nothing
        (["“A” is", "b”"], set()),
        (["“A", "b"], set()),
        # the manner of French bills
        (["« A", "« B » « C »", "d"], set()),
        (["« A", "words", "« B »", "end"], set()),
        # an apostrophe is no mark
        (["‘", "A’."], {0, 1}),
        (["‘(1) A", "the firm’s duty", "b’; and"], {0, 1, 2}),
        (["‘(1) A’", "b’."], set()),
        (["‘Article 4", "b’."], {0, 1}),
        (["‘Twas the season", "of toys’."], set()),
        # announced, the opening mark left to the style sheet
        (["In section 2 insert—", "A", "b”."], {1, 2}),
        (["In section 2 insert—", "« A »", "b"], set()),
        (["In section 2 insert—"], set()),
        (["In section 2 insert—", "“A” is", "b”"], set()),
        (["In section 2 say—", "A", "b”."], set()),
    ],
)
def test_inserted_places(paras: list[str], places: set[int]) -> None:
    assert inserted_places(paras) == places


@pytest.mark.parametrize(("between", "found"), [(198, 200), (199, 0)])
def test_a_mark_is_closed_within_two_hundred_paragraphs(between: int, found: int) -> None:
    assert len(inserted_places(["“A", *["x"] * between, "b”"])) == found

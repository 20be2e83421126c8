from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from rvc.adapters.publishers import ohchr, pdf, table, un_documents
from rvc.errors import RvcError
from rvc.model.text import LegalText

Sound = Callable[[LegalText], LegalText]
Listed = Callable[[LegalText], list[tuple[str, str, str]]]
MakePdf = Callable[..., bytes]
Page = list[tuple[float, float, float, str]]

LEFT = "each State Party shall take all measures"
PREVENTION = (
    "States Parties shall adopt appropriate measures so that all enterprises prevent human rights "
    "abuses, [including through due diligence,] wherever they occur in their activities."
)
RIGHTS = "Everyone has the right to the full enjoyment of all human rights."
WHERE = "Where a State has more than one court, each is bound by it."
FULL = "States Parties shall adopt appropriate measures so that all enterprises pre-"


def lines(left: float, top: float, words: list[str], size: float = 10, step: float = 12) -> Page:
    return [(left, top - step * place, size, said) for place, said in enumerate(words)]


def test_articles_paragraphs_and_broken_words(
    pdf_of: MakePdf, sound: Sound, outline_of: Listed
) -> None:
    page = lines(
        72,
        760,
        [
            "Article 6. Prevention",
            f"6.1. {FULL}",
            "vent human rights abuses, [including through due diligence,] wherever they oc-",
            "cur in their activities.",
            "6.2. For that purpose States shall require enterprises of a non-",
            "state kind to:",
            "(a) Identify risks; and",
            "(b) Take steps against non-state risks.",
        ],
    )
    text = sound(pdf.read(pdf_of([page], "Draft treaty")))
    assert text.title == "Draft treaty"
    assert outline_of(text) == [
        ("art_6", "Prevention", ""),
        (
            "art_6__para_6.1",
            "",
            PREVENTION,
        ),
        (
            "art_6__para_6.2",
            "",
            "For that purpose States shall require enterprises of a non-state kind to:",
        ),
        ("art_6__para_6.2__subpara_a", "", "Identify risks; and"),
        ("art_6__para_6.2__subpara_b", "", "Take steps against non-state risks."),
    ]


def two_columns(number: int) -> Page:
    """Two columns drawn line by line across the page, under a title over both."""
    page: Page = [(60, 815, 9, "A/HRC/99/1"), (290, 20, 9, f"- {number} -")]
    page += [
        (60, 770, 12, "Report on the elaboration of an international instrument, all of it, " * 1)
    ]
    for line in range(12):
        page.append((60, 740 - 12 * line, 10, f"left {number}.{line} {LEFT}"))
        page.append((310, 740 - 12 * line, 10, f"right {number}.{line} {LEFT}"))
    page.append(
        (60, 60, 7, f"{number} A footnote of page {number} with words of its own number {number}.")
    )
    return page


def test_columns_headers_and_footers(pdf_of: MakePdf, sound: Sound) -> None:
    text = sound(pdf.read(pdf_of([two_columns(number) for number in range(1, 4)])))
    words = text.text.split()
    order = [words[place + 1] for place, word in enumerate(words) if word in {"left", "right"}]
    wanted = [f"{page}.{line}" for page in (1, 2, 3) for _ in range(2) for line in range(12)]
    assert order == wanted
    sides = [word for word in words if word in {"left", "right"}]
    assert sides == (["left"] * 12 + ["right"] * 12) * 3
    assert "A/HRC/99/1" not in text.text
    assert "- 2 -" not in text.text


def test_footnotes_become_notes_and_their_marks_go(pdf_of: MakePdf, sound: Sound) -> None:
    page = lines(72, 760, ["The Council decided to establish a working group on the matter."] * 5)
    page += [
        (72, 690, 10, "It met for a week"),
        (149, 694, 6, "1"),
        (155, 690, 10, "in Geneva then."),
    ]
    page += [(72, 80, 7, "1 See the report of the session."), (72, 70, 7, "Second line of it.")]
    text = sound(pdf.read(pdf_of([page])))
    assert text.notes == ("page 1, footnote: 1 See the report of the session. Second line of it.",)
    assert "It met for a week in Geneva then." in text.text


@pytest.mark.parametrize(("size", "rise"), [(6, 5), (7, 3.6), (10, 6), (10, 3), (12, 4)])
@pytest.mark.parametrize("left", [320.8, 323])
def test_a_mark_at_the_end_of_a_line_hides_no_paragraph(
    pdf_of: MakePdf, outline_of: Listed, size: float, rise: float, left: float
) -> None:
    page = lines(72, 740, ["Article 1", f"1. {RIGHTS}", f"2. {WHERE}"], 12, 14)
    page.insert(2, (72 + left, 726 + rise, size, "1"))
    text = pdf.read(pdf_of([page]))
    assert outline_of(text)[1:] == [("art_1__para_1", "", RIGHTS), ("art_1__para_2", "", WHERE)]


def test_a_mark_that_is_drawn_last_goes_too(pdf_of: MakePdf, outline_of: Listed) -> None:
    page = lines(72, 740, ["Article 1", f"1. {RIGHTS}", f"2. {WHERE}"], 12, 14)
    text = pdf.read(pdf_of([[*page, (393, 731, 7, "1")]]))
    assert outline_of(text)[1:] == [("art_1__para_1", "", RIGHTS), ("art_1__para_2", "", WHERE)]


def test_indices_below_the_line_are_words(pdf_of: MakePdf) -> None:
    page = lines(72, 740, ["Companies report how much CO"])
    page.append((204.3, 737, 7, "2"))
    assert pdf.read(pdf_of([page])).text.endswith("CO2")


def test_a_header_on_both_of_two_pages_is_no_text(pdf_of: MakePdf, outline_of: Listed) -> None:
    first = lines(72, 740, ["Article 1", f"1. {WHERE[:-1]} and"])
    second = lines(72, 740, ["this goes on over the page.", f"2. {RIGHTS}"])
    head = (72.0, 800.0, 10.0, "A/HRC/WG.16/6/2")
    feet = [(500.0, 30.0, 9.0, str(number)) for number in (1, 2)]
    text = pdf.read(pdf_of([[head, *first, feet[0]], [head, *second, feet[1]]]))
    assert outline_of(text)[1:] == [
        ("art_1__para_1", "", f"{WHERE[:-1]} and this goes on over the page."),
        ("art_1__para_2", "", RIGHTS),
    ]


def test_lines_that_differ_by_their_numbers_stay_on_two_pages(pdf_of: MakePdf) -> None:
    pages = [lines(72, 800, [f"Article {number}", f"Words of {number}."]) for number in (1, 2)]
    text = pdf.read(pdf_of(pages))
    assert [one.eid for one in text.walk()] == ["art_1", "art_2"]


def test_a_paragraph_goes_on_over_the_page(pdf_of: MakePdf) -> None:
    first = lines(72, 760, ["Nothing in this instrument shall be taken to mean that a State"] * 3)
    second = lines(72, 760, ["may do so, and no State shall."])
    text = pdf.read(pdf_of([first, second]))
    assert text.text.count("\n") == 0


def test_scanned_and_empty_pages(pdf_of: MakePdf) -> None:
    with pytest.raises(RvcError, match="holds no text") as caught:
        pdf.read(pdf_of([[], []]), url="scan.pdf")
    assert "OCR" in caught.value.hint
    text = pdf.read(pdf_of([lines(72, 760, ["Article 1. Words"]), []]))
    assert text.notes[0] == "no text on page 2: empty or scanned"


def test_cut_off_files(pdf_of: MakePdf) -> None:
    whole = pdf_of([two_columns(1), two_columns(2)])
    with pytest.raises(RvcError, match="cannot be read"):
        pdf.read(whole[:200], url="cut.pdf")
    mended = pdf.read(whole[: whole.rindex(b"trailer")] + b"trailer\n<< /Root 1 0 R >>")
    assert "cut off" in mended.notes[0]


def test_rubbish_is_told() -> None:
    with pytest.raises(RvcError, match="cannot be read"):
        pdf.read(b"%PDF-1.7\n" + b"\x00\xff" * 500)


def test_an_encrypted_file_is_told(pdf_of: MakePdf) -> None:
    locked = pdf_of([lines(72, 760, ["secret"])]).replace(
        b"/Info 4 0 R",
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"ab" * 32 + b"> /U <" + b"cd" * 32
        + b"> >> /ID [<00> <00>]",
    )  # fmt: skip
    with pytest.raises(RvcError, match="encrypted") as caught:
        pdf.read(locked, url="locked.pdf")
    assert "password" in caught.value.hint


def test_without_pypdfium2_the_extra_is_named(
    pdf_of: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(RvcError, match="needs pypdfium2") as caught:
        pdf.read(pdf_of([[]]))
    assert "[texts]" in caught.value.problem


def test_a_draft_of_the_office_for_human_rights(pdf_of: MakePdf, sound: Sound) -> None:
    url = "https://www.ohchr.org/sites/default/files/draft.pdf"
    page = lines(
        72,
        760,
        [
            "A/HRC/RES/26/9",
            "Article 7. Access to Remedy",
            "7.1. The States Parties shall [provide] [ensure [effective] access to] the remedies.",
            "7.2. And the States Parties of the instrument shall cooperate with the others.",
        ],
    )
    data = pdf_of([page])
    assert table.choose(data, url=url) == "ohchr"
    assert ohchr.recognises(data, url=url)
    text = sound(table.read_text(data, url, "application/pdf"))
    assert "document symbol A/HRC/RES/26/9" in text.notes
    assert "3 bracketed options are not agreed: art_7__para_7.1" in text.notes
    found = un_documents.bracketed(text)
    assert [(one.eid, one.words) for one in found] == [
        ("art_7__para_7.1", "provide"),
        ("art_7__para_7.1", "ensure [effective] access to"),
        ("art_7__para_7.1", "effective"),
    ]
    assert all(text.text[one.span.start : one.span.end] == f"[{one.words}]" for one in found)


def test_sections_of_a_bill_and_their_bold_titles(pdf_of: MakePdf, outline_of: Listed) -> None:
    for bold in ("**", ""):
        page = lines(72, 760, [
            f"{bold}1 Sweets duty", "(1) A person who makes sweets in the course of a business is",
            "to pay the duty.", f"{bold}2 Sours duty", "(1) A person who makes sours is to pay the",
            "duty under section", "(2) of the Act.", "(2) No more.",
        ])  # fmt: skip
        assert outline_of(pdf.read(pdf_of([page]))) == [
            ("sec_1", "Sweets duty", ""),
            (
                "sec_1__subsec_1",
                "",
                "A person who makes sweets in the course of a business is to pay the duty.",
            ),
            ("sec_2", "Sours duty", ""),
            (
                "sec_2__subsec_1",
                "",
                "A person who makes sours is to pay the duty under section (2) of the Act.",
            ),
            ("sec_2__subsec_2", "", "No more."),
        ]


def test_a_title_on_two_lines_keeps_the_paragraph_after_it(
    pdf_of: MakePdf, outline_of: Listed
) -> None:
    page = lines(72, 760, [
        "**Article 4. Rights of victims and of those", "**who speak for them",
        "4.1. Victims shall be heard in every court that they have chosen,",
        "whatever they say.", "4.2. So shall those who speak for them in every court of them all.",
    ])  # fmt: skip
    assert [one[:2] for one in outline_of(pdf.read(pdf_of([page])))] == [
        ("art_4", "Rights of victims and of those who speak for them"),
        ("art_4__para_4.1", ""),
        ("art_4__para_4.2", ""),
    ]


@pytest.mark.parametrize("turned", ["0 1 -1 0 595 0", "0 -1 1 0 0 842", "-1 0 0 -1 595 842"])
def test_text_printed_sideways_is_read_in_its_order(pdf_of: MakePdf, turned: str) -> None:
    page = lines(90, 560, ["Article 1", "Words that lie on their side go on", "in this line."])
    data = pdf_of([page], turned=turned)
    assert pdf.read(data).text == "Article 1\nWords that lie on their side go on in this line."


def test_articles_at_the_top_of_pages_are_no_running_headers(pdf_of: MakePdf) -> None:
    words = [f"words number {place} fill the page and go on to its end" for place in range(30)]
    pages = [
        [*lines(72, 780, ["Article 1", *words]), (72, 820, 9, "Sweets Act")],
        [*lines(72, 780, ["Article 2", "(Supprimé)", *words]), (72, 820, 9, "Sweets Act")],
        [*lines(72, 780, ["Article 3", "(Supprimé)", *words]), (72, 820, 9, "Sweets Act")],
        [*lines(72, 780, words), (72, 820, 9, "Part 1")],
        [*lines(72, 780, words), (72, 820, 9, "Part 1")],
    ]
    text = pdf.read(pdf_of(pages))
    assert [one.eid for one in text.walk()] == ["art_1", "art_2", "art_3"]
    assert text.text.count("(Supprimé)") == 2
    assert "Sweets Act" not in text.text
    assert "Part 1" not in text.text


def test_a_header_with_page_numbers_on_two_pages(pdf_of: MakePdf) -> None:
    words = ["Words that fill the page and go on to its end", "until they are over pre-"]
    pages = [
        [(72, 820, 9, "L 12/1"), (300, 820, 9, "Journal of Sweets"), *lines(72, 780, words)],
        [(72, 820, 9, "L 12/2"), *lines(72, 780, ["vent no more.", "2 sweets are left."])],
    ]
    text = pdf.read(pdf_of(pages)).text
    assert "L 12" not in text
    assert "over prevent no more." in text
    assert "2 sweets are left." in text


def test_columns_above_a_table_are_read_one_after_the_other(pdf_of: MakePdf) -> None:
    left = [f"left words {place} go on to the gutter" for place in range(8)]
    right = [f"right words {place} go on to the edge" for place in range(8)]
    cells = [
        (x, 500 - 12 * row, 10, said)
        for row in range(6)
        for x, said in ((72, f"{row}"), (200, "Mint"), (430, "7 %"))
    ]
    page = [*lines(72, 760, left), *lines(320, 760, right), (250, 540, 12, "ANNEX I: the limits"),
            *cells]  # fmt: skip
    text = pdf.read(pdf_of([page])).text
    assert text.index("left words 7") < text.index("right words 0")
    assert "0 | Mint | 7 %" in text


def test_a_running_title_on_one_page_opens_no_second_part(pdf_of: MakePdf) -> None:
    words = [f"Words that fill the page and go on to its end, line {place}." for place in range(4)]
    pages = [
        lines(72, 760, ["PART 1", "Scope", *words, "PART 2", "General", *words]),
        [(72, 820, 9, "Part 2 – General"), *lines(72, 760, ["The part goes on.", *words])],
        lines(72, 760, ["SCHEDULE 1", "Lists", "PART 1", "Tin", *words]),
        lines(72, 820, ["PART 2", "Tea", *words]),
        [(300, 820, 9, "Schedule 1 — Lists"), *lines(72, 760, ["PART 3", "More", *words])],
    ]
    text = pdf.read(pdf_of(pages))
    assert [one.eid for one in text.walk()] == [
        "part_1", "part_2", "sched_1", "sched_1__part_1", "sched_1__part_2", "sched_1__part_3",
    ]  # fmt: skip
    assert "Part 2 – General" not in text.text

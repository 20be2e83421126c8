from __future__ import annotations

import time
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rvc.adapters.publishers import plain
from rvc.model.text import LegalText
from rvc.model.text import ProvisionKind as Kind

Sound = Callable[[LegalText], LegalText]
Listed = Callable[[LegalText], list[tuple[str, str, str]]]

ACT = """# Modern Slavery Act 2015

## Part 6
TRANSPARENCY IN SUPPLY CHAINS ETC
54 Transparency in supply chains etc
(1) A commercial organisation within subsection (2) must prepare a statement.
(2) A commercial organisation is within this subsection if it—
(a) supplies goods or services, and
(b) has a total turnover of not less than an amount prescribed.
(3) In section 7 insert—
“(4) Quoted words
(5) go on here.”
(4) The statement is signed.
Schedule 1
Courts
1 (1) The first thing is
(2) another.
2 The second.
"""


def test_an_act(sound: Sound, outline_of: Listed) -> None:
    text = sound(plain.read(ACT.encode()))
    assert text.title == "Modern Slavery Act 2015"
    assert [(eid, heading) for eid, heading, _ in outline_of(text)] == [
        ("part_6", "TRANSPARENCY IN SUPPLY CHAINS ETC"),
        ("sec_54", "Transparency in supply chains etc"),
        ("sec_54__subsec_1", ""),
        ("sec_54__subsec_2", ""),
        ("sec_54__subsec_2__para_a", ""),
        ("sec_54__subsec_2__para_b", ""),
        ("sec_54__subsec_3", ""),
        ("sec_54__subsec_4", ""),
        ("sched_1", "Courts"),
        ("sched_1__para_1", ""),
        ("sched_1__para_1__subpara_1", ""),
        ("sched_1__para_1__subpara_2", ""),
        ("sched_1__para_2", ""),
    ]


def test_quoted_wording_is_no_provision(sound: Sound) -> None:
    text = sound(plain.read(ACT.encode()))
    amending = next(one for one in text.walk() if one.eid == "sec_54__subsec_3")
    assert amending.text.endswith("“(4) Quoted words\n(5) go on here.”")


def test_a_french_bill(sound: Sound, outline_of: Listed) -> None:
    bill = """TITRE Ier
DISPOSITIONS GÉNÉRALES
Article 1er A (nouveau)
I. – Le code est ainsi modifié :
1° L'article est abrogé ;
2° Il est inséré un article ainsi rédigé :
« Art. L. 1. – I. – La société
« 1° établit un plan.
II. – A. – Bar
Article 2 bis
Les entreprises publient.
"""
    assert [one[0] for one in outline_of(sound(plain.read(bill.encode())))] == [
        "title_I",
        "art_1-A",
        "art_1-A__para_I",
        "art_1-A__para_I__subpara_1",
        "art_1-A__para_I__subpara_2",
        "art_1-A__para_I__subpara_2__art_L1",
        "art_1-A__para_I__subpara_2__art_L1__para_I",
        "art_1-A__para_I__subpara_2__art_L1__para_I__subpara_1",
        "art_1-A__para_II",
        "art_1-A__para_II__subpara_A",
        "art_2-bis",
    ]


def test_an_article_written_into_a_code(sound: Sound, outline_of: Listed) -> None:
    law = """Article 1er
Après l'article L. 225-102-3, il est inséré un article L. 225-102-4 ainsi rédigé :
« Art. L. 225-102-4.-I.-Toute société qui emploie établit un plan.
« Le plan comporte :
« 1° Une cartographie ;
« 2° Des procédures ;
« 3° Un suivi.
« Le plan est rendu public.
« II (nouveau). – J.-C. en décide. »
Article 2
Le chapitre est complété par un 3° ainsi rédigé :
« 3° Une fin ; »
« Chapitre III
« Du reste »
"""
    code = "art_1__art_L225-102-4"
    assert outline_of(sound(plain.read(law.encode()))) == [
        ("art_1", "", law.splitlines()[1]),
        (code, "", ""),
        (
            f"{code}__para_I",
            "",
            (
                "Toute société qui emploie établit un plan.\n« Le plan comporte :\n"
                "« Le plan est rendu public."
            ),
        ),
        (f"{code}__para_I__subpara_1", "", "Une cartographie ;"),
        (f"{code}__para_I__subpara_2", "", "Des procédures ;"),
        (f"{code}__para_I__subpara_3", "", "Un suivi."),
        (f"{code}__para_II", "", "J.-C. en décide. »"),
        ("art_2", "", f"{law.splitlines()[10]}\n« Chapitre III\n« Du reste »"),
        ("art_2__para_3", "", "Une fin ; »"),
    ]


def test_words_after_a_list_belong_to_what_holds_it(sound: Sound, outline_of: Listed) -> None:
    text = plain.read(b"Article 1\nIt is:\n(a) one;\n(b) two.\nAll the same.\n2. Alone.\nOn.")
    assert outline_of(sound(text)) == [
        ("art_1", "", "It is:\nAll the same.\n2. Alone.\nOn."),
        ("art_1__para_a", "", "one;"),
        ("art_1__para_b", "", "two."),
    ]


def test_a_treaty_draft_with_open_brackets(sound: Sound, outline_of: Listed) -> None:
    draft = """Preamble
The States Parties to this Instrument,
(PP1) Reaffirming all the principles;
[Article 6. Prevention]
6.1. States Parties shall [regulate] [effectively regulate].
[6.2 bis. Or nothing at all.]
(a) deep
(i) deeper
(ii) deepest
(b) last
Article 7
Access to Remedy
7.1 States Parties provide.
"""
    assert outline_of(sound(plain.read(draft.encode()))) == [
        ("preamble_1", "", "The States Parties to this Instrument,"),
        ("rec_PP1", "", "Reaffirming all the principles;"),
        ("art_6", "Prevention", "[Article 6. Prevention]"),
        ("art_6__para_6.1", "", "States Parties shall [regulate] [effectively regulate]."),
        ("art_6__para_6.2-bis", "", "[6.2 bis. Or nothing at all.]"),
        ("art_6__para_6.2-bis__subpara_a", "", "deep"),
        ("art_6__para_6.2-bis__subpara_a__point_i", "", "deeper"),
        ("art_6__para_6.2-bis__subpara_a__point_ii", "", "deepest"),
        ("art_6__para_6.2-bis__subpara_b", "", "last"),
        ("art_7", "Access to Remedy", ""),
        ("art_7__para_7.1", "", "States Parties provide."),
    ]


def test_h_comes_before_i(sound: Sound) -> None:
    text = sound(plain.read(b"(g) one\n(h) two\n(i) three\n(j) four"))
    assert [one.label for one in text.provisions] == ["(g)", "(h)", "(i)", "(j)"]


def test_a_year_opens_no_paragraph(sound: Sound) -> None:
    text = sound(plain.read(b"Article 1\n2017. That year it began.\n1. The first.\n2. The second."))
    assert [one.label for one in text.walk()] == ["Article 1", "1.", "2."]


def test_recitals(sound: Sound, outline_of: Listed) -> None:
    text = plain.read(
        b"Whereas:\n(1) The Union is founded.\n(2) It acts.\nHAVE ADOPTED THIS DIRECTIVE:\n"
        b"Article 1\nSubject matter\n1. This Directive lays down rules."
    )
    assert [one[0] for one in outline_of(sound(text))] == [
        "preamble_1",
        "rec_1",
        "rec_2",
        "art_1",
        "art_1__para_1",
    ]


def test_nothing_and_rules_are_no_paragraphs() -> None:
    assert plain.read(b"").text == ""
    assert plain.read(b"a\n\n---\n* * *\nb").text == "a\nb"


def test_a_line_of_a_megabyte_is_read_at_once() -> None:
    start = time.perf_counter()
    text = plain.read(("Article 1 " + "a(1) " * 200_000).encode())
    assert len(text.text) > 900_000
    assert time.perf_counter() - start < 5


# fmt: off
_LABELS = [
    "Article 1", "Article 2 bis", "Article 6. Prevention", "TITRE Ier", "Schedule 1", "Part 2",
    "54 Transparency in chains", "CHAPTER I", "Whereas:", "Preamble", "# Top", "## Lower",
]
_NUMBERS = [
    "(1)", "(2)", "(a)", "(b)", "(i)", "1°", "2° bis", "I. –", "A. –", "1.", "2.", "a)", "6.1.",
    "§ 3", "[(a)", "“(1)", "« 1°", "V bis et VI. –",
]
# fmt: on
_WORDS = st.text(alphabet="abé «»“”[]().;:—’\t\u00a0\u2028\x0bA1", max_size=25)
_LINES = st.one_of(
    st.sampled_from(_LABELS),
    st.builds(lambda number, words: f"{number} {words}", st.sampled_from(_NUMBERS), _WORDS),
    _WORDS,
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_LINES, max_size=25))
def test_every_text_is_sound_and_keeps_all_its_words(sound: Sound, lines: list[str]) -> None:
    source = "\n".join(lines)
    text = sound(plain.read(source.encode()))
    kept = "".join(text.text.split())
    given_words = "".join(
        "".join(line.split()).lstrip("#") for line in source.splitlines() if line.split()
    )
    assert kept.replace("#", "") == given_words.replace("#", "")
    assert all(isinstance(one.kind, Kind) for one in text.walk())


def test_marks_of_markdown_are_no_words(outline_of: Listed) -> None:
    page = """# Treaty

1. [Article 1](#one)
2. [Article 2](#two)

## Article 1 {#one}

**1.** First *chosen* [words](https://example.org)[^1].

| Year | Limit |
|------|:-----:|
| 2030 | 36 m  |

## Article 2 {#two}

Second.

[^1]: A note.
"""
    text = plain.read(page.encode())
    assert outline_of(text) == [
        ("art_1", "", ""),
        ("art_1__para_1", "", "First *chosen* words.\nYear | Limit\n2030 | 36 m"),
        ("art_2", "", "Second."),
    ]
    assert "A note." in text.text


def test_marks_that_nothing_closes_are_looked_through_at_once() -> None:
    start = time.perf_counter()
    lines = ["“Opened and never closed " + "words of the law, " * 12] * 10_000
    plain.read("\n".join(lines).encode())
    assert time.perf_counter() - start < 5
    assert plain.read("Article 1\n[^1]:\n“".encode()).text == "Article 1\n“"

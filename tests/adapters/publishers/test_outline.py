from __future__ import annotations

from collections.abc import Callable

from rvc.adapters.publishers import plain
from rvc.model.text import LegalText

Listed = Callable[[LegalText], list[tuple[str, str, str]]]


def _read(*lines: str) -> LegalText:
    return plain.read("\n".join(lines).encode())


def test_a_schedule_says_which_section_brings_it_in(outline_of: Listed) -> None:
    text = _read("SCHEDULES", "SCHEDULE 1", "Section 1", "Lists", "1 First.", "SCHEDULE 2", "2 X.")
    assert outline_of(text)[:2] == [
        ("sched_1", "Lists", "Section 1"),
        ("sched_1__para_1", "", "First."),
    ]
    assert [one.eid for one in text.provisions] == ["sched_1", "sched_2"]
    assert outline_of(_read("SCHEDULE 1 Section 12", "Lists", "1 First."))[0][:2] == (
        "sched_1",
        "Lists",
    )


def test_the_paragraphs_of_a_schedule_run_on_through_its_parts() -> None:
    text = _read(
        "SCHEDULE 4A", "Part 1", "1 One.", "2 Two.", "2A Inserted.", "Part 2", "3 Three.",
        "12 (1) Twelve—", "(a) first.", "SCHEDULE 5", "Part 1", "1 Anew.",
    )  # fmt: skip
    eids = [one.eid for one in text.walk()]
    assert "sched_4A__part_1__para_2A" in eids
    assert "sched_4A__part_2__para_3" in eids
    assert "sched_4A__part_2__para_12__subpara_1__point_a" in eids
    assert "sched_5__part_1__para_1" in eids


def test_a_definition_goes_where_the_definition_before_it_stands(outline_of: Listed) -> None:
    text = _read(
        "Section 1", "(1) In this section—", "“sweet” means a thing made of—", "(i) sugar;",
        "(v) salt;", "“sour”, in relation to a sweet, means the contrary.", "(2) Next.",
    )  # fmt: skip
    words = {eid: said for eid, _, said in outline_of(text)}
    assert words["sec_1__subsec_1__para_v"] == "salt;"
    assert words["sec_1__subsec_1"].splitlines()[2].startswith("“sour”")


def test_a_list_after_the_eighth_letter_begins_anew(outline_of: Listed) -> None:
    text = _read(
        "Article 1", "(g) give,", "(h) hide—", "(i) under,", "(ii) over, or", "(i) sing,", "(j) go."
    )
    assert [eid for eid, _, _ in outline_of(text)][2:] == [
        "art_1__para_h",
        "art_1__para_h__subpara_i",
        "art_1__para_h__subpara_ii",
        "art_1__para_i",
        "art_1__para_j",
    ]


def test_what_is_agreed_ends_the_recitals(outline_of: Listed) -> None:
    text = _read("Preamble", "The Parties,", "(1) Recalling;", "Have agreed as follows:",
                 "Article 1", "Words.")  # fmt: skip
    assert outline_of(text) == [
        ("preamble_1", "", "The Parties,\nHave agreed as follows:"),
        ("rec_1", "", "Recalling;"),
        ("art_1", "", "Words."),
    ]  # fmt: skip


def test_a_remark_between_label_and_title_is_not_the_title(outline_of: Listed) -> None:
    text = _read("TITRE II", "(Division et intitulé nouveaux)", "DES BONBONS", "Article 1", "Mots.")
    assert outline_of(text)[0] == ("title_II", "DES BONBONS", "(Division et intitulé nouveaux)")


def test_a_verb_after_a_number_is_no_part_of_it(outline_of: Listed) -> None:
    text = _read(
        "Article 1", "Toute personne qui :", "1° A procédé à un partage ;", "1° A Partage."
    )
    assert outline_of(text)[1:] == [
        ("art_1__para_1", "", "A procédé à un partage ;"),
        ("art_1__para_1-A", "", "Partage."),
    ]


def test_inserted_wording_keeps_its_headings_to_itself() -> None:
    for opened, closed in (("‘", "’."), ("“", "”."), ("«", "».")):
        text = _read(
            "Article 1", "1. In Act X, the following Article is inserted:",
            f"{opened}Article 3a", "Titles of sweets", "1. The words of another.",
            f"2. More of them{closed}", "2. Act Y is repealed.", "Article 3", "End.",
        )  # fmt: skip
        assert [one.eid for one in text.walk()] == [
            "art_1", "art_1__para_1", "art_1__para_2", "art_3",
        ]  # fmt: skip
        first = next(one for one in text.walk() if one.eid == "art_1__para_1")
        assert first.text.endswith(f"2. More of them{closed}")


def test_an_inserted_list_of_definitions_ends_at_its_last_mark() -> None:
    text = _read(
        "Section 1", "(1) After the definition of “sweet” insert—", "““sour” means a thing;",
        "“bitter” means—", "(a) a thing, or", "(b) another.”", "(2) Next.",
    )  # fmt: skip
    assert [one.eid for one in text.walk()] == [
        "sec_1", "sec_1__subsec_1", "sec_1__subsec_2",
    ]  # fmt: skip


def test_a_mark_that_nothing_closes_hides_no_provision() -> None:
    text = _read("Article 1", "“A broken quotation", "(1) One.", "(2) Two.", "Article 2", "End.")
    assert len(list(text.walk())) == 4


def test_quoted_articles_do_not_make_sections_paragraphs() -> None:
    text = _read("1 Sweets duty", "(1) In Act X insert—", "“Article 4", "Words.”", "2 Sours duty",
                 "(1) Words.")  # fmt: skip
    assert [one.eid for one in text.provisions] == ["sec_1", "sec_2"]


def test_who_passed_it_where_and_when_belongs_to_no_article(outline_of: Listed) -> None:
    for closing in (
        "Délibéré en séance publique, à Paris, le 3 mai 2020.",
        "Fait à Paris, le 3 mai 2020.",
        "Done at Brussels, 3 May 2020.",
        "La présente loi sera exécutée comme loi de l’État.",
    ):
        text = _read("Article 1", "Mots.", closing, "Le Président,", "ANNEXE", "Liste.")
        assert outline_of(text)[0] == ("art_1", "", "Mots.")
        assert [one.eid for one in text.provisions] == ["art_1", "annex_1"]
        assert f"{closing}\nLe Président," in text.text
    assert outline_of(_read("Article 1", "Done in time, it counts.", "Fait à fait."))[0][2] == (
        "Done in time, it counts.\nFait à fait."
    )


def test_letters_that_are_roman_numbers_too_go_on_as_letters() -> None:
    text = _read(
        "Article 8", "I. – A. – Le A.", "B. – Le B.", "C. – Le C.", "D. – (Supprimé)",
        "I bis. – Le I bis.", "II. – Fin.",
    )  # fmt: skip
    assert [one.eid.removeprefix("art_8__") for one in text.walk()][1:] == [
        "para_I", "para_I__subpara_A", "para_I__subpara_B", "para_I__subpara_C",
        "para_I__subpara_D", "para_I-bis", "para_II",
    ]  # fmt: skip


def test_articles_of_french_codes_are_named_without_their_sections() -> None:
    text = _read(
        "Chapitre Ier", "Section 1", "Sous-section 2", "Paragraphe 3", "Article L. 1", "Un.",
        "Article premier", "Deux.", "État B", "Trois.",
    )  # fmt: skip
    assert [one.eid for one in text.walk()] == [
        "chp_I", "chp_I__sec_1", "chp_I__sec_1__subsec_2",
        "chp_I__sec_1__subsec_2__crossheading_3", "art_L1", "art_1", "annex_État-B",
    ]  # fmt: skip


def test_letters_right_under_a_section_are_paragraphs() -> None:
    text = _read(
        "Section 5 Reports", "A firm must—", "(a) look;", "(b) say—", "(i) what;", "(ii) why.",
        "Section 6 Fines", "(1) It must—", "(a) pay.",
    )  # fmt: skip
    eids = [one.eid for one in text.walk()]
    assert eids[1:5] == [
        "sec_5__para_a", "sec_5__para_b", "sec_5__para_b__subpara_i", "sec_5__para_b__subpara_ii",
    ]  # fmt: skip
    assert eids[-2:] == ["sec_6__subsec_1", "sec_6__subsec_1__para_a"]


def test_letters_that_hold_numbers_are_subsections_as_in_us_law() -> None:
    text = _read("Section 5. Reports", "(a) A firm must—", "(1) look; and", "(2) say.", "(b) End.")
    assert [one.eid for one in text.walk()] == [
        "sec_5",
        "sec_5__subsec_a",
        "sec_5__subsec_a__para_1",
        "sec_5__subsec_a__para_2",
        "sec_5__subsec_b",
    ]


def test_a_section_with_a_full_stop_after_its_number(outline_of: Listed) -> None:
    lines = ["54. Chains", "(1) One.", "54A. Reports of firms", "(1) Two.", "55. Fines", "A fine."]
    found = outline_of(_read(*lines))
    assert [one[:2] for one in found if "__" not in one[0]] == [
        ("sec_54", "Chains"), ("sec_54A", "Reports of firms"), ("sec_55", "Fines"),
    ]  # fmt: skip
    lines = ["Section 54 Chains", *lines[1:4], "1. A point", "Article 2", "9. Nine", "Words."]
    found = outline_of(_read(*lines))
    assert [eid for eid, _, _ in found if "__" not in eid] == ["sec_54", "sec_54A", "art_2"]
    assert found[2][:2] == ("sec_54A", "Reports of firms")


def test_numbered_points_of_articles_are_no_sections() -> None:
    text = _read("Article 1", "1. Reports", "(1) One.", "2. Fines", "(1) Two.")
    assert [one.eid for one in text.walk()][:2] == ["art_1", "art_1__para_1"]


def test_a_title_on_two_lines(outline_of: Listed) -> None:
    found = outline_of(
        _read(
            "Article 5", "Duty of firms and", "those who order work", "A firm shall look.",
            "Article 6", "Remedy for people", "harmed by firms", "States shall act.",
            "Article 7", "Courts", "A court may act.",
        )
    )  # fmt: skip
    assert found == [
        ("art_5", "Duty of firms and those who order work", "A firm shall look."),
        ("art_6", "Remedy for people harmed by firms", "States shall act."),
        ("art_7", "Courts", "A court may act."),
    ]


def test_a_line_that_only_looks_broken_off_is_no_title(outline_of: Listed) -> None:
    found = outline_of(_read("Article 5", "It applies to", "(a) firms.", "(b) people."))
    assert found[0] == ("art_5", "", "It applies to")
    found = outline_of(_read("Article 5", "Firms shall look and", "they shall say what they saw."))
    assert found[0] == ("art_5", "", "Firms shall look and\nthey shall say what they saw.")


def test_options_of_one_article_are_told_apart() -> None:
    text = _read(
        "Article 2 (Option A)", "One.", "Article 2 (Option B)", "Two.", "ARTICLE 3 – OPTION 1",
        "Three.", "Article 4 [Alternative B] Scope", "Four.", "Article 5 Option pricing", "Five.",
    )  # fmt: skip
    assert [(one.eid, one.label, one.heading) for one in text.walk()] == [
        ("art_2-option-A", "Article 2 (Option A)", ""),
        ("art_2-option-B", "Article 2 (Option B)", ""),
        ("art_3-option-1", "ARTICLE 3 – OPTION 1", ""),
        ("art_4-alternative-B", "Article 4 [Alternative B]", "Scope"),
        ("art_5", "Article 5", "Option pricing"),
    ]

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rvc.analysis import field_checks as checks
from rvc.model.evidence import Agreement, FieldCheck
from rvc.model.record import Dated, Person, Record

AGREES, DIFFERS, OPEN = Agreement.AGREES, Agreement.DIFFERS, Agreement.CANNOT_TELL

RECORD = Record(
    service="crossref",
    id="x",
    titles=("Chains of Duty", "Chaînes de devoir"),
    subtitle="A Study",
    containers=("Journal of Law and Society", "J. Law Soc."),
    dates=(Dated("issued", 2013, 11), Dated("online", 2012, 12)),
    volume="4",
    issue="3-4",
    pages="637-641",
    number="e1114",
    doi="10.5555/x",
    isbn=("9780306406157",),
    issn=("1234-5678", "8765-4321"),
    publisher="Made-Up University Press",
)
EMPTY = Record(service="crossref", id="x")


def said(check: FieldCheck) -> tuple[Agreement, str]:
    return check.agreement, check.reason


@pytest.mark.parametrize(
    ("title", "agreement", "reason"),
    [
        ("Chains of Duty: A Study", AGREES, ""),
        ("Chains of duty : a study", AGREES, "but for case, accents or punctuation"),
        ("Chains of Duty", AGREES, "one of them without the subtitle"),
        ("Chaines de devoir", AGREES, "but for case, accents or punctuation"),
        ("Chains of Duty: Another Work on Things", DIFFERS, "the subtitles are different"),
        ("Chains of Dutys: A Study", DIFFERS, "some letters or words differ"),
        ("On beavers", DIFFERS, "the titles are different"),
    ],
)
def test_titles(title: str, agreement: Agreement, reason: str) -> None:
    assert said(checks.check_title(title, RECORD)) == (agreement, reason)


def test_the_mark_of_a_retraction_is_no_part_of_a_title() -> None:
    record = replace(RECORD, titles=("RETRACTED: Chains of Duty",), subtitle="")
    assert checks.check_title("Chains of Duty", record).agreement is AGREES


DAY, PERRIN, LEE = Person("Day", "Ruth"), Person("Perrin", "Louis"), Person("Lee", "An")


@pytest.mark.parametrize(
    ("ours", "theirs", "agreement", "reason"),
    [
        ([DAY, PERRIN], [DAY, PERRIN], AGREES, ""),
        ([DAY], [Person("DAY", "R.")], AGREES, "but for the form of names"),
        ([DAY, PERRIN], [PERRIN, DAY], DIFFERS, "the same people in another order"),
        ([DAY, PERRIN], [DAY], OPEN, "the service names only 1 of 2"),
        ([DAY], [DAY, PERRIN], DIFFERS, "2 people, of whom the entry names 1"),
        ([DAY, Person(name="others")], [DAY, PERRIN], AGREES, "but for the form of names"),
        ([DAY, LEE], [DAY, PERRIN], DIFFERS, "'Lee, An' is not among them"),
        ([DAY], [], OPEN, "the service does not say"),
        ([], [DAY], OPEN, "the entry names nobody"),
    ],
)
def test_people(
    ours: list[Person], theirs: list[Person], agreement: Agreement, reason: str
) -> None:
    assert said(checks.check_people("author", ours, theirs)) == (agreement, reason)


@pytest.mark.parametrize(
    ("year", "agreement", "reason"),
    [
        ("2013", AGREES, ""),
        ("2013-11-06", AGREES, ""),
        ("2012", AGREES, "the year of 'online'; 'issued' is another"),
        ("2011", DIFFERS, ""),
        ("in press", OPEN, "the entry's year is not a number"),
    ],
)
def test_years_of_print_and_online_are_both_right(
    year: str, agreement: Agreement, reason: str
) -> None:
    assert said(checks.check_year(year, RECORD)) == (agreement, reason)


@pytest.mark.parametrize(
    ("name", "agreement", "reason"),
    [
        ("Journal of Law and Society", AGREES, ""),
        ("J. Law & Soc.", AGREES, "one form abbreviates the other"),
        ("Critical Sociology", DIFFERS, ""),
        ("Law", OPEN, "the names do not tell"),
    ],
)
def test_journals(name: str, agreement: Agreement, reason: str) -> None:
    assert said(checks.check_container("journal", name, RECORD)) == (agreement, reason)


@pytest.mark.parametrize(
    ("ours", "theirs", "agreement"),
    [
        ("4", "4", AGREES),
        ("04", "4", AGREES),
        ("IV", "4", AGREES),
        ("Vol. 4", "4", AGREES),
        ("3--4", "3/4", AGREES),
        ("3–4", "3-4", AGREES),
        ("S1", "S1", AGREES),
        ("5", "4", DIFFERS),
        ("4", "", OPEN),
    ],
)
def test_numbers(ours: str, theirs: str, agreement: Agreement) -> None:
    assert checks.check_number("volume", ours, theirs).agreement is agreement


@pytest.mark.parametrize(
    ("pages", "agreement", "reason"),
    [
        ("637--641", AGREES, ""),
        ("637–641", AGREES, ""),
        ("637 - 41", AGREES, ""),
        ("pp. 637-641", AGREES, ""),
        ("637", AGREES, "the entry gives only the first page"),
        ("e1114", AGREES, ""),
        ("637-651", DIFFERS, ""),
        ("11-29", DIFFERS, ""),
    ],
)
def test_pages(pages: str, agreement: Agreement, reason: str) -> None:
    assert said(checks.check_pages(pages, RECORD)) == (agreement, reason)


def test_a_single_page_is_a_span() -> None:
    record = replace(RECORD, pages="2345-2345", number="")
    assert said(checks.check_pages("2345", record)) == (AGREES, "")


def test_identifiers() -> None:
    assert checks.check_doi("https://doi.org/10.5555/X", RECORD).agreement is AGREES
    assert checks.check_doi("10.5555/y", RECORD).agreement is DIFFERS
    assert checks.check_isbn("0-306-40615-2", RECORD).agreement is AGREES
    assert checks.check_isbn("9780804429573", RECORD).agreement is OPEN
    assert checks.check_issn("8765-4321", RECORD).agreement is AGREES
    assert checks.check_issn("1111-1111", RECORD).agreement is DIFFERS


def test_publishers_never_differ() -> None:
    assert checks.check_publisher("Made-Up University Press", RECORD).agreement is AGREES
    assert checks.check_publisher("Made-Up University", RECORD).agreement is AGREES
    assert checks.check_publisher("Elsewhere Books", RECORD).agreement is OPEN


def test_silence_is_never_agreement() -> None:
    silent = [
        checks.check_title("x", EMPTY),
        checks.check_year("2013", EMPTY),
        checks.check_container("journal", "x", EMPTY),
        checks.check_pages("1", EMPTY),
        checks.check_doi("10.5555/x", EMPTY),
        checks.check_isbn("9780306406157", EMPTY),
        checks.check_issn("1234-5678", EMPTY),
        checks.check_publisher("x", EMPTY),
    ]
    assert {said(check) for check in silent} == {(OPEN, "the service does not say")}

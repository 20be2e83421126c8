"""What is found by numbers, titles and people is what asking every known work would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rvc.analysis import twins
from rvc.analysis.twins import Twin, Twins
from rvc.model.reference import Reference

TITLES = st.sampled_from(
    [
        "",
        "Chains & Duty",
        "Chains and duty: a study",
        "CHAINS, DUTY",
        "Chain and Duty",
        "Retracted: ",
    ]
)
PEOPLE = st.lists(st.sampled_from([("Day", "R."), ("Dáy", "Al"), ("Roe", "")]), max_size=2)
YEARS = st.sampled_from(["", "2012", "2013", "2013a", "2014", "in press", "٢٠١٣"])
FIELDS = st.dictionaries(
    st.sampled_from(["doi", "isbn", "eprint", "eprinttype"]),
    st.sampled_from(["10.5555/x", "10.48550/arXiv.2101.00001", "9780306406157", "arxiv"]),
)
WORKS = st.builds(
    lambda kind, title, year, people, fields: Reference(
        "", kind, title, year, tuple(people), fields=fields
    ),
    st.sampled_from(["book", "article"]),
    TITLES,
    YEARS,
    PEOPLE,
    FIELDS,
)


def asked_one_by_one(work: Reference, known: list[Reference]) -> str:
    """The key of the first that shares a number, else of the first that is alike."""
    numbers = twins._numbers(work)
    for other in known:
        if numbers.items() & twins._numbers(other).items():
            return other.key
    for other in known:
        two_dois = "DOI" in numbers and "DOI" in twins._numbers(other)
        if not two_dois and twins._alike(work, other):
            return other.key
    return ""


@given(WORKS, st.lists(WORKS, max_size=8))
def test_found_is_what_asking_each_would_find(work: Reference, others: list[Reference]) -> None:
    from msgspec.structs import replace

    known = [replace(other, key=f"k{number}") for number, other in enumerate(others)]
    found = Twins(known).twin_of(work)
    assert (found.key if found else "") == asked_one_by_one(work, known)


def test_the_reason_names_the_number() -> None:
    book = Reference("b", "book", "T", fields={"isbn": "0-306-40615-2"})
    again = Reference("", "book", "U", fields={"isbn": "9780306406157"})
    assert Twins([book]).twin_of(again) == Twin("b", "the same ISBN 9780306406157")

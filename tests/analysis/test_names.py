from __future__ import annotations

import pytest

from rvc.analysis.names import compare_authors, same_person
from rvc.model.record import Person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Person("Day", "Ruth"), Person("DAY", "R.")),
        (Person("Seshadhri", "C"), Person(name="C. Seshadhri")),
        (Person("Müller", "Jürgen"), Person("Muller", "J")),
        (Person("van der Pluijm", "Ingrid"), Person(name="Ingrid van der Pluijm")),
        (Person("Dalla Serra", "Mauro"), Person(name="Dalla Serra, M.")),
        (Person("Yoshihiko", "Hirabuki"), Person("Hirabuki", "Yoshihiko")),
        (Person("Wakefield", "Andrew J."), Person("Wakefield", "AJ")),
        (Person("Smith", "Tom"), Person("Smith", "Thomas")),
        (Person("Kim", "Jung-Hee"), Person("Kim", "J.-H.")),
        (Person("Day"), Person("Day", "Ruth")),
        (Person(name="OECD"), Person(name="oecd")),
        (Person(name="Martin Luther King Jr."), Person("King", "Martin Luther", "Jr.")),
        (Person("王", "芳"), Person(name="王芳")),
    ],
)
def test_names_that_can_be_one_person(one: Person, other: Person) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Person("Feldman", "Michal"), Person("Feldman", "Jon")),
        (Person("Day", "Ruth"), Person("Perrin", "Ruth")),
        (Person("Day", "R."), Person("Day", "S.")),
        (Person("Smith", "Jon"), Person("Smith", "Jan")),
        (Person(name="OECD"), Person(name="Sherpa")),
        (Person(name="Ruth Day"), Person(name="Louis Perrin")),
    ],
)
def test_names_that_cannot(one: Person, other: Person) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)


def test_lists_are_compared_person_by_person() -> None:
    ours = [Person("Day", "Ruth"), Person("Perrin", "Louis")]
    theirs = [Person(name="Louis Perrin"), Person(name="R. Day"), Person(name="A. Other")]
    compared = compare_authors(ours, theirs)
    assert (compared.shared, compared.first, compared.shortest) == (2, True, 2)
    assert compared.share == pytest.approx(2 / 3)


def test_each_person_counts_once() -> None:
    assert compare_authors([Person("Lee"), Person("Lee")], [Person("Lee", "A.")]).shared == 1


@pytest.mark.parametrize("nobody", [(), (Person(name="others"),), (Person(name="Anonymous"),)])
def test_nobody_named_is_not_known(nobody: tuple[Person, ...]) -> None:
    assert not compare_authors(nobody, [Person("Day")]).known
    assert not compare_authors([Person("Day")], nobody).known


def test_et_al_is_no_person() -> None:
    ours = [Person(name="Lei Zhang"), Person(name="et al")]
    assert compare_authors(ours, [Person("Zhang", "Lei"), Person("He", "L.")]).shortest == 1

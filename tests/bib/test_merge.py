from __future__ import annotations

import pytest

from rvc.bib.merge import Merge, merged, written
from rvc.bib.reader import read
from rvc.errors import RvcError

TEXT = """\
@string{wd = {World Development}}

% about a
@article{a,
  title = {T},
}

@article{b, title = {T}, journal = wd # {!}, month = may}
@misc{c, crossref = {B}, related = {x, b}}
"""


def test_one_entry_of_two():
    library = read(TEXT)
    a, b, _ = library.entries
    fields = {"journal": written(b, "journal"), "month": written(b, "month")}
    assert (
        merged(library, [Merge(a, (b,), fields)])
        == """\
@string{wd = {World Development}}

% about a
@article{a,
  title = {T},
  journal = {World Development!},
  month = may,
}
@misc{c, crossref = {a}, related = {x, a}}
"""
    )


def test_first_and_neighbouring_entries_go():
    library = read("@misc{a}\n\n@misc{b}\n\n@misc{c}\n@misc{d}\n")
    a, b, c, d = library.entries
    assert merged(library, [Merge(d, (a, b, c), {})]).strip() == "@misc{d}"
    assert merged(library, [Merge(a, (d,), {})]) == "@misc{a}\n\n@misc{b}\n\n@misc{c}\n"
    assert merged(library, [Merge(b, (a,), {}), Merge(d, (c,), {})]) == "@misc{b}\n@misc{d}\n"


def test_a_repeated_key():
    library = read("@misc{a, x = {1}}\n@misc{A, y = {2}}\n@misc{c, crossref = {a}}\n")
    a, again, _ = library.entries
    assert merged(library, [Merge(a, (again,), {"y": "{2}"})]) == (
        "@misc{a, x = {1}, y = {2}}\n@misc{c, crossref = {a}}\n"
    )


def test_what_would_do_harm_is_refused():
    library = read("@misc{a, x = {1}}\n@misc{b}\n")
    a, b = library.entries
    with pytest.raises(RvcError):
        merged(library, [Merge(a, (b,), {"y": "{2"})])

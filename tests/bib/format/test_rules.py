from __future__ import annotations

import pytest

from rvc.bib.format.rule import Options
from rvc.bib.format.table import FORMAT_RULES, format_text
from rvc.errors import RvcError

UGLY = """\
% heading
@ARTICLE {b ,  author="Day, R.",
    Title = {The OECD
      in {NGO} Words}, YEAR=2004
  , pages={1-2},
}
% about a
@misc{a, note = "x" # s, title = {}}
@string{s = {t}}
"""


def by(text: str, *names: str, **more: object) -> str:
    return format_text(text, names, Options(**more)).text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("dashes", "pages = {1-2},", "pages = {1--2},"),
        ("doi", "doi = {https://doi.org/10.1234/X}", "doi = {10.1234/X}"),
        ("url", r"url = {\url{https://x.org/a\_b}}", "url = {https://x.org/a_b}"),
        ("url", "doi={10.1234/x}, url={https://doi.org/10.1234/X}", "doi={10.1234/x}"),
        ("months", "month = {March}", "month = mar"),
        ("months", "month = 3", "month = mar"),
        ("months", "month = {3 March}", "month = {3 March}"),
        ("title-case", "title = {The OECD at McDonald}", "title = {The {OECD} at {McDonald}}"),
        ("title-case", r"title = {A \LaTeX $X_AB$ {OECD}}", r"title = {A \LaTeX $X_AB$ {OECD}}"),
        ("escape", r"title = {A & B \& 5%}, url={a&b}", r"title = {A \& B \& 5\%}, url={a&b}"),
        ("outer-braces", "title = {{Whole}}", "title = {Whole}"),
        ("outer-braces", "title = {{A} and {B}}", "title = {{A} and {B}}"),
        ("outer-braces", "author = {{OECD}}", "author = {{OECD}}"),
        ("empty-fields", "title = {T}, note = {}, x = \"\"", "title = {T}"),
        ("white-space", "title = { a\n   b }", "title = {a b}"),
        ("braces", 'title = "a {"} b", year = 2001', 'title = {a {"} b}, year = {2001}'),
        ("braces", 'title = "a" # s', 'title = "a" # s'),
        ("numbers", 'year = {2001}, volume = "7"', "year = 2001, volume = 7"),
        ("numbers", "number = {007}", "number = {007}"),
        ("equals", "title={T},year   =\n2001", "title = {T},year = 2001"),
        ("trailing-comma", "title = {T}", "title = {T},"),
        ("no-trailing-comma", "title = {T} , ", "title = {T}  "),
    ],
)  # fmt: skip
def test_one_rule(rule: str, before: str, after: str):
    text = f"% x\n@misc{{a, {before}}}\n"
    assert by(text, rule) == f"% x\n@misc{{a, {after}}}\n"


def test_lines_indent_and_align():
    text = by(UGLY, "lines", "indent", "align", "lower-case", "trailing-comma", align=8)
    assert (
        text
        == """\
% heading
@article{b,
  author  = "Day, R.",
  title   = {The OECD
      in {NGO} Words},
  year    = 2004,
  pages   = {1-2},
}
% about a
@misc{a,
  note    = "x" # s,
  title   = {},
}
@string{s = {t}}
"""
    )


def test_align_without_a_width_fits_each_entry():
    text = "@misc{a,\n  x = {1},\n  note={2}\n}\n"
    assert by(text, "align") == "@misc{a,\n  x    = {1},\n  note = {2}\n}\n"
    assert by("@misc{a, x={1}, note={2}}\n", "align") == "@misc{a, x={1}, note={2}}\n"


def test_leading_commas_stay_leading():
    text = "@misc{a\n , x = {1}\n    , y = {2}\n}\n"
    assert by(text, "indent") == "@misc{a\n  , x = {1}\n  , y = {2}\n}\n"


def test_field_order():
    text = "@misc{a, note={n}, year={1}, zz={z}, author={A}, note={m}}\n"
    assert by(text, "field-order") == "@misc{a, author={A}, year={1}, note={n}, note={m}, zz={z}}\n"
    assert by(text, "field-order", field_order=("year",)).startswith("@misc{a, year={1}, note={n}")


def test_entries_move_with_their_comments_and_never_over_a_heading():
    text = """\
% Heading

% about c
@misc{c}
@misc{b} % behind b

% Second part

@misc{z}
@misc{a}
"""
    assert (
        by(text, "sort")
        == """\
% Heading

@misc{b} % behind b
% about c
@misc{c}

% Second part

@misc{a}
@misc{z}
"""
    )


def test_sorting_by_fields():
    text = "\n".join(
        f"@{type_}{{{key}, year={{{year}}}, month={month}}}"
        for type_, key, year, month in [
            ("misc", "a", 2001, "nov"), ("book", "b", 2010, "feb"), ("misc", "c", 2001, "feb"),
        ]
    ) + "\n@misc{d}\n"  # fmt: skip

    def keys(*sort: str) -> str:
        import re

        return "".join(re.findall(r"\{(.)", by(text, "sort", sort=sort)))

    assert keys("year", "month").replace("2", "").replace("1", "") == "cabd"
    assert keys("-year", "key").replace("2", "").replace("1", "") == "bacd"
    assert keys("type").replace("2", "").replace("1", "") == "bacd"


def test_parents_stay_below_their_children():
    text = "@misc{b, crossref={a}}\n@misc{a}\n@misc{c, crossref={a}}\n"
    assert by(text, "sort").index("{a}\n") > by(text, "sort").index("{c,")


def test_a_string_is_never_crossed():
    text = "@misc{b, x = s}\n@string{s = {t}}\n@misc{a, x = s}\n"
    assert by(text, "sort") == text


def test_blank_lines():
    text = "@misc{a}\n@misc{b}\n\n\n\n% c\n@misc{c} % d\n@string{x={1}}\n@string{y={2}}\n\n\n"
    assert by(text, "blank-lines") == (
        "@misc{a}\n\n@misc{b}\n\n% c\n@misc{c} % d\n@string{x={1}}\n@string{y={2}}\n"
    )
    assert by(text, "compact") == (
        "@misc{a}\n@misc{b}\n% c\n@misc{c} % d\n@string{x={1}}\n@string{y={2}}\n"
    )


def test_trim_and_line_ends():
    text = "@misc{a,  \r\n  x = {1  \r\n},  \r\n}  \r\n% c  \r\n@misc{b}"
    assert by(text, "trim") == "@misc{a,\r\n  x = {1  \r\n},\r\n}\r\n% c\r\n@misc{b}\r\n"
    assert by("@misc{a, x={1}}\r\n", "lines") == "@misc{a,\r\n  x={1}\r\n}\r\n"


def test_what_is_broken_stays_as_it_is():
    text = "@misc{a, title = {A} year={1-2}, pages={1-2}}\n@misc{b,pages={1-2}}\n"
    done = by(
        text,
        *[r.name for r in FORMAT_RULES if r.name not in ("compact", "equals", "no-trailing-comma")],
    )
    assert done.startswith("@misc{a, title = {A} year={1-2}, pages={1-2}}\n")
    assert "1--2" in done


def test_values_are_told():
    done = format_text("@misc{a, pages={1-2}, month={May}}\n", ["dashes", "months", "lines"])
    assert [tuple(one) for one in done.values] == [
        ("dashes", "a", "pages", "{1-2}", "{1--2}"),
        ("months", "a", "month", "{May}", "may"),
    ]
    assert done.done == {"dashes": 1, "months": 1, "lines": 1}


def test_unknown_rules_and_rules_that_undo_one_another():
    with pytest.raises(RvcError, match="did you mean 'dashes'"):
        format_text("", ["dashs"])
    with pytest.raises(RvcError, match="undo one another"):
        format_text("", ["compact", "blank-lines"])


def test_a_hundred_thousand_equal_keys():
    text = "@misc{a, pages={1-2}}\n" * 3000
    assert by(text, "dashes", "sort") == "@misc{a, pages={1--2}}\n" * 3000


def test_what_is_commented_out_stays_as_it_is():
    comment = '@comment{ kept \n\n\n@article{a,  title="B"}\n\n\n}\n'
    text = comment + "@misc{b,  title = {X}, year=2001}\n"
    names = ["lines", "braces", "field-order", "sort", "trim", "blank-lines", "lower-case"]
    done = format_text(text, names).text
    assert done.startswith(comment[:-1])
    assert done.endswith("@misc{b,\n  title = {X},\n  year={2001}\n}\n")

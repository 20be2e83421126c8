from __future__ import annotations

import pkgutil
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rvc.lint.bib_rules
from rvc.bib.diagnostics import RULES as DIAGNOSTICS
from rvc.bib.reader import read
from rvc.lint.bib_rule import BibData, BibRule, Citations, Dialect
from rvc.lint.bib_table import BIB_RULES, bib_remarks
from rvc.model.finding import Place, Severity

BY_NAME = {rule.name: rule for rule in BIB_RULES}


def data(text: str, **more: object) -> BibData:
    cited = re.findall(r"% cited: (\S+)", text)
    places = {key: Place("paper.md", 3, 7) for key in cited}
    citations = Citations(places, unused=True) if cited else None
    return BibData(read(text), citations=citations, **more)  # type: ignore[arg-type]


def said(name: str, text: str, **more: object) -> list[str]:
    return [remark.message for remark in BY_NAME[name].check(data(text, **more))]


@pytest.mark.parametrize("rule", BIB_RULES, ids=lambda rule: rule.name)
def test_the_bad_sample_is_remarked_and_the_good_one_is_fine(rule: BibRule):
    assert list(rule.check(data(rule.bad)))
    judged = [
        (one.name, remark.message)
        for one, remark, severity in bib_remarks(data(rule.good))
        if severity is not Severity.NOTE
    ]
    assert judged == []
    assert not list(rule.check(data(rule.good)))


def test_every_module_and_every_diagnostic_is_in_the_table():
    modules = {found.name for found in pkgutil.iter_modules(rvc.lint.bib_rules.__path__)}
    modules = {name.replace("_", "-") for name in modules}
    of_links = {"link-missing", "link-circle"}  # rule entry-links says both
    assert modules | set(DIAGNOSTICS) - of_links == set(BY_NAME)
    assert len(BY_NAME) == len(BIB_RULES)


@pytest.mark.parametrize("rule", BIB_RULES, ids=lambda rule: rule.name)
def test_a_rule_says_what_and_why(rule: BibRule):
    assert rule.summary.endswith(".")
    assert len(rule.why.split()) > 8
    fixes = [remark.fix for remark in rule.check(data(rule.bad)) if remark.fix]
    assert bool(fixes) <= bool(rule.fixes)


@pytest.mark.parametrize(
    ("entry", "missing"),
    [
        ("@article{a, author={A}, title={T}, journaltitle={J}, date={2001}}", []),
        ("@article{a, author={A}, title={T}, year={2001}}", ["@article without journal"]),
        ("@book{a, editor={A}, title={T}, publisher={P}, year=2001}", []),
        ("@inbook{a, author={A}, title={T}, publisher={P}, year=2001, pages=3}", []),
        ("@misc{a}", []),
        ("@online{a, title={T}, url={https://x.org}}", []),
        ("@phdthesis{a, author={A}, title={T}, institution={S}, year=2001}", []),
        ("@thesis{a, author={A}, title={T}, type={phd}, school={S}, date={2001}}", []),
        ("@thesis{a, author={A}, title={T}, school={S}, date={2001}}", ["@thesis without type"]),
        ("@inproceedings{a, title={T}, crossref={p}}", []),
    ],
)
def test_required_fields(entry: str, missing: list[str]):
    found = list(BY_NAME["required-field"].check(data(entry)))
    assert [one.message for one in found if one.severity is not Severity.NOTE] == missing


ARTICLE = "@article{a, author={A}, title={T}, journaltitle={J}, date={2001}}"


def test_the_dialect_chooses_the_table():
    book = "@book{a, author={A}, title={T}, year={2001}}"
    assert said("required-field", book) == ["@book without publisher"]
    assert said("required-field", book, dialect=Dialect.BIBLATEX) == []
    assert said("required-field", ARTICLE, dialect=Dialect.BIBTEX) == [
        "@article without journal, year"
    ]
    online = "@online{a, title={T}}"
    assert said("entry-type", online) == []
    assert said("entry-type", online, dialect=Dialect.BIBTEX) == ["the type @online is not known"]


@pytest.mark.parametrize(
    "pages",
    ["1--10", "7", "S1--S12", "12:1--12:20", "e0123", "1, 3, 7--9", "xi--xv", "1015--21", "33+",
     "1--2; 5--6", "LXX--LXXII", "110 ff."],
)  # fmt: skip
def test_pages_that_are_fine(pages: str):
    assert said("pages-form", f"@misc{{a, pages={{{pages}}}}}") == []


@pytest.mark.parametrize(
    ("pages", "new"),
    [("1-10", "1--10"), ("1 – 10", "1--10"), ("1---10", "1--10"), ("1–3, 5-7", "1--3, 5--7"),
     ("S1-S3", "S1--S3"), ("xi-xv", "xi--xv"), (r"1\textendash{}3", "1--3")],
)  # fmt: skip
def test_pages_that_can_be_repaired(pages: str, new: str):
    (remark,) = BY_NAME["pages-form"].check(data(f"@misc{{a, pages={{{pages}}}}}"))
    assert remark.fix
    assert remark.fix.safe
    assert remark.fix.edits[0].text == new


@pytest.mark.parametrize("pages", ["20--10", "see above", "1-2-3"])
def test_pages_that_only_a_person_can_repair(pages: str):
    found = list(BY_NAME["pages-form"].check(data(f"@misc{{a, pages={{{pages}}}}}")))
    assert [one.fix for one in found] == [None]


@pytest.mark.parametrize(
    ("isbn", "wrong"),
    [("0-7453-2112-7", 0), ("978-1-906433-78-9", 0), ("0745321127, 9781906433789", 0),
     ("0745321127 9781906433789", 0), ("ISBN 0-7453-2112-7 (pbk.)", 0), ("0-8044-2957-x", 0),
     ("0-7453-2112-8", 1), ("12345", 1), ("0745321127, 9781906433780", 1)],
)  # fmt: skip
def test_isbn(isbn: str, wrong: int):
    assert len(said("isbn-check", f"@book{{a, isbn={{{isbn}}}}}")) == wrong


def test_issn():
    assert said("issn-check", "@misc{a, issn={0950-2386, 1466-4348}}") == []
    assert said("issn-check", "@misc{a, issn={09502386}}") == [
        "an ISSN is written 0950-2386, not 09502386"
    ]
    assert said("issn-check", "@misc{a, issn={0950-2387}}") == ["'0950-2387' is no ISSN"]


@pytest.mark.parametrize(
    ("doi", "bare"),
    [("https://doi.org/10.1/x", None), ("https://doi.org/10.1234/x", "10.1234/x"),
     ("doi: 10.1234/x", "10.1234/x"), (r"\url{https://dx.doi.org/10.1234/x}", "10.1234/x"),
     (r"10.1234/a\_b", "10.1234/a_b"), ("10.1234/x.", "10.1234/x"),
     ("https://doi.org/10.1234%2Fx", "10.1234/x"), ("11.1234/x", None)],
)  # fmt: skip
def test_doi(doi: str, bare: str | None):
    (remark,) = BY_NAME["doi-form"].check(data(f"@misc{{a, doi={{{doi}}}}}"))
    assert (remark.fix.edits[0].text if remark.fix else None) == bare


@pytest.mark.parametrize(
    "doi",
    ["10.1111/j.1471-0374.2011.00331.x", "10.1000.10/123456", "10.1002/(SICI)1097-4636<1>3.0"],
)
def test_doi_that_is_fine(doi: str):
    assert said("doi-form", f"@misc{{a, doi={{{doi}}}}}") == []


@pytest.mark.parametrize(
    ("url", "wrong"),
    [("https://example.org/a?b=c&d=%20#e", 0), ("http://[2001:db8::1]/", 0), ("www.example.org", 1),
     ("https://example.org/a b", 1), (r"\url{https://example.org}", 1), ("ftp://x.org/f", 0),
     (r"https://x.org/a\_b", 1), ("see the web", 1), ("https://x.org/~u/ä", 0)],
)  # fmt: skip
def test_url(url: str, wrong: int):
    assert len(said("url-form", f"@misc{{a, url={{{url}}}}}")) == wrong


@pytest.mark.parametrize(
    "field",
    ["year = 2001", "year = {1999a}", "year = {in press}", "year = {n.d.}", "year = {ca. 1850}",
     "year = {1914/1918}", "date = {2013-11}", "date = {2013?}", "date = {2013/..}",
     "year = {[1850]}",
     "date = {2013-21}", "year = {2013--2014}", "urldate = {2020-02-29}"],
)  # fmt: skip
def test_dates_that_are_fine(field: str):
    assert said("date-form", f"@misc{{a, {field}}}") == []


@pytest.mark.parametrize(
    "field",
    ["year = {20011}", "year = {soon}", "date = {2013-13}", "date = {2013-02-30}",
     "year = {2001-05-06}", "date = {2014}, year = {2013}", "urldate = {yesterday}"],
)  # fmt: skip
def test_dates_that_are_not(field: str):
    assert len(said("date-form", f"@misc{{a, {field}}}")) == 1


@pytest.mark.parametrize(
    ("month", "macro"),
    [("{March}", "mar"), ("{3}", "mar"), ('"03"', "mar"), ("3", "mar"), ("{Sept.}", "sep")],
)
def test_month(month: str, macro: str):
    (remark,) = BY_NAME["month-form"].check(data(f"@misc{{a, month = {month}}}"))
    assert remark.fix
    assert remark.fix.edits[0].text == macro
    assert not said("month-form", "@misc{a, month = mar}")
    assert not said("month-form", '@misc{a, month = "3~" # mar}')
    assert not said("month-form", "@misc{a, month = {12 March}}")
    assert said("month-form", "@misc{a, month = {13}}") == ["'13' is no month"]


@pytest.mark.parametrize(
    ("names", "wrong"),
    [("Day, Richard J. F.", 0), ("Bair, Jennifer and Werner, Marion", 0), ("{OECD}", 0),
     ("{Trade and Industry Committee}", 0), ("World Bank and {United Nations}", 0),
     ("von Day, Jr, Richard", 0), ("Bair, Jennifer and others", 0),
     ("family=Day, given=Richard", 0),
     ("Bair, J., Werner, M., Day, R.", 1), ("Bair, J.; Werner, M.", 1), ("Bair & Werner", 1),
     ("Bair, Jennifer et al.", 1), ("DAY, RICHARD", 1), ("Bair and and Werner", 1),
     ("United Nations", 1), ("Day, Richard,", 1), ("NASA", 0), (r"M{\"u}ller, Karl", 0)],
)  # fmt: skip
def test_names(names: str, wrong: int):
    assert len(said("names-form", f"@misc{{a, author={{{names}}}}}")) == wrong


def test_encoding_damage():
    assert said("encoding-damage", "@misc{a, title={ProcÃ©dÃ©s â€œnouveauxâ€\x9d}}")
    assert said("encoding-damage", "@misc{a, title={a \ufffd b}}")
    assert said("encoding-damage", "@misc{a, title={Universit?t}}")
    assert not said("encoding-damage", "@misc{a, title={CAFÉ–BAR: naïve Ångström, São Paulo?}}")
    assert not said("encoding-damage", "@misc{a, url={https://x.org/a?b=c}, title={Why? What?}}")


def test_html():
    assert not said("html-in-field", "@misc{a, title={a < b and c > d \\& AT&T}}")
    (remark,) = BY_NAME["html-in-field"].check(data("@misc{a, title={A &amp; B}}"))
    assert remark.fix
    assert (remark.fix.safe, remark.fix.edits[0].text) == (True, r"A \& B")
    (remark,) = BY_NAME["html-in-field"].check(data("@misc{a, title={H<sub>2</sub>O}}"))
    assert remark.fix
    assert (remark.fix.safe, remark.fix.edits[0].text) == (False, r"H\textsubscript{2}O")


def test_links():
    assert said("entry-links", "@misc{a, crossref={b}}\n@misc{b, crossref={a}}\n")
    assert said("entry-links", "@misc{a, xdata={b, c}}\n@misc{b, title={T}}\n") == [
        "xdata names 'c', which is not there"
    ]
    text = "@misc{b, title={T}}\n@misc{a, crossref={b}}\n"
    assert said("entry-links", text, dialect=Dialect.BIBLATEX) == []
    (remark,) = BY_NAME["entry-links"].check(data(text))
    assert remark.severity is Severity.WARNING


def test_field_names():
    for name in ("editors", "numbers", "shorttitles", "page"):
        (one,) = BY_NAME["field-name"].check(data(f"@misc{{a, title={{T}}, {name}={{x}}}}"))
        right = "pages" if name == "page" else name.removesuffix("s")
        assert one.hint == f"did you mean {right!r}?"
        assert not said("field-name", f"@misc{{a, {right}={{y}}, {name}={{x}}}}")
    twice = data("@misc{a, authors={A}, auhtor={B}}")
    assert [remark.fix for remark in BY_NAME["field-name"].check(twice)] == [None, None]
    assert not said("field-name", "@misc{a, title={T}, arxiv={1}, eissn={2}}")
    assert said("field-name", "@misc{a, titel={T}}") == ["the field 'titel' is not known"]
    assert said("field-name", "@misc{a, titel={T}, title={T}, shelf={B}, bdsk-url-1={x}}") == []


def test_undefined_keys_carry_their_place_and_the_nearest_key():
    (remark,) = BY_NAME["undefined-key"].check(data("% cited: Day2004\n@misc{day2004}\n"))
    assert remark.place == Place("paper.md", 3, 7)
    assert remark.severity is Severity.WARNING
    assert "day2004" in remark.hint


def test_suppression():
    bad = "@misc{a, pages={1-2}}\n"
    rules = [BY_NAME["pages-form"]]

    def judged(text: str) -> list[tuple[str, Severity]]:
        return [(m.message, s) for _, m, s in bib_remarks(data(text), rules)]

    assert len(judged(bad)) == 1
    assert judged("% rvc: ignore pages-form\n" + bad) == []
    assert judged("% rvc: ignore names-form, pages-form\n% and a word\n" + bad) == []
    assert judged("@misc{a, pages={1-2}, rvc-ignore={pages-form}}\n") == []
    assert judged(bad + "% rvc: ignore-file pages-form\n") == []
    assert len(judged("% rvc: ignore pages-form\n@misc{b}\n" + bad)) == 1
    assert len(judged("% rvc: ignore names-form\n" + bad)) == 1
    ((message, severity),) = judged("% rvc: doubt pages-form: as printed\n" + bad)
    assert message.endswith("(known: as printed)")
    assert severity is Severity.NOTE


def test_severities_of_the_settings():
    text = data("@misc{a, pages={1-2}, month={March}}")
    chosen = {"pages-form": Severity.ERROR, "month-form": Severity.ERROR}
    found = {rule.name: severity for rule, _, severity in bib_remarks(text, BIB_RULES, chosen)}
    assert found == {"pages-form": Severity.ERROR, "month-form": Severity.NOTE}


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet='@{}",=#%() \n\\&<>;aA1-é\ufffd\udce9\0?:/', max_size=80),
    st.sampled_from(
        ["author", "title", "pages", "date", "doi", "url", "isbn", "month", "crossref"]
    ),
)
def test_any_text_can_be_checked(value: str, name: str):
    for text in (value, f"@misc{{a, {name} = {{{value}}}}}\n"):
        for _, remark, _ in bib_remarks(data(text)):
            assert 0 <= remark.start <= len(text)


@pytest.mark.parametrize(
    ("field", "messages"),
    [
        ("title = {A & B_c 50% #1}", ["title: '&' and '_' and '%' and '#' are not escaped"]),
        (r"title = {A \& B\_c 50\% \\& x}", ["title: '&' is not escaped"]),
        (r"title = {$x_1$ \(a_b\) \$5 \url{a_b%20} \href{x#y}{z} \cite{a_b}}", []),
        ("title = {Capital &amp; Class}", []),
        ("url = {https://x.org/a_b%20c#d}, doi = {10.1/a_b}, keywords = {a_b}", []),
        ("abstract = {5% of it}, bdsk-url-1 = {a_b}", []),
    ],
)
def test_special_characters(field: str, messages: list[str]):
    assert said("unescaped-special", f"@misc{{a, {field}}}") == messages

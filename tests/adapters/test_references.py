"""references_bib, references_list and references_entries say the same of the same file."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rvc.adapters.references_bib import read_references
from rvc.adapters.references_entries import read_entries
from rvc.adapters.references_list import read_list
from rvc.bib.reader import read, read_matching
from rvc.bib.some_fields import entry_with, value
from rvc.model.finding import Severity

HARD = r"""
@string{es = "Economy and " # {Society}}
@article{a, author = {van der Berg, Jan and {\'E}mile Zola}, title =
  {{\"U}ber \emph{Chains} \& More}, year = 2001, journal = es, keywords = {core; law-fr, x}}
@book{b, editor = "{Corporate Justice Coalition} and others", title = "B", date = {2010-02/2011}}
@inbook{c, title = {C}, author = {King, Jr, Martin and A and B}, crossref = {b}}
@misc{d, organization = {ITUC}, title = {D 2014}, year = {2014}}
@misc{e, title = {E}, year = {in press}, author = {Doe, Jane and Roe, Richard}}
@misc{f, title = {nobody 2012 said}, year = 2012, keywords = {unresolved, seed}}
@misc{g, author = {Doe, Jane and and Roe, R.}}
@misc{h, author = {family=Berg, given=Jan, prefix=van der}, year = {ca. 1950}}
@misc{i, author = {Ludwig van Beethoven and Ana Mar{\'\i}a P{\'e}rez}, date = {-0044-03-15}}
@misc{j, author = {others}, title = {  spaced
   out }}
@misc(k, Author = "Q" # " R", AUTHOR = {ignored}, title = {{K}})
@misc{a, title = {a second a}}
"""


def labels(text: str) -> dict[str, tuple[str, str, bool]]:
    data = text.encode("utf-8", "surrogateescape")
    works = read_references(data, "x.bib")[0].works
    listed = read_list(data, "x.bib").lines
    entries = read_entries(data, "x.bib")[0]
    full = {key: (work.label, work.title, work.resolved) for key, work in works.items()}
    assert {one.key: (one.label, one.title, one.resolved) for one in listed} == full
    assert {key: (one.label, one.resolved) for key, one in entries.items()} == {
        key: (label, resolved) for key, (label, _, resolved) in full.items()
    }
    return full


def test_all_three_ways_give_the_same_labels() -> None:
    found = labels(HARD)
    assert {key: label for key, (label, _, _) in found.items()} == {
        "a": "van der Berg and Zola 2001",
        "b": "Corporate Justice Coalition et al. 2010",
        "c": "King et al. 2010",
        "d": "ITUC 2014",
        "e": "Doe and Roe in press",
        "f": "nobody 2012 said",
        "g": "Doe and Roe n.d.",
        "h": "van der Berg ca. 1950",
        "i": "van Beethoven and Pérez -44",
        "j": "spaced out n.d.",
        "k": "R n.d.",
    }
    assert found["a"][1] == "Über Chains & More"
    assert not found["f"][2]


def test_what_is_inherited_and_what_is_lost() -> None:
    entries, losses = read_entries(HARD.encode(), "x.bib")
    chapter = entries["c"]
    assert chapter.fields["booktitle"].inherited_from == "b"
    assert chapter.names["author"].people[0].suffix == "Jr"
    assert chapter.date is not None
    assert (chapter.date.start, chapter.date.end) == ("2010-02", "2011")
    assert entries["a"].fields["journal"] == msgspec.structs.replace(
        entries["a"].fields["journal"], raw="es", value="Economy and Society"
    )
    assert (chapter.line, chapter.column) == (6, 1)
    assert [(loss.rule, loss.key, loss.line) for loss in losses] == [
        ("duplicate-field", "k", 15),
        ("duplicate-key", "a", 16),
    ]
    assert read_list(HARD.encode(), "x.bib").lost == 1
    assert list(read_entries(HARD.encode(), "x.bib", {"b"})[0]) == ["b"]


def test_bytes_of_no_encoding_are_a_finding_and_harm_nothing() -> None:
    data = "@misc{é, title = {é é é é}}\n@misc{k, title = {x}}".encode()
    data = data.replace(b"{x}", b"{x\xff}")
    works, findings = read_references(data, "x.bib")
    assert works.works["k"].title == "x�"
    assert "undecodable" in [found.rule for found in findings]
    assert msgspec.msgpack.encode(findings)
    assert msgspec.json.encode(read_entries(data, "x.bib"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1", "utf-16"])
def test_encodings(encoding: str) -> None:
    data = "@misc{a, author = {Kütting, Élise}, title = {Über}}\n".encode(encoding)
    assert read_references(data, "x.bib")[0].works["a"].label == "Kütting n.d."


def test_what_may_be_meant_is_a_warning() -> None:
    findings = read_references(b"stray text\n@misc{a, crossref = {b}}\n@misc{c, title = {\n", "x")[
        1
    ]
    severities = {found.rule: found.severity for found in findings}
    assert severities["text-between"] is Severity.WARNING
    assert severities["link-missing"] is Severity.WARNING
    assert severities["unterminated"] is Severity.ERROR


SHARED = Path(__file__).parents[2].parent / "shared" / "benchmarks" / "bib"


@pytest.mark.parametrize(
    "entry",
    [
        "@misc{k, year = 2001, title = {{{{{{{{T}}}}}}}}}",  # deeper than the expressions look
        "@misc{k, \u212aEYWORDS = {unresolved}, title = {T}}",  # lower() makes this sign a k
        "@misc{k, publi\u017fher = {P}, title = {T}}",  # and leaves this one what it is
        "@misc(k, title = {T}, Title = {U}, YEAR = {2} # 001)",
        "@misc{k, author = {A {B and C}, D. and {E, F}, G and H}}",
        "@misc{k, author = {=, A and B}}",
        "@misc{k, author = {{\\'E}, X and , Y}}",
        "@misc{k, author = {a-{}-b, X}, title = {``{}'' -{}- ?{}`}}",
        "@misc{k, author = { , X}, editor = {{}}, institution = {I}, year = {١٩٩٩}}",
        "@misc{k, year = ٣, title = jan # { } # k}",
        "@misc{k, title = {e\u0301 {E}\u0301}}",
    ],
)
def test_rare_forms(entry: str) -> None:
    labels(entry + "\n")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared files are not beside the repository")
def test_the_shared_files() -> None:
    for path in sorted(SHARED.rglob("*.bib")):
        labels(path.read_bytes().decode("utf-8", "surrogateescape"))


PIECES = st.lists(
    st.sampled_from(
        ["@misc{", "k1", "k2", ",", " author = ", " title=", "year", "=", "{", "}", '"', "A and B",
         "others", "{\\'e}", "1999", "#", "\n", "crossref = {k1}", "date = {2001}", "x", " ", "~"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(PIECES)
def test_any_text(text: str) -> None:
    labels(text)


@given(PIECES, st.sets(st.sampled_from(["author", "title", "year", "date"]), min_size=1))
def test_some_values_are_those_of_the_entry(text: str, wanted: set[str]) -> None:
    library, matches = read_matching(text + "}\n" * 3, entry_with(sorted(wanted)))
    assert [block.start for block in library.blocks] == [
        block.start for block in read(library.text).blocks
    ]
    for entry in library.entries:
        if match := matches.get(entry.start):
            found = {name: value(entry, raw) for name, raw in match.groupdict().items() if raw}
            whole = {name: said for name, said in entry.values().items() if name in wanted}
            assert found == whole

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rvc.bib.patch import remove_entry
from rvc.bib.reader import read
from rvc.errors import RvcError
from rvc.model.imported import Imported
from rvc.model.record import Dated, Person, Record, WorkType
from rvc.tasks.add_works import How, add_to, add_works
from rvc.tasks.incoming import Copied, Incoming, from_text

TOY = Path(__file__).parents[1] / "toy" / "references.bib"
DAY = Record(
    service="crossref",
    id="x",
    titles=("Chains & {Duty}: 50% of $1 #2 x_y ~^\\",),
    containers=("Law & Society",),
    authors=(Person("de la Day", "Ruth", "Jr."), Person(name="Oxfam International")),
    dates=(Dated("issued", 2013, 2),),
    pages="1–20",
    doi="10.5555/x_(1)",
    type=WorkType.ARTICLE,
)


def one(record: Record = DAY, **extra: str) -> Incoming:
    return Incoming("doi 10.5555/x", Imported(record, extra))


def added(text: str, *works: Incoming, how: How = How()) -> str:  # noqa: B008
    return add_to(read(text), works or [one()], how).new_text


def test_an_entry_in_the_layout_of_the_file() -> None:
    text = '@article{a,\n\tauthor = "A",\n\ttitle  = "T",\n\tyear   = 2001\n}\n'
    assert added(text) == text + (
        "\n@article{delaoxfam2013chains,\n".replace("delaoxfam", "deladayoxfam")
        + '\tauthor = "de la Day, Jr., Ruth and {Oxfam International}",\n'
        + '\ttitle  = "Chains \\& {\\textbraceleft}Duty{\\textbraceright}: 50\\% of \\$1 \\#2 '
        + 'x\\_y {\\textasciitilde}{\\textasciicircum}{\\textbackslash}",\n'
        + '\tjournal = "Law \\& Society",\n'
        + '\tyear   = "2013",\n\tmonth  = feb,\n'
        + '\tpages  = "1--20",\n\tdoi    = "10.5555/x_(1)"\n}\n'
    )


def test_a_reader_sees_what_the_record_says() -> None:
    from rvc.adapters.references_bib import read_references

    work = read_references(added("").encode(), "x")[0].works["deladayoxfam2013chains"]
    assert work.title == DAY.title
    assert work.fields["doi"] == DAY.doi
    assert work.people == (("de la Day", "Ruth, Jr."), ("Oxfam International", ""))


def test_biblatex_files_get_biblatex_fields() -> None:
    text = "@online{a, title = {T}, date = {2001-02}, location = {L}}\n"
    assert "date = {2013-02}" in added(text)
    assert "journaltitle = {Law" in added(text)
    assert "journaltitle" not in added(text, how=How(dialect="bibtex"))


def test_in_its_place_when_the_file_is_sorted() -> None:
    text = "@misc{a, title={A}}\n@misc{c, title={C}}\n@misc{z, title={Z}}\n"
    keys = [entry.key for entry in read(added(text)).entries]
    assert keys == ["a", "c", "deladayoxfam2013chains", "z"]


SAME_TITLE = """@misc{t, author = {Ruth de la Day}, year = 2012,
  title = {CHAINS \\& {{Duty}}: 50\\% of 1 2 x y}}"""


@pytest.mark.parametrize(
    ("existing", "reason"),
    [
        ("@misc{t, doi = {https://doi.org/10.5555/X_(1)}}", "the same DOI"),
        (SAME_TITLE, "the same title, people and year"),
    ],
)  # fmt: skip
def test_twins_are_refused_by_key(existing: str, reason: str) -> None:
    with pytest.raises(RvcError, match=reason) as caught:
        added(existing)
    assert "'t'" in str(caught.value)
    assert len(read(added(existing, how=How(force=True))).entries) == 2
    left = add_to(read(existing), [one()], How(only_new=True))
    assert (left.new_text, left.left_out[0].key) == (existing, "t")


def test_no_twins_are_other_years_people_dois_and_chapters_of_one_book() -> None:
    for existing in (
        "@misc{t, author = {Day, R.}, title = {Chains & Duty}, year = 2003}",
        "@misc{t, author = {Roe, R.}, title = {Chains & {Duty}: 50% of 1 2 x y}, year = 2013}",
        "@misc{t, title = {Chains}, author = {Day}, year = 2013, doi = {10.5555/y}}",
    ):
        assert len(read(added(existing)).entries) == 2
    chapter = Record("x", "x", titles=("One",), isbn=("9780306406157",), type=WorkType.CHAPTER)
    book = "@book{b, title = {Two}, isbn = {0-306-40615-2}}"
    assert len(read(added(book, one(chapter))).entries) == 2
    again = Record("x", "x", titles=("Other",), isbn=("9780306406157",), type=WorkType.BOOK)
    with pytest.raises(RvcError, match="the same ISBN 9780306406157"):
        added(book, one(again))


def test_the_same_work_twice_in_one_call() -> None:
    with pytest.raises(RvcError, match=r"stands twice in doi 10\.5555/x \(the same DOI"):
        added("", one(), one())
    other = Incoming("b.ris", one().work)
    with pytest.raises(RvcError, match=r"stands in doi 10\.5555/x and in b\.ris") as caught:
        added("", one(), other)
    assert "--only-new adds the others" in str(caught.value)
    inbox = b"@misc{x, title={X}, doi={10.5555/q}}\n\n@misc{y, title={X}, doi={10.5555/q}}\n"
    with pytest.raises(RvcError, match=r"stands twice in inbox\.bib \(lines 1 and 3: the same"):
        added("", *from_text(inbox, "inbox.bib"))


def test_one_twin_among_several_works_can_be_left_out() -> None:
    new = Incoming("x", Copied("misc", "new2020", [("title", "{New}")]))
    with pytest.raises(RvcError, match="--only-new adds the others"):
        added("@misc{t, doi = {10.5555/x_(1)}}", one(), new)
    with pytest.raises(RvcError) as caught:
        added("@misc{t, doi = {10.5555/x_(1)}}", one())
    assert "--only-new" not in str(caught.value)


def test_a_parent_stands_behind_its_children() -> None:
    child = "@inproceedings{b2001, crossref = {a2000}, title = {C}}"
    parent = "@proceedings{a2000, title = {P}, year = 2000}"
    sorted_file = "@misc{a, title={A}}\n@misc{b, title={B}}\n@misc{c, title={C}}\n"
    for both in (f"{parent}\n{child}\n", f"{child}\n{parent}\n"):
        works = list(from_text(both.encode(), "x.bib"))
        for text in ("", sorted_file, "@misc{z, title={Z}}\n"):
            keys = [entry.key for entry in read(added(text, *works)).entries]
            assert keys.index("b2001") < keys.index("a2000"), (both, text)


def test_what_is_no_bibliography_is_not_quoted_at_length() -> None:
    with pytest.raises(RvcError) as caught:
        list(from_text(b"@a{" + b"\x7fELF" * 500, "x.bin"))
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize(
    ("existing", "pattern", "key"),
    [
        ("", "", "deladayoxfam2013chains"),
        ("@misc{Roe2001, author={Roe, A}, year=2001}@misc{Doe1999a, author={Doe, B}, year=1999}",
         "", "DeladayOxfam2013"),
        ("", "{Author}:{yy}{Word}", "Deladay:13Chains"),
        ("", "mykey", "mykey"),
        ("@misc{DELADAYOXFAM2013chains, title={x}}", "", "deladayoxfam2013chainsa"),
    ],
)  # fmt: skip
def test_keys(existing: str, pattern: str, key: str) -> None:
    made = add_to(read(existing.replace("}@", "}\n@")), [one()], How(key=pattern)).added
    assert made[0].key == key


def test_keys_that_cannot_be() -> None:
    with pytest.raises(RvcError, match=r"unknown part '\{nonsense\}'"):
        added("", how=How(key="{nonsense}"))
    with pytest.raises(RvcError, match="used already"):
        added("@misc{k, title={x}}", how=How(key="K"))
    with pytest.raises(RvcError, match="cannot be a key"):
        added("", how=How(key="a b"))


def test_entries_of_another_file_stay_as_written() -> None:
    other = (
        b'@string{es = {Economy}}\n@Article{k1, author = "{\\\'E}. Zola", journal = es # { x},'
        b" year = 2001, month = jan, title = {T}, title = {T2}}\n"
    )
    works = list(from_text(other, "o.bib"))
    entry = read(added("", *works)).entries[0]
    assert (entry.type, entry.key) == ("article", "k1")
    assert {field.name: field.raw for field in entry.fields} == {
        "author": "\"{\\'E}. Zola\"", "journal": "{Economy x}", "year": "2001",
        "month": "jan", "title": "{T}",
    }  # fmt: skip
    text = "@misc{k1, title={other}}\n"
    assert read(added(text, *works)).entries[1].key == "zola2001t"
    for broken in (b"@misc{a, title = {x}", b"@misc{a, t={1}}\n@misc{a, t={2}}\n"):
        with pytest.raises(RvcError, match="not whole"):
            list(from_text(broken, "o.bib"))


def test_a_new_file_is_made_and_a_dry_run_makes_none(tmp_path: Path) -> None:
    path = tmp_path / "new.bib"
    add_works(path, [one()], How(), dry_run=True)
    assert not path.exists()
    add_works(path, [one()], How())
    assert read(path.read_text()).kept[0].key == "deladayoxfam2013chains"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(tmp_path: Path, encoding: str, newline: str) -> None:
    path = tmp_path / "x.bib"
    text = "% é\n@misc{a,\n  title = {É},\n}\n".replace("\n", newline)
    path.write_bytes(text.encode(encoding))
    add_works(path, [one()], How())
    now = path.read_bytes()
    assert now.startswith(text.encode(encoding))
    assert now.decode(encoding).count(newline) == len(now.decode(encoding).splitlines())


def test_a_character_that_the_file_cannot_hold(tmp_path: Path) -> None:
    path = tmp_path / "x.bib"
    path.write_bytes("@misc{a, title = {É}}\n".encode("latin-1"))
    with pytest.raises(RvcError, match="has no 'ş'"):
        add_works(path, [one(Record("x", "x", titles=("ş",)))], How())
    assert path.read_bytes() == "@misc{a, title = {É}}\n".encode("latin-1")


def test_toy(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    shutil.copy(TOY, path)
    add_works(path, [one()], How())
    assert path.read_bytes().startswith(TOY.read_bytes().rstrip())


ENTRIES = st.lists(
    st.sampled_from([
        "@misc{a1, title = {A}}", "@misc{a0, t = 1} % on a0\n", "@misc{c3}",
        "@article{b2,\n  title = {B},\n}", "% comment",
        "@string{x = {y}}", "@comment{z}", "stray", "@book{d4,\n\ttitle = \"D\"}", "\ufeff", "}",
        "@misc{e5, title = {never closed}",
    ])
)  # fmt: skip
GAPS = st.sampled_from(["", "\n", "\n\n", "\r\n", " ", "\n \n", "\r\n\r\n\r\n", "\t"])


@st.composite
def libraries(draw: Callable[..., object]) -> str:
    parts = draw(ENTRIES)
    return "".join(itertools.chain(*((str(draw(GAPS)), part) for part in parts))) + str(draw(GAPS))  # type: ignore[attr-defined]


@given(libraries(), st.sampled_from(["aaa", "c1", "zzz"]))
def test_add_then_remove_is_identity(text: str, key: str) -> None:
    work = Incoming("x", Copied("misc", key, [("title", "{New}")]))
    starts = (text[: entry.start].rstrip(" \t")[-1:] for entry in read(text).entries)
    assume(all(before in ("", "\n", "\r", "\ufeff") for before in starts))
    # a remark and a block behind an entry on its own line: the new one parts them for good
    assume(all("@" not in text[entry.end :].split("\n")[0] for entry in read(text).entries))
    try:
        done = add_to(read(text), [work], How(force=True))
    except RvcError:  # an entry that never closes would swallow the new one
        assume(False)
    library = read(done.new_text)
    entry = library.get(done.added[0].key)
    assert entry is not None
    assert remove_entry(library, entry) == text


HOSTILE = st.lists(
    st.sampled_from([*"{}\\%&$#_~^\"'@,=\n\t\x00\x1b é\udc80", " and ", "others"])
).map("".join)


@given(HOSTILE, HOSTILE, HOSTILE)
def test_any_record_makes_a_sound_entry_or_a_refusal(title: str, name: str, doi: str) -> None:
    record = Record(
        "x", "x", titles=(title + "x",), authors=(Person(name, "G"), Person(name=name)), doi=doi
    )
    text = "@misc{a, title = {A}}\n"
    done = add_to(read(text), [one(record, note=title)], How(force=True))
    library = read(done.new_text)
    assert len(library.kept) == 2
    assert not library.syntax
    assert done.new_text.startswith(text)


def test_a_hundred_records(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    items = [{"type": "book", "title": f"T{number}", "id": str(number)} for number in range(100)]
    path.write_text(json.dumps(items))
    works = list(from_text(path.read_bytes(), "x.json"))
    done = add_to(read(""), works, How(key="{word}"))
    assert len({one.key for one in done.added}) == 100


HERE = '@string{jacm = "Journal of the ACM"}\n@string{late = {A}}\n\n@misc{a, title = {A}}\n'


@pytest.mark.parametrize(
    ("there", "value", "written"),
    [
        ("", "jacm", "jacm"),
        ("", '"see " # JACM # { other}', '"see " # JACM # { other}'),
        ("@string{jacm = {Journal of the ACM}}", "jacm", "jacm"),
        ("@string{jacm = {Another}}", "jacm", "{Another}"),
        ("@string{own = {Own {Name}}}", '"in " # own', "{in Own {Name}}"),
        ("@string{own = {Own}}", 'own # "/" # jacm', "{Own/Journal of the ACM}"),
        ("", "jan", "jan"),
        ("", '"12~" # feb', '"12~" # feb'),
        ("", "2001", "2001"),
    ],
)
def test_macros_keep_what_they_mean(there: str, value: str, written: str) -> None:
    text = f"{there}\n@misc{{n, title = {{New}}, note = {value}}}\n"
    new = added(HERE, *from_text(text.encode(), "n.bib"))
    assert read(new).entries[-1].raw("note") == written
    assert new.startswith(HERE)


def test_a_macro_that_changes_in_the_file_is_written_out() -> None:
    here = HERE + "\n@string{late = {B}}\n\n@misc{b, title = {B}}\n"
    new = added(here, *from_text(b"@misc{n, title = {New}, note = late}", "n.bib"))
    assert read(new).entries[-1].raw("note") == "{B}"


def test_a_macro_that_nobody_defines_is_refused() -> None:
    with pytest.raises(RvcError, match="nothing defines the macro 'jcss'") as refused:
        added(HERE, *from_text(b"\n@misc{n, title = {New}, journal = {x} # jcss}", "n.bib"))
    assert refused.value.where == "n.bib:2"


def test_a_macro_made_of_one_that_nobody_defines_is_refused() -> None:
    text = b"@string{pub = {Press of } # nowhere}\n@misc{n, title = {New}, publisher = pub}\n"
    with pytest.raises(RvcError, match="'pub' is made of 'nowhere'") as refused:
        list(from_text(text, "n.bib"))
    assert refused.value.where == "n.bib:2"
    assert list(from_text(text.replace(b"publisher = pub", b"note = {x}"), "n.bib"))


def test_twins_are_found_by_what_macros_stand_for() -> None:
    rest = "title = t, year = 2001, author = {Day, A}}\n"
    here = "@string{t = {Chains of Duty in Trade}}\n@misc{a, " + rest
    new = from_text(f"@misc{{n, {rest}".encode(), "n.bib")
    with pytest.raises(RvcError, match="is there already"):
        added(here, *new)

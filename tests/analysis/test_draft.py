from __future__ import annotations

from msgspec.structs import replace

from rvc.analysis.draft import Draft, draft_entry
from rvc.model.record import Dated, Person, Record, WorkType

RECORD = Record(
    service="crossref",
    id="10.5555/x",
    titles=("Losing Our Chains",),
    subtitle="Rethinking Commodities",
    containers=("Journal of Law and Society", "J. Law Soc."),
    authors=(Person("Werner", "Marion"), Person("Bair", "Jennifer")),
    dates=(Dated("issued", 2011, 5),),
    volume="4",
    issue="2",
    pages="11-29",
    doi="10.5555/x",
    isbn=("9780306406157",),
    issn=("1234-5678",),
    type=WorkType.ARTICLE,
    publisher="Made-Up Press",
    place="Montpellier",
    address="https://doi.org/10.5555/x",
)


def test_an_article_in_both_dialects() -> None:
    assert draft_entry(RECORD) == Draft(
        "article",
        {
            "title": "Losing Our Chains: Rethinking Commodities",
            "journal": "Journal of Law and Society",
            "year": "2011",
            "volume": "4",
            "number": "2",
            "pages": "11--29",
            "issn": "1234-5678",
            "doi": "10.5555/x",
        },
        {"month": "may"},
        RECORD.authors,
    )
    biblatex = draft_entry(RECORD, biblatex=True)
    assert biblatex.fields["subtitle"] == "Rethinking Commodities"
    assert biblatex.fields["journaltitle"] == "Journal of Law and Society"
    assert (biblatex.fields["date"], biblatex.macros) == ("2011-05", {})


def test_books_reports_theses_and_preprints() -> None:
    book = draft_entry(replace(RECORD, type=WorkType.BOOK))
    assert (book.type, book.fields["isbn"]) == ("book", "9780306406157")
    assert (book.fields["publisher"], book.fields["address"]) == ("Made-Up Press", "Montpellier")
    chapter = draft_entry(replace(RECORD, type=WorkType.CHAPTER))
    assert (chapter.type, chapter.fields["booktitle"]) == ("incollection", RECORD.containers[0])
    report = draft_entry(replace(RECORD, type=WorkType.REPORT, containers=()))
    assert (report.type, report.fields["institution"]) == ("techreport", "Made-Up Press")
    thesis = draft_entry(replace(RECORD, type=WorkType.THESIS, containers=("A University",)))
    assert (thesis.type, thesis.fields["school"]) == ("phdthesis", "A University")
    preprint = replace(RECORD, type=WorkType.PREPRINT, arxiv="2101.00001")
    assert draft_entry(preprint).fields["archiveprefix"] == "arXiv"
    assert draft_entry(preprint, biblatex=True).type == "online"


def test_little_known_gives_little() -> None:
    record = Record(service="web page", id="u", titles=("A page",), address="https://example.org/")
    assert draft_entry(record) == Draft("misc", {"title": "A page", "url": "https://example.org/"})


def test_one_page_and_the_marks_of_a_title() -> None:
    record = Record("crossref", "x", titles=("CO2 prices",), marked_title="CO<sub>2</sub> prices")
    assert draft_entry(record).fields["title"] == "CO<sub>2</sub> prices"
    for pages, said in (("2345-2345", "2345"), ("11 – 29", "11--29"), ("e12", "e12")):
        assert draft_entry(replace(record, pages=pages)).fields["pages"] == said

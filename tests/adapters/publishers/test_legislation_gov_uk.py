from __future__ import annotations

from collections.abc import Callable

import pytest

from rvc.adapters.publishers import legislation_gov_uk as site
from rvc.errors import RvcError
from rvc.model.text import AmendmentKind, LegalText, new_changes

Sound = Callable[[LegalText], LegalText]
Listed = Callable[[LegalText], list[tuple[str, str, str]]]

NAMESPACES = (
    'xmlns="http://www.legislation.gov.uk/namespaces/legislation" '
    'xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
METADATA = """<ukm:Metadata><dc:title>Chains Act 2030</dc:title><dc:language>en</dc:language>
<ukm:PrimaryMetadata><ukm:DocumentClassification><ukm:DocumentStatus Value="revised"/>
</ukm:DocumentClassification><ukm:UnappliedEffects>
<ukm:UnappliedEffect EffectId="key-1" AffectedProvisions="s. 2(1)"/></ukm:UnappliedEffects>
</ukm:PrimaryMetadata></ukm:Metadata>"""
NOTE = """<Commentaries><Commentary id="n1" Type="F"><Para><Text>Words in s. 1(1) substituted
(29.6.2031)
by <Citation id="c1" URI="http://www.legislation.gov.uk/id/ukpga/2031/12">Other Act 2031 (c.
12)</Citation>,
<CitationSubRef CitationRef="c1">s. 21</CitationSubRef>,
<CitationSubRef CitationRef="c1" Operative="true">Sch. 7 para.
3</CitationSubRef></Text></Para></Commentary>
<Commentary id="n2" Type="C"><Para><Text>S. 1 applied by
others</Text></Para></Commentary></Commentaries>"""


def act(words: str, notes: str = "") -> bytes:
    return f"""<Legislation {NAMESPACES}>{METADATA}<Primary><PrimaryPrelims><Title>Chains Act
2030</Title>
    </PrimaryPrelims><Body><Part id="part-1"><Number>Part 1</Number><Title>Chains</Title>
    <Pblock><Title>Statements</Title><P1group><Title>Statement of steps</Title>
    <P1 id="section-1"><Pnumber>1</Pnumber><P1para>
    <P2 id="section-1-1"><Pnumber>1</Pnumber><P2para><Text>An organisation {words} if it—</Text>
    <P3 id="section-1-1-a"><Pnumber>a</Pnumber><P3para><Text>trades, and</Text></P3para></P3>
    <P3 id="section-1-1-b"><Pnumber>b</Pnumber><P3para><Text>has <Term>turnover</Term>
      <CommentaryRef Ref="n2"/>of £36 million,</Text></P3para></P3></P2para>
      <P2para><Text>in any year.</Text></P2para></P2>
    <P2 id="section-1-2"><Pnumber>2</Pnumber><P2para><Text>In section 9 of the Other Act
insert—</Text>
    <BlockAmendment Format="double"><P2><Pnumber>3A</Pnumber><P2para><Text>Quoted
words</Text></P2para></P2>
    </BlockAmendment><AppendText>.</AppendText></P2para></P2>
    </P1para></P1></P1group></Pblock></Part></Body>
    <Schedules><Schedule id="schedule-1"><Number>SCHEDULE
1</Number><TitleBlock><Title>Lists</Title></TitleBlock>
    <Reference>Section 1</Reference><ScheduleBody><P1
id="schedule-1-paragraph-1"><Pnumber>1</Pnumber>
    <P1para><P2><Pnumber>1</Pnumber><P2para><Text>The list is</Text>
    <OrderedList Type="alpha" Decoration="parens"><ListItem><Para><Text>one</Text></Para></ListItem>
    <ListItem><Para><Text>two</Text></Para></ListItem></OrderedList></P2para></P2></P1para></P1>
    </ScheduleBody></Schedule></Schedules></Primary>{notes}</Legislation>""".encode()


def test_a_whole_act(sound: Sound, outline_of: Listed) -> None:
    text = sound(site.read(act("must publish")))
    assert (text.title, text.language) == ("Chains Act 2030", "en")
    assert outline_of(text) == [
        ("part_1", "Chains", ""),
        ("part_1__crossheading_1", "Statements", ""),
        ("sec_1", "Statement of steps", ""),
        ("sec_1__subsec_1", "", "An organisation must publish if it—\nin any year."),
        ("sec_1__subsec_1__para_a", "", "trades, and"),
        ("sec_1__subsec_1__para_b", "", "has turnover of £36 million,"),
        ("sec_1__subsec_2", "", "In section 9 of the Other Act insert—\n“(3A) Quoted words”."),
        ("sched_1", "Lists", "Section 1"),
        ("sched_1__para_1", "", ""),
        ("sched_1__para_1__subpara_1", "", "The list is"),
        ("sched_1__para_1__subpara_1__point_a", "", "one"),
        ("sched_1__para_1__subpara_1__point_b", "", "two"),
    ]
    assert "1 changes are not yet applied to this text: s. 2(1)" in text.notes


def test_editors_marks_and_their_notes(sound: Sound) -> None:
    marked = '<Substitution ChangeId="k-1" CommentaryRef="n1">must publish</Substitution>'
    before, after = site.read(act("may publish")), sound(site.read(act(marked, NOTE)))
    (mark,) = after.amendments
    assert after.text[mark.span.start : mark.span.end] == "must publish"
    assert (mark.kind, mark.eid) == (AmendmentKind.SUBSTITUTION, "sec_1__subsec_1")
    assert (mark.in_force, mark.affecting) == ("2031-06-29", "ukpga/2031/12 Sch. 7 para. 3")
    assert mark.note.startswith("Words in s. 1(1) substituted (29.6.2031) by Other Act 2031")
    assert new_changes(before, after) == (mark,)
    assert new_changes(after, after) == ()
    assert "editors' note: S. 1 applied by others" in after.notes


def test_a_repeal_and_a_marked_number(sound: Sound) -> None:
    data = act("must <Repeal ChangeId='k-2'>. . .</Repeal> publish").replace(
        b"<Pnumber>2</Pnumber>", b"<Pnumber><Addition ChangeId='k-3'>2</Addition></Pnumber>"
    )
    text = sound(site.read(data))
    marked = [(one.kind.value, text.text[one.span.start : one.span.end]) for one in text.amendments]
    assert marked == [("repeal", ". . ."), ("addition", "(2)")]


def test_a_statutory_instrument_draft(sound: Sound, outline_of: Listed) -> None:
    data = f"""<Legislation {NAMESPACES}><ukm:Metadata><dc:title>Chains Regulations</dc:title>
    <ukm:DocumentStatus Value="draft"/></ukm:Metadata><Secondary><SecondaryPrelims><Draft><Para>
    <Text>Draft Regulations laid before Parliament.</Text></Para></Draft></SecondaryPrelims><Body>
    <P1group><Title>Citation</Title><P1 id="regulation-1"><Pnumber>1</Pnumber><P1para>
    <P2><Pnumber>1</Pnumber><P2para><Text>These Regulations may be
cited.</Text></P2para></P2></P1para></P1>
    </P1group></Body></Secondary></Legislation>""".encode()
    text = sound(site.read(data))
    assert [one[0] for one in outline_of(text)] == ["reg_1", "reg_1__para_1"]
    assert "a draft: not made law when it was published" in text.notes


def test_metadata_alone_is_told() -> None:
    text = site.read(f"<Legislation {NAMESPACES}>{METADATA}</Legislation>".encode())
    assert "the file holds metadata only: no provision could be read" in text.notes


def test_contents_and_a_preamble_are_no_provisions() -> None:
    text = site.read(
        f"""<Legislation {NAMESPACES}>{METADATA}<Contents><ContentsItem>
        <ContentsTitle>Citation</ContentsTitle></ContentsItem></Contents>
        <Secondary><SecondaryPrelims><SecondaryPreamble><EnactingText><Para><Text>The Secretary of
        State makes these Regulations.</Text></Para></EnactingText></SecondaryPreamble>
        </SecondaryPrelims></Secondary></Legislation>""".encode()
    )
    assert [one.eid for one in text.walk()] == ["preamble_1"]
    assert "the file holds contents only: no provision could be read" in text.notes


def test_a_feed_is_no_text() -> None:
    with pytest.raises(RvcError, match="no text of a law"):
        site.read(b"<feed/>")


@pytest.mark.parametrize(
    ("url", "date", "form", "wanted"),
    [
        ("http://www.legislation.gov.uk/ukpga/2015/30/section/54", "2020-01-01", "xml",
         "https://www.legislation.gov.uk/ukpga/2015/30/section/54/2020-01-01/data.xml"),
        ("www.legislation.gov.uk/ukpga/2015/30/contents/enacted", "", "xml",
         "https://www.legislation.gov.uk/ukpga/2015/30/data.xml"),
        ("https://www.legislation.gov.uk/id/ukpga/2015/30/data.pdf", "enacted", "akn",
         "https://www.legislation.gov.uk/ukpga/2015/30/enacted/data.akn"),
        ("https://www.legislation.gov.uk/ukpga/2015/30/2019-01-01", "2021-06-29", "",
         "https://www.legislation.gov.uk/ukpga/2015/30/2021-06-29"),
    ],
)  # fmt: skip
def test_point_in_time_addresses(url: str, date: str, form: str, wanted: str) -> None:
    assert site.point_in_time_url(url, date, form=form) == wanted


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://example.org/ukpga/2015/30", "2020-01-01"),
        ("https://www.legislation.gov.uk/browse", "2020-01-01"),
        ("https://www.legislation.gov.uk/ukpga/2015/30", "1.1.2020"),
        ("https://www.legislation.gov.uk/ukpga/2015/30", "2020-13-01"),
    ],
)
def test_other_addresses_and_dates_are_told(url: str, date: str) -> None:
    with pytest.raises(RvcError):
        site.point_in_time_url(url, date)


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("https://www.legislation.gov.uk/ukpga/2015/30/section/54/2016-12-17", "ukpga/2015/30"),
        ("http://legislation.gov.uk/uksi/2015/1833/data.xml", "uksi/2015/1833"),
        ("https://www.legislation.gov.uk/ukpga/Geo6/12-13-14/54", ""),
        ("https://www.legislation.gov.uk/changes", ""),
        ("https://example.org/ukpga/2015/30", ""),
    ],
)
def test_the_feed_of_the_law_that_a_page_shows(page: str, feed: str) -> None:
    wanted = f"https://www.legislation.gov.uk/changes/affected/{feed}/data.feed" if feed else ""
    assert site.effects_feed(page) == wanted


def test_characters_that_the_file_names_part_words(sound: Sound) -> None:
    named = '<Character Name="NonBreakingSpace"/>'
    words = f"by regulation{named}45, 6th{named}April"
    assert "by regulation 45, 6th April" in sound(site.read(act(words))).text
    assert "of −3" in site.read(act('of <Character Name="Minus"/>3')).text


def test_a_list_right_under_a_section_holds_no_subsections() -> None:
    item = "<ListItem><Para><Text>{}</Text></Para></ListItem>"
    listed = f'<OrderedList Type="roman">{item.format("one")}{item.format("two")}</OrderedList>'
    page = f"""<Legislation><Primary><Body><P1 id="section-1"><Pnumber>1</Pnumber><P1para>
    <Text>These:</Text>{listed}</P1para></P1><P1 id="article-2"><Pnumber>2</Pnumber><P1para>
    <Text>These:</Text>{listed}</P1para></P1></Body></Primary></Legislation>"""
    text = site.read(page.encode())
    assert [one.eid for one in text.walk()] == [
        "sec_1", "sec_1__para_i", "sec_1__para_ii", "art_2", "art_2__para_i", "art_2__para_ii",
    ]  # fmt: skip


def test_what_is_printed_but_not_in_force_is_named() -> None:
    page = """<Legislation><Contents><ContentsItem Status="Prospective" ContentRef="section-2">
    <ContentsNumber>2</ContentsNumber></ContentsItem></Contents><Primary><Body>
    <P1group><P1 id="section-1"><Pnumber>1</Pnumber><P1para><Text>One.</Text></P1para></P1>
    </P1group><P1group Status="Prospective"><P1 id="section-2" Status="Prospective">
    <Pnumber>2</Pnumber><P1para><Text>Two.</Text></P1para></P1></P1group>
    <P1 id="section-3" Status="Repealed"><Pnumber>3</Pnumber></P1></Body>
    <Schedules><Schedule id="schedule-1"><Number>SCHEDULE 1</Number>
    <ScheduleBody Status="Prospective"><P1 id="schedule-1-paragraph-4"><Pnumber>4</Pnumber></P1>
    </ScheduleBody></Schedule></Schedules></Primary><Versions><P1 Status="Dead">
    <Pnumber>9</Pnumber>
    </P1></Versions></Legislation>"""
    assert site.read(page.encode()).notes == (
        "not yet in force, though printed here: section 2, schedule 1 paragraph 4",
        "repealed, though printed here: section 3",
    )
    whole = page.replace("<Legislation>", '<Legislation Status="Prospective">')
    assert "the whole text is not yet in force" in site.read(whole.encode()).notes

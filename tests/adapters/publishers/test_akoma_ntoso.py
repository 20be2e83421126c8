from __future__ import annotations

from collections.abc import Callable

import pytest

from rvc.adapters.publishers import akoma_ntoso
from rvc.errors import RvcError
from rvc.model.text import AmendmentKind, LegalText

Sound = Callable[[LegalText], LegalText]
Listed = Callable[[LegalText], list[tuple[str, str, str]]]

ACT = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><identification>
<FRBRWork><FRBRalias value="Loi sur le devoir de vigilance"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="fra"/></FRBRExpression></identification>
<notes><note class="commentary F" eId="key-9"><p>Mots remplacés</p></note></notes></meta>
<body><title eId="whatever"><num>Titre Ier</num><heading>Du plan</heading>
<article><num>Article 2 bis</num><heading>Plan</heading>
<paragraph><num>I. –</num><content><p>Le <ins class="substitution key-9">plan</ins>
comporte<authorialNote>
<p>note</p></authorialNote> :</p></content></paragraph>
<paragraph><num>II.</num><list><intro><p>Il est :</p></intro>
<point><num>1°</num><content><p>rendu public
;</p></content></point></list></paragraph></article></title>
<section><num>54</num><heading>Transparency</heading><subsection><num>(4)</num><intro><p>A
statement is—</p>
</intro><level><num>(a)</num><content><p>a thing, or</p></content></level>
<wrapUp><p>in writing.</p></wrapUp></subsection></section>
<hcontainer name="regulation"><num>3.</num><content><p>In it <mod>insert <quotedStructure
startQuote="“"
endQuote="”"><section><num>5</num><content><p>Quoted</p></content></section></quotedStructure></mod>
<inline name="appendText">.</inline></p></content></hcontainer></body></act></akomaNtoso>"""


def test_an_act(sound: Sound, outline_of: Listed) -> None:
    text = sound(akoma_ntoso.read(ACT.encode()))
    assert (text.title, text.language) == ("Loi sur le devoir de vigilance", "fr")
    assert outline_of(text) == [
        ("title_I", "Du plan", ""),
        ("art_2-bis", "Plan", ""),
        ("art_2-bis__para_I", "", "Le plan comporte :"),
        ("art_2-bis__para_II", "", "Il est :"),
        ("art_2-bis__para_II__point_1", "", "rendu public ;"),
        ("sec_54", "Transparency", ""),
        ("sec_54__subsec_4", "", "A statement is—\nin writing."),
        ("sec_54__subsec_4__para_a", "", "a thing, or"),
        ("reg_3", "", "In it insert\n“5 Quoted”."),
    ]


def test_marks(sound: Sound) -> None:
    text = sound(akoma_ntoso.read(ACT.encode()))
    (mark,) = text.amendments
    assert (mark.kind, mark.change_id, mark.note) == (
        AmendmentKind.SUBSTITUTION,
        "key-9",
        "Mots remplacés",
    )
    assert text.text[mark.span.start : mark.span.end] == "plan"


def test_other_xml_is_told() -> None:
    with pytest.raises(RvcError, match="no Akoma Ntoso"):
        akoma_ntoso.read(b"<bill/>")
    assert not akoma_ntoso.recognises(b"<bill/>")


def test_a_bill_of_the_uk_parliament(sound: Sound, outline_of: Listed) -> None:
    bill = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
xmlns:ukl="urn:ukl"><bill><meta><identification><FRBRWork><FRBRcountry value="GB-UKM"/></FRBRWork>
</identification></meta><preface><longTitle><p>A</p><p>bill</p><p>to</p><p>Tune whistles.</p>
</longTitle></preface><body><section><num><?L 1-2?>1</num><heading>Tuning</heading>
<subsection><num>(1)</num><intro><p>A <ref>seller<?L 1-3?></ref> must <?L 1-4?>tune—</p></intro>
<hcontainer name="definition"><content><p><def ukl:startQuote="“" ukl:endQuote="”">tune</def>
means pitch;</p></content></hcontainer></subsection></section></body></bill></akomaNtoso>"""
    text = sound(akoma_ntoso.read(bill.encode()))
    assert text.text.splitlines()[0] == "A bill to Tune whistles."
    assert outline_of(text) == [
        ("clause_1", "Tuning", ""),
        ("clause_1__subsec_1", "", "A seller must tune—\n“tune” means pitch;"),
    ]


def test_what_is_attached_is_an_annex_with_articles_of_its_own(
    sound: Sound, outline_of: Listed
) -> None:
    page = b"""<akomaNtoso><act><body><article><num>Article 1</num><content><p>Main.</p><table><tr>
    <td>a<table><tr><td>b</td><td>2</td></tr></table></td></tr></table></content></article></body>
    <conclusions><p>Done at X.</p></conclusions><attachments>
    <attachment><heading>Annex H</heading><doc name="annex"><mainBody><p>Words.</p><article>
    <num>Article 1</num><content><p>Annexed.</p></content></article></mainBody></doc></attachment>
    <attachment><doc name="schedule"><mainBody><hcontainer name="schedule"><num>Schedule 2</num>
    <content><p>List.</p></content></hcontainer></mainBody></doc></attachment>
    </attachments></act></akomaNtoso>"""
    text = sound(akoma_ntoso.read(page))
    assert outline_of(text) == [
        ("art_1", "", "Main.\na b 2"),
        ("annex_1", "Annex H", "Words."),
        ("annex_1__art_1", "", "Annexed."),
        ("sched_2", "", "List."),
    ]
    assert "Done at X." in text.text


def test_levels_and_groups_as_the_drafting_tools_of_uk_bills_write_them() -> None:
    page = """<akomaNtoso><bill><meta><FRBRcountry value="gb-sct"/></meta><body>
    <section class="prov1"><num>1</num><heading>Duty</heading><intro><p>A firm must—</p></intro>
    <level class="para1"><num><?L 1-5?>(a)</num><intro><p>look at—</p></intro>
    <level class="para2"><num>(i)</num><content><p><?L 1-6?>tin;</p></content></level></level>
    <level class="para1"><num>(b)</num><content><p><mod>after <?L 1-7?>section 9 insert—
    <quotedStructure startQuote="“" endQuote="”"><section><num>10</num><content><p>New.</p>
    </content></section></quotedStructure><inline name="AppendText">.</inline></mod></p></content>
    </level></section><hcontainer name="schedules"><hcontainer name="schedule"><num>Schedule</num>
    <hcontainer name="subheading" class="schGroup5"><heading>Tin</heading>
    <paragraph class="schProv1"><num>1</num><content><p>It is listed.</p></content></paragraph>
    </hcontainer></hcontainer></hcontainer></body></bill></akomaNtoso>"""
    text = akoma_ntoso.read(page.encode())
    assert [(one.eid, one.text) for one in text.walk()] == [
        ("clause_1", "A firm must—"),
        ("clause_1__para_a", "look at—"),
        ("clause_1__para_a__subpara_i", "tin;"),
        ("clause_1__para_b", "after section 9 insert—\n“10 New.”."),
        ("sched_1", ""),
        ("sched_1__crossheading_1", ""),
        ("sched_1__crossheading_1__para_1", "It is listed."),
    ]

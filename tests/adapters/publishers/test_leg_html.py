from __future__ import annotations

import re
from collections.abc import Callable

from rvc.adapters.publishers import leg_html
from rvc.adapters.publishers.table import choose, read_text
from rvc.model.text import LegalText

Sound = Callable[[LegalText], LegalText]
Listed = Callable[[LegalText], list[tuple[str, str, str]]]

SECTION = """<h2 class="LegPartFirst"><span class="LegPartNo">Part 1</span><span
class="LegPartTitle">Tuning</span></h2><h3 class="LegPblockTitle">Offences</h3>
<h4 class="LegP1ContainerFirst"><span class="LegDS LegP1No">1</span><span
class="LegDS LegP1GroupTitleFirst">Tuned whistles</span></h4>
<p class="LegClearFix LegP2Container"><span class="LegDS LegLHS LegP2No">(1)</span><span
class="LegDS LegRHS LegP2Text">A person must not sell <ins class="linenumber">5</ins>a whistle<a
class="LegCommentaryLink" href="#c1">F1</a> that is<br/> loud.</span></p>
<div class="newPage">Whistles BillPage 2</div>
<p class="LegClearFix LegP2Container"><span class="LegDS LegLHS LegP2No">(2)</span><span
class="LegDS LegRHS LegP2Text">In the Toys Act, add:</span></p>
<h5 class="LegP1ContainerFirst LegAmend"><span class="LegDS LegP1NoC1Amend">9A</span><span
class="LegDS LegP1GroupTitleFirstC1Amend">Pitch</span></h5>
<p class="LegClearFix LegP2Container LegAmend"><span class="LegP2No">(1)</span><span>Low.</span></p>
<h4 class="LegP1Container"><span class="LegDS LegP1No">2</span><span
class="LegDS LegP1GroupTitle">Toys</span></h4><p class="LegP1ParaText">Toys are exempt.</p>"""
ACT = f"""<html><head><title>Whistles Act 2030</title></head><body>
<div class="header"><p>Home</p></div>
<div class="LegSnippet"><ul><li class="LegContentsEntry">1 Tuned whistles</li></ul>
<h1 class="LegTitle">Whistles Act 2030</h1><h1 class="LegNo">2030 CHAPTER 9</h1>{SECTION}
<div class="LegAnnotations"><p>F1 Words inserted</p></div>
<h2 class="LegClearFix LegSchedule"><span class="LegScheduleNo">SCHEDULE 1</span><span
class="LegScheduleTitle">Pitch</span></h2><p class="LegP1ParaText"><span
class="LegDS LegP1No">1</span>High.</p></div></body></html>"""
BILL = f"""<html><head><title>Whistles Bill (HL Bill 9)</title></head><body><p>Home</p>
<div class="LegContent">{SECTION}</div><ul class="prevNext"><li>Next</li></ul></body></html>"""


def test_an_act_saved_from_a_browser(sound: Sound, outline_of: Listed) -> None:
    url = "https://www.legislation.gov.uk/ukpga/2030/9"
    assert choose(ACT.encode(), url=url) == choose(ACT.encode()) == "legislation.gov.uk"
    text = sound(read_text(ACT.encode(), url=url))
    assert text.text.splitlines()[:2] == ["Whistles Act 2030", "2030 CHAPTER 9"]
    assert outline_of(text) == [
        ("part_1", "Tuning", ""),
        ("part_1__crossheading_1", "Offences", ""),
        ("sec_1", "Tuned whistles", ""),
        ("sec_1__subsec_1", "", "A person must not sell a whistle that is loud."),
        ("sec_1__subsec_2", "", "In the Toys Act, add:\n9A Pitch\n(1) Low."),
        ("sec_2", "Toys", "Toys are exempt."),
        ("sched_1", "Pitch", ""),
        ("sched_1__para_1", "", "High."),
    ]


def test_a_bill_of_that_time(sound: Sound, outline_of: Listed) -> None:
    url = "https://publications.parliament.uk/pa/bills/lbill/2030/9/lbill_9_en_2.htm"
    assert choose(BILL.encode(), url=url) == "uk-bills"
    text = sound(read_text(BILL.encode(), url=url))
    assert [one[0] for one in outline_of(text)][2:] == [
        "clause_1",
        "clause_1__subsec_1",
        "clause_1__subsec_2",
        "clause_2",
    ]
    assert "Home" not in text.text
    assert "Next" not in text.text


def test_classes_say_what_is_a_heading_and_how_deep(sound: Sound, outline_of: Listed) -> None:
    """The site prints the same class in other tags on other pages."""
    heads = re.sub(r"(</?)h[2345]\b", r"\1p", ACT)
    assert outline_of(sound(leg_html.read(heads.encode()))) == outline_of(
        leg_html.read(ACT.encode())
    )
    one_depth = re.sub(r"(</?)h[2345]\b", r"\1h6", ACT)
    assert outline_of(leg_html.read(one_depth.encode())) == outline_of(leg_html.read(ACT.encode()))

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from rvc.adapters.data_folder import find_data
from rvc.adapters.http import Fetcher
from rvc.adapters.register_folder import load_register
from rvc.model.output_records import EffectLine, EffectsOutput, PassageStep, StepsOutput
from rvc.render.records_terminal import effects_terminal, steps_terminal
from rvc.tasks.records import effects, feed_of, steps

if TYPE_CHECKING:
    from sites import Site

DATA = Path(__file__).parents[2] / "data"
META = "http://www.legislation.gov.uk/namespaces/metadata"
EFFECT = (
    '<entry><content><ukm:Effect EffectId="e{n}" Type="{type}" AffectedURI="http://x/id/ukpga/2015/'
    '30" AffectedProvisions="s. {n}" AffectingProvisions="s. 1" Applied="{applied}">'
    "<ukm:AffectedTitle>Act A</ukm:AffectedTitle><ukm:AffectingTitle>Act B</ukm:AffectingTitle>"
    '<ukm:InForceDates><ukm:InForce Applied="{applied}" Date="2020-01-0{n}"/></ukm:InForceDates>'
    "</ukm:Effect></content></entry>"
)


def feed(*entries: str, more: str = "") -> str:
    link = f'<link rel="next" href="{more}"/>' if more else ""
    head = f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:ukm="{META}">{link}'
    return head + "".join(entries) + "</feed>"


def one(n: int, applied: str = "true", type: str = "words inserted") -> str:
    return EFFECT.format(n=n, applied=applied, type=type)


def test_all_pages_of_a_feed_are_read(site: Site) -> None:
    pytest.importorskip("lxml")
    second = site.says("/2", feed(one(2, "false")))
    first = site.says("/1", feed(one(1), more=second))
    with Fetcher(spacing=0) as fetcher:
        found = effects(first, fetcher)
        waiting = effects(first, fetcher, pending=True)
    assert [(e.affected, e.affected_provisions, e.applied) for e in found.effects] == [
        ("Act A", "s. 1", True),
        ("Act A", "s. 2", False),
    ]
    assert [e.affected_provisions for e in waiting.effects] == ["s. 2"]


def test_a_feed_that_leads_back_to_itself_ends(site: Site) -> None:
    pytest.importorskip("lxml")
    address = site.url("/round")
    site.says("/round", feed(one(1), more=address))
    with Fetcher(spacing=0) as fetcher:
        assert len(effects(address, fetcher).effects) == 1


def test_a_law_has_the_feed_of_its_page() -> None:
    laws = load_register(find_data(DATA)).register
    assert laws is not None
    law = laws.law("uk-modern-slavery")
    assert law is not None
    assert feed_of(law) == "https://www.legislation.gov.uk/changes/affected/ukpga/2015/30/data.feed"


def test_a_law_of_another_country_has_no_feed(rvc: Callable[..., Any]) -> None:
    said = rvc("texts", "effects", "fr-vigilance")
    assert said.code == 2
    assert "'fr-vigilance' has no page at legislation.gov.uk in the register" in said.err
    assert "unknown law 'uk-modern-slaverx'" in rvc("texts", "effects", "uk-modern-slaverx").err


@pytest.mark.parametrize("command", ["effects", "steps"])
def test_only_addresses_of_the_web_are_asked(command: str, rvc: Callable[..., Any]) -> None:
    said = rvc("texts", command, "ftp://x/y")
    assert said.code == 2
    assert "not an address of the web" in said.err


def test_dates_of_coming_into_force_are_readable() -> None:
    lines = [
        EffectLine("repealed", "Act A", "s. 1", "Act B", "s. 2", True, dates)
        for dates in (("", "2005-12-30", "2005-12-30"), ("",), ())
    ]
    said = effects_terminal(EffectsOutput("", tuple(lines)), width=80, colour=False)
    assert [line.split(maxsplit=2)[2] for line in said.splitlines() if "in force" in line] == [
        "30 Dec 2005, and not yet dated for the rest",
        "not yet dated",
        "not said",
    ]


def publications() -> dict[str, Any]:
    return {
        "publications": [
            {
                "id": 1,
                "title": "Bill 1 as introduced",
                "publicationType": {"id": 1, "name": "Bill"},
                "house": "Commons",
                "displayDate": "2026-06-30T00:00:00",
                "links": [{"id": 1, "title": "Bill", "url": "https://example.org/bill.pdf"}],
                "files": [],
            }
        ]
    }


def test_the_steps_of_a_bill_are_commands(tmp_path: Path, rvc: Callable[..., Any]) -> None:
    path = tmp_path / "list.json"
    path.write_text(json.dumps(publications()), encoding="utf-8")
    said = rvc("texts", "steps", path, "--json")
    assert said.code == 0
    (step,) = json.loads(said.out)["steps"]
    assert (step["date"], step["chamber"], step["url"]) == (
        "2026-06-30",
        "Commons",
        "https://example.org/bill.pdf",
    )
    assert "30 Jun 2026: Commons, Bill, Bill 1 as introduced" in rvc("texts", "steps", path).out


def test_a_page_without_steps_is_said_to_have_none(tmp_path: Path, rvc: Callable[..., Any]) -> None:
    pytest.importorskip("lxml")
    path = tmp_path / "page.html"
    path.write_text("<html><body><p>Nothing here</p></body></html>", encoding="utf-8")
    said = rvc("texts", "steps", path)
    assert said.code == 2
    assert "tells no reading of a bill" in said.err


def test_what_is_no_feed_is_refused(tmp_path: Path, rvc: Callable[..., Any]) -> None:
    pytest.importorskip("lxml")
    path = tmp_path / "page.xml"
    path.write_text("<other/>", encoding="utf-8")
    said = rvc("texts", "effects", path)
    assert said.code == 2
    assert "no feed of effects" in said.err


SENAT = """<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>Sénat - Médiateur</title><entry><title>Texte n° 2</title><link href="/leg/ppl18-2.html"/>
<published>2019-06-11T22:00:00Z</published><summary>Première lecture - Sénat : Texte</summary>
</entry><entry><title>Texte n° 1</title><link href="/leg/ppl18-1.html"/>
<published>2018-01-10T23:00:00Z</published><summary>Dossier</summary></entry></feed>"""


def test_a_feed_of_the_senat_tells_its_documents(tmp_path: Path, rvc: Callable[..., Any]) -> None:
    pytest.importorskip("lxml")
    path = tmp_path / "dosleg.xml"
    path.write_text(SENAT, encoding="utf-8")
    with Fetcher() as fetcher:
        found = steps(str(path), fetcher)
    assert found.title == "Médiateur"
    assert found.steps == (
        PassageStep("2018-01-11", "", "", "Texte n° 1", "https://www.senat.fr/leg/ppl18-1.html"),
        PassageStep(
            "2019-06-12",
            "senat",
            "Première lecture",
            "Texte n° 2",
            "https://www.senat.fr/leg/ppl18-2.html",
        ),
    )
    assert "12 Jun 2019: Sénat, Première lecture, Texte n° 2" in rvc("texts", "steps", path).out


def test_chambers_and_steps_are_said_in_words() -> None:
    told = [
        PassageStep("2016-10-13", "senat", "1ère lecture", "commission"),
        PassageStep("2016-11-02", "CMP", "CMP", "commission"),
        PassageStep("2017-02-21", "assemblee", "l. définitive", "hemicycle"),
        PassageStep("2017-03-28", "gouvernement", "promulgation", ""),
    ]
    said = steps_terminal(StepsOutput("", "", tuple(told)), width=80, colour=False)
    assert said.splitlines()[::2] == [
        "13 Oct 2016: Sénat, 1ère lecture, texte de la commission",
        "2 Nov 2016: Commission mixte paritaire, texte de la commission",
        "21 Feb 2017: Assemblée nationale, lecture définitive, vote en séance publique",
        "28 Mar 2017: Gouvernement, promulgation",
    ]


def test_recorded_dossiers_have_steps() -> None:
    pytest.importorskip("lxml")
    folder = Path(__file__).parents[2].parent / "shared/benchmarks/parsers/fr_parliament"
    if not folder.exists():
        pytest.skip("the recorded pages (../shared/benchmarks/parsers) are not here")
    with Fetcher() as fetcher:
        senat = steps(str(folder / "senat_dossier_html/simple/input.html"), fetcher)
        assemblee = steps(str(folder / "an_dossier_html/14_dossiers_sante.html"), fetcher)
    assert senat.steps
    assert assemblee.steps
    assert all(step.chamber for step in senat.steps)
    urls = [step.url for step in (*senat.steps, *assemblee.steps) if step.url]
    assert all(url.startswith(("http://", "https://")) for url in urls)

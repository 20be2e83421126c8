"""Sample files of other makers, read where they are, with the truth recorded beside them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from rvc.adapters.publishers.legislation_effects import read_effects
from rvc.adapters.publishers.table import read_text
from rvc.model.text import LegalText, new_changes
from rvc.model.text import ProvisionKind as Kind

Sound = Callable[[LegalText], LegalText]


def samples(shared: Path) -> list[Path]:
    uk, fr = shared / "uk_clml" / "samples", shared / "fr_parliament"
    return [
        *(one for one in sorted(uk.glob("*.xml")) if "feed" not in one.name),
        *sorted((fr / "an").glob("*.html")),
        *sorted((fr / "senat").glob("*.html")),
        *sorted((shared / "us_bills").glob("*.xml")),
    ]


def test_every_sample_is_read_and_sound(shared: Path, sound: Sound) -> None:
    for path in samples(shared):
        text = sound(read_text(path.read_bytes(), path.name))
        holds = "metadata" not in path.name and "contents" not in path.name
        assert bool(text.text) == ("metadata" not in path.name), path.name
        assert not holds or any(
            one.kind in {Kind.SECTION, Kind.ARTICLE, Kind.REGULATION} for one in text.walk()
        ), path.name


def test_all_words_of_an_act_are_kept(shared: Path) -> None:
    data = (shared / "uk_clml" / "samples" / "ukpga_20210005_en.xml").read_bytes()
    body = data.decode().partition("<Body")[2].partition("</Body>")[0]
    wanted = re.findall(r"\w+", re.sub(r"<[^>]*>", " ", "<" + body))
    found = re.findall(r"\w+", read_text(data).text)
    assert Counter(wanted) - Counter(found) == Counter()


def test_the_336_effects(shared: Path) -> None:
    feed = shared / "uk_clml" / "samples" / "changes-affecting-ukpga-2002-38-feed.xml"
    wanted = json.loads((shared / "uk_clml" / "effects_gold.json").read_text(encoding="utf-8"))
    found = [
        {
            "EffectId": one.id,
            "Type": one.type,
            "AffectedYear": one.affected_year,
            "AffectedNumber": one.affected_number,
            "AffectedClass": one.affected_class,
            "AffectedProvisions": one.affected_provisions,
            "AffectingYear": one.affecting_year,
            "AffectingNumber": one.affecting_number,
            "AffectingProvisions": one.affecting_provisions,
            "Applied": str(one.applied).lower(),
            "RequiresApplied": str(one.requires_applied).lower(),
            "in_force": [day.date or None for day in one.in_force],
        }
        for one in read_effects(feed.read_bytes())
    ]
    assert len(found) == 336
    assert found == wanted


def test_one_section_at_two_dates(shared: Path) -> None:
    truth = json.loads((shared / "uk_clml" / "s19_two_dates.json").read_text(encoding="utf-8"))
    texts = []
    for side in ("left", "right"):
        text = read_text((shared / "uk_clml" / truth[side]["file"]).read_bytes())
        kinds = {Kind.SUBSECTION, Kind.PARAGRAPH, Kind.SUBPARAGRAPH}
        lines = [(one.label, one.text) for one in text.walk() if one.kind in kinds]
        assert lines == [(f"({one['num']})", one["text"]) for one in truth[side]["lines"]]
        texts.append(text)
    (change,) = new_changes(*texts)
    gold = truth["gold"]
    assert change.kind.value == gold["type"].lower()
    assert change.eid == "sec_19__subsec_1"
    assert change.note == gold["editor_note"]
    assert (change.in_force, change.affecting) == (gold["in_force"], gold["affecting"])
    assert change.change_id == gold["change_id"]
    assert texts[1].text[change.span.start : change.span.end] == "licence conditions"


@pytest.mark.parametrize("version", ["ih", "rh", "eh"])
def test_sections_of_a_us_bill(version: str, shared: Path) -> None:
    folder = shared / "us_bills"
    truth = json.loads((folder / "sections.json").read_text(encoding="utf-8"))["sections"][version]
    text = read_text((folder / f"{version}.xml").read_bytes())
    sections = [one for one in text.walk() if one.kind is Kind.SECTION]
    assert [one.heading for one in sections] == [one["heading"] for one in truth]
    for found, wanted in zip(sections, truth, strict=True):
        words = text.text[found.span.start : found.span.end]
        assert _bare(words) == _bare(wanted["text"])


def test_no_change_between_the_engrossed_and_the_referred_bill(shared: Path) -> None:
    folder = shared / "us_bills"
    sides = [read_text((folder / name).read_bytes()) for name in ("eh.xml", "rfs.xml")]
    told = [
        [
            side.text[one.span.start : one.span.end]
            for one in side.walk()
            if one.kind is Kind.SECTION
        ]
        for side in sides
    ]
    assert told[0] == told[1]


def _bare(words: str) -> str:
    return re.sub(r"[\s“”]", "", words)


@pytest.mark.parametrize(
    ("name", "articles", "note"),
    [
        ("an/pl0269.html", ["Article 1er", "Article 2"], ""),
        ("an/pl0387.html", ["Articles 1er et 2", "Article 18", "Article 18 bis",
                            "Articles 19 à 24", "Article 25"], ""),
        ("an/r0575-a0.html", ["Article 1er", "Article 2", "Article 3", "Article 3 bis",
                              "Article 4"], "declared as iso8859-1, read as utf-8"),
        ("senat/pjl17-659.html", ["Article 1er", "Article 2", "Article 2 bis A", "Article 2 bis B",
                                  "Article 2 bis", "Article 3 bis AAA", "Article 3 bis AA",
                                  "Article 4 bis AA"], "declared as iso8859-1, read as utf-8"),
        ("senat/pjl18-106.html", ["Article 1er"], "declared as iso8859-1, read as utf-8"),
    ],
)  # fmt: skip
def test_french_bills(name: str, articles: list[str], note: str, shared: Path) -> None:
    text = read_text((shared / "fr_parliament" / name).read_bytes())
    found = [one for one in text.walk() if one.eid.startswith("art_") and "__" not in one.eid]
    assert [one.label for one in found] == articles
    assert text.notes == ((note,) if note else ())
    assert "\ufffd" not in text.text
    assert not re.search(r"[\x80-\x9f]", text.text)
    assert "Mentions légales" not in "".join(one.text for one in text.walk())

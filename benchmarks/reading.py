"""Readers of official texts against truth that others recorded.

    python benchmarks/reading.py ../shared/benchmarks/parsers

PARSERS holds `uk_clml`, `us_bills` and `fr_parliament` as their README describes them. For each the
share of records, lines, sections and steps that rvc reads exactly as recorded is printed, and the
seconds that all files together took.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rvc.adapters.publishers.assemblee_dossier import read_dossiers
from rvc.adapters.publishers.french_dossier import DossierStep
from rvc.adapters.publishers.legislation_effects import read_effects
from rvc.adapters.publishers.senat_dossier import read_dossier
from rvc.adapters.publishers.table import read_text
from rvc.model.text import new_changes


def main() -> None:
    """Print one line a truth and the result."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parsers", type=Path, help="folder with uk_clml, us_bills, fr_parliament")
    folder: Path = parser.parse_args().parsers
    start = time.perf_counter()
    scores = {
        "effects": effects(folder / "uk_clml"),
        "section at two dates": two_dates(folder / "uk_clml"),
        "sections of US bills": us_sections(folder / "us_bills"),
        "steps of dossiers": steps(folder / "fr_parliament"),
        "files read": files(folder),
    }
    for name, (right, of) in scores.items():
        print(f"{name:24} {right:4} of {of}")
    seconds = time.perf_counter() - start
    told = " ".join(
        f"{name.replace(' ', '-')}={right}/{of}" for name, (right, of) in scores.items()
    )
    print(f"RESULT reading {told} seconds={seconds:.1f}")


def effects(folder: Path) -> tuple[int, int]:
    """Effects of the feed that equal the recorded ones, in order."""
    feed = next((folder / "samples").glob("changes-affecting-*-feed.xml"))
    wanted = json.loads((folder / "effects_gold.json").read_text(encoding="utf-8"))
    found = [
        (one.id, one.type, one.affected_provisions, one.affecting_provisions, one.applied,
         [day.date or None for day in one.in_force])
        for one in read_effects(feed.read_bytes())
    ]  # fmt: skip
    truth = [
        (one["EffectId"], one["Type"], one["AffectedProvisions"], one["AffectingProvisions"],
         one["Applied"] == "true", one["in_force"])
        for one in wanted
    ]  # fmt: skip
    return sum(left == right for left, right in zip(found, truth, strict=False)), len(truth)


def two_dates(folder: Path) -> tuple[int, int]:
    """The lines of one section at two dates, and the one change between them."""
    truth = json.loads((folder / "s19_two_dates.json").read_text(encoding="utf-8"))
    right = of = 0
    texts = []
    for side in ("left", "right"):
        text = read_text((folder / truth[side]["file"]).read_bytes())
        known = {(one.label, one.text) for one in text.walk()}
        lines = [(f"({one['num']})", one["text"]) for one in truth[side]["lines"]]
        right, of = right + sum(line in known for line in lines), of + len(lines)
        texts.append(text)
    gold, changes = truth["gold"], new_changes(*texts)
    told = [(one.note, one.in_force, one.affecting) for one in changes]
    right += told == [(gold["editor_note"], gold["in_force"], gold["affecting"])]
    return right, of + 1


def us_sections(folder: Path) -> tuple[int, int]:
    """Sections with heading and words as recorded, spaces and quotation marks aside."""
    truth = json.loads((folder / "sections.json").read_text(encoding="utf-8"))["sections"]
    right = of = 0
    for version, sections in truth.items():
        text = read_text((folder / f"{version}.xml").read_bytes())
        found = {
            (one.heading, bare(text.text[one.span.start : one.span.end])) for one in text.walk()
        }
        wanted = [(one["heading"], bare(one["text"])) for one in sections]
        right, of = right + sum(one in found for one in wanted), of + len(wanted)
    return right, of


def bare(words: str) -> str:
    """Words without white space and typographic quotation marks."""
    return re.sub(r"[\s“”]", "", words)


def steps(folder: Path) -> tuple[int, int]:
    """Steps recorded for both chambers that are read alike: chamber, stage, step, date, address.

    A date that the recorded parse lacks is not held against a reader that finds it. Addresses of
    promulgated laws were looked up elsewhere and are left out. Eight steps of the two dossiers on
    article 11 stand on the page of the legislature before, which is not among the files.
    """
    right = of = 0
    for found, wanted in pairs(folder):
        known = [
            (one.chamber, one.stage, one.step, one.date, plain(one.url), plain(one.other_url))
            for one in found
        ]
        for one in wanted:
            where, stage, step = one["institution"], one["stage"], one.get("step", "")
            if where == "gouvernement":
                continue
            other = plain(one.get("cmp_commission_other_url"))
            address = plain(one.get("source_url"))
            of += 1
            right += any(
                (where, stage, step, address, other)
                == (each[0], each[1], each[2], each[4], each[5])
                and one.get("date", each[3]) == each[3]
                for each in known
            )
    return right, of


def pairs(folder: Path) -> Iterator[tuple[tuple[DossierStep, ...], list[dict[str, Any]]]]:
    """Steps read and steps recorded, dossier by dossier."""
    for page in sorted((folder / "senat_dossier_html").glob("*/input.html")):
        known = json.loads((page.parent / "output.json").read_text(encoding="utf-8"))
        known = known[0] if isinstance(known, list) else known
        yield read_dossier(page.read_bytes()).steps, known["steps"]
    for page in sorted((folder / "an_dossier_html").glob("*.html")):
        recorded = json.loads(page.with_suffix(".senapy.json").read_text(encoding="utf-8"))
        for dossier, one in zip(read_dossiers(page.read_bytes()), recorded, strict=True):
            yield dossier.steps, one["steps"]


def plain(url: str | None) -> str:
    """An address without what does not tell two pages apart."""
    return (url or "").lower().replace("https:", "http:").rstrip("/")


def files(folder: Path) -> tuple[int, int]:
    """Texts of laws and bills that are read with every span and id in order."""
    paths = [
        path
        for pattern in ("uk_clml/samples/*.xml", "us_bills/*.xml", "fr_parliament/*/*.html")
        for path in sorted(folder.glob(pattern))
        if "feed" not in path.name and "dossier" not in str(path.parent)
    ]
    return sum(is_sound(path) for path in paths), len(paths)


def is_sound(path: Path) -> bool:
    """Whether ids are unique and every span holds what it says."""
    text = read_text(path.read_bytes(), path.name)
    said = [(one, text.text[one.span.start : one.span.end]) for one in text.walk()]
    unique = len({one.eid for one, _ in said}) == len(said)
    return unique and all(
        one.label in words and one.heading in words and one.text.split("\n")[0] in words
        for one, words in said
    )


if __name__ == "__main__":
    main()

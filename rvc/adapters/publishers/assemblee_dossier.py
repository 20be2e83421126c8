"""Dossier pages of the Assemblée nationale (to 2018): the steps of a bill through both chambers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.adapters.publishers import french_dossier as fd
from rvc.adapters.publishers.encoding import decode
from rvc.adapters.publishers.french_dossier import Dossier, DossierStep, LinkedLine
from rvc.adapters.publishers.html_lines import page_title
from rvc.adapters.publishers.xml_input import parse_html
from rvc.errors import RvcError

_BASE = "https://www.assemblee-nationale.fr/14/dossiers/"
_READING = re.compile(
    r"(?P<chamber>Assemblée nationale|Sénat)\s*[-–]\s*(?P<stage>(?:\d+\s*\S+|nouvelle|deuxième|"
    r"première|troisième) lecture|lecture définitive)\b",
    re.IGNORECASE,
)
_OTHERS = (
    (re.compile(r"commission mixte paritaire(?:\s*\(.{0,40}\))?$", re.IGNORECASE), fd.CMP, "CMP"),
    (re.compile(r"lecture (?:du )?texte (?:de la )?CMP", re.IGNORECASE), "", "CMP"),
    (re.compile(r"conseil constitutionnel$", re.IGNORECASE), fd.COUNCIL, "constitutionnalité"),
)
_LAW = re.compile(r"Loi (?:organique |constitutionnelle )?n°\s*[\d-]+ du ", re.IGNORECASE)
_VOTED = re.compile(r"\b(?:adopté|modifié|rejeté)", re.IGNORECASE)
_STAGES = {"nouvelle lecture": "nouv. lect.", "lecture définitive": "l. définitive"}
_SENAT_ADDRESS = "senat.fr/"


def read_dossiers(data: bytes, *, url: str = "") -> tuple[Dossier, ...]:
    """Read a page's dossiers: one, or several where bills went through Parliament together.

    Raises RvcError for a page that tells no reading and when lxml is not installed.
    """
    html = decode(data).text
    page = parse_html(html, url=url)
    lines = fd.linked_lines(page, fd.base_of(url, _BASE))
    groups = [group for group in _groups(lines) if group]
    if not groups:
        raise RvcError(
            "the page tells no reading of a bill",
            where=url,
            hint="is it a dossier of the Assemblée nationale?",
        )
    title = page_title(page).partition(" - ")[2] or page_title(page)
    urgent = "engagé la procédure accélérée" in html
    return tuple(
        Dossier(
            title=title,
            steps=tuple(step for stage in group for step in _steps(*stage)),
            urgent=urgent,
            law=next((line.text for _, _, part in group for line in part if _is_law(line)), ""),
        )
        for group in groups
    )


def _groups(
    lines: list[LinkedLine],
) -> Iterator[list[tuple[str, str, list[LinkedLine]]]]:
    """Sections (chamber, stage, lines); a reading met again begins the next dossier."""
    group: list[tuple[str, str, list[LinkedLine]]] = []
    law: list[LinkedLine] = []
    for line in lines:
        head = _heading(line)
        if head and any(head == (chamber, stage) for chamber, stage, _ in group):
            yield _with_law(group, law)
            group, law = [], []
        if head:
            group.append((*head, []))
        elif _is_law(line):
            if law and group:
                yield _with_law(group, law)
                group = []
            law = [line]
        elif group:
            group[-1][2].append(line)
    yield _with_law(group, law)


def _with_law(
    group: list[tuple[str, str, list[LinkedLine]]], law: list[LinkedLine]
) -> list[tuple[str, str, list[LinkedLine]]]:
    return [*group, (fd.GOVERNMENT, "promulgation", law)] if law and group else group


def _is_law(line: LinkedLine) -> bool:
    return _LAW.match(line.text) is not None and "publiée au" in line.text


def _heading(line: LinkedLine) -> tuple[str, str] | None:
    if line.links or len(line.text) > 80:
        return None
    found = _READING.match(line.text)
    if found:
        said = found["stage"].lower()
        chamber = fd.SENAT if found["chamber"].lower() == "sénat" else fd.ASSEMBLEE
        number = re.match(r"\d+", said)
        if number:
            said = "1ère lecture" if number[0] == "1" else f"{number[0]}ème lecture"
        return chamber, _STAGES.get(said, said)
    for pattern, chamber, stage in _OTHERS:
        if pattern.match(line.text):
            return chamber, stage
    return None


def _steps(chamber: str, stage: str, lines: list[LinkedLine]) -> Iterator[DossierStep]:
    if chamber == fd.GOVERNMENT:
        address = next((url for line in lines for _, url in line.links), "")
        date = fd.first_date(lines[0].text)
        yield DossierStep(chamber, stage, "", date=date, url=address)
    elif chamber == fd.COUNCIL:
        yield from _ruling(lines)
    elif chamber == fd.CMP:
        yield from _joint(lines)
    else:
        if stage != fd.CMP:
            yield from _deposit(chamber, stage, lines)
            yield from _committee(chamber, stage, lines)
        yield from _votes(chamber, stage, lines)


def _deposit(chamber: str, stage: str, lines: list[LinkedLine]) -> Iterator[DossierStep]:
    for line in lines:
        address = line.link(r"(?:projet|proposition|texte)\b(?! de la commission)")
        if address and re.search(r"déposée? le|transmise? le|soumis à", line.text):
            said = re.split(r"\(mis en ligne|déposée? le", line.text)
            date = fd.first_date(said[1]) if "déposé" in line.text else fd.last_date(said[0])
            yield DossierStep(chamber, stage, fd.DEPOT, date=date, url=address)
            return


def _committee(chamber: str, stage: str, lines: list[LinkedLine]) -> Iterator[DossierStep]:
    reported = ""
    for line in lines:
        if re.match(r"rapport n°", line.text, re.IGNORECASE):
            reported = fd.first_date(line.text)
        if re.search(r"texte de la commission", line.text, re.IGNORECASE):
            address = line.link(r"texte de la commission|annexe 0")
            if address:
                own = "déposé le" in line.text
                date = fd.first_date(line.text) if own else reported
                yield DossierStep(chamber, stage, fd.COMMISSION, date=date, url=address)
                return


def _votes(chamber: str, stage: str, lines: list[LinkedLine]) -> Iterator[DossierStep]:
    for line in lines:
        address = line.link(r"TA n°")
        if not address or not _VOTED.search(line.text):
            continue
        said = line.text.partition(", TA n°")[0]
        where = chamber or (fd.SENAT if _SENAT_ADDRESS in address else fd.ASSEMBLEE)
        yield DossierStep(where, stage, fd.HEMICYCLE, date=fd.last_date(said), url=address)


def _joint(lines: list[LinkedLine]) -> Iterator[DossierStep]:
    """The joint committee: its text where it agreed, its report where it did not."""
    report = next((one for one in lines if re.match(r"[-\s]*rapport déposé", one.text, re.I)), None)
    text = next((one for one in lines if one.link(r"annexe 0|texte de la commission")), None)
    if text is not None:
        address = text.link(r"annexe 0|texte de la commission")
        other = next((url for _, url in text.links if _SENAT_ADDRESS in url), "")
        date = fd.first_date(text.text)
        yield DossierStep(fd.CMP, "CMP", fd.COMMISSION, date=date, url=address, other_url=other)
    elif report is not None:
        date, address = fd.first_date(report.text), report.link(r"(?:n°\s*)?\d+$")
        yield DossierStep(fd.CMP, "CMP", fd.COMMISSION, date=date, url=address)


def _ruling(lines: list[LinkedLine]) -> Iterator[DossierStep]:
    for line in lines:
        for _, address in line.links:
            if "conseil-constitutionnel.fr/" in address:
                date = fd.last_date(line.text)
                yield DossierStep(fd.COUNCIL, "constitutionnalité", "", date=date, url=address)
                return

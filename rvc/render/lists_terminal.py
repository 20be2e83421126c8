"""Lists, cards and timelines for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rvc.model.brief import Called
from rvc.model.dates import say_date
from rvc.model.output import DemandLine, LawCard, LawLine, Moment, Timeline, VersionLine
from rvc.render.marks import LEGEND, MARKS, cited
from rvc.render.page import Page
from rvc.render.who_text import who_is_who

_SIGNS = {"version": "■", "event": "·", "turning point": "▲"}


def law_list(laws: Sequence[LawLine], *, width: int, colour: bool) -> str:
    """Return the laws, a block each."""
    page = Page(width, colour=colour)
    for law in laws:
        page.heading(f"{law.short} [{law.id}]")
        page.row("title", law.title)
        page.row("law of", f"{law.jurisdiction}; {law.kind}; {law.status.replace('-', ' ')}")
        page.row("holds", f"{law.versions} versions, {law.demands} demands")
        page.row("compared", f"{law.first} (first proposal) to {law.end} ({law.end_is} text)")
        if law.tags:
            page.row("tags", ", ".join(law.tags))
    return page.text()


def law_card(card: LawCard, *, width: int, colour: bool) -> str:
    """Return a law: what it is, its versions, its demands, what is not known of it."""
    page = Page(width, colour=colour)
    page.heading(f"{card.law.title} [{card.law.id}]", "bold underline")
    page.paragraph(card.summary, indent=2)
    page.row("status", card.law.status.replace("-", " "))
    if card.state:
        page.row("state", card.state)
    if card.law.tags:
        page.row("tags", ", ".join(card.law.tags))
    page.row("sources", cited(card.sources))
    versions = [card.reversion, *card.versions] if card.reversion else list(card.versions)
    before = ", and the law before" if card.reversion else ""
    page.heading(f"VERSIONS ({len(card.versions)}{before})")
    for version in versions:
        _version(page, card.law, version)
    page.heading(f"DEMANDS ({len(card.demands)})")
    for demand in card.demands:
        page.row("-", f"{demand.title} [{demand.id}], {demand.dimension_label}", at=4)
    who_is_who(page, card.organisations)
    if card.gaps:
        page.heading(f"NOT KNOWN ({len(card.gaps)})")
    for gap in card.gaps:
        page.row("?", gap, at=4)
    page.heading("How to read this", "dim")
    page.paragraph(f"{LEGEND}.", style="dim")
    return page.text()


def _version(page: Page, law: LawLine, version: VersionLine) -> None:
    roles = {law.first: " — first proposal", law.end: f" — {law.end_is} text"}
    page.gap()
    page.paragraph(f"{version.name} [{version.id}]{roles.get(version.id, '')}", style="bold")
    date = f"{say_date(version.date)}; " if version.date else "date not known; "
    page.row("stage", f"{date}{version.stage}: {version.label} {MARKS[version.basis]}")
    if version.carries != "full":
        page.row("text", "carries none" if version.carries == "none" else "carries part of it")
    if version.same_as:
        page.row("wording", f"the same as {version.same_as}")
    for url in version.urls:
        page.row("page", url)
    page.row("sources", cited(version.sources))
    if version.note:
        page.row("note", version.note)


def demand_list(
    demands: Sequence[DemandLine], organisations: Sequence[Called], *, width: int, colour: bool
) -> str:
    """Return demands as they were asked, and who is behind the names of those who asked."""
    page = Page(width, colour=colour)
    law = ""
    for demand in demands:
        if demand.law != law:
            law = demand.law
            page.heading(law, "bold underline")
        page.heading(f"{demand.title} [{demand.id}]")
        page.row("asked", f"{demand.asked} {MARKS[demand.basis]}")
        page.row("by", "; ".join(demand.asked_by) or demand.asked_by_note or "not known")
        if demand.asked_by and demand.asked_by_note:
            page.row("", demand.asked_by_note)
        page.row("asked in", cited(demand.asked_in))
        first = say_date(demand.first_seen) if demand.first_seen else "not known"
        page.row("since", first)
        page.row("dimension", demand.dimension_label)
        if demand.kind == "process":
            page.row("kind", "about the process: no text can answer it")
        if demand.origin != "civil-society":
            page.row("origin", demand.origin)
        if demand.opposes:
            side = f"the side of {demand.side}; " if demand.side else ""
            page.row("opposes", f"{side}against {', '.join(demand.opposes)}")
        if demand.note:
            page.row("note", demand.note)
    who_is_who(page, organisations)
    page.heading("How to read this", "dim")
    page.paragraph(f"{LEGEND}.", style="dim")
    return page.text()


def timeline(line: Timeline, *, width: int, colour: bool) -> str:
    """Return a law's moments, one under the other."""
    page = Page(width, colour=colour)
    page.heading(f"{line.title} [{line.law}]", "bold underline")
    page.gap()
    for moment in line.moments:
        _moment(page, moment)
    if line.state:
        page.heading("WHERE THINGS STAND")
        page.paragraph(line.state, indent=2)
    page.heading("How to read this", "dim")
    page.paragraph(f"■ version of the text; · event; ▲ turning point. {LEGEND}.", style="dim")
    return page.text()


def _moment(page: Page, moment: Moment) -> None:
    date = say_date(moment.date) if moment.date else "date unknown"
    mark = f" {MARKS[moment.basis]}" if moment.basis else ""
    kind = f" ({moment.kind})" if moment.kind else ""
    sign = f" {MARKS[moment.detail_basis]}" if moment.detail_basis else ""
    detail = f" {moment.detail}{sign}." if moment.detail else ""
    source = f" Source: {cited(moment.sources)}." if moment.sources else ""
    note = f" {moment.note}" if moment.note else ""
    title = moment.title.rstrip(".")
    style = {"version": "bold", "turning point": "yellow"}.get(moment.what, "")
    said = f"{date}{kind}: {title}.{mark}{detail}{source}{note}"
    page.row(_SIGNS[moment.what], said, indent=1, at=4, style=style)

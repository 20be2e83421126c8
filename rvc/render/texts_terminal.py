"""What happened to official texts, and what is kept of them, for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rvc.model.output_texts import (
    FetchLine,
    Outcome,
    TextLine,
    TextShowOutput,
    TouchedDemand,
    WatchLine,
    WatchOutput,
)
from rvc.model.printable import printable
from rvc.render.page import Page

_MOST_PROVISIONS = 12
_SAME_WORDS = "other bytes, the same words"
_OTHER_SIGNS = "other signs (apostrophes, quotation marks, dashes, spaces), the same words"


def fetched(lines: Sequence[FetchLine], width: int) -> str:
    """Return what came of asking for pages: one block a page, and a line that counts them."""
    return "".join(fetched_page(line, width) for line in lines) + fetched_in_all(lines, width)


def fetched_page(line: FetchLine, width: int) -> str:
    """Return what came of asking for one page."""
    page = Page(width)
    page.row(line.outcome.value, f"{line.law}@{line.version}", indent=0, at=14)
    if line.url:
        page.row("", line.url, at=14)
    if line.outcome is Outcome.FAILED:
        page.row("", _trouble(line.problem, line.hint), at=14)
    elif line.outcome is Outcome.CHANGED and not line.words_changed:
        page.row("", _SAME_WORDS, at=14)
    elif line.outcome is Outcome.CHANGED:
        page.row("", f"accept it with: {_accept(line.law, line.version)}", at=14)
    elif line.outcome is Outcome.FILE:
        page.row("", f"to take the page instead: {_accept(line.law, line.version)}", at=14)
    elif line.outcome in (Outcome.NEW, Outcome.ACCEPTED):
        page.row("", f"{line.size:,} bytes, sha256 {line.sha256[:16]}…", at=14)
    if line.remark:
        page.row("", line.remark, at=14)
    return page.text()


def fetched_in_all(lines: Sequence[FetchLine], width: int) -> str:
    """Return the line that counts what came of asking for pages."""
    page = Page(width)
    page.paragraph(_counted(lines))
    return page.text()


def listed(lines: Sequence[TextLine], width: int) -> str:
    """Return the pages of versions and what is kept of them."""
    page = Page(width)
    version = ("", "")
    for line in lines:
        if (line.law, line.version) != version:
            version = (line.law, line.version)
            page.heading(f"{line.name} [{line.law}@{line.version}]")
        said = line.url or line.file or "the register names no page of this version"
        page.row(line.state, said, at=15)
        if line.sha256:
            came = f"file {line.file}, added" if line.file else "fetched"
            kind = f", {_kind(line.media_type)}" if line.media_type else ""
            said = f"{came} {line.time}, {line.size:,} bytes{kind}, sha256 {line.sha256[:16]}…"
            page.row("", said, at=15)
        if line.hint:
            page.row("", line.hint, at=15)
    page.gap()
    counts = Counter(line.state for line in lines)
    page.paragraph(", ".join(f"{number} {state}" for state, number in sorted(counts.items())))
    return page.text()


def _kind(media_type: str) -> str:
    """Return a media type as people say it where it fits on no line."""
    return "Word" if "wordprocessingml" in media_type else media_type


def shown_text(card: TextShowOutput, width: int) -> str:
    """Return where a text comes from, its provisions, and its words when they were asked for."""
    page = Page(width)
    kept = card.page.kept
    page.heading(card.title or f"{card.page.law}@{card.page.version}", "bold underline")
    page.row("version", f"{card.page.law}@{card.page.version}")
    page.row("from", kept.file or kept.final_url or card.page.url)
    page.row("since", kept.time)
    page.row("bytes", f"{kept.size:,} {_kind(kept.media_type)}".rstrip())
    page.row("sha256", kept.sha256)
    page.row("language", card.language or "not known")
    page.row("length", f"{card.characters:,} characters, {len(card.provisions)} provisions")
    if card.page.changed:
        page.row("changed", f"the publisher sends another text since {card.page.changed.time}")
    for note in card.notes:
        page.row("note", note)
    page.heading("PROVISIONS")
    for found in card.provisions:
        indent = 2 + 2 * min(found.depth, 8)
        heading = f" {found.heading}" if found.heading else ""
        page.paragraph(f"{found.label or found.kind}{heading}  [{found.eid}]", indent=indent)
    if not card.provisions:
        page.paragraph("none could be told apart", indent=2)
    return f"{page.text()}\n{printable(card.text)}\n" if card.text else page.text()


def watched(found: WatchOutput, width: int) -> str:
    """Return which pages changed, whose evidence that concerns, and what could not be asked."""
    page = Page(width)
    for line in found.pages:
        if line.outcome is Outcome.FAILED:
            page.row("failed", f"{line.law}@{line.version} {line.url}", indent=0, at=14)
            page.row("", _trouble(line.problem, line.hint), at=14)
        if line.outcome is Outcome.CHANGED:
            _changed(page, line)
    page.paragraph(_counted(found.pages) or "nothing to watch")
    if found.from_file:
        page.paragraph(f"from a file, not asked: {found.from_file}")
    if found.not_fetched:
        page.paragraph(f"not fetched yet: {found.not_fetched}")
    return page.text()


def _changed(page: Page, line: WatchLine) -> None:
    page.row("changed", f"{line.law}@{line.version} {line.url}", indent=0, at=14)
    if line.problem:
        page.row("", line.problem, at=14)
        return
    if not line.words_changed:
        page.row("", _OTHER_SIGNS if line.signs_changed else _SAME_WORDS, at=14)
        return
    names = "; ".join(line.provisions[:_MOST_PROVISIONS])
    more = len(line.provisions) - _MOST_PROVISIONS
    where = f"in: {names}{f' and {more} more' if more > 0 else ''}"
    page.row("", where if names else "only in numbers or in the order of its lines", at=14)
    for demand in line.demands:
        page.row("concerns", _concerned(demand), at=14)
    if not line.demands:
        page.row("", "no demand's evidence lies there", at=14)


def _concerned(demand: TouchedDemand) -> str:
    at = f" at {demand.locator}" if demand.locator else ""
    doubt = "" if demand.certain else " (the locator could only be followed in part)"
    return f"{demand.title} [{demand.demand}]{at}{doubt}"


def _counted(lines: Sequence[FetchLine] | Sequence[WatchLine]) -> str:
    """Count what came of pages; changes that need nobody are told apart from the others."""
    counts = Counter(line.outcome for line in lines)
    quiet = sum(
        line.outcome is Outcome.CHANGED and not line.words_changed and not line.problem
        for line in lines
    )
    said = {kind: f"{counts[kind]} {kind.value}" for kind in Outcome if counts[kind]}
    if quiet:
        said[Outcome.CHANGED] += f" ({quiet} with the same words)"
    return ", ".join(said.values())


def _accept(law: str, version: str) -> str:
    return f"rvc texts fetch --accept {law}@{version}"


def _trouble(problem: str, hint: str) -> str:
    return f"{problem} ({hint})" if hint else problem

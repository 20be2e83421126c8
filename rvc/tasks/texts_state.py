"""What is kept of the official texts, and whether it is whole."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from rvc.adapters.kept_texts import KeptTexts
from rvc.adapters.publishers.remarks import LUMP, remarks
from rvc.adapters.register_folder import shown
from rvc.errors import RvcError
from rvc.model.finding import Finding, Place, Severity
from rvc.model.kept import KeptPage
from rvc.model.law import Carries, Law, Version
from rvc.model.output_texts import ProvisionLine, TextLine, TextShowOutput
from rvc.model.text import LegalText, Provision
from rvc.tasks.fetch import pages_of
from rvc.tasks.read_texts import Reader


def text_lines(texts: KeptTexts, chosen: Iterable[tuple[Law, Version]]) -> list[TextLine]:
    """Return a line for each page of the versions, registered or kept; versions without words
    have none, versions without address one that says so.
    """
    lock = texts.recover()
    lines = []
    for law, version in chosen:
        keys = [wanted.key for wanted in pages_of([(law, version)])]
        keys += [page.key for page in lock.of(law.id, version.id) if page.key not in keys]
        if not keys and version.carries is not Carries.NONE:
            lines.append(TextLine(law.id, version.id, version.name, "", "no address"))
        for key in keys:
            page = lock.page(key)
            if page is None:
                lines.append(TextLine(law.id, version.id, version.name, key[2], "not fetched"))
            else:
                lines.append(_line(texts, version, page))
    return lines


def _line(texts: KeptTexts, version: Version, page: KeptPage) -> TextLine:
    state: Literal["kept", "changed", "damaged", "missing"]
    state = "changed" if page.changed else "kept"
    if not texts.store.holds(page.kept.sha256):
        state = "damaged" if texts.store.path(page.kept.sha256).is_file() else "missing"
    kept = page.kept
    registered = any(one.url for one in version.pages)
    hint = f"to take the page instead: rvc texts fetch --accept {page.subject}"
    return TextLine(
        page.law,
        page.version,
        version.name,
        page.url,
        state,
        kept.sha256,
        kept.size,
        kept.time,
        kept.media_type,
        kept.file,
        hint if kept.file and registered else "",
    )


def text_card(text: LegalText, page: KeptPage, words: bool) -> TextShowOutput:
    """Return what was read from a page; with its words when asked."""
    return TextShowOutput(
        page,
        text.title,
        text.language,
        len(text.text),
        (*text.notes, *remarks(text)),
        tuple(_provisions(text.provisions, 0)),
        text.text if words else "",
    )


def _provisions(level: tuple[Provision, ...], depth: int) -> Iterable[ProvisionLine]:
    for found in level:
        yield ProvisionLine(
            found.eid,
            found.kind,
            found.label,
            found.heading,
            depth,
            found.span.start,
            found.span.end,
        )
        yield from _provisions(found.children, depth + 1)


def verify_texts(texts: KeptTexts) -> tuple[list[Finding], int]:
    """Return what is wrong with the texts kept, and how many there are.

    An error for bytes that are missing or damaged; a note for changed pages that nobody accepted
    yet, for bytes that the lock file does not name and for downloads that never ended.
    """
    unfinished = texts.store.unfinished()
    lock = texts.recover()
    place = Place(shown(texts.lock_file))
    findings = []
    named: set[str] = set()
    for page in lock.pages:
        named.update(page.hashes)
        for bytes in filter(None, (page.kept, page.changed)):
            problem = texts.store.damage(bytes.sha256)
            if problem:
                message = f"{page.url or bytes.file} ({bytes.sha256[:12]}): {problem}"
                hint = page.command_for(bytes)
                findings.append(_finding(Severity.ERROR, page.subject, message, hint, place))
        if page.changed:
            message = f"{page.url}: changed since {page.kept.time}, not accepted"
            hint = f"rvc texts fetch --accept {page.subject}"
            findings.append(_finding(Severity.NOTE, page.subject, message, hint, place))
    for digest in texts.store.hashes():
        if digest not in named:
            problem = texts.store.damage(digest) or "is kept, but no page names it"
            path = shown(texts.store.path(digest))
            findings.append(_finding(Severity.NOTE, path, problem, _spare(texts), place))
    return findings + [_unfinished(path, place) for path in unfinished], len(lock.pages)


def _spare(texts: KeptTexts) -> str:
    """Say what may be done with bytes that no page names."""
    if texts.store.folder.resolve().parent == texts.lock_file.resolve().parent:
        return "it may be deleted"
    return "it may be deleted if no other register uses this folder"


def read_findings(texts: KeptTexts) -> list[Finding]:
    """Return a note for every kept text that cannot be read, or was read as one lump."""
    reader = Reader(texts)
    place = Place(shown(texts.lock_file))
    findings = []
    for page in reader.lock.pages:
        if texts.store.damage(page.kept.sha256):
            continue
        try:
            text = reader.page(page, page.kept)
            said = [note for note in remarks(text) if note.startswith(LUMP)]
            hint = f"look at it with: rvc texts show --text {page.subject}"
        except RvcError as error:
            said, hint = [error.problem], error.hint
        name = page.url or page.kept.file
        findings += [
            _finding(Severity.NOTE, page.subject, f"{name}: {one}", hint, place) for one in said
        ]
    return findings


def _unfinished(part: Path, place: Place) -> Finding:
    here = part.exists()
    problem = "a download that never ended" if here else "a download that never ended: removed"
    hint = "it goes by itself after an hour" if here else ""
    return _finding(Severity.NOTE, shown(part), problem, hint, place)


def _finding(severity: Severity, subject: str, message: str, hint: str, place: Place) -> Finding:
    return Finding("text", severity, subject, message, hint, place)

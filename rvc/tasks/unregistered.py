"""Texts kept for versions, or from addresses, that the register does not have (any more)."""

from __future__ import annotations

from rvc.adapters.kept_texts import KeptTexts
from rvc.adapters.opened import read_bytes
from rvc.adapters.register_folder import shown
from rvc.adapters.yaml_text import Path, locate
from rvc.model.finding import Finding, Severity
from rvc.model.kept import KeptPage, TextsLock
from rvc.model.nearest import nearest
from rvc.model.output_texts import TextLine
from rvc.model.register import Register

_FILE = "texts.lock.yaml"


def unregistered_lines(lock: TextsLock, register: Register) -> list[TextLine]:
    """Return a line for each page kept for a version that the register does not have."""
    known = _versions(register)
    return [
        TextLine(
            page.law,
            page.version,
            page.version,
            page.url,
            "no version",
            page.kept.sha256,
            page.kept.size,
            page.kept.time,
            page.kept.media_type,
            page.kept.file,
            _how_to_keep(page, lock, register),
        )
        for page in lock.pages
        if (page.law, page.version) not in known
    ]


def unregistered_findings(texts: KeptTexts, register: Register) -> list[Finding]:
    """Return a warning for each page kept for a version that the register does not have, and for
    each fetched from an address that it does not give for the version (any more).
    """
    lock, known = texts.lock(), _versions(register)
    said: dict[Path, tuple[KeptPage, str, str]] = {}
    for number, page in enumerate(lock.pages):
        urls = known.get((page.law, page.version))
        if urls is None:
            message = "is kept, but the register has no such version: its text is not used"
            said["pages", number, "version"] = page, message, _how_to_keep(page, lock, register)
        elif urls and page.url and page.url not in urls and not page.kept.file:
            message = "is kept as its text, but the register does not give this address for it"
            hint = f"if it is the wrong page, delete its lines in {_FILE}"
            said["pages", number, "url"] = page, message, hint
    if not said:
        return []
    places = locate(read_bytes(texts.lock_file).decode(), said, shown(texts.lock_file))
    return [
        Finding(
            "text",
            Severity.WARNING,
            page.subject,
            f"{page.url or page.kept.file}: {message}",
            hint,
            places[path],
        )
        for path, (page, message, hint) in said.items()
    ]


def _versions(register: Register) -> dict[tuple[str, str], set[str]]:
    """Return the addresses of every version of the register."""
    return {
        (law.id, version.id): {page.url for page in version.pages if page.url}
        for law in register.laws
        for version in (law.reversion, *law.versions)
        if version is not None
    }


def _how_to_keep(page: KeptPage, lock: TextsLock, register: Register) -> str:
    """Say what to write in the lock file: the id under which the register has the address now."""
    known = _versions(register)
    now = [key for key, urls in known.items() if page.url in urls]
    if not now:
        same_law = [version for law, version in known if law == page.law]
        near = nearest(page.version, [id for id in same_law if not lock.of(page.law, id)])
        now = [(page.law, near)] if near else []
    forget = f"delete its lines in {_FILE} if nobody needs it"
    if not now:
        return f"if it has another id now, write that in {_FILE}; {forget}"
    law, version = now[0]
    if lock.page((law, version, page.url)):
        return f"{law}@{version} has its own text from there: {forget}"
    written = f"law: {law}, version: {version}" if law != page.law else f"version: {version}"
    return f"is it {law}@{version} now? write '{written}' there in {_FILE}; {forget}"

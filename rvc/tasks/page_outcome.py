"""What is to be noted of a page when bytes came for it, and what is said of that."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rvc.adapters.kept_texts import KeptTexts, Noted
from rvc.model.kept import Bytes, KeptPage
from rvc.model.output_texts import FetchLine, Outcome


class PageWanted(Struct, frozen=True):
    """A page of a version, where the register says it is."""

    law: str
    version: str
    url: str
    format: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """As `KeptPage.key`."""
        return self.law, self.version, self.url

    @property
    def subject(self) -> str:
        """As `KeptPage.subject`."""
        return f"{self.law}@{self.version}"


def merged(page: KeptPage | None, wanted: PageWanted, came: Bytes) -> KeptPage:
    """Return the page after these bytes came: the old ones go on counting as its text."""
    if page is None:
        return KeptPage(wanted.law, wanted.version, wanted.url, came)
    if came.sha256 == page.kept.sha256:
        return replace(page, changed=None)
    if page.changed is not None and came.sha256 == page.changed.sha256:
        return page
    return replace(page, changed=came)


def accepted(page: KeptPage) -> KeptPage:
    """Return the page with the bytes that wait counting as its text."""
    if page.changed is None:
        return page
    earlier = (*page.earlier, page.kept.sha256)
    return replace(page, kept=page.changed, changed=None, earlier=earlier)


def instead_of_file(page: KeptPage, came: Bytes) -> KeptPage:
    """Return the page with what its publisher sent counting instead of a file that was added."""
    return replace(page, kept=came, changed=None, earlier=(*page.earlier, page.kept.sha256))


def told(noted: Noted, wanted: PageWanted, came: Bytes) -> FetchLine:
    """Say what came of bytes; what is noted of their page may be another run's doing."""
    before, page = noted
    if page.changed:
        return line_of(wanted, Outcome.CHANGED, page.changed)
    if page.kept.sha256 != came.sha256:
        return line_of(wanted, Outcome.FILE, page.kept)
    if before is None:
        return line_of(wanted, Outcome.NEW, page.kept)
    same = page.kept.sha256 == before.kept.sha256 and page.kept.file == before.kept.file
    return line_of(wanted, Outcome.SAME if same else Outcome.ACCEPTED, page.kept)


def line_of(wanted: PageWanted, outcome: Outcome, bytes: Bytes) -> FetchLine:
    """Return the line that tells this outcome for these bytes."""
    return FetchLine(wanted.law, wanted.version, wanted.url, outcome, bytes.sha256, bytes.size)


def remarked(line: FetchLine, *remarks: str) -> FetchLine:
    """Return the line with all remarks that are not empty."""
    return replace(line, remark="; ".join(filter(None, (line.remark, *remarks))))


def twin(texts: KeptTexts, page: KeptPage) -> str:
    """Say that other versions have the very same bytes: one of them is not what it should be."""
    others = [
        other.subject
        for other in texts.lock().pages
        if other.kept.sha256 == page.kept.sha256 and other.subject != page.subject
    ]
    return f"the same bytes as {', '.join(others)}: look at both" if others else ""

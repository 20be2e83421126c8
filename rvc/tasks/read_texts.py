"""Reading what is kept: the bytes of a page into provisions, and the best page of a version."""

from __future__ import annotations

import hashlib
import mimetypes
import os
from collections.abc import Collection
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rvc.adapters.cache import cached
from rvc.adapters.kept_texts import KeptTexts
from rvc.adapters.opened import read_bytes
from rvc.analysis.shorthand import Earlier, Note, expand_noted
from rvc.errors import RvcError
from rvc.model.kept import Bytes, KeptPage, TextsLock
from rvc.model.law import Carries, Law, Version
from rvc.model.text import LegalText

_ORDER = ("xml", "html", "word", "text", "pdf")
"""How much of a text's structure a format gives away, the most first."""


class ReadText(Struct, frozen=True):
    """The text of a version and the page it was read from; or neither, and why not.

    `problem` is empty when nothing is here of the version; `hint` says what to do about it.
    """

    text: LegalText | None = None
    page: KeptPage | None = None
    problem: str = ""
    hint: str = ""


class WholeText(Struct, frozen=True):
    """A text without shorthand, and what was done with the shorthand it had."""

    text: LegalText
    notes: tuple[Note, ...] = ()


class Reader:
    """Reads each text once a run, and from the cache when it was read in another."""

    def __init__(self, texts: KeptTexts) -> None:
        self.texts = texts
        self.lock: TextsLock = texts.recover()
        self._read: dict[tuple[str, str], ReadText] = {}

    def version(self, law: str, version: str, addresses: Collection[str] = ()) -> ReadText:
        """Return the text of a version: of several pages a file that a person added first, then
        those at the `addresses` that the register gives, then the format that keeps most of its
        structure; a page without provisions, or that cannot be read, gives way to others.
        """
        if (law, version) not in self._read:
            self._read[law, version] = self._best(law, version, addresses)
        return self._read[law, version]

    def whole(self, law: Law) -> dict[str, LegalText]:
        """Return the texts that are here, by version, without shorthand: where one only says that
        words stay ("(Non modifié)"), those of the text before stand in their place.

        A version registered with the wording of another has that one's text if it has none.
        """
        return {version: one.text for version, one in self.wholes(law).items()}

    def wholes(self, law: Law) -> dict[str, WholeText]:
        """Return what `whole` does, each text with the notes on its shorthand.

        The words of a text with shorthand may come from further back than they should when a
        version in between is not here: the notes say so.
        """
        wholes: dict[str, WholeText] = {}
        earlier: Earlier | None = None
        absent: list[str] = []
        for version in (law.reversion, *law.versions):
            if version is None:
                continue
            one = self._expanded(law, version, earlier and replace(earlier, doubt=_doubt(absent)))
            name = version.name
            if one is None and version.same_as and version.same_as.version in wholes:
                one, name = (
                    wholes[version.same_as.version],
                    f"{name} (as {version.same_as.version})",
                )
            if one is not None:
                wholes[version.id] = one
                earlier, absent = Earlier(one.text, name, notes=one.notes), []
            elif version.carries is not Carries.NONE and not version.same_as:
                absent.append(version.name)
        return wholes

    def _expanded(self, law: Law, version: Version, earlier: Earlier | None) -> WholeText | None:
        text = self.version(law.id, version.id, addresses_of(version)).text
        if text is None or earlier is None:
            return WholeText(text) if text is not None else None
        return WholeText(*expand_noted(text, earlier))

    def _best(self, law: str, version: str, addresses: Collection[str]) -> ReadText:
        problems: list[str] = []
        hints: list[str] = []
        read: list[ReadText] = []
        pages = self.lock.of(law, version)
        registered = [one for one in pages if one.kept.file or one.url in addresses]
        for page in sorted(registered or pages, key=_rank):
            if self.texts.store.lacks(page.kept.sha256):  # whoever has the lock file alone
                hints.append(page.command_for(page.kept))
                continue
            try:
                text = self.page(page, page.kept)
            except RvcError as error:
                problems.append(error.problem)
                hints.append(error.hint)
                continue
            if text.provisions or page.kept.file:
                return ReadText(text, page)
            read.append(ReadText(text, page))
        # a page about the law instead of the law has fewer words than the law
        best = max(read, key=lambda one: len(one.text.text) if one.text else 0, default=None)
        if best is not None and best.text is not None and best.text.text.strip():
            return best
        problems += ["no words could be read in it"] if read else []
        said, hint = ("; ".join(filter(None, dict.fromkeys(each))) for each in (problems, hints))
        return ReadText(problem=said, hint=hint)

    def page(self, page: KeptPage, bytes: Bytes) -> LegalText:
        """Return the text in these bytes of a page; RvcError when they cannot be read."""
        try:
            data = self.texts.store.read(bytes.sha256)
        except RvcError as error:
            raise RvcError(
                error.problem, where=error.where, hint=page.command_for(bytes)
            ) from error
        return read_cached(data, page.url or bytes.file, bytes)


def read_cached(data: bytes, name: str, bytes: Bytes) -> LegalText:
    """Return the text in `data`; `name` is the address or file that errors name."""
    from rvc.adapters.publishers.table import read_text

    key = f"{bytes.sha256} {name} {bytes.media_type} {bytes.charset} {shape_of_readers()}"

    def read(_: object) -> LegalText:
        return read_text(data, name, bytes.media_type, bytes.charset)

    return cached(key.encode(), LegalText, read)


def read_file(path: Path) -> LegalText:
    """Return the text of any file that a publisher's reader knows; RvcError when none does."""
    data = read_bytes(path)
    kind = mimetypes.guess_type(path.name)[0] or ""
    digest = hashlib.sha256(data).hexdigest()
    return read_cached(data, str(path), Bytes(digest, len(data), "", kind))


def _doubt(absent: list[str]) -> str:
    """Say that words taken over may have changed in versions that are not here."""
    if not absent:
        return ""
    if len(absent) == 1:
        return f"{absent[0]} is not here: its words may differ"
    return f"{', '.join(absent)} are not here: their words may differ"


def _rank(page: KeptPage) -> tuple[bool, int]:
    kind = page.kept.media_type or page.url.rpartition(".")[2]
    found = (place for place, name in enumerate(_ORDER) if name in kind)
    if "xhtml" in kind:
        found = (place for place in (_ORDER.index("html"),))
    return not page.kept.file, next(found, len(_ORDER))


def shape_of_readers() -> str:
    """Return what changes whenever the code that reads texts does."""
    # What another version of a reader once read must not pass for what this one reads.
    folder = Path(__file__).parent.parent / "adapters" / "publishers"
    with os.scandir(folder) as found:
        stamps = sorted((e.name, e.stat().st_size, e.stat().st_mtime_ns) for e in found)
    return hashlib.sha256(repr(stamps).encode()).hexdigest()


def addresses_of(version: Version) -> list[str]:
    """Return the addresses that the register gives for a version."""
    return [page.url for page in version.pages if page.url]


def must_have(reader: Reader, law: Law, version: Version) -> tuple[LegalText, KeptPage]:
    """Return the text of a version and its page; RvcError says how to get it when it is not here.

    A version that is registered with the wording of another one has that one's text.
    """
    read = reader.version(law.id, version.id, addresses_of(version))
    if read.text is None and version.same_as and not read.problem:
        other = law.version(version.same_as.version)
        read = reader.version(law.id, version.same_as.version, addresses_of(other) if other else ())
    if read.text is not None and read.page is not None:
        return read.text, read.page
    where = f"{law.id}@{version.id}"
    if read.problem:
        raise RvcError(
            f"its text cannot be read: {read.problem}",
            where=where,
            hint=read.hint or f"rvc texts add {where} FILE takes another file of it",
        )
    hint = read.hint or f"rvc texts fetch {where}, or rvc texts add {where} FILE"
    raise RvcError("its text is not here", where=where, hint=hint)

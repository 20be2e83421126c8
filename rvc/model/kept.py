"""What is kept of the official texts: which bytes, from where, since when (texts.lock.yaml)."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

FORMAT = "1"
"""Version of the shape of texts.lock.yaml."""


class Bytes(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The bytes that a publisher sent or a person added, by their hash, and how they came."""

    sha256: str
    size: int
    """In bytes."""
    time: str
    """When they came: UTC, to the second."""
    media_type: str = ""
    """As the server said, lower case without parameters; guessed from the name of a file."""
    charset: str = ""
    """As the server said; empty when it said nothing."""
    final_url: str = ""
    """The address that answered, where redirects led to another one."""
    etag: str = ""
    last_modified: str = ""
    """For asking again whether the page changed, as the server wrote it."""
    file: str = ""
    """Name of the file that a person added instead; empty for what was fetched."""


class KeptPage(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One page of one version, and the bytes that count as its text.

    `changed` are other bytes that the publisher sent since: they wait until a person accepts them.
    `earlier` are the hashes of bytes that counted before, the latest last.
    """

    law: str
    version: str
    url: str
    """The address in the register; empty for a file of a version that has none."""
    kept: Bytes
    changed: Bytes | None = None
    earlier: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What this page is of: law, version, address."""
        return self.law, self.version, self.url

    @property
    def subject(self) -> str:
        """The version in the register, as findings name it."""
        return f"{self.law}@{self.version}"

    def command_for(self, bytes: Bytes) -> str:
        """Return the command that gets these bytes when they are gone, to be typed as it is."""
        if bytes.file:
            return f"rvc texts add {self.subject} {shlex.quote(bytes.file)}"
        return f"rvc texts fetch {self.subject}"

    @property
    def newest(self) -> Bytes:
        """The bytes that came last, accepted or not."""
        return self.changed or self.kept

    @property
    def hashes(self) -> tuple[str, ...]:
        """The hashes of all bytes that this page speaks of."""
        waiting = (self.changed.sha256,) if self.changed else ()
        return (self.kept.sha256, *waiting, *self.earlier)


class TextsLock(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything in texts.lock.yaml, sorted by law, version and address."""

    format: str = FORMAT
    pages: tuple[KeptPage, ...] = ()

    def of(self, law: str, version: str) -> tuple[KeptPage, ...]:
        """Return the pages kept of one version."""
        return tuple(page for page in self.pages if (page.law, page.version) == (law, version))

    def page(self, key: tuple[str, str, str]) -> KeptPage | None:
        """Return the page with this key, or None."""
        return next((page for page in self.pages if page.key == key), None)

    def without(self, keys: Iterable[tuple[str, str, str]]) -> TextsLock:
        """Return this without the pages with these keys."""
        gone = set(keys)
        return replace(self, pages=tuple(page for page in self.pages if page.key not in gone))

    def joined(self, pages: Iterable[KeptPage]) -> TextsLock:
        """Return this with pages in it, each joined to the one with its key."""
        known = {page.key: page for page in self.pages}
        for page in pages:
            known[page.key] = joined(known.get(page.key), page)
        return replace(self, pages=tuple(known[key] for key in sorted(known)))


def joined(now: KeptPage | None, page: KeptPage) -> KeptPage:
    """Return what to note of a page when `page` was decided on and `now` is noted.

    They differ when another run, or a person who added a file, came first. What nobody decided to
    replace stays: other bytes from the publisher wait beside it, or are left out beside a file.
    """
    if now is None:
        return page
    came = page.newest
    if came.sha256 == now.kept.sha256:
        instead_of_file = now.kept.file and not came.file and came.sha256 in page.earlier
        return replace(now, changed=None, kept=came if instead_of_file else now.kept)
    if page.changed is None and (came.file or now.kept.sha256 in page.earlier):
        return replace(page, earlier=(*now.earlier, now.kept.sha256))
    return now if now.kept.file else replace(now, changed=came)

"""Keeping a file that a person saved as the text of a version."""

from __future__ import annotations

import hashlib
import mimetypes
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from rvc.adapters.kept_texts import KeptTexts
from rvc.model.kept import Bytes, KeptPage
from rvc.model.law import Law, Version
from rvc.model.output_texts import FetchLine, Outcome
from rvc.tasks.first_look import remark_on
from rvc.tasks.page_outcome import PageWanted, accepted, line_of, remarked, told, twin
from rvc.tasks.read_texts import read_cached
from rvc.tasks.saved_file import read_saved, remark_on_address, remark_on_translation, saved_from


def add(texts: KeptTexts, law: Law, version: Version, path: Path, url: str = "") -> FetchLine:
    """Keep a file that a person saved as the text of a version, instead of what is kept.

    `url` is the page that it was saved from; without it the version's only address counts, of
    several the one that names the format of the file. RvcError when the file cannot be opened or
    read, is empty, larger than `MAX_SIZE` or a page that keeps programs out, or when `url` is none.
    """
    where = remark_on_address(version, url)
    data = read_saved(path)
    media_type, _ = mimetypes.guess_type(path.name)
    came = Bytes(
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        time=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        media_type=media_type or "",
        file=path.name,
    )
    text = read_cached(data, str(path), came)
    wanted = PageWanted(law.id, version.id, url or saved_from(version, path))
    before = texts.recover().page(wanted.key)
    after = KeptPage(wanted.law, wanted.version, wanted.url, came)
    if before is not None and before.kept.sha256 == came.sha256:
        if texts.store.holds(came.sha256):
            return line_of(wanted, Outcome.SAME, before.kept)
        after = replace(before, changed=None)
    elif before is not None:
        after = accepted(replace(before, changed=came))
    line = told(texts.put(data, after), wanted, came)
    look = remark_on_translation(data), remark_on(text, after.subject), twin(texts, after)
    return remarked(line, where, *look)

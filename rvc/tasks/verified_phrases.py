"""Which codings are checked against the official text: found out once, then read from the cache."""

from __future__ import annotations

import os
from pathlib import Path

from rvc.adapters.cache import cached
from rvc.adapters.kept_texts import kept_texts
from rvc.adapters.opened import read_bytes
from rvc.adapters.register_folder import Loaded
from rvc.model.verified import Verified, VerifiedPhrases


def verified_phrases(loaded: Loaded) -> dict[tuple[str, str, str], Verified]:
    """Return, by (law, demand, version), the codings whose phrase stands in the official text.

    Their evidence is thereby checked against the text with that hash. Without texts this costs
    nothing; with them, the answer is kept until register, lock file, store or program change.
    """
    register = loaded.register.register
    texts = kept_texts(loaded.folder)
    if register is None or not texts.lock_file.exists():
        return {}
    from rvc.tasks.read_texts import shape_of_readers

    laws = [law.id for law in register.laws]
    shapes = shape_of_readers(), shape_of_checks()
    known = repr((shapes, laws, list(texts.store.stamps()))).encode()
    data = known + read_bytes(texts.lock_file) + read_bytes(loaded.folder.laws)

    def find(_: bytes) -> VerifiedPhrases:
        from rvc.tasks.check_texts import phrase_checks
        from rvc.tasks.read_texts import Reader

        checks = phrase_checks(register.laws, Reader(texts))
        return VerifiedPhrases(
            tuple(
                Verified(check.law, check.demand, check.version, check.sha256, check.found_at)
                for check in checks
                if check.verified
            )
        )

    kept = cached(data, VerifiedPhrases, find)
    return {(one.law, one.demand, one.version): one for one in kept.phrases}


def shape_of_checks() -> str:
    """Return what changes whenever the code does that looks for phrases.

    What an earlier version of the program found must not pass for what this one finds.
    """
    stamps: list[tuple[str, int, int]] = []
    for part in ("analysis", "tasks"):
        with os.scandir(Path(__file__).parent.parent / part) as found:
            sources = [entry for entry in found if entry.name.endswith(".py")]
            stamps += sorted((e.name, e.stat().st_size, e.stat().st_mtime_ns) for e in sources)
    return repr(stamps)

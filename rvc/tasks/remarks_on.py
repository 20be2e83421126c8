"""What the rules remark on single entries, right after they were changed or added."""

from __future__ import annotations

from collections.abc import Collection

from rvc.adapters.refs_settings import RefsSettings
from rvc.bib.reader import read
from rvc.model.finding import Finding
from rvc.tasks.check_refs import findings, judge, rules_of

_KNOWN = "open-doubt"
"""The rule of what the owner of the file says of an entry: no news for who changes it."""


def remarks_on(
    text: str, keys: Collection[str], settings: RefsSettings, shown: str
) -> tuple[Finding, ...]:
    """Return what the rules of the settings remark on the entries with these keys.

    `shown` is what messages call the file.
    """
    library = read(text)
    judged = judge(library, settings, rules_of(settings, (), (_KNOWN,)))
    about = [one for one in judged if one[1].key in keys]
    return findings(about, library, shown)

"""A law's timeline as a Mermaid diagram, as GitHub draws it."""

from __future__ import annotations

import re

from rvc.model.dates import say_date
from rvc.model.output import Moment, Timeline
from rvc.model.printable import one_line

_READ_BY_MERMAID = re.compile(r"[:;#<>{}\[\]()\"`|%\\]+")
_LONGEST = 90


def mermaid_timeline(line: Timeline) -> list[str]:
    """Return versions and turning points by date as a fenced Mermaid block.

    Events are left to `rvc laws timeline`: a picture of eighty boxes shows nothing.
    """
    lines = ["```mermaid", "timeline", f"    title {plain(line.title)}"]
    last = ""
    for moment in line.moments:
        if moment.what == "event":
            continue
        date = plain(say_date(moment.date) if moment.date else "date unknown")
        lines.append(f"    {date if date != last else ' ' * len(date)} : {_said(moment)}")
        last = date
    return [*lines, "```"]


def plain(text: str) -> str:
    """Return `text` without the characters that Mermaid reads as its own."""
    return " ".join(_READ_BY_MERMAID.sub(" ", one_line(text)).split()) or "–"


def _said(moment: Moment) -> str:
    said = plain(moment.title.replace(": ", " – "))  # a colon would begin another event
    sign = "▲ " if moment.what == "turning point" else ""
    if len(said) > _LONGEST:
        said = said[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return sign + said

"""Set words of legal texts: what opens recitals, what is agreed, what stands under a label."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rvc.adapters.publishers.headings import Heading
from rvc.model.text import ProvisionKind as Kind

RECITALS = re.compile(r"(?:whereas|considérant(?: ce qui suit)?)\s*[:,]?$", re.IGNORECASE)
"""Opens the recitals."""

ADOPTED = re.compile(
    r"(?:ha(?:s|ve) adopted this|(?:a|ont) (?:adopté|arrêté) (?:l[ae]|les) présente?)",
    re.IGNORECASE,
)
"""Closes the preamble: what follows is the act."""

AGREED = re.compile(
    r"have agreed\b|(?:sont|ont) convenue?s? de ce qui suit|han convenido", re.IGNORECASE
)
"""Closes the recitals, and belongs to the preamble."""

ASIDE = re.compile(r"\((?:division|intitulé|titre|chapitre|partie)[^()]{0,60}\)$", re.IGNORECASE)
"""Stands between a label and its title."""

INTRODUCED = re.compile(
    r"\(?(?:sections?|articles?|regulations?|clauses?|rules?|paragraphs?)\s+\d[\w\s(),]{0,40}$",
    re.IGNORECASE,
)
"""Stands under "Schedule 1": the section that brings the schedule in."""

_GROUP = re.compile(r"(?:the\s+)?schedules$|annexe?s$", re.IGNORECASE)


def is_group(text: str, following: Iterable[Heading | None]) -> bool:
    """Whether "SCHEDULES" only stands over schedules, whose own headings are among `following`."""
    kinds = {head.kind for head in following if head}
    return _GROUP.match(text) is not None and bool(kinds & {Kind.SCHEDULE, Kind.ANNEX})

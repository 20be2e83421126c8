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

_NEW = re.compile(r"\((?:nouveau|nouvelle)s?\)$", re.IGNORECASE)
_CLOSES = re.compile(
    r"(?i:délibéré(?:,? en séance| à )|la présente loi sera exécutée comme loi|"
    r"in witness whereof|en foi de quoi)|"
    r"Fait à [A-ZÀ-Ý][^.;]{1,40},? le \d|Done (?:at|in) [A-Z][^.;]{1,60}\d{4}"
)
_GROUP = re.compile(r"(?:the\s+)?schedules$|annexe?s$|états législatifs annexés$", re.IGNORECASE)


def is_group(text: str, following: Iterable[Heading | None]) -> bool:
    """Whether "SCHEDULES" only stands over schedules, whose own headings are among `following`."""
    kinds = {head.kind for head in following if head}
    return _GROUP.match(text) is not None and bool(kinds & {Kind.SCHEDULE, Kind.ANNEX})


def is_new(text: str) -> bool:
    """Whether the line only says that the article above it is new at this stage: "(nouveau)"."""
    return _NEW.match(text) is not None


def closes(text: str) -> bool:
    """Whether the line ends a text: who passed it, where and when, belongs to no article."""
    return _CLOSES.match(text) is not None

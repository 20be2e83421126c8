"""Characters that LaTeX takes for commands in text: `&`, `%`, `#` and `_` want a backslash."""

from __future__ import annotations

import re

from rvc.bib.resolve import VERBATIM_FIELDS

_LISTS = "urlraw adsurl crossref xref xdata key ids keywords mendeley-tags groups related entryset"
UNSET_FIELDS = VERBATIM_FIELDS | frozenset(_LISTS.split())
"""Fields that LaTeX does not set as text (biblatex manual, section 2.2.1), and lists of keys."""

_ENTITY = r"&(?:[A-Za-z]\w*|\#\w+);"
_TOKEN = re.compile(
    r"\\(?:url|path|nolinkurl|href|label|ref|[a-z]*cite[a-z]*|includegraphics)\*?\s*"
    r"(?:\[[^]{}]*\]\s*)*\{(?:[^{}]|\{[^{}]*\})*\}"  # addresses and keys
    r"|\\\(.*?\\\)|\\.|\$\$[^$]+\$\$|\$(?:[^$\\]|\\.)+\$"  # commands and mathematics
    rf"|{_ENTITY}"  # HTML, which is another matter
    r"|([&%#_])",
    re.S,
)


def specials(value: str) -> list[str]:
    """Return the characters of a value that want a backslash and have none, each once, in order."""
    found = (match[1] for match in _TOKEN.finditer(value) if match[1])
    return list(dict.fromkeys(found))


def with_backslashes(value: str) -> str:
    """Return the value with a backslash before each of them; addresses and mathematics stay."""
    return _TOKEN.sub(lambda match: f"\\{match[1]}" if match[1] else match[0], value)


def is_set(name: str) -> bool:
    """Say whether LaTeX sets a field as text; those of other programs (`bdsk-url-1`) are not."""
    return name not in UNSET_FIELDS and "-" not in name

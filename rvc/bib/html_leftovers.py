"""Tags and entities of HTML that services leave in titles, and the same in LaTeX."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

_TAGS = {
    "i": r"\emph",
    "em": r"\emph",
    "italic": r"\emph",
    "b": r"\textbf",
    "strong": r"\textbf",
    "bold": r"\textbf",
    "sub": r"\textsubscript",
    "sup": r"\textsuperscript",
    "scp": r"\textsc",
    "sc": r"\textsc",
}
_NAME = (
    r"(?:i|em|italic|b|strong|bold|sub|sup|scp|sc|span|p|br|div|u|font|a|title|sec|h[1-6]"
    r"|(?:jats|mml):[a-z]+|inline-formula)"
)
_ENTITY = r"\\?&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
HTML = re.compile(rf"</?{_NAME}(?:\s[^<>]*)?/?>|{_ENTITY}", re.I)
"""A tag of HTML, JATS or MathML, or an entity."""

_ENTITIES = re.compile(_ENTITY)
_PAIR = re.compile(r"<(i|em|italic|b|strong|bold|sub|sup|scp|sc)>([^<>{}]*)</\1>", re.I)
_EMPTY = re.compile(r"</?(?:span|p|div|font|title|sec|jats:[a-z]+)(?:\s[^<>]*)?/?>", re.I)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_SPECIAL = {"&": r"\&", "%": r"\%", "#": r"\#", "$": r"\$", "_": r"\_", "\xa0": "~"}


def entities_as_latex(text: str) -> str:
    """Return `text` with `&amp;` as `\\&`, `&eacute;` as é and so on; unknown ones stay."""
    return _ENTITIES.sub(_entity, text)


def _entity(found: re.Match[str]) -> str:
    name = found[0].lstrip("\\")
    if name[1] != "#" and name[1:] not in html5:
        return found[0]
    char = unescape(name)
    if char in "{}\\" or (len(char) == 1 and ord(char) < 32):
        return found[0]
    return _SPECIAL.get(char, char)


def tags_as_latex(text: str) -> str:
    """Return `text` with pairs of tags as commands (`\\emph{…}`); tags without a meaning go."""
    for _ in range(6):
        new = _PAIR.sub(lambda found: f"{_TAGS[found[1].lower()]}{{{found[2]}}}", text)
        if new == text:
            break
        text = new
    return _EMPTY.sub("", _BREAK.sub(" ", text))

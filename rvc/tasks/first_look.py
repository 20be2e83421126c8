"""A first look at bytes that just came: whether they are a text at all, and of a law."""

from __future__ import annotations

import html
import re

from rvc.adapters.kept_texts import KeptTexts
from rvc.errors import RvcError
from rvc.model.kept import Bytes, KeptPage
from rvc.model.text import LegalText
from rvc.tasks.read_texts import read_cached

PEEK = 1 << 16
"""Bytes at the start of a page in which its title stands."""

_TITLE = re.compile(rb"<title[^>]*>(.{1,300}?)</title", re.I | re.S)
_WALL = re.compile(
    r"(just a moment|one moment,? please|un instant|un momento|nur einen moment|access denied"
    r"|access to this page has been denied|accès refusé|accès interdit|attention required"
    r"|are you (a robot|human)|request (blocked|rejected|unsuccessful)|verify(ing)? you are human"
    r"|robot check|pardon our interruption|ddos-guard|403 forbidden)(?!\w)",
    re.I,
)
"""How the titles of pages begin that firewalls send to programs, with the status of a success."""


_ERROR = re.compile(
    r"(error|erreur|fehler)\W{1,3}[45]\d\d\b|[45]\d\d$"  # but `404 (2015-2016)` is a bill
    r"|[45]\d\d\W{1,4}(not found|gone|page|error|erreur|internal|bad gateway|service|fichier)"
    r"|(the )?page (was |you .{1,40} )?(not found|introuvable|non trouvée|cannot be found)"
    r"|not found|introuvable|seite nicht gefunden|página no encontrada|(this )?page (no longer|has)"
    r"|(site|service|page) (temporarily )?(unavailable|under maintenance|indisponible)"
    r"|(sign|log) ?in(?!\w)|login|connexion|authentification|s.identifier|anmelden|iniciar sesión",
    re.I,
)
"""How the titles of pages begin that say with a success that there is nothing, or not for you."""


def wall_title(start: bytes) -> str:
    """Return the title of a page that keeps programs out, an empty text for any other page.

    `start` is the beginning of the page, `PEEK` bytes of it.
    """
    title = _title(start)
    return title if _WALL.match(title) else ""


def error_title(start: bytes) -> str:
    """Return the title of a page that says it has nothing to show; empty for any other page."""
    title = _title(start)
    return title if _ERROR.match(title) else ""


def _title(start: bytes) -> str:
    found = _TITLE.search(start)
    said = " ".join(html.unescape(found[1].decode("utf-8", "replace")).split()) if found else ""
    return said[:80]


def remark_on(text: LegalText, version: str) -> str:
    """Return what a person should look at in a text that was read; mostly nothing."""
    if text.provisions:
        return ""
    return f"no provision could be told apart: look with rvc texts show {version}"


def remark_on_kept(texts: KeptTexts, page: KeptPage, bytes: Bytes) -> str:
    """Return what a person should look at in bytes that are kept now, also if nobody can read them.

    What is read here is in the cache for whoever needs it next.
    """
    try:
        data = texts.store.read(bytes.sha256)
        text = read_cached(data, page.url or bytes.file, bytes)
    except RvcError as error:
        return f"it cannot be read: {error.problem}"
    return remark_on(text, page.subject)

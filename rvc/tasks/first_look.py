"""A first look at bytes that just came: whether they are a text at all, and of a law."""

from __future__ import annotations

import html
import json
import re

from rvc.adapters.kept_texts import KeptTexts
from rvc.adapters.politeness import host_of
from rvc.adapters.publishers.table import foreign
from rvc.errors import RvcError
from rvc.model.kept import Bytes, KeptPage
from rvc.model.text import LegalText
from rvc.tasks.read_texts import read_cached

PEEK = 1 << 16
"""Bytes at the start of a page in which its title stands."""

_HEAD = 1024
"""Bytes at the start by which a format is known."""

_BLANK = b" \t\r\n\xef\xbb\xbf"
"""White space and the mark of UTF-8, which may stand before anything."""

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


_NOTHING = re.compile(
    r"\b((error|erreur|fehler)\W{1,3}[45]\d\d"
    r"|[45]\d\d\W{1,4}(not found|gone|page|error|erreur|internal|bad gateway|service|fichier)"
    r"|(page|document|file|resource|fichier|ressource) "
    r"(requested |demandée? |(that )?you .{1,40}? )?(was |is |est |could |can |n.a )?"
    r"(not (be )?found|introuvable|(pas été |non )trouvée?|cannot be found|does not exist"
    r"|n.existe p(as|lus)|no longer (exists|available))"
    r"|seite (wurde )?nicht gefunden|página no encontrada"
    r"|(site|service|page) (is )?(temporarily |currently )?"
    r"(unavailable|under maintenance|indisponible))(?!\w)",
    re.I,
)
"""What the main heading, or the few words, of a page say that has nothing to show."""

_HEADING = re.compile(rb"<h1\b[^>]*>(.{1,600}?)</h1", re.I | re.S)

_UNMARKED = re.compile(
    rb"<!--.*?-->|<(head|script|style|noscript|template)\b.*?</\1\s*>|<[^>]*>", re.I | re.S
)
"""What a reader of a web page does not see."""

_UNSEEN = re.compile(_UNMARKED.pattern + rb"|&#?\w{1,10};", re.I | re.S)
"""The same, and marks that stand for no word."""

_DOOR = re.compile(
    rb"\b(enable|activer|activez) (javascript|js)\b|_incapsula_|captcha|are you (a )?(human|robot)"
    rb"|type\s*=\s*[\"\']?password",
    re.I,
)
"""What stands in the short pages without a telling title that keep programs or strangers out."""

_FEW = 60
"""Words that the pages at a door have at most; the shortest law has more, or no such mark."""

_ENDS = re.compile(rb"</(html|body)\s*>", re.I)

_WORD = re.compile(r"[^\W\d_]{2,}")


def wall_of(start: bytes) -> str:
    """Return the title (or first words) of a page that keeps programs out, empty for any other.

    `start` is the beginning of the page, `PEEK` bytes of it.
    """
    title = _title(start)
    if not is_web_page(start):
        return ""
    if _WALL.match(title):
        return title
    words = _seen(start)
    if len(start) < PEEK and len(words) <= _FEW and _DOOR.search(start):
        return title or " ".join(words[:8]) or "without words"
    return ""


def error_title(start: bytes) -> str:
    """Return the title of a page that says it has nothing to show; empty for any other page.

    Where the title does not tell, the main heading may, or the words if they are few.
    """
    title = _title(start)
    if _ERROR.match(title):
        return title
    headings = (_words_seen(found[1]) for found in _HEADING.finditer(start))
    said = next((heading for heading in headings if _NOTHING.match(heading)), "")
    if not said and len(start) < PEEK and len(_seen(start)) <= _FEW:
        found = _NOTHING.search(_words_seen(start))
        said = found[0] if found else ""
    return said[:80]


def wordless(start: bytes) -> bool:
    """Whether this is a whole web page without one word that a reader would see."""
    return len(start) < PEEK and is_web_page(start) and bool(start.strip()) and not _seen(start)


def why_no_text(start: bytes, form: str, media_type: str) -> str:
    """Return why a page is plainly not the text registered with the format `form`, or nothing."""
    begins = start[:_HEAD].lstrip(_BLANK).lower()
    web_page = is_web_page(start)
    if not begins:
        return "the server sent an empty page"
    said = error_title(start)
    if said:
        return f"not the text came but a page '{said}'"
    called = "a web page" if web_page else media_type or "something else"
    if form == "pdf" and b"%pdf-" not in begins:
        return f"a PDF is registered, but {called} came"
    if form in {"xml", "akn", "docx"} and web_page:
        return f"{form.upper()} is registered, but a web page came"
    if foreign(start)[0] == "a picture":
        return "not the text came but a picture"
    if _is_json(start):
        return "not the text came but data for programs (JSON)"
    return ""


def is_web_page(start: bytes) -> bool:
    """Whether the beginning is that of a web page, whatever its server calls it."""
    begins = start[:_HEAD].lstrip(_BLANK).lower()
    return begins.startswith(b"<!doctype html") or b"<html" in begins[:200]


def _is_json(start: bytes) -> bool:
    if start[:1] not in (b"{", b"[") or len(start) >= PEEK:
        return False
    try:
        json.loads(start)
    except (ValueError, RecursionError):
        return False
    return True


def _seen(start: bytes) -> list[str]:
    # As Latin-1 every letter of every one-byte encoding, and of UTF-8, is some letter.
    return _WORD.findall(_UNSEEN.sub(b" ", start).decode("latin-1"))


def _words_seen(start: bytes) -> str:
    shown = html.unescape(
        re.sub(rb"&nbsp;", b" ", _UNMARKED.sub(b" ", start)).decode("utf-8", "replace")
    )
    return " ".join(shown.split())


def _title(start: bytes) -> str:
    found = _TITLE.search(start)
    said = " ".join(html.unescape(found[1].decode("utf-8", "replace")).split()) if found else ""
    return said[:80]


def remark_on(text: LegalText, version: str) -> str:
    """Return what a person should look at in a text that was read; mostly nothing."""
    if text.provisions:
        return ""
    return f"no provision could be told apart: look with rvc texts show {version}"


def remark_on_way(registered: str, came: Bytes) -> str:
    """Return what a person should look at when another site answered than the registered one."""
    if not came.final_url or _site(came.final_url) == _site(registered):
        return ""
    return f"another site answered: {came.final_url[:200]}"


def answers_elsewhere(page: KeptPage | None, came: Bytes) -> bool:
    """Whether another site answered than the one that sent what is kept: networks of trains and
    hotels do, until one has signed in.
    """
    if page is None or page.kept.file or not came.final_url:
        return False
    sites = {_site(page.url), _site(page.kept.final_url or page.url)}
    return _site(came.final_url) not in sites


def _site(url: str) -> str:
    return re.sub(r"^www\d?\.|:\d+$", "", host_of(url))


def remark_on_kept(texts: KeptTexts, page: KeptPage, bytes: Bytes) -> str:
    """Return what a person should look at in bytes that are kept now, also if nobody can read them.

    What is read here is in the cache for whoever needs it next.
    """
    try:
        data = texts.store.read(bytes.sha256)
        text = read_cached(data, page.url or bytes.file, bytes)
    except RvcError as error:
        hint = f" ({error.hint})" if error.hint else ""
        return f"it cannot be read: {error.problem}{hint}"
    return remark_on(text, page.subject) or _cut_off(data)


def _cut_off(data: bytes) -> str:
    """Say that a web page never closes: its server may have sent less than the whole of it."""
    if is_web_page(data[:PEEK]) and b"<html" in data[:PEEK].lower() and not _ENDS.search(data):
        return "the page stops without its end </html>: look whether it is whole"
    return ""

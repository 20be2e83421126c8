"""The table of publishers and formats, and the choice of the one that reads a page."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePosixPath
from typing import NamedTuple

import msgspec

from rvc.adapters.publishers.language import guess_language
from rvc.adapters.publishers.xml_input import root_name
from rvc.errors import RvcError
from rvc.model.text import LegalText


class Publisher(NamedTuple):
    """What every module in the table offers."""

    recognises: Callable[..., bool]
    read: Callable[..., LegalText]


PUBLISHERS: dict[str, str] = {
    "legislation.gov.uk": "legislation_gov_uk",
    "eur-lex": "eur_lex",
    "us-bills": "us_bills",
    "akoma-ntoso": "akoma_ntoso",
    "assemblee-nationale": "assemblee_nationale",
    "senat": "senat",
    "legifrance": "legifrance",
    "conseil-constitutionnel": "conseil_constitutionnel",
    "uk-bills": "uk_bills",
    "ohchr": "ohchr",
    "un-documents": "un_documents",
    "pdf": "pdf",
    "docx": "docx",
    "html": "html",
    "plain": "plain",
}
"""Name → module, the particular before the general: the first that recognises a page reads it."""

_NO_JSON = "add the text itself: its page, PDF, Word or XML file"
_UNPACK = "unpack it and add the file with the text"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00")
_EBCDIC = (b"\x4c\x6f\xa7\x94\x93", b"\x4c\x88\xa3\x94\x93", b"\x4c\x5a\xc4\xd6\xc3")
"""`<?xml`, `<html` and `<!DOC` in the encodings of IBM's large computers."""

_SAVE_PAGE = "save the page as HTML ('web page, complete') or print it to PDF, and add that file"
_FOREIGN = (
    (b"bplist00", "a web archive (Safari)", _SAVE_PAGE),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc)", "save it as .docx or PDF and add that file"),
    (b"{\\rtf", "an RTF file", "save it as .docx or PDF and add that file"),
    *((start, "a picture", "run an OCR program on it and add the text") for start in _PICTURES),
    *((start, "a page in EBCDIC", "save it as UTF-8 and add that file") for start in _EBCDIC),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ", "an xz archive", _UNPACK),
    (b"7z\xbc\xaf", "a 7z archive", _UNPACK),
)
"""Formats that no publisher's text has, whatever a server or a file's name calls them."""

_DILA = frozenset({"ARTICLE", "TEXTE_VERSION", "TEXTELR", "SECTION_TA"})
"""The roots of the files into which the French state's open data part every law."""

_NAMED = {".pdf": "PDF", ".docx": "Word file"}


def address_for_programs(url: str) -> str:
    """Return where a publisher offers the page at `url` in a form that programs read best."""
    if "legislation.gov.uk" not in url:
        return url
    from rvc.adapters.publishers.legislation_gov_uk import for_programs

    return for_programs(url)


def publisher(name: str) -> Publisher:
    """Import the module of one publisher. Raises RvcError for a name not in the table."""
    if name not in PUBLISHERS:
        raise RvcError(f"no publisher '{name}'", hint=f"choose one of: {', '.join(PUBLISHERS)}")
    module = import_module(f"rvc.adapters.publishers.{PUBLISHERS[name]}")
    return Publisher(module.recognises, module.read)


def foreign(data: bytes) -> tuple[str, str]:
    """Return what the bytes are if no publisher's text is of their format, and what to do; or
    two empty texts. What they are is "a picture" for every format of pictures.
    """
    if data[8:12] == b"WEBP" or data[4:12] in (b"ftypavif", b"ftypheic"):  # named further on
        data = b"\x89PNG"
    if b"multipart/related" in data[:2048].lower() and b"mime-version:" in data[:2048].lower():
        return "a web archive (MHTML)", _SAVE_PAGE
    known = ((what, hint) for start, what, hint in _FOREIGN if data.startswith(start))
    return next(known, ("", ""))


def choose(data: bytes, *, url: str = "", media_type: str = "") -> str:
    """The name of the publisher or format that reads these bytes.

    Judged by address, media type and the bytes themselves, the bytes having the last word. Raises
    RvcError for empty files and formats that none can read.
    """
    if not data.strip():
        hint = "fetch it again" if "://" in url else "save it once more"
        raise RvcError("the file is empty", where=url, hint=hint)
    what, hint = foreign(data)
    if what:
        raise RvcError(f"{what}, which rvc does not read", where=url, hint=hint)
    if _is_json(data):
        raise RvcError("JSON, which rvc does not read as a text", where=url, hint=_NO_JSON)
    known = (one for one in PUBLISHERS if _recognised(one, data, url, media_type))
    name = next(known, "")
    if name in {"", "plain"}:
        _must_be_text(data, url, said=name == "plain")
    return name or "plain"


def _recognised(name: str, data: bytes, url: str, media_type: str) -> bool:
    return publisher(name).recognises(data, url=url, media_type=media_type)


def _must_be_text(data: bytes, url: str, *, said: bool) -> None:
    """Refuse bytes that are no plain text; `said` if a server or a name says that they are."""
    if data.startswith(b"PK\x03\x04"):
        raise RvcError("a zip archive, which rvc does not read", where=url, hint=_UNPACK)
    named = _NAMED.get(PurePosixPath(url.partition("?")[0].lower()).suffix)
    if named:
        hint = "open it: is it a message of the site instead of the text?"
        raise RvcError(f"not a {named}, though its name says so", where=url, hint=hint)
    if said:
        return
    _must_be_known(data, url)


def _must_be_known(data: bytes, url: str) -> None:
    """Refuse what is no prose though its bytes are text, each kind with what to do about it."""
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RvcError(
            "not a text: the bytes are in no format that rvc reads",
            where=url,
            hint="rvc reads HTML, XML, PDF, DOCX, Markdown and plain text",
        )
    if root_name(data) == "feed":
        raise RvcError(
            "a feed, not a text",
            where=url,
            hint="`rvc texts effects` reads the feeds of changes of legislation.gov.uk",
        )
    if root_name(data) in _DILA:
        raise RvcError(
            "one file of the LEGI or JORF base: an article or a table, not the text of a law",
            where=url,
            hint="save the page of the law from legifrance.gouv.fr and add that file",
        )
    if data.lstrip()[:5].lower() == b"<?xml":
        raise RvcError(
            "XML of a kind that rvc does not know",
            where=url,
            hint="rvc reads CLML, Akoma Ntoso, Formex and US bills",
        )


def _is_json(data: bytes) -> bool:
    """Whether the bytes are an answer of some interface, whatever HTML lies in it."""
    if data.lstrip()[:1] not in {b"{", b"["}:
        return False
    try:
        said = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(said, dict) or any(isinstance(one, dict) for one in said)


def read_text(data: bytes, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read a page or file into nested provisions by the publisher that recognises it.

    Its language is guessed from common words where neither page nor publisher tells. Raises
    RvcError, naming `url`, for whatever cannot be read.
    """
    name = choose(data, url=url, media_type=media_type)
    try:
        text = publisher(name).read(data, url=url, media_type=media_type, charset=charset)
    except RvcError as error:
        if error.where or not url:
            raise
        raise RvcError(error.problem, where=url, hint=error.hint) from error
    if text.language:
        return text
    return msgspec.structs.replace(text, language=guess_language(text.text))

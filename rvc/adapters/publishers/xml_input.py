"""Parse XML and HTML that strangers wrote: no entity, no DTD and no network is ever followed."""

from __future__ import annotations

import html.entities
import re
from types import ModuleType
from typing import TYPE_CHECKING, Any

from rvc.errors import MissingExtraError, RvcError

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTITY = re.compile(rb"<!ENTITY|<\x00!\x00E\x00N\x00T|\x00<\x00!\x00E\x00N\x00T", re.IGNORECASE)
_EXTRA = "pip install 'rethinking-value-chains[texts]'"
_MOST_MARKS = 3_000_000
"""Tags of one file: several times those of the longest Act, and read in some seconds."""

_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")


def parse_xml(data: bytes, *, url: str = "") -> _Element:
    """Parse XML and give its root.

    Raises RvcError for entity declarations (bombs, files read through the back door), for broken
    XML, for more than three million tags, and when lxml, the extra "texts", is not installed.
    """
    etree = lxml_module("etree")
    _refuse_crowded(data.count(b"<"), url)
    if _ENTITY.search(data):
        raise RvcError(
            "the XML declares entities, which can hide bombs or read other files",
            where=url,
            hint="fetch the file again from its publisher; rvc reads none that declares entities",
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        remove_comments=True, remove_pis=True, huge_tree=False,
    )  # fmt: skip
    try:
        root: _Element = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RvcError(
            f"not well-formed XML: {_first_line(error)}",
            where=url,
            hint="is the download complete?",
        ) from error
    _resolve_named(root, etree)
    return root


def parse_html(text: str, *, url: str = "") -> _Element:
    """Parse HTML, however broken, and give its root; the text is already decoded.

    Raises RvcError for a page without any content, for one nested so deeply that the parser cuts
    words out of it, and when lxml is not installed.
    """
    etree, lxml_html = lxml_module("etree"), lxml_module("html")
    _refuse_crowded(text.count("<"), url)
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root: _Element | None = lxml_html.document_fromstring(text.encode("utf-8"), parser)
    except etree.ParserError:
        root = None
    if any(one.type_name == "ERR_RESOURCE_LIMIT" for one in parser.error_log):
        raise RvcError(
            "the page is nested too deeply to be read whole",
            where=url,
            hint="save it from a browser, which mends such pages, and add that file",
        )
    if root is None:
        raise RvcError("the page holds no HTML content", where=url, hint="fetch it again")
    return root


def lxml_module(name: str) -> ModuleType:
    """Import `lxml.<name>`, or say which extra brings it."""
    try:
        return __import__(f"lxml.{name}", fromlist=[name])
    except ImportError as error:
        raise MissingExtraError(f"reading XML and HTML needs lxml: {_EXTRA}") from error


def root_name(data: bytes) -> str:
    """The local name of the first element, read from the bytes without parsing; "" if none."""
    head = data[:8192].replace(b"\x00", b"")
    found = _ROOT.search(head)
    return found[1].decode("ascii", errors="replace") if found else ""


def local(element: Any) -> str:
    """The element's name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def words_of(element: Any) -> str:
    """All text inside an element, white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def _resolve_named(root: Any, etree: ModuleType) -> None:
    """Put in the characters of HTML's named entities (`&nbsp;`), the only harmless ones."""
    for entity in list(root.iter(etree.Entity)):
        character = html.entities.html5.get(f"{entity.name};", f"&{entity.name};")
        words = character + (entity.tail or "")
        before, parent = entity.getprevious(), entity.getparent()
        if before is not None:
            before.tail = (before.tail or "") + words
        elif parent is not None:
            parent.text = (parent.text or "") + words
        if parent is not None:
            entity.tail = None
            parent.remove(entity)


def _refuse_crowded(marks: int, url: str) -> None:
    """Refuse what would fill the memory: a few kilobytes of a zip can hold millions of tags."""
    if marks > _MOST_MARKS:
        raise RvcError(
            f"it has {marks:,} tags, more than {_MOST_MARKS:,}",
            where=url,
            hint="no text of a law has so many: do not trust the file",
        )


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]

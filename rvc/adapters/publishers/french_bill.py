"""What the printed bills of both French chambers have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rvc.adapters.publishers.contents_list import contents_places
from rvc.adapters.publishers.drafting import Line, lay_out
from rvc.adapters.publishers.encoding import decode
from rvc.adapters.publishers.headings import read_heading
from rvc.adapters.publishers.html_lines import Page, page_title, read_lines
from rvc.adapters.publishers.outline import outline
from rvc.adapters.publishers.paras import Para
from rvc.adapters.publishers.xml_input import parse_html
from rvc.errors import RvcError
from rvc.model.text import LegalText

_REASONS = re.compile(r"expos[ée] (?:des|général)(?: des)? motifs", re.IGNORECASE)
_BILL = re.compile(r"(?:projet|proposition) de (?:loi|résolution)\b", re.IGNORECASE)
_MARKER = re.compile(r"^[\u2460-\u24ff\u2776-\u2793\u3251-\u32bf]+[\s|]*")
_CREDIT = re.compile(
    r"(?:commenter|voir les amendements|retour au sommaire|english|deutsch|español|[>\s]+|"
    r"document .pastillé. au format PDF[^.]*|"
    r"la version en format HTML, à la différence de .{1,80} numérotation des alinéas\.?)$",
    re.IGNORECASE,
)


def read_bill(data: bytes, page: Page, *, url: str, charset: str, hint: str) -> LegalText:
    """Return the bill on a page of either chamber; what stands before it is kept as plain text.

    `page` says which part of the page to read; `hint`, what else to try when it holds no text, for
    which RvcError is raised, as it is when lxml is not installed.
    """
    decoded = decode(data, charset=charset)
    tree = parse_html(decoded.text, url=url)
    paras = read_lines(tree, page)
    if not paras:
        raise RvcError("the page holds no text", where=url, hint=hint)
    before, bill = bill_lines(paras)
    return lay_out(
        [*before, *outline(bill)],
        data=data,
        language="fr",
        title=page_title(tree),
        notes=[decoded.note] if decoded.note else [],
    )


def bill_lines(paras: list[Para]) -> tuple[list[Line], list[Para]]:
    """Part a bill's page into what stands before the bill (front matter, reasons) and the bill.

    The circled numbers that count paragraphs on the margin are left out. The articles that the
    statement of reasons speaks of are not the bill's: the bill starts at its title after them.
    """
    cleaned = [
        replace(para, text=text, row=para.row and " | " in text)
        for para in paras
        if (text := _MARKER.sub("", para.text)) and not _CREDIT.match(text)
    ]
    start = _start(cleaned)
    return [Line(para.text) for para in cleaned[:start]], list(_marked(cleaned[start:]))


def _start(paras: list[Para]) -> int:
    """Where the bill begins: at its first heading, or at its title after the reasons."""
    count = len(paras)
    listed = contents_places(
        [para.text for para in paras], [read_heading(para.text) for para in paras]
    )
    reasons = next((n for n, para in enumerate(paras) if _REASONS.match(para.text)), count)
    opening = next((n for n, para in enumerate(paras) if n not in listed and _is_opening(para)), 0)
    if opening <= reasons:
        return opening
    title = next((n for n in range(reasons, count) if _is_title(paras[n])), None)
    return opening if title is None else title


def _marked(paras: list[Para]) -> Iterator[Para]:
    """Financing bills give their reasons after each article: those are not its words."""
    aside = False
    for para in paras:
        aside = (aside or _REASONS.fullmatch(para.text) is not None) and not _is_opening(para)
        yield replace(para, aside=aside or para.aside)


def _is_title(para: Para) -> bool:
    return (
        _BILL.match(para.text) is not None and len(para.text) < 120 and para.text[-1] not in ".;,"
    )


def _is_opening(para: Para) -> bool:
    return read_heading(para.text) is not None and not para.text.startswith(("Annexe", "ANNEXE"))

"""Office of the UN High Commissioner for Human Rights: drafts of the treaty on business."""

from __future__ import annotations

from rvc.adapters.publishers import un_documents
from rvc.adapters.publishers.sites import on_host
from rvc.model.text import LegalText


def recognises(data: bytes, *, url: str = "", media_type: str = "") -> bool:
    """Whether the file comes from the site of the Office, in a format that can be read."""
    return on_host(url, "ohchr.org") and un_documents.is_readable(
        data, url=url, media_type=media_type
    )


def read(data: bytes, *, url: str = "", media_type: str = "", charset: str = "") -> LegalText:
    """Read a draft or report; see `un_documents.read`, whose notes and errors it shares."""
    return un_documents.read(data, url=url, media_type=media_type, charset=charset)

"""Who is behind a name: the whole name, what kind of body it is, and its country."""

from __future__ import annotations

from collections.abc import Sequence

from rvc.model.brief import Called
from rvc.render.page import Page

_KINDS = {"ngo": "NGO", "nhri": "human rights institution", "other": ""}


def who(body: Called) -> str:
    """Return one body: `AFEP: Association française des entreprises privées (business, FR)`."""
    name = f"{body.short}: {body.name}" if body.short else body.name
    known = ", ".join(filter(None, (_KINDS.get(body.kind, body.kind), body.country)))
    return f"{name} ({known})" if known else name


def who_is_who(page: Page, bodies: Sequence[Called]) -> None:
    """Put a list of bodies on the page, under a heading; nothing when there is none."""
    if bodies:
        page.heading("WHO IS WHO")
    for body in bodies:
        page.row("-", who(body), at=4)

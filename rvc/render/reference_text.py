"""A work of the bibliography in one line, author and date first."""

from __future__ import annotations

from rvc.model.reference import Reference


def reference_line(work: Reference, *, address: bool = True) -> str:
    """Return a work as a reference list prints it, in plain text, its address at the end.

    What the entry does not say is left out; an entry without a year is "n.d.". Never call it for
    an unresolved placeholder: that is no work.
    """
    parts = [f"{_people(work)} ({work.year or 'n.d.'})".strip(), work.title.rstrip(".")]
    parts += [part for part in (_container(work), _publisher(work)) if part]
    said = ". ".join(part for part in parts if part)
    where = web_address(work) if address else ""
    return f"{said}. {where}" if where else f"{said}."


def _people(work: Reference) -> str:
    names = [f"{family}, {given}" if given else family for family, given in work.people]
    if not names:
        return work.fields.get("organization", "") or work.fields.get("institution", "")
    joined = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{joined} (ed{'s' if len(names) > 1 else ''}.)" if work.edited else joined


def _container(work: Reference) -> str:
    fields = work.fields
    name = fields.get("journal") or fields.get("journaltitle") or fields.get("booktitle", "")
    if not name:
        return fields.get("series", "")
    volume, number, pages = (fields.get(field, "") for field in ("volume", "number", "pages"))
    issue = f"{volume}({number})" if volume and number else volume or number
    inside = "In " if "booktitle" in fields and name == fields["booktitle"] else ""
    return inside + ", ".join(part for part in (name, issue, pages.replace("--", "–")) if part)


def _publisher(work: Reference) -> str:
    fields = work.fields
    place = fields.get("address") or fields.get("location", "")
    name = fields.get("publisher") or fields.get("institution") or fields.get("school", "")
    if name and name == _people(work):
        name = ""
    return ": ".join(part for part in (place, name) if part)


def web_address(work: Reference) -> str:
    """Return where the work is on the web, by its DOI if it has one; '' when nobody says."""
    doi = work.fields.get("doi", "")
    return f"https://doi.org/{doi}" if doi.startswith("10.") else work.fields.get("url", doi)

"""What biblatex prints for the keys of its field `type` (manual, section 4.9.2.13; English)."""

from __future__ import annotations

_COUNTRIES = {
    "": "Patent",
    "de": "German patent",
    "eu": "European patent",
    "fr": "French patent",
    "uk": "British patent",
    "us": "U.S. patent",
}
TYPE_WORDS = {
    "mathesis": "MA thesis",
    "phdthesis": "PhD thesis",
    "candthesis": "Candidate thesis",
    "bathesis": "BA thesis",
    "mastersthesis": "Master’s thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "software": "Computer software",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
    **{f"patent{land}": words for land, words in _COUNTRIES.items()},
    **{f"patreq{land}": f"{words} request" for land, words in _COUNTRIES.items()},
}


def type_words(said: str) -> str:
    """Return a `type` in words; what is no key of biblatex's stays as it is."""
    return TYPE_WORDS.get(said.strip().lower(), said)

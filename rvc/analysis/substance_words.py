"""The words in which English and French laws put force, discretion, exceptions and time."""

from __future__ import annotations

import re
from enum import StrEnum


class Force(StrEnum):
    """What an operator does to the duty around it. Signs to look at, never a reading of the law."""

    DUTY = "duty"
    BAN = "ban"
    PERMISSION = "permission"
    ADVICE = "advice"
    DISCRETION = "discretion"
    EXCEPTION = "exception"


_POSSIBLE = r"(?:reasonably\s+)?(?:practicable|possible|feasible)"
ENGLISH: dict[Force, tuple[str, ...]] = {
    Force.BAN: (
        r"(?:shall|must|may|can|will)\s+(?:not|never|neither)(?!\s+apply\b)(?:\s+be)?", r"cannot",
        r"(?:is|are)\s+(?:prohibited|not\s+(?:permitted|allowed|entitled)\s+to)",
        r"no\s+(?:such\s+)?\w+\s+(?:shall|may|must)", r"it\s+is\s+an\s+offence",
    ),
    Force.DUTY: (
        r"shall(?!\s+not\s+apply\b)", r"must",
        r"(?:is|are)\s+(?:required|obliged|bound|to\s+be|under\s+a\s+duty)(?:\s+to)?",
        r"ha(?:s|ve)\s+(?:a\s+duty|to(?!\s+date\b))\b", r"undertakes?\s+to",
        r"(?:is|are)\s+(?:jointly\s+)?liable", r"it\s+is\s+the\s+duty\s+of",
    ),
    Force.ADVICE: (
        r"should(?:\s+not)?", r"(?:is|are)\s+encouraged\s+to", r"endeavou?rs?(?:\s+to)?",
        r"ought\s+to",
    ),
    Force.PERMISSION: (
        r"(?-i:may|(?:MAY|(?<=[.;:]\s)May)(?!\s+\d))",
        r"(?:is|are)\s+(?:permitted|entitled|free)\s+to", r"ha(?:s|ve)\s+the\s+right\s+to",
        r"(?:at|in)\s+(?:its|their|the|his)\s+\w*\s*discretion",
    ),
    Force.DISCRETION: (
        r"(?:where|when|as|if)\s+(?:appropriate|applicable|necessary|relevant)",
        rf"(?:where|when|as|if)\s+{_POSSIBLE}",
        rf"(?:(?:so|as)\s+far\s+as|to\s+the\s+extent)\s+(?:it\s+)?(?:is\s+)?{_POSSIBLE}",
        r"reasonabl[ey]", r"appropriate", r"best\s+(?:efforts|endeavou?rs)",
        r"all\s+necessary\s+steps",
        r"in\s+accordance\s+with\s+(?:its|their)\s+(?:domestic|national)\s+(?:law|legal\s+systems?)",
    ),
    Force.EXCEPTION: (
        r"except(?:\s+(?:where|when|if|that|as|for|in))?", r"unless",
        r"save\s+(?:as|where|that|for|in\s+so\s+far\s+as|to\s+the\s+extent)", r"other\s+than",
        r"notwithstanding", r"despite", r"subject\s+to", r"provided(?:,\s+however,)?\s+that",
        r"(?:do|does|shall)\s+not\s+apply", r"(?:is|are)\s+exempt(?:ed)?",
        r"without\s+prejudice\s+to", r"with\s+the\s+exception\s+of", r"excluding",
        r"(?:is|are)\s+not\s+(?:required|obliged|bound)\s+to", r"need\s+not",
        r"nothing\s+in\s+(?:this|that|the)\s+\w+\s+(?:shall|may|requires?|prevents?|affects?)",
    ),
}  # fmt: skip

_DE = r"(?:des?|du|d[’'])"
_QUE = r"(?:que|qu[’'])"
_CAN = r"(?:peut|peuvent|doit|doivent|pourra|pourront|devra|devront|saurai(?:t|ent))"
FRENCH: dict[Force, tuple[str, ...]] = {
    Force.BAN: (
        rf"ne\s+{_CAN}(?:\s+(?:pas|jamais|en\s+aucun\s+cas))?",
        r"(?:est|sont)\s+interdite?s?", r"il\s+est\s+interdit", r"nul\s+ne\s+(?:peut|doit)",
        r"(?:est|sont)\s+prohibée?s?",
        r"(?:n[’']est|ne\s+sont)\s+pas\s+(?:autoris|habilit)ée?s?\s+à",
    ),
    Force.DUTY: (
        r"doit", r"doivent", r"devra", r"devront",
        rf"(?:est|sont|sera|seront)\s+(?:tenue?s?(?!\s+compte)(?:\s+{_DE})?|obligée?s?\s+{_DE}|soumise?s?\s+à)",
        rf"(?:a|ont)\s+l[’']obligation\s+{_DE}", rf"(?:est|sont)\s+dans\s+l[’']obligation\s+{_DE}",
        r"(?:est|sont)\s+obligatoires?", r"il\s+incombe", r"il\s+appartient\s+(?:à|aux?)",
        rf"(?:est|sont)\s+chargée?s?\s+{_DE}",
        r"s[’'](?:oblige|engage)(?:nt)?\s+à", r"(?:est|sont)\s+astreinte?s?\s+à",
        r"veille(?:nt)?\s+à", r"engage(?:nt)?\s+(?:la|sa|leur)\s+responsabilité",
        r"(?:est|sont)\s+responsables?",
    ),
    Force.ADVICE: (
        r"devrai(?:t|ent)", r"(?:est|sont)\s+(?:encouragée?s?|invitée?s?)\s+à",
        rf"s[’']efforce(?:nt)?(?:\s+{_DE})?", r"(?:a|ont)\s+vocation\s+à",
    ),
    Force.PERMISSION: (
        r"peu(?:t|vent)\s+ne\s+pas", r"peut", r"peuvent", r"pourra", r"pourront",
        rf"(?:a|ont)\s+la\s+faculté\s+{_DE}", r"(?:est|sont)\s+(?:autoris|habilit)ée?s?\s+à",
        rf"(?:a|ont)\s+le\s+droit\s+{_DE}",
    ),
    Force.DISCRETION: (
        r"le\s+cas\s+échéant", r"s[’']il\s+y\s+a\s+lieu", r"en\s+tant\s+que\s+de\s+besoin",
        r"si\s+(?:nécessaire|possible|besoin)", r"dans\s+(?:toute\s+)?la\s+mesure\s+du\s+possible",
        r"dans\s+la\s+mesure\s+où", r"autant\s+que\s+possible", r"raisonnable(?:s|ment)?",
        r"appropriée?s?", r"adaptée?s?", r"propres\s+à", r"éventuel(?:le)?s?", r"éventuellement",
    ),
    Force.EXCEPTION: (
        r"sauf(?:\s+(?:si|lorsque|en\s+cas|disposition))?", r"excepté(?:es?|s)?",
        rf"à\s+l[’']ex(?:ception|clusion)\s+{_DE}", rf"à\s+moins\s+(?:{_DE}|{_QUE})", r"hormis",
        rf"sous\s+réserve\s+(?:{_DE}|{_QUE})", rf"à\s+condition\s+(?:{_DE}|{_QUE})",
        r"par\s+dérogation(?:\s+(?:à|aux?))?", r"nonobstant", rf"sans\s+préjudice\s+{_DE}",
        r"(?:n[’']est|ne\s+sont)\s+pas\s+applicables?", r"ne\s+s[’']applique(?:nt)?\s+pas",
        rf"(?:n[’']est|ne\s+sont)\s+pas\s+(?:tenue?s?(?!\s+compte)|obligée?s?|soumise?s?)(?:\s+(?:{_DE}|à))?",
        r"(?:est|sont)\s+(?:dispensée?s?|exonérée?s?|exemptée?s?)",
    ),
}  # fmt: skip

_ONE_FORM = tuple(
    (re.compile(rf"\b(?:{said})(?!\w)"), one)
    for said, one in (
        ("are", "is"), ("have", "has"), ("do not", "does not"), ("their", "its"),
        (r"(?<=not) be", ""), ("sont", "est"), ("seront", "sera"), ("ont", "a"),
        ("doivent", "doit"), ("peuvent", "peut"), ("pourront", "pourra"), ("devront", "devra"),
        ("sauraient", "saurait"), ("devraient", "devrait"), ("ne est", "n'est"), ("au|aux", "à"),
        (r"(?:des?|du|d'|que|qu')$", "de"), (r"(veille|engage|oblige|efforce|applique)nt", r"\1"),
        (r"(\w+é)(?:e|es|s)", r"\1"), (r"(\w+(?:able|ible|oire))s", r"\1"), ("leur", "sa"),
        (r"(tenu|soumis|interdit|astreint|éventuel)(?:le)?(?:e|es|s)?", r"\1"),
    )
)  # fmt: skip
"""What number, gender and elision make of the same word: "sont tenues d'" is "est tenu de"."""


def same_form(form: str) -> str:
    """Return what is the same in all forms of an operator: "are required to", "is required to"."""
    for said, one in _ONE_FORM:
        form = said.sub(one, form)
    return " ".join(form.split())


def _compiled(table: dict[Force, tuple[str, ...]]) -> re.Pattern[str]:
    """All operators of a language in one pattern; the first group that matches names the force.

    The order matters: "shall not" is found before "shall", "ne peut" before "peut".
    """
    groups = (
        rf"(?P<{force.value}>(?<![\w-])(?<!\bne\s)(?<!\bn['’])(?:{'|'.join(words)})(?:(?<=[’'])|(?![\w-])))"
        for force, words in table.items()
    )
    return re.compile("|".join(groups), re.IGNORECASE)


OPERATORS = {
    "en": _compiled(ENGLISH),
    "fr": _compiled(FRENCH),
    "": _compiled({force: (*ENGLISH[force], *FRENCH[force]) for force in ENGLISH}),
}

NUMBER_WORDS: dict[str, dict[str, int]] = {
    "en": {
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
        "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
        "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000,
        "billion": 1_000_000_000,
    },
    "fr": {
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
        "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14,
        "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40,
        "cinquante": 50, "soixante": 60, "cent": 100, "cents": 100, "mille": 1000,
        "million": 1_000_000, "millions": 1_000_000, "milliard": 1_000_000_000,
        "milliards": 1_000_000_000,
    },
}  # fmt: skip

UNITS: dict[str, str] = {
    "day": "day", "days": "day", "jour": "day", "jours": "day",
    "week": "week", "weeks": "week", "semaine": "week", "semaines": "week",
    "month": "month", "months": "month", "mois": "month",
    "year": "year", "years": "year", "an": "year", "ans": "year", "année": "year",
    "années": "year", "minute": "minute", "minutes": "minute",
    "financial year": "financial-year", "financial years": "financial-year",
    "exercice": "financial-year", "exercices": "financial-year",
    "hour": "hour", "hours": "hour", "heure": "hour", "heures": "hour",
    "employee": "employee", "employees": "employee", "salarié": "employee", "salariés": "employee",
    "worker": "worker", "workers": "worker", "travailleurs": "worker",
    "person": "person", "persons": "person", "personne": "person", "personnes": "person",
    "member": "member", "members": "member", "membre": "member", "membres": "member",
    "company": "company", "companies": "company", "société": "company", "sociétés": "company",
    "state": "state", "states": "state", "états": "state",
    "undertaking": "undertaking", "undertakings": "undertaking", "entreprise": "undertaking",
    "entreprises": "undertaking", "shareholder": "shareholder", "shareholders": "shareholder",
    "actionnaire": "shareholder", "actionnaires": "shareholder",
    "director": "director", "directors": "director", "administrateur": "director",
    "administrateurs": "director", "representative": "representative",
    "representatives": "representative", "représentant": "representative",
    "représentants": "representative", "tonne": "tonne", "tonnes": "tonne",
    "hectare": "hectare", "hectares": "hectare", "times": "time", "fois": "time",
    "travailleur": "worker", "inhabitants": "inhabitant", "habitants": "inhabitant",
    "parties": "party",
}  # fmt: skip

PERIODS = {"minute", "hour", "day", "week", "month", "year", "financial-year"}

CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP",
    "pound": "GBP", "pounds": "GBP",
    "pound sterling": "GBP", "pounds sterling": "GBP", "livre sterling": "GBP",
    "livres sterling": "GBP", "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD",
    "dollars": "USD", "chf": "CHF", "francs": "FRF",
}  # fmt: skip

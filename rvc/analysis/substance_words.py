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


ENGLISH: dict[Force, tuple[str, ...]] = {
    Force.BAN: (
        r"(?:shall|must|may|can|will)\s+not(?:\s+be)?", r"(?:is|are)\s+prohibited",
        r"no\s+\w+\s+(?:shall|may)",
    ),
    Force.DUTY: (
        r"shall", r"must",
        r"(?:is|are)\s+(?:required|obliged|to\s+be|under\s+a\s+duty)(?:\s+to)?",
        r"ha(?:s|ve)\s+(?:a\s+duty|to)\b", r"undertakes?\s+to",
        r"(?:is|are)\s+(?:jointly\s+)?liable",
    ),
    Force.ADVICE: (
        r"should(?:\s+not)?", r"(?:is|are)\s+encouraged\s+to", r"endeavou?rs?(?:\s+to)?",
        r"ought\s+to",
    ),
    Force.PERMISSION: (
        r"(?-i:may|MAY|(?<=[.;:]\s)May)(?!\s+\d)", r"(?:is|are)\s+(?:permitted|entitled|free)\s+to",
        r"at\s+(?:its|their|the)\s+\w*\s*discretion",
    ),
    Force.DISCRETION: (
        r"(?:where|when|as|if)\s+(?:appropriate|applicable|necessary|relevant|possible|practicable)",
        r"(?:so\s+far\s+as|to\s+the\s+extent)\s+(?:is\s+)?(?:reasonably\s+)?(?:practicable|possible)",
        r"reasonabl[ey]", r"appropriate", r"best\s+(?:efforts|endeavou?rs)",
        r"all\s+necessary\s+steps",
        r"in\s+accordance\s+with\s+(?:its|their)\s+(?:domestic|national)\s+(?:law|legal\s+systems?)",
        r"as\s+far\s+as\s+possible",
    ),
    Force.EXCEPTION: (
        r"except(?:\s+(?:where|when|if|that|as|for|in))?", r"unless",
        r"save\s+(?:as|where|that|for)", r"other\s+than", r"notwithstanding", r"subject\s+to",
        r"provided\s+that", r"does?\s+not\s+apply", r"(?:is|are)\s+exempt(?:ed)?",
        r"without\s+prejudice\s+to",
    ),
}  # fmt: skip

FRENCH: dict[Force, tuple[str, ...]] = {
    Force.BAN: (
        r"ne\s+(?:peut|peuvent|doit|doivent|saurai(?:t|ent))(?:\s+pas)?",
        r"(?:est|sont)\s+interdite?s?", r"il\s+est\s+interdit", r"nul\s+ne\s+peut",
        r"(?:est|sont)\s+prohibée?s?",
    ),
    Force.DUTY: (
        r"doit", r"doivent",
        r"(?:est|sont)\s+(?:tenue?s?\s+(?:de|d[’'])|obligée?s?\s+(?:de|d[’'])|soumise?s?\s+à)",
        r"(?:a|ont)\s+l[’']obligation\s+(?:de|d[’'])", r"il\s+incombe",
        r"s[’'](?:oblige|engage)(?:nt)?\s+à", r"(?:est|sont)\s+astreinte?s?\s+à",
        r"veille(?:nt)?\s+à", r"engagent?\s+la\s+responsabilité", r"(?:est|sont)\s+responsables?",
    ),
    Force.ADVICE: (
        r"devrai(?:t|ent)", r"(?:est|sont)\s+(?:encouragée?s?|invitée?s?)\s+à",
        r"s[’']efforcent?(?:\s+de)?", r"a\s+vocation\s+à", r"ont\s+vocation\s+à",
    ),
    Force.PERMISSION: (
        r"peut", r"peuvent", r"(?:a|ont)\s+la\s+faculté\s+(?:de|d[’'])",
        r"(?:est|sont)\s+autorisée?s?\s+à", r"(?:a|ont)\s+le\s+droit\s+(?:de|d[’'])",
    ),
    Force.DISCRETION: (
        r"le\s+cas\s+échéant", r"s[’']il\s+y\s+a\s+lieu", r"en\s+tant\s+que\s+de\s+besoin",
        r"si\s+nécessaire", r"dans\s+la\s+mesure\s+du\s+possible", r"autant\s+que\s+possible",
        r"raisonnables?", r"appropriée?s?", r"adaptée?s?", r"propres\s+à", r"éventuel(?:le)?s?",
    ),
    Force.EXCEPTION: (
        r"sauf(?:\s+(?:si|lorsque|en\s+cas|disposition))?", r"à\s+l[’']exception\s+(?:de|des|du)",
        r"à\s+moins\s+que", r"hormis", r"sous\s+réserve\s+(?:de|des|du|que)",
        r"à\s+condition\s+(?:de|que)", r"par\s+dérogation(?:\s+à)?", r"nonobstant",
        r"sans\s+préjudice\s+(?:de|des|du)", r"(?:n[’']est|ne\s+sont)\s+pas\s+applicables?",
        r"ne\s+s[’']appliquent?\s+pas",
        r"(?:est|sont)\s+(?:dispensée?s?|exonérée?s?|exemptée?s?)",
    ),
}  # fmt: skip


def _compiled(table: dict[Force, tuple[str, ...]]) -> re.Pattern[str]:
    """All operators of a language in one pattern; the first group that matches names the force.

    The order matters: "shall not" is found before "shall", "ne peut" before "peut".
    """
    groups = (
        rf"(?P<{force.value}>(?<![\w’'-])(?:{'|'.join(words)})(?![\w-]))"
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

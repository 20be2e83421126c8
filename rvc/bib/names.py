"""Names of people and organisations as BibTeX and biblatex cut them.

The rules are those of BibTeX (`format.name$`, in bibtex.web and in Patashnik's BibTeXing): `and`
outside braces parts people, commas part `von Last, Jr, First`, and a word is a `von` when its first
letter outside braces is in lower case. biblatex adds `family=…, given=…, prefix=…, suffix=…`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from rvc.bib.latex import decode

_NAME_FIELDS = """
author editor editora editorb editorc translator annotator commentator introduction foreword
afterword bookauthor holder namea nameb namec shortauthor shorteditor sortname
"""
NAME_FIELDS = frozenset(_NAME_FIELDS.split())
"""Fields that hold lists of names (biblatex manual, data types)."""


class Name(Struct, frozen=True, omit_defaults=True):
    """One name. An organisation, or what is braced as a whole, has only `literal`."""

    family: str = ""
    given: str = ""
    prefix: str = ""
    """`von`, `de la`, `van der` …"""
    suffix: str = ""
    """`Jr`, `III` …"""
    literal: str = ""

    def shown(self) -> str:
        """`First von Last, Jr`, or the literal name."""
        if self.literal:
            return self.literal
        whole = " ".join(p for p in (self.given, self.prefix, self.family) if p)
        return f"{whole}, {self.suffix}" if self.suffix else whole

    def last(self) -> str:
        """What a citation in a text prints: `von Last`, or the literal name."""
        return self.literal or f"{self.prefix} {self.family}".strip()


class Names(Struct, frozen=True, omit_defaults=True):
    """The people of one field, in order."""

    people: tuple[Name, ...] = ()
    others: bool = False
    """Whether the list ends with `and others`."""
    problems: tuple[str, ...] = ()
    """What is wrong with the list as written, in words."""


_SIMPLE = re.compile(r"([^\W\d_]++(?:['’-][^\W\d_]++)*+), ((?:[^\W\d_]++\.?+[ -]?+)++)")
"""`Family, Given`, one word before the comma and no LaTeX: most names, at once."""


@lru_cache(maxsize=20_000)
def parse_names(value: str) -> Names:
    """The names in a field, LaTeX decoded; `value` as BibTeX holds it. Never raises."""
    problems: list[str] = []
    people: list[Name] = []
    others = False
    written = list(_split_and(value)) if value.strip() else []
    for index, part in enumerate(written):
        if part == "others":
            others = True
            if index < len(written) - 1:
                problems.append("'others' is not the last name")
        elif not part:
            problems.append("an 'and' without a name beside it")
        elif simple := _SIMPLE.fullmatch(part):
            people.append(Name(simple[1], simple[2]))
        else:
            people.append(_decoded(_parse(part, problems)))
    return Names(tuple(people), others, tuple(problems))


def split_names(value: str) -> list[str]:
    """The names as written, parted at each `and` outside braces."""
    return list(_split_and(value))


_AND = re.compile(r"[{}]|(?<!\S)and(?!\S)", re.IGNORECASE)


def _split_and(value: str) -> Iterator[str]:
    if "{" not in value:
        depth_free = re.split(r"(?<!\S)[aA][nN][dD](?!\S)", value)
        yield from (p.strip() for p in depth_free)
        return
    depth = start = 0
    for found in _AND.finditer(value):
        char = found[0]
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
        elif depth <= 0:
            yield value[start : found.start()].strip()
            start = found.end()
    yield value[start:].strip()


_EXTENDED = re.compile(r'"?\s*(?:family|given|prefix|suffix)(?:-i)?\s*=', re.IGNORECASE)


def _parse(name: str, problems: list[str]) -> Name:
    if _EXTENDED.match(name):
        return _extended(name, problems)
    if name[0] == "{" and _braced_whole(name):
        return Name(literal=name[1:-1].strip() or name)
    parts = [_words(p) for p in _split_comma(name)]
    if len(parts) > 1 and not parts[-1]:
        problems.append(f"a comma at the end of {name!r}")
        parts.pop()
    if len(parts) > 3:
        problems.append(f"{len(parts) - 1} commas in {name!r}: an 'and' may be missing")
        parts = [*parts[:2], [w for p in parts[2:] for w in p]]
    if len(parts) == 1:
        return _first_von_last(parts[0])
    prefix, family = _von_last(parts[0])
    if not family:
        problems.append(f"no family name in {name!r}")
    suffix = " ".join(parts[1]) if len(parts) == 3 else ""
    return Name(family, " ".join(parts[-1]), prefix, suffix)


def _braced_whole(name: str) -> bool:
    depth = 0
    for index, char in enumerate(name):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return index == len(name) - 1 and not name.startswith("{\\")
    return False


def _split_comma(name: str) -> list[str]:
    if "{" not in name:
        return name.split(",")
    parts, depth, start = [], 0, 0
    for index, char in enumerate(name):
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
        elif char == "," and depth <= 0:
            parts.append(name[start:index])
            start = index + 1
    return [*parts, name[start:]]


def _words(part: str) -> list[str]:
    """Words parted by white space and ~ outside braces."""
    if "{" not in part:
        return part.replace("~", " ").split()
    words, depth, word = [], 0, ""
    for char in part:
        depth += (char == "{") - (char == "}")
        if depth <= 0 and (char.isspace() or char == "~"):
            if word:
                words.append(word)
            word = ""
        else:
            word += char
    return [*words, word] if word else words


def _first_von_last(words: list[str]) -> Name:
    lower = [i for i, w in enumerate(words[:-1]) if _is_von(w)]
    if not lower:
        return Name(words[-1] if words else "", " ".join(words[:-1]))
    first, last = lower[0], lower[-1]
    return Name(
        " ".join(words[last + 1 :]), " ".join(words[:first]), " ".join(words[first : last + 1])
    )


def _von_last(words: list[str]) -> tuple[str, str]:
    lower = [i for i, w in enumerate(words[:-1]) if _is_von(w)]
    cut = lower[-1] + 1 if lower else 0
    return " ".join(words[:cut]), " ".join(words[cut:])


_LOWER_COMMANDS = frozenset({"i", "j", "o", "oe", "ae", "aa", "l", "ss", "dh", "th", "dj", "ng"})
_SPECIAL = re.compile(r"\{\\([A-Za-z]+|[^A-Za-z])[\s{]*([^\W\d_])?")


def _is_von(word: str) -> bool:
    """Whether the first letter outside braces, or in a `{\\…}`, is in lower case."""
    index = 0
    while index < len(word):
        char = word[index]
        if char == "{":
            special = _SPECIAL.match(word, index)
            if special:
                command, letter = special.groups()
                if command in _LOWER_COMMANDS:
                    return True
                return letter.islower() if letter else False
            index = _after_braces(word, index)
            continue
        if char.isalpha():
            return char.islower()
        index += 1
    return False


def _after_braces(word: str, index: int) -> int:
    depth = 0
    for at in range(index, len(word)):
        depth += (word[at] == "{") - (word[at] == "}")
        if depth == 0:
            return at + 1
    return len(word)


def _extended(name: str, problems: list[str]) -> Name:
    found: dict[str, str] = {}
    for part in _split_comma(name):
        label, equals, said = part.strip().strip('"').partition("=")
        label = label.strip().lower()
        if not equals:
            problems.append(f"{part.strip()!r} is no part of a name")
        elif label in ("family", "given", "prefix", "suffix"):
            found[label] = said.strip().strip('"')
    return Name(**found)


def _decoded(name: Name) -> Name:
    if name.literal:
        return Name(literal=decode(name.literal))
    return Name(decode(name.family), decode(name.given), decode(name.prefix), decode(name.suffix))

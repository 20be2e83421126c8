"""Capitals of titles that a style must not make small, put into braces."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\\[A-Za-z]+[ \t]*|\\.|\$[^$]*\$|[{}]|[^\W_]+", re.DOTALL)


def protected(title: str) -> str:
    """Return the title with words that hold a capital after their first letter in braces.

    `The OECD and McDonald in NGOs` → `The {OECD} and {McDonald} in {NGOs}`. Names that begin with
    a capital only are for people to protect: nobody else can tell them from ordinary words. What
    is in braces or all in capitals stays, and so do the arguments of commands.
    """
    if title.upper() == title:
        return title
    done, depth, pos = [], 0, 0
    for found in _TOKEN.finditer(title):
        token = found[0]
        if token == "{":
            depth += 1
        elif token == "}":
            depth -= 1
        elif depth == 0 and token[0] not in "\\$" and any(map(str.isupper, token[1:])):
            before = title[found.start() - 1 : found.start()]
            if before not in ("\\", "^", "_"):
                done += [title[pos : found.start()], "{", token, "}"]
                pos = found.end()
    return "".join([*done, title[pos:]])

"""LaTeX → Unicode for what is shown or searched; what is in the file stays as it is."""

from __future__ import annotations

import re
import unicodedata

from rvc.bib.latex_table import ACCENTS, GREEK, SUBSCRIPT, SUPERSCRIPT, SWITCHES, SYMBOLS

_PLAIN = re.compile(r"[^\\{}~$`'\-]*+(?:(?:-(?!-)|'(?!')|`(?!`)(?<![?!]`))[^\\{}~$`'\-]*+)*+")

_TOKEN = re.compile(
    r"""
    \\(?P<accent>[`'^"~=.]|[cHvudbkrt](?![A-Za-z@]))[ \t\r\n]*
        (?:\{[ \t\r\n]*(?P<braced>\\[ij](?![A-Za-z])|[^{}\\]*)[ \t\r\n]*\}
          |\\(?P<dotless>[ij])(?![A-Za-z])[ \t]*|(?P<letter>[^\W\d_]))
    | \\(?:url|path)[ \t\r\n]*\{(?P<verbatim>[^{}]*)\}
    | \\href[ \t\r\n]*\{[^{}]*\}
    | (?P<dropped>\\noop(?:sort)?[ \t\r\n]*\{[^{}]*\})
    | \\text(?P<script>super|sub)script[ \t\r\n]*\{(?P<scripted>[^{}\\$]*)\}
    | \\(?P<command>[A-Za-z@]+)\*?(?P<after>[ \t\r\n]*)
    | \\(?P<symbol>[^A-Za-z@])
    | \$(?P<math>[^$]*)\$
    | (?P<other>[{}~$]|---?|``|''|\?`|!`)
    """,
    re.VERBOSE | re.DOTALL,
)

_OTHER = {
    "{": "",
    "}": "",
    "~": " ",
    "$": "",
    "--": "–",
    "---": "—",
    "``": "“",
    "''": "”",
    "?`": "¿",
    "!`": "¡",
}
_ESCAPED = {" ": " ", ",": " ", ";": " ", ":": " ", "!": "", "-": "", "/": "", "\\": " ", "\n": " "}


def decode(text: str) -> str:
    """The text as a reader sees it: accents, dashes, quotes and symbols in Unicode, no braces.

    Commands that are not known stay visible when they have no argument, else only the argument
    stays. Text without LaTeX comes back at once.
    """
    if _PLAIN.fullmatch(text):
        return text
    bare = text.replace("{", "").replace("}", "")  # a third of all titles brace a word or two
    shown = bare if _PLAIN.fullmatch(bare) else _TOKEN.sub(_shown, text)
    return unicodedata.normalize("NFC", shown) if not shown.isascii() else shown


def decode_verbatim(text: str) -> str:
    r"""The value of a field that LaTeX does not typeset (url, doi): only `\_` and its like."""
    return re.sub(r"\{?\\([_%&#$~{}])\}?", r"\1", text) if "\\" in text else text


def _shown(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    if found["accent"]:
        return _accented(found)
    if kind == "other":
        return _OTHER[found[0]]
    if found["command"]:
        return _command(found)
    if found["symbol"]:
        return _ESCAPED.get(found["symbol"], found["symbol"])
    if found["math"] is not None:
        return _math(found["math"])
    if found["script"]:
        table = SUPERSCRIPT if found["script"] == "super" else SUBSCRIPT
        return _scripted(found["scripted"], table)
    return found["verbatim"] or ""


def _accented(found: re.Match[str]) -> str:
    mark = ACCENTS[found["accent"]]
    base = found["letter"] or found["dotless"] or (found["braced"] or "").lstrip("\\").strip()
    if not base:
        return found["accent"] if found["accent"] in "^~" else ""
    if found["accent"] == "t":
        return base[0] + mark + base[1:]
    return unicodedata.normalize("NFC", base[0] + mark) + base[1:]


def _command(found: re.Match[str]) -> str:
    name = found["command"]
    symbol = SYMBOLS.get(name)
    if symbol is not None:
        return symbol
    end = found.end()
    if name in SWITCHES or found.string[end : end + 1] in ("{", "["):
        return ""
    return found[0]


_MATH = re.compile(r"\\([A-Za-z]+)[ \t]*|([_^])(?:\{([^{}]*)\}|(\S))|[{}]|\\(.)", re.DOTALL)


def _math(text: str) -> str:
    return _MATH.sub(_math_shown, text).strip() if text else ""


def _math_shown(found: re.Match[str]) -> str:
    name, script, braced, single, escaped = found.groups()
    if name:
        known = GREEK.get(name) or SYMBOLS.get(name)
        return known if known is not None else "" if name in SWITCHES else name
    if script:
        inner = _math(braced if braced is not None else single or "")
        return _scripted(inner, SUPERSCRIPT if script == "^" else SUBSCRIPT)
    return _ESCAPED.get(escaped, escaped) if escaped else ""


def _scripted(text: str, table: dict[str, str]) -> str:
    """In raised or lowered characters when all of them exist, else as it is."""
    if all(c in table for c in text):
        return "".join(table[c] for c in text)
    return text

"""UTF-8 that was read as Windows-1252 or Latin-1, turned back where that is certain."""

from __future__ import annotations

import re

_HIGH = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_RUN = re.compile(f"[\u00c2-\u00f4](?:[\u0080-\u00bf{_HIGH}]){{1,3}}")
_USUAL = re.compile(
    "[\u00a0-\u017f\u0218-\u021b\u02bc\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff\u2010-\u2044\u20ac\u2122\u2212"
    "\ufb00-\ufb06]"
)


def repaired(text: str) -> str:
    """Return `text` with `Ã©` turned into `é` and so on; text without such damage as it is.

    Only a run that decodes to one usual letter or sign is turned back, so that `CAFÉ–BAR` stays.
    Damage that happened twice is repaired twice.
    """
    for _ in range(3):
        new = _whole(text) or _RUN.sub(_decoded, text)
        if new == text:
            break
        text = new
    return text


_EAST_ASIAN = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


def _whole(text: str) -> str:
    """The text turned back as a whole, if that gives Chinese, Japanese or Korean; '' otherwise.

    `å––` alone is Danish with two dashes; two such letters in a text without any other damage
    are not.
    """
    try:
        whole = b"".join(map(_byte, text)).decode("utf-8")
    except UnicodeError:
        return ""
    return whole if len(_EAST_ASIAN.findall(whole)) > 1 else ""


def _decoded(found: re.Match[str]) -> str:
    run = found[0]
    for size in range(len(run), 1, -1):
        try:
            letter = b"".join(map(_byte, run[:size])).decode("utf-8")
        except UnicodeError:
            continue
        if len(letter) == 1 and _USUAL.fullmatch(letter):
            return letter + run[size:]
    return run


def _byte(char: str) -> bytes:
    return char.encode("cp1252") if char in _HIGH else char.encode("latin-1")

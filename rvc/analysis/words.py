"""Cut a text into words, each with the white space after it.

By hand and not with `re`: a comparison of two files spends most of its time in starting Python,
and importing `re` costs as much as comparing fifty pages.
"""

from __future__ import annotations

Words = tuple[str, list[str], list[str]]

# A combining mark belongs to the letter before it: decomposed accents, Cyrillic, Hebrew, Arabic and
# Devanagari signs, joiners.
_MARKS = (
    ("\u0300", "\u036f"),
    ("\u0483", "\u0489"),
    ("\u0591", "\u05bd"),
    ("\u064b", "\u065f"),
    ("\u0900", "\u0903"),
    ("\u093a", "\u094f"),
    ("\u200c", "\u200d"),
)


def split_words(text: str) -> Words:
    """Return (leading white space, words, white space after each word) of `text`.

    Joined in turn they give `text` again. A word is a run of letters, digits, underscores and
    their combining marks, a whole number with its separators ("1,000": half a number marked as
    changed would mislead), or one other character that is no white space.
    """
    leading, chunks, gaps = _chunks(text)
    words: list[str] = []
    spaces: list[str] = []
    done = 0
    for at, chunk in enumerate(chunks):
        if chunk.isalnum():
            continue  # most chunks are one word: they are copied in stretches
        words += chunks[done:at]
        spaces += gaps[done:at]
        done = at + 1
        if chunk[:-1].isalnum() and not _belongs(chunk[-1]):
            words += (chunk[:-1], chunk[-1])
            spaces += ("", gaps[at])
        else:
            parts = _parts(chunk)
            words += parts
            spaces += [""] * (len(parts) - 1)
            spaces.append(gaps[at])
    words += chunks[done:]
    spaces += gaps[done:]
    return leading, words, spaces


def _chunks(text: str) -> Words:
    """Return (leading white space, runs without white space, white space after each) of `text`."""
    chunks = text.split()
    if not chunks:
        return text, [], []
    bare = text.strip()
    leading = text[: text.index(bare)]
    if " ".join(chunks) == bare:
        gaps = [" "] * len(chunks)
        gaps[-1] = text[len(leading) + len(bare) :]
        return leading, chunks, gaps
    lines = text.splitlines(keepends=True)
    return (leading, chunks, _gaps(text, chunks)) if len(lines) == 1 else _lines(lines)


def _lines(lines: list[str]) -> Words:
    """The same of a text of several lines, most of which are quick to cut."""
    leading = ""
    chunks: list[str] = []
    gaps: list[str] = []
    for line in lines:
        before, more_chunks, more_gaps = _chunks(line)
        if gaps:
            gaps[-1] += before
        else:
            leading += before
        chunks += more_chunks
        gaps += more_gaps
    return leading, chunks, gaps


def _gaps(text: str, chunks: list[str]) -> list[str]:
    """Return the white space after each of the chunks of `text`."""
    gaps = []
    end = text.index(chunks[0]) + len(chunks[0])
    for chunk in chunks[1:]:
        start = text.index(chunk, end)
        gaps.append(text[end:start])
        end = start + len(chunk)
    gaps.append(text[end:])
    return gaps


def _parts(chunk: str) -> list[str]:
    """Cut a run of characters without white space into words."""
    parts: list[str] = []
    start, last = -1, len(chunk) - 1
    for at, char in enumerate(chunk):
        if char.isalnum() or char == "_" or (start >= 0 and _belongs(char)):
            if start < 0:
                start = at
            continue
        if start >= 0:
            between = char in ".," and at < last
            if between and chunk[at - 1].isdecimal() and chunk[at + 1].isdecimal():
                continue
            parts.append(chunk[start:at])
            start = -1
        parts.append(char)
    if start >= 0:
        parts.append(chunk[start:])
    return parts


def _belongs(char: str) -> bool:
    """Whether a character that is no letter continues the word before it."""
    return char == "_" or (char >= "\u0300" and any(a <= char <= b for a, b in _MARKS))

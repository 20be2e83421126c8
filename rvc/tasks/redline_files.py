"""Compare two plain text files with no register at all; little is imported here on purpose."""

from __future__ import annotations

from rvc.analysis.textdiff import DELETE, EQUAL, Op, diff_texts
from rvc.bib.uncollected import uncollected
from rvc.errors import RvcError

TYPE_CHECKING = False
if TYPE_CHECKING:  # importing it would take longer than comparing ten pages
    from collections.abc import Iterator

_NOT_TEXT = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a DOCX or another zip archive",
    b"\xd0\xcf\x11\xe0": "an old Word document",
}
_AT_ONCE = 100  # operations: small pieces of memory are used again and again
_HARMLESS = bytes([9, 10, *range(32, 127)])
_SPACES = "\n\t\u00a0\u202f\u2009\u00ad"  # what `str.isprintable` refuses and a terminal shows
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class NotPlainTextError(RvcError):
    """A file holds no plain text; a reader may still find a text in it."""


def redline_files(left_path: str, right_path: str) -> tuple[Op, ...]:
    """Return the word changes that turn the text of one file into that of the other.

    Files are read as UTF-8, as UTF-16 when they start with its byte order mark, else as
    Windows-1252; line ends stay as they are.

    Raises:
        RvcError: a file cannot be read; NotPlainTextError: it is not plain text.
    """
    left, right = read_plain_text(left_path), read_plain_text(right_path)
    with uncollected():
        return diff_texts(left, right)


def read_plain_text(path: str) -> str:
    """Return the text of a plain text file, line ends as they are.

    Raises:
        RvcError: the file cannot be read; NotPlainTextError: it is not plain text.
    """
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib doubles the time to start
            data = file.read()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise RvcError(f"cannot read the file: {reason}", where=path) from error
    for magic, what in _NOT_TEXT.items():
        if data.startswith(magic):
            raise NotPlainTextError(
                f"not plain text but {what}",
                where=path,
                hint="add it to the store with 'rvc texts add' to have its text read",
            )
    encoding = _BYTE_ORDER_MARKS.get(data[:2], "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if "\0" in text:
        raise NotPlainTextError("not plain text: it holds NUL characters", where=path)
    return text


def plain_redline(ops: tuple[Op, ...]) -> Iterator[bytes]:
    """Yield the changes in the marks of wdiff, [-taken out-] and {+put in+}, as UTF-8.

    Nothing is wrapped or left out, so that a million words take no longer than reading them.
    Control characters are made visible: the bytes may go to a terminal.
    """
    for start in range(0, len(ops), _AT_ONCE):
        out = []
        for kind, text, _ in ops[start : start + _AT_ONCE]:
            if kind == EQUAL:
                out.append(text)
            elif kind == DELETE:
                out.append(f"[-{text}-]")
            else:
                out.append("{+" + text + "+}")
        yield _harmless("".join(out))


def _harmless(text: str) -> bytes:
    data = text.encode()
    if text.isascii():
        if not data.translate(None, _HARMLESS):
            return data
    else:
        bare = text
        for space in _SPACES:
            bare = bare.replace(space, "")
        if bare.isprintable():
            return data
    from rvc.model.printable import printable  # seldom needed, and it imports `re`

    return printable(text.replace("\r\n", "\n")).encode()

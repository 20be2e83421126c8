"""laws.yaml → the register, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from rvc.adapters.shape import Misfit, misfits
from rvc.adapters.yaml_text import Problem, locate, read_yaml
from rvc.model.finding import Finding, Place, Severity
from rvc.model.law import Law
from rvc.model.loaded import LoadedRegister
from rvc.model.register import FORMAT, Register

FILE = "laws.yaml"


def decode(data: bytes, file: str) -> tuple[str, list[Finding]]:
    """Return the text of a YAML file: UTF-8 or, with a byte order mark, UTF-16.

    Anything else is a finding that names the first byte that cannot be read.
    """
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    encoding = "utf-16" if utf16 else "utf-8"
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return body.decode(encoding), []
    except UnicodeDecodeError as error:
        lines = body[: error.start].decode(encoding, "replace").split("\n")
        place = Place(file, len(lines), len(lines[-1]) + 1)
        said = f"byte 0x{body[error.start]:02x} is not {encoding.upper()}"
        hint = "save the file as UTF-8"
        return "", [Finding("encoding", Severity.ERROR, file, said, hint, place)]


def read_register(text: str, file: str = FILE) -> LoadedRegister:
    """Return the register written in `text`; with any error in its shape there is none."""
    data, problems = read_yaml(text)
    if problems:
        return LoadedRegister(None, tuple(_from_yaml(problem, file) for problem in problems))
    try:
        return LoadedRegister(_convert(data))
    except msgspec.ValidationError as error:
        data, _ = read_yaml(text)
        found = _from_shape(text, data, file)
        last = Finding("schema", Severity.ERROR, file, str(error), "", Place(file))
        return LoadedRegister(None, found or (last,))


def _convert(data: Any) -> Register:
    """Convert law by law, letting go of what was read, so that memory never holds both whole."""
    laws = data.get("laws") if isinstance(data, dict) else None
    if not isinstance(laws, list):
        return msgspec.convert(data, Register, strict=False)
    for position, law in enumerate(laws):
        laws[position] = msgspec.convert(law, Law, strict=False)
    register = msgspec.convert({**data, "laws": []}, Register, strict=False)
    if register.format != FORMAT:
        raise msgspec.ValidationError(f"format {register.format}")
    return msgspec.structs.replace(register, laws=tuple(laws))


def _from_shape(text: str, data: Any, file: str) -> tuple[Finding, ...]:
    found = misfits(data, Register)
    if isinstance(data, dict) and data.get("format", FORMAT) != FORMAT:
        message = f"format '{data['format']}' is not known here"
        found.insert(0, Misfit(("format",), message, f"this program reads format '{FORMAT}'"))
    places = locate(text, [misfit.path for misfit in found], file)
    findings = [
        Finding(
            "schema",
            Severity.ERROR,
            subject(data, misfit.path),
            misfit.message,
            misfit.hint,
            places[misfit.path],
        )
        for misfit in found
    ]
    return tuple(sorted(findings, key=lambda finding: finding.place or Place(file)))


def _from_yaml(problem: Problem, file: str) -> Finding:
    place = Place(file, problem.line, problem.column)
    return Finding("yaml", Severity.ERROR, file, problem.message, problem.hint, place)


def subject(data: Any, path: Sequence[str | int]) -> str:
    """Return the address of the value at `path`, in ids where there are (`law/demand@version`)."""
    named: list[str] = []
    version = ""
    for position, step in enumerate(path):
        parent = path[position - 1] if position else ""
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(step, int) and isinstance(data, dict) and isinstance(data.get("id"), str):
            named.append(data["id"])
        elif parent == "codings":
            version = f"@{step}"
    return "/".join(named) + version if named else FILE

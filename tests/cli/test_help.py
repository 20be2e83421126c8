"""Every registered command can be imported, and its help shows an example that it would accept."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
import typer

from rvc.cli.app import Commands
from rvc.cli.app import app as program
from rvc.cli.lazy import LazyGroup
from toys import Said

Rvc = Callable[..., Said]


def registered() -> list[tuple[tuple[str, ...], str]]:
    """Return every command and group in the tables: the words to type, and its module."""
    return walk(Commands, ())


def walk(group: type[LazyGroup], words: tuple[str, ...]) -> list[tuple[tuple[str, ...], str]]:
    found: list[tuple[tuple[str, ...], str]] = []
    for name, (module, _) in group.members.items():
        path = (*words, name)
        found.append((path, module))
        try:
            command = typer.main.get_command(import_module(module).app)
        except ImportError:
            continue  # the test of this command says so
        if isinstance(command, LazyGroup):
            found += walk(type(command), path)
    return found


every = pytest.mark.parametrize(
    ("words", "module"), registered(), ids=[" ".join(words) for words, _ in registered()]
)


@every
def test_help_shows_an_example(words: tuple[str, ...], module: str, rvc: Rvc) -> None:
    import_module(module)
    said = rvc(*words, "--help")
    assert (said.code, said.err) == (0, "")
    assert re.search(rf"Example: rvc {' '.join(words)}\b", " ".join(said.out.split()))
    assert "--install-completion" not in said.out
    assert "-h, --help" in said.out


@every
def test_the_example_is_a_call_that_the_command_line_understands(
    words: tuple[str, ...], module: str
) -> None:
    command = typer.main.get_command(import_module(module).app)
    example = " ".join((command.epilog or "").split()).removeprefix("Example: ")
    assert words[0] in example
    for call in re.split(r"&&|;", example):
        assert call.split()[0] == "rvc"
        understood(shlex.split(call.split("|")[0])[1:])


def understood(words: list[str]) -> None:
    """Parse a call as far as its last command, without running it."""
    context: Any = typer.main.get_command(program).make_context("rvc", list(words))
    while isinstance(context.command, LazyGroup) and context._protected_args + context.args:
        name, command, rest = context.command.resolve_command(
            context, context._protected_args + context.args
        )
        context = command.make_context(name, rest, parent=context)


def test_the_program_names_all_its_commands(rvc: Rvc) -> None:
    out = rvc("--help").out
    assert all(re.search(rf"^  {name} +\S", out, re.M) for name in Commands.members)


@pytest.mark.parametrize("words", [(), ("laws",), ("refs",), ("texts",)])
def test_a_group_alone_shows_its_help(words: tuple[str, ...], rvc: Rvc) -> None:
    said = rvc(*words)
    assert "Commands:" in said.out + said.err
    assert said.code in {0, 2}


def test_the_version_is_said(rvc: Rvc) -> None:
    assert re.fullmatch(r"rvc \d+\.\d+\.\d+\S*\n", rvc("--version").out)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("lawz",), "did you mean 'laws'?"),
        (("laws", "dif"), "did you mean 'diff'?"),
        (("laws", "diff", "--demnd", "x"), "--demand"),
        (("laws", "diff", "--format", "xml"), "'terminal', 'markdown', 'json', 'csv'"),
        (("laws", "show"), "Missing argument"),
        (("laws", "show", "a", "b"), "unexpected extra argument"),
        (("zzzzzz\x1b[31m",), "No such command 'zzzzzz\\x1b[31m'"),
    ],
)
def test_a_call_that_is_wrong_says_what_would_be_right(
    words: tuple[str, ...], hint: str, rvc: Rvc
) -> None:
    said = rvc(*words)
    assert (said.code, said.out) == (2, "")
    assert hint in said.err
    assert "Traceback" not in said.err
    assert "\x1b" not in said.err


def test_wrong_calls_and_all_other_trouble_begin_alike(rvc: Rvc) -> None:
    for words in [("lawz",), ("laws", "diff", "--demnd", "x"), ("laws", "show")]:
        assert re.search(r"^rvc: ", rvc(*words).err, re.M)
        assert "Error:" not in rvc(*words).err


@every
def test_help_is_no_wider_than_the_terminal(
    words: tuple[str, ...], module: str, rvc: Rvc, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_module(module)
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, rvc(*words, "--help").out.splitlines())) <= 60


def test_only_commands_with_formats_call_json_one_of_them(rvc: Rvc) -> None:
    assert "Same as --format json." in rvc("laws", "diff", "--help").out
    assert "Print JSON." in rvc("laws", "list", "--help").out
    for words, _ in registered():
        out = rvc(*words, "--help").out
        assert ("Same as --format json." in out) <= ("-f, --format" in out)

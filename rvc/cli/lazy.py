"""Command groups that are imported when one of their commands is called, and not before.

Importing all of rvc for `rvc --help` would take many times as long as saying it.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup


class LazyGroup(TyperGroup):
    """A group whose members are named in `members`: name → (module, one line of help).

    A module holds `app`, a Typer whose single command or group is the member.
    """

    members: ClassVar[dict[str, tuple[str, str]]] = {}
    _listing = False

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of the table."""
        return [*self.members, *super().list_commands(ctx)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import the member's module and return its command, or None when there is none."""
        if cmd_name not in self.members:
            return super().get_command(ctx, cmd_name)
        module, line = self.members[cmd_name]
        if self._listing:
            return TyperCommand(cmd_name, help=line)
        app = import_module(module).app
        app._add_completion = False  # `rvc` itself offers to install it, no command does
        command = typer.main.get_command(app)
        command.name = cmd_name
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that `args` begin with; of an unknown one, say the nearest."""
        name, known = args[0], self.list_commands(ctx)
        if name not in known and not name.startswith("-") and not ctx.resilient_parsing:
            from rvc.model.nearest import did_you_mean
            from rvc.model.printable import printable

            said = f"No such command '{printable(name)}'. {did_you_mean(name, known)}"
            ctx.fail(said.rstrip())
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Complete the names of members from the table: a shell waits for no import."""
        self._listing = True
        try:
            return super().shell_complete(ctx, incomplete)
        finally:
            self._listing = False

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """List the members from the table, so that help imports none of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in self.members.items()])

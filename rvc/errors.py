"""What rvc raises when it cannot do what it was asked."""

from __future__ import annotations


class RvcError(Exception):
    """rvc cannot do what it was asked; the command line prints it and exits with 2.

    Trouble in the data is not an error but a `Finding` (exit 1); a bug is any other exception.
    """

    def __init__(self, problem: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        said = f"{self.where}: {self.problem}" if self.where else self.problem
        return f"{said} ({self.hint})" if self.hint else said


class MissingExtraError(RvcError):
    """A package that an extra of rvc installs is not there; the problem names the extra."""

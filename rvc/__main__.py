"""The entry point: `rvc …` and `python -m rvc …`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; exit 0 fine, 1 trouble in the data, 2 could not do what was asked."""
    from rvc.front_door import answer, leave_at_once

    code = answer(sys.argv[1:])
    if code is not None:
        leave_at_once(code)
    from rvc.cli.run import run

    sys.exit(run())


if __name__ == "__main__":
    main()

"""The entry point: `rvc …` and `python -m rvc …`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; exit 0 fine, 1 trouble in the data, 2 could not do what was asked."""
    from rvc.front_door import answered

    if answered(sys.argv[1:]):
        return
    from rvc.cli.run import run

    sys.exit(run())


if __name__ == "__main__":
    main()

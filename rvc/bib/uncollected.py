"""Work that makes many small objects, none of them in a circle: a collection would find nothing."""

from __future__ import annotations

import gc


class uncollected:  # noqa: N801 - used as a function; contextlib would take longer to import
    """Do without the search for circles, which takes up to a tenth of the time of such work."""

    __slots__ = ("_collecting",)

    def __enter__(self) -> None:
        self._collecting = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._collecting:
            gc.enable()

"""What the elements of one XML format of legal texts mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rvc.adapters.publishers.drafting import Mark
from rvc.model.text import ProvisionKind as Kind

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the elements of one XML format mean, by local name.

    `kind` tells the kind of a provision element (None: it is none) from the element and the kinds
    around it; `number` formats a printed number for its element. `mark` reads an inline editor's
    mark. Elements in `quoted` hold wording for another text: lines, never provisions.
    """

    kind: Callable[[_Element, tuple[Kind, ...]], Kind | None]
    numbers: frozenset[str]
    headings: frozenset[str]
    blocks: frozenset[str]
    skipped: frozenset[str]
    quoted: frozenset[str] = frozenset()
    dropped_inline: frozenset[str] = frozenset()
    wrappers: frozenset[str] = frozenset()
    """Elements that may stand between a provision and its number or heading."""
    rows: frozenset[str] = frozenset({"tr", "row", "ROW"})
    number: Callable[[_Element, str, Kind | None], str] = lambda _element, said, _kind: said
    mark: Callable[[_Element], Mark | None] = lambda _element: None
    repeated: Callable[[str, str], int] = lambda _number, _words: 0
    """How many of the first characters of a provision's words only say its number again."""
    quotes: Callable[[_Element], tuple[str, str]] = lambda _element: ("", "")
    appended: Callable[[_Element], bool] = lambda _element: False
    around: Callable[[_Element], tuple[str, str]] = lambda _element: ("", "")
    """The quotation marks that an inline element stands for, around its words."""
    lent: Mapping[str, str] = field(default_factory=dict)
    """Groups whose heading belongs to the first provision of a name inside: P1group → P1."""

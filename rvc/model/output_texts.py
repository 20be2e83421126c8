"""What the commands on official texts print with `--json`; see `rvc.model.output` for the rules."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from rvc.model.codebook import Attainment
from rvc.model.kept import KeptPage


class Outcome(StrEnum):
    """What came of asking for one page."""

    NEW = "new"
    """Kept for the first time."""
    SAME = "unchanged"
    """The publisher still sends the bytes that are kept."""
    CHANGED = "changed"
    """The publisher sends other bytes: kept beside the old ones until somebody accepts them."""
    ACCEPTED = "accepted"
    """Other bytes than before now count as the text."""
    HERE = "here"
    """Not asked: the bytes are in the store."""
    FILE = "from a file"
    """Not asked: a person added a file instead."""
    FAILED = "failed"
    """No usable answer came; what is kept stays as it is."""


class FetchLine(Struct, frozen=True):
    """One page that was asked for: `problem` and `hint` when it failed.

    `remark` says what a person should look at in what came: that no provision could be told apart.
    `words_changed` is True for a changed page whose words are others than those kept, or cannot be
    compared.
    """

    law: str
    version: str
    url: str
    outcome: Outcome
    sha256: str = ""
    size: int = 0
    problem: str = ""
    hint: str = ""
    remark: str = ""
    words_changed: bool = False


class FetchOutput(Struct, frozen=True):
    """`rvc texts fetch` and `rvc texts add`."""

    pages: tuple[FetchLine, ...]
    format: Literal["rvc.texts.fetch/1"] = "rvc.texts.fetch/1"


class TextLine(Struct, frozen=True):
    """One page of one version: whether it is kept, and as what."""

    law: str
    version: str
    name: str
    url: str
    state: Literal[
        "kept", "changed", "damaged", "missing", "not fetched", "no address", "no version"
    ]
    """`changed`: other bytes wait to be accepted; `damaged`: the store holds other bytes under
    their hash; `missing`: noted, but not in the store; `no version`: kept for a version that
    the register does not have."""
    sha256: str = ""
    size: int = 0
    time: str = ""
    media_type: str = ""
    file: str = ""
    hint: str = ""


class TextListOutput(Struct, frozen=True):
    """`rvc texts list`."""

    texts: tuple[TextLine, ...]
    format: Literal["rvc.texts.list/1"] = "rvc.texts.list/1"


class ProvisionLine(Struct, frozen=True):
    """One provision as it was read: `depth` 0 stands directly in the text."""

    eid: str
    kind: str
    label: str
    heading: str
    depth: int
    start: int
    end: int


class TextShowOutput(Struct, frozen=True):
    """`rvc texts show`: where a text comes from and what was read from it."""

    page: KeptPage
    title: str
    language: str
    characters: int
    notes: tuple[str, ...]
    provisions: tuple[ProvisionLine, ...]
    text: str = ""
    format: Literal["rvc.texts.show/1"] = "rvc.texts.show/1"


class TouchedDemand(Struct, frozen=True):
    """A demand whose evidence lies in provisions that changed."""

    demand: str
    title: str
    locator: str
    provisions: tuple[str, ...]
    """Their numbers as printed, or their ids."""
    certain: bool = True
    """False where the locator could not be followed to a single provision."""


class WatchLine(Struct, frozen=True):
    """One page that was asked whether it changed.

    `words_changed` is False when only bytes differ that hold no words of the text, or only signs
    (apostrophes, quotation marks, dashes, spaces), which `signs_changed` tells. `provisions` are
    those whose words changed, went or came: none where only their numbers or their order did.
    `demands` are those whose evidence lies there.
    """

    law: str
    version: str
    url: str
    outcome: Outcome
    words_changed: bool = False
    signs_changed: bool = False
    provisions: tuple[str, ...] = ()
    demands: tuple[TouchedDemand, ...] = ()
    problem: str = ""
    hint: str = ""


class WatchOutput(Struct, frozen=True):
    """`rvc texts watch`. Not asked are as many pages as a person added a file instead of
    (`from_file`), and as many as were never fetched (`not_fetched`).
    """

    pages: tuple[WatchLine, ...]
    from_file: int = 0
    not_fetched: int = 0
    format: Literal["rvc.texts.watch/1"] = "rvc.texts.watch/1"


class Candidate(Struct, frozen=True):
    """A provision that may answer a demand: its id, its number, how alike (0 to 1), its words."""

    eid: str
    name: str
    score: float
    excerpt: str


class Suggestion(Struct, frozen=True):
    """One demand at a new version: whether to code it again and why, and where to look first.

    `reasons` may also say where unchanged evidence stands now, when `again` is False.
    """

    demand: str
    title: str
    again: bool
    reasons: tuple[str, ...]
    candidates: tuple[Candidate, ...]


class SuggestOutput(Struct, frozen=True):
    """`rvc laws suggest`. It proposes; only a person codes. `before` is empty when no earlier
    text is here.
    """

    law: str
    version: str
    before: str
    suggestions: tuple[Suggestion, ...]
    format: Literal["rvc.laws.suggest/1"] = "rvc.laws.suggest/1"


class WordingOp(Struct, frozen=True):
    """A stretch of words: unchanged, taken out or put in. `move` numbers what moved, 0 if none."""

    op: Literal["equal", "delete", "insert"]
    text: str
    move: int = 0


class WordingLine(Struct, frozen=True):
    """What one version says to a demand.

    `text` is empty when nothing was found: `problem` says why. `ops` lead from the wording of
    version `before` to this one: "equal" and "delete" joined give that one, "equal" and "insert"
    this one. `sha256` is the hash of the bytes that the text was read from.
    """

    version: str
    name: str
    date: str
    attainment: Attainment
    locator: str
    found_by: Literal["locator", "phrase", "followed", ""]
    places: tuple[str, ...]
    text: str
    sha256: str
    problem: str
    before: str
    ops: tuple[WordingOp, ...]
    notes: tuple[str, ...] = ()
    """What the reader did to these provisions: words that the text calls unchanged, taken over."""


class TraceOutput(Struct, frozen=True):
    """`rvc laws trace`."""

    law: str
    demand: str
    title: str
    asked: str
    wordings: tuple[WordingLine, ...]
    format: Literal["rvc.laws.trace/1"] = "rvc.laws.trace/1"

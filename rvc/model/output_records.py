"""What `rvc texts effects` and `rvc texts steps` print with `--json`; see `rvc.model.output`."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class EffectLine(Struct, frozen=True):
    """A change that one law makes to another, as legislation.gov.uk records it.

    `dates` are those of coming into force ("" where only announced); `applied` says whether the
    change is made in the text that the site shows.
    """

    type: str
    affected: str
    affected_provisions: str
    affecting: str
    affecting_provisions: str
    applied: bool
    dates: tuple[str, ...] = ()


class EffectsOutput(Struct, frozen=True):
    """`rvc texts effects`."""

    source: str
    effects: tuple[EffectLine, ...]
    format: Literal["rvc.texts.effects/1"] = "rvc.texts.effects/1"


class PassageStep(Struct, frozen=True):
    """One step of a bill's passage and the address of its text; what is not said is empty.

    French pages: `chamber` is "assemblee", "senat", "CMP", "conseil constitutionnel" or
    "gouvernement", `stage` the page's label ("1ère lecture"), `title` "depot", "commission",
    "hemicycle" or "", in a feed the document's title. The bills API: house, type and title.
    """

    date: str
    chamber: str
    stage: str
    title: str
    url: str = ""


class StepsOutput(Struct, frozen=True):
    """`rvc texts steps`."""

    source: str
    title: str
    steps: tuple[PassageStep, ...]
    format: Literal["rvc.texts.steps/1"] = "rvc.texts.steps/1"

"""Effects, and steps of a bill's passage, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rvc.model.dates import say_date
from rvc.model.output_records import EffectsOutput, PassageStep, StepsOutput
from rvc.render.page import Page

_CHAMBERS = {
    "assemblee": "Assemblée nationale",
    "senat": "Sénat",
    "CMP": "Commission mixte paritaire",
    "conseil constitutionnel": "Conseil constitutionnel",
    "gouvernement": "Gouvernement",
}
_STAGES = {
    "nouv. lect.": "nouvelle lecture",
    "l. définitive": "lecture définitive",
    "CMP": "texte de la commission mixte paritaire",
    "constitutionnalité": "contrôle de constitutionnalité",
}
_STEPS = {
    "depot": "texte déposé",
    "commission": "texte de la commission",
    "hemicycle": "vote en séance publique",
}


def effects_terminal(output: EffectsOutput, *, width: int, colour: bool) -> str:
    """Return one block an effect: what is changed, by what, and whether the text shows it."""
    page = Page(width, colour=colour)
    for one in output.effects:
        page.paragraph(f"{one.affected} {one.affected_provisions}: {one.type}", style="bold")
        page.row("by", f"{one.affecting} {one.affecting_provisions}")
        page.row("in force", _in_force(one.dates))
        page.row("in text", "yes" if one.applied else "not yet made in the text shown")
    waiting = sum(not one.applied for one in output.effects)
    page.gap()
    page.paragraph(f"{len(output.effects)} effects, {waiting} of them not yet made in the text")
    return page.text()


def steps_terminal(output: StepsOutput, *, width: int, colour: bool) -> str:
    """Return one block a step: when, where, at which stage, and the address of the text."""
    page = Page(width, colour=colour)
    if output.title:
        page.heading(output.title, "bold underline")
    for step in output.steps:
        date = say_date(step.date) if step.date else "no date"
        where = _where(step)
        page.paragraph(f"{date}: {where}", style="bold")
        page.paragraph(step.url or "no text is linked", indent=2)
    return page.text()


def _in_force(dates: Sequence[str]) -> str:
    """ "30 Dec 2005, and not yet dated for the rest": each date once, the announced last."""
    days = sorted({date for date in dates if date})
    said = ", ".join(say_date(date) for date in days)
    if "" not in dates:
        return said or "not said"
    return f"{said}, and not yet dated for the rest" if said else "not yet dated"


def _where(step: PassageStep) -> str:
    """Chamber, stage and step in the words of the parliament: its readers look for them there."""
    stage = "" if step.stage == step.chamber else _STAGES.get(step.stage, step.stage)
    said = (_CHAMBERS.get(step.chamber, step.chamber), stage, _STEPS.get(step.title, step.title))
    return ", ".join(part for part in said if part)

"""The brief of one law in Markdown: matrix, timeline, what changed, evidence, doubts, works."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rvc.model.brief import Brief, Side, Story
from rvc.model.codebook import Attainment, Basis, Degree
from rvc.model.dates import say_date
from rvc.model.output import LawCard, Timeline
from rvc.model.reference import Bibliography, Reference
from rvc.render.diff_markdown import (
    asked,
    direction,
    legend_lines,
    links,
    move_texts,
    names_lines,
    process_lines,
    turn_text,
)
from rvc.render.markdown_text import cite, code, link, md, table
from rvc.render.marks import MARKS, WORDS, found_in, graded, graded_step, quoted
from rvc.render.mermaid import mermaid_timeline
from rvc.render.reference_text import reference_line, web_address


def brief_markdown(brief: Brief, card: LawCard, line: Timeline, works: Bibliography) -> str:
    """Return the whole brief of a law; the same values give the same bytes."""
    lines = [
        f"# {md(brief.short)}",
        "",
        f"{md(brief.title)} ({code(brief.law)})",
        "",
        md(card.summary),
        "",
        *([f"**Where things stand.** {md(brief.state)}", ""] if brief.state else []),
        f"**{md(brief.headline)}**",
        "",
        "## Demands by versions",
        "",
        *_grades(brief),
        "",
        *legend_lines(),
        "",
        "## Timeline",
        "",
        *mermaid_timeline(line),
        "",
        *_versions(card),
        "",
        "## What changed, and where",
        "",
        *_changed(brief),
        "## Evidence, demand by demand",
        "",
    ]
    for story in brief.stories:
        lines += [*_evidence(story), ""]
    for process in brief.process:
        lines += [*process_lines(process, 3), ""]
    lines += names_lines(brief)
    lines += ["## What is not verified", "", *_unverified(brief), ""]
    lines += ["## Works cited", "", *works_cited(lines, works)]
    return "\n".join(lines) + "\n"


def _grades(brief: Brief) -> list[str]:
    if not brief.stories:
        return ["No demand that a text could answer is registered."]
    columns = [side.name for side in brief.stories[0].path]
    rows = [
        [
            f"{md(story.title)} ({code(story.id)})",
            *(md(graded_step(side)) for side in story.path),
            direction(story),
        ]
        for story in sorted(brief.stories, key=lambda story: story.id)
    ]
    return table(["Demand", *map(md, columns), "Direction"], rows)


def _versions(card: LawCard) -> list[str]:
    versions = [card.reversion, *card.versions] if card.reversion else list(card.versions)
    rows = [
        [
            f"{md(version.name)} ({code(version.id)})",
            md(say_date(version.date)) if version.date else "not known",
            f"{version.stage}: {md(version.label)} {MARKS[version.basis]}",
            version.carries,
            " ".join(map(link, version.urls)) or "–",
            links(version.sources) or "–",
        ]
        for version in versions
    ]
    return table(["Version", "Date", "Stage", "Text", "Official page", "Sources"], rows)


def _changed(brief: Brief) -> Iterator[str]:
    for story in brief.stories:
        if not (story.moves or story.within):
            continue
        yield f"**{md(story.title)}** — {direction(story)}. {md(story.sentence)}"
        yield ""
        for move in story.moves:
            for text in move_texts(move):
                yield f"- {'Fell' if move.fell else 'Rose'}: {text}"
        for turn in story.within:
            yield f"- Wording, within the same grade: {turn_text(turn)}"
        yield ""


def _evidence(story: Story) -> list[str]:
    lines = [
        f"### {md(story.title)}",
        "",
        f"{code(story.id)}, {md(story.dimension_label)}: {direction(story)}.",
        "",
        f"Asked: {asked(story)}",
        "",
    ]
    for other in story.opposes:
        said = f"The other side asked the opposite: {code(other.id)}, {md(other.direction)}."
        lines += [said, ""]
    rows = [
        [md(side.name), md(graded(side)), _where(side), md(side.rationale), links(side.sources)]
        for side in story.path
    ]
    lines += table(["Version", "Grade", "Where, in whose words", "Why", "Source"], rows)
    return [*lines, "", f"Note: {md(story.note)}"] if story.note else lines


def _where(side: Side) -> str:
    said = [md(side.locator)] if side.locator else []
    if side.phrase:
        mark = side.phrase_basis or side.basis
        said.append(md(quoted(side.phrase, side.language)) + (f" {MARKS[mark]}" if mark else ""))
    if side.text_sha256:
        said.append(found_in(side))
    if side.inherited_from:
        said.append(f"same wording as {code(side.inherited_from)}")
    return ": ".join(said) or "–"


def _unverified(brief: Brief) -> list[str]:
    lines = []
    for story in brief.stories:
        doubtful = [said for side in story.path if (said := _doubt(side))]
        if story.asked_basis is Basis.RECALLED:
            doubtful.insert(0, "that it was asked is recalled, unverified")
        if doubtful:
            lines.append(f"- {md(story.title)} ({code(story.id)}): {md('; '.join(doubtful))}")
    lines += [f"- {md(gap)}" for gap in brief.gaps]
    return lines or ["Nothing that is known to be doubtful."]


def _doubt(side: Side) -> str:
    if side.attainment is Attainment.NOT_CHECKED:
        return f"{side.name} not checked"
    if side.basis in {Basis.RECALLED, Basis.INFERRED}:
        return f"{side.name} {WORDS[side.basis]}"
    return f"{side.name} a lower bound" if side.degree is Degree.AT_LEAST else ""


def works_cited(lines: Sequence[str], works: Bibliography) -> list[str]:
    """Return one line for each work that `lines` cite as `@key`, sorted as a reference list is.

    Placeholders of unresolved citations are named as such and not printed as works.
    """
    cited = set(_CITED.findall("\n".join(lines)))  # data cannot forge one: `md` escapes every @
    known = [work for work in works.works.values() if cite(work.key) in cited]
    listed = sorted((w for w in known if w.resolved), key=lambda w: (w.label.casefold(), w.key))
    missing = sorted(cited - {cite(work.key) for work in known})
    open_ends = [code(work.key) for work in known if not work.resolved]
    result = [_work(work) for work in listed]
    result += [f"- {key} stands for an unresolved citation" for key in open_ends]
    result += [f"- {_bare(form)} is not in the bibliography" for form in missing]
    return result or ["No work is cited."]


_CITED = re.compile(r"(?<=[\[ ])@(?:\{[^}]*\}|[^\s,;\]]+)")


def _work(work: Reference) -> str:
    address = web_address(work)
    return f"- {code(work.key)} {md(reference_line(work, address=False))}" + (
        f" {link(address)}" if address else ""
    )


def _bare(form: str) -> str:
    return form[2:-1] if form.startswith("@{") else code(form[1:])

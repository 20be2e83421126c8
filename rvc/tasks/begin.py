"""Beginning a new register: files that pass every check, and in them how a law is written."""

from __future__ import annotations

from pathlib import Path

from rvc.adapters.atomic import write_all
from rvc.errors import RvcError

LAWS = """\
# yaml-language-server: $schema=laws.schema.json
format: "1"
title: A new register
codebook:
  scale:
    none: The text was looked at, and nothing in it answers the demand.
    symbolic: The subject is named, and nothing follows from it.
    partial: Part of what was asked, or all of it under conditions that leave much out.
    substantial: Most of what was asked; what is missing does not defeat it.
    full: All that was asked.
  not_checked: Nobody has looked, or the text could not be read. It says nothing about the text.
  coders:
    - id: first-coder
      name: First coder
  dimensions:
    # One scale a subject on which demands and texts are compared, the same for all laws.
    - id: scope
      label: Scope
      definition: Who the rules apply to.
      instructions: Look for thresholds, legal forms and exceptions.
      grades:
        none: Nobody who was to be covered is.
        symbolic: They are named in an aim or a recital.
        partial: Some of them are covered.
        substantial: Most of them are covered.
        full: All of them are covered.
organisations: []
tags: []
laws: []

# What a law looks like. To begin with it, delete the line `laws: []` above and the two characters
# "# " before each line from here on. `sources` and `asked_in` name works of references.bib by their
# keys (`rvc refs add` puts works there, a law's own texts too); `rvc check` says what is missing.
"""
EXAMPLE = """\
laws:
  - id: example-law
    title: The full title of the law
    short: Example law
    kind: statute
    status: in-force
    jurisdiction: Exampleland
    language: en
    summary: What the law does, in a few sentences.
    coded: {coder: first-coder, date: 2024-01-31}
    first: bill                       # the version taken as the first proposal
    final: act                        # the final text; while there is none, `latest`
    versions:                         # in the order of time
      - id: bill
        stage: introduced
        label: First reading          # the local name of the stage, as it is written there
        date: 2023-03
        basis: official-text          # what date and stage rest on
        sources: [examplebill2023]
      - id: act
        stage: enacted
        label: Act
        date: 2024-01-15
        basis: official-text
        sources: [exampleact2024]
        pages:
          - {format: html, url: "https://laws.example.org/2024/1"}
    demands:
      - id: small-firms
        title: Small firms covered
        dimension: scope
        asked: Rules for firms of every size.
        basis: reported
        by: [example-union]           # an id under `organisations`
        asked_in: ["examplereport2022, p. 3"]
        codings:                      # one for each version that carries text
          bill:
            attainment: full
            basis: official-text
            locator: s. 1(1)
            phrase: every firm            # verbatim, ten words at most
            sources: [examplebill2023]
            rationale: No firm is left out.
          act:
            attainment: not-checked
            rationale: Nobody has read it yet.
"""
REFERENCES = """\
% The works that the register cites, by their keys. Everything outside an entry is a comment.
"""


def begin(folder: Path, schema: str) -> list[Path]:
    """Write an empty register into `folder` and return its files.

    RvcError when one of them is there already: nothing is ever written over.
    """
    texts = {
        folder / "laws.yaml": LAWS + "".join(f"# {line}\n" for line in EXAMPLE.splitlines()),
        folder / "references.bib": REFERENCES,
        folder / "laws.schema.json": schema,
    }
    for path in texts:
        if path.exists():
            hint = "name another folder: rvc init DIR"
            raise RvcError("is there already", where=str(path), hint=hint)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RvcError(error.strerror or "cannot be made", where=str(folder)) from error
    write_all({path: text.encode() for path, text in texts.items()})
    return list(texts)

"""Beginning a new register: two files that pass every check, ready to be filled."""

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
"""
REFERENCES = """\
% The works that the register cites, by their keys. Everything outside an entry is a comment.
"""


def begin(folder: Path, schema: str) -> list[Path]:
    """Write an empty register into `folder` and return its files.

    RvcError when one of them is there already: nothing is ever written over.
    """
    texts = {
        folder / "laws.yaml": LAWS,
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

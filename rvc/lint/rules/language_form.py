"""Rule language-form: the name of a language where its tag belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import address, codings, laws
from rvc.model.finding import Severity

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NAMED = {"english": "en", "french": "fr", "français": "fr", "spanish": "es", "german": "de"}


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every language that is no BCP 47 tag."""
    said = [(law.id, (*path, "language"), law.language) for path, law in laws(data)]
    said += [
        (address(law, demand, version_id), (*path, "language"), coding.language)
        for path, law, demand, version_id, coding in codings(data)
    ]
    for subject, path, language in said:
        if language and not _TAG.fullmatch(language):
            hint = f"write {_NAMED.get(language.lower(), 'en, fr or another tag of BCP 47')}"
            yield Remark(subject, f"'{language}' is not the tag of a language", path, hint)


RULE = Rule(
    name="language-form",
    severity=Severity.ERROR,
    summary="The name of a language where its tag belongs.",
    why="""\
Binding words and numbers are read, and phrases quoted, by the language of the text; programs that
read the briefs ask for its BCP 47 tag.""",
    bad="""\
  - {id: act, language: english}
""",
    good="""\
  - {id: act, language: en}
""",
    check=check,
)

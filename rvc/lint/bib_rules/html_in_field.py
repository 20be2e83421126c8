"""Rule html-in-field: tags and entities of HTML in a value."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.bib.html_leftovers import HTML, entities_as_latex, tags_as_latex
from rvc.lint.bib_rule import BibData, BibRemark, BibRule, Work, value_fix
from rvc.model.finding import Severity

_VERBATIM = frozenset({"url", "doi", "file", "eprint", "bdsk-url-1", "pdf", "adsurl", "verba"})


def check(data: BibData) -> Iterator[BibRemark]:
    """Yield a remark for every field that holds HTML."""
    text = data.library.text
    if "<" not in text and "&" not in text:
        return
    for work in data.works:
        for name, said in work.values.items():
            if ("<" in said or "&" in said) and name not in _VERBATIM and HTML.search(said):
                yield _remark(work, name, said)


def _remark(work: Work, name: str, said: str) -> BibRemark:
    found = HTML.search(said)
    shown = found[0] if found else ""
    field = work.entry.field(name)
    plain = entities_as_latex(said)
    new = tags_as_latex(plain)
    # An entity stands for one character in every reading; what a tag meant is for people to say.
    fix = value_fix(field, said, new, safe=new == plain) if field and new != said else None
    return BibRemark(work.start(name), work.entry.key, f"{name} holds HTML: {shown!r}", fix=fix)


RULE = BibRule(
    name="html-in-field",
    severity=Severity.WARNING,
    summary="Tags and entities of HTML in a value.",
    why="""\
Services send titles with `<i>` and `&amp;`; TeX prints the tags and stops at the `&`.
`--fix` writes entities in LaTeX, `--fix --unsafe` tags too.""",
    bad="""\
@article{morton2010, author = {Morton, Adam David}, title = {The <i>Continuum</i> of Revolution},
  journal = {Capital &amp; Class}, year = {2010}}
""",
    good="""\
@article{morton2010, author = {Morton, Adam David}, title = {The \\emph{Continuum} of Revolution},
  journal = {Capital \\& Class}, year = {2010}}
""",
    check=check,
    fixes="safe and unsafe",
)

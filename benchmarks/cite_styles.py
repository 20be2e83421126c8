"""How far the built-in citation styles agree with pandoc's, entry by entry.

    python benchmarks/cite_styles.py FILE.bib --pandoc PANDOC --styles FOLDER_OF_CSL
        [--citeproc PYTHON_WITH_CITEPROC_PY]

FOLDER_OF_CSL holds the .csl files of the Citation Style Language project. Entries are compared as
plain text after folding quotation marks and spaces; `near` counts a difflib ratio of .97 and more.
With --citeproc the same is counted for citeproc-py, which runs in that interpreter.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import subprocess
import tempfile
from pathlib import Path

from rvc.analysis.csl_item import csl_item
from rvc.bib.reader import read
from rvc.bib.resolve import resolve
from rvc.render.cite.runs import plain
from rvc.render.cite.table import STYLES, style

FILES = {
    "apa": "apa",
    "chicago-author-date": "chicago-author-date",
    "harvard": "harvard-cite-them-right",
    "ieee": "ieee",
    "mla": "modern-language-association",
    "vancouver": "nlm-citation-sequence-superscript-brackets-year-only",
}

BY_CITEPROC = """
import json, sys
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter
from citeproc.source.json import CiteProcJSON
style = CitationStylesStyle(sys.argv[1], validate=False)
said = []
for item in json.load(sys.stdin):
    works = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
    works.register(Citation([CitationItem(item["id"])]))
    said.append(str(works.bibliography()[0]))
json.dump(said, sys.stdout)
"""


def fold(text: str) -> str:
    """Return a text as it is compared."""
    text = re.sub(r"[“”‘’'\"]", "", re.sub(r"^\s*(\[\d+\]|\d+\.)\s*", "", text))
    return " ".join(text.split()).lower()


def by_pandoc(pandoc: str, csl: Path, items: list[dict[str, object]]) -> list[str]:
    """Return the entries as pandoc prints them, one document a work so that they keep in step."""
    with tempfile.TemporaryDirectory() as folder:
        entries = []
        for item in items:
            bib, text = Path(folder, "b.json"), Path(folder, "t.md")
            bib.write_text(json.dumps([item]), encoding="utf-8")
            text.write_text('---\nnocite: "@*"\n---\n', encoding="utf-8")
            command = [pandoc, text, "--citeproc", "--bibliography", bib, "--csl", csl]
            done = subprocess.run(
                [*command, "-t", "plain", "--wrap=none"],
                capture_output=True,
                check=True,
                encoding="utf-8",
            )
            entries.append(done.stdout.strip())
        return entries


def by_citeproc(python: str, csl: Path, items: list[dict[str, object]]) -> list[str]:
    """Return the entries as citeproc-py prints them."""
    done = subprocess.run(
        [python, "-W", "ignore", "-c", BY_CITEPROC, csl],
        input=json.dumps(items),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    found: list[str] = json.loads(done.stdout)
    return found


def counted(ours: list[str], theirs: list[str]) -> tuple[int, int]:
    """Return how many entries are the same, and how many nearly (the same ones too)."""
    pairs = list(zip(ours, theirs, strict=True))
    ratios = [difflib.SequenceMatcher(None, one, other, False).ratio() for one, other in pairs]
    return sum(one == other for one, other in pairs), sum(ratio >= 0.97 for ratio in ratios)


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bib", type=Path)
    parser.add_argument("--pandoc", required=True)
    parser.add_argument("--styles", type=Path, required=True)
    parser.add_argument("--citeproc", help="an interpreter that has citeproc-py")
    parser.add_argument("--show", type=int, default=0, help="differences to print for each style")
    parser.add_argument("--most", type=int, default=95)
    options = parser.parse_args()
    library = read(options.bib.read_text(encoding="utf-8"))
    items = [csl_item(resolve(library, entry)) for entry in library.kept[: options.most]]
    results = []
    for name in STYLES:
        entry, csl = style(name).entry, options.styles / f"{FILES[name]}.csl"
        theirs = [fold(text) for text in by_pandoc(options.pandoc, csl, items)]
        ours = [fold(plain(entry(item))) for item in items]
        same, near = counted(ours, theirs)
        peer = ""
        if options.citeproc:
            found = [fold(text) for text in by_citeproc(options.citeproc, csl, items)]
            peer = ", citeproc-py same {:3}, near {:3}".format(*counted(found, theirs))
        print(f"{name:20} same {same:3} of {len(items)}, near {near:3}{peer}", flush=True)
        differing = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
        for one, other in differing[: options.show]:
            print(f"    ours   {one}\n    pandoc {other}")
        results.append(f"{name}={same}/{len(items)}")
    print("RESULT", " ".join(results))


if __name__ == "__main__":
    main()

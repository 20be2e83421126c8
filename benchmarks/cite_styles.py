"""How far the built-in citation styles agree with pandoc's, entry by entry.

    python benchmarks/cite_styles.py FILE.bib --pandoc PANDOC --styles FOLDER_OF_CSL

FOLDER_OF_CSL holds the .csl files of the Citation Style Language project. Entries are compared as
plain text after folding quotation marks and spaces; `near` counts a difflib ratio of .97 and more.
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
    "vancouver": "nlm-citation-sequence-brackets-year-only-no-issue",
}


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


def main() -> None:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bib", type=Path)
    parser.add_argument("--pandoc", required=True)
    parser.add_argument("--styles", type=Path, required=True)
    parser.add_argument("--show", type=int, default=0, help="differences to print for each style")
    parser.add_argument("--most", type=int, default=95)
    options = parser.parse_args()
    library = read(options.bib.read_text(encoding="utf-8"))
    items = [csl_item(resolve(library, entry)) for entry in library.kept[: options.most]]
    results = []
    for name in STYLES:
        entry = style(name).entry
        theirs = by_pandoc(options.pandoc, options.styles / f"{FILES[name]}.csl", items)
        pairs = [(fold(plain(entry(i))), fold(t)) for i, t in zip(items, theirs, strict=True)]
        same = sum(ours == other for ours, other in pairs)
        near = sum(difflib.SequenceMatcher(None, a, b, False).ratio() >= 0.97 for a, b in pairs)
        print(f"{name:20} same {same:3} of {len(pairs)}, near {near:3}")
        for ours, other in [pair for pair in pairs if pair[0] != pair[1]][: options.show]:
            print(f"    ours   {ours}\n    pandoc {other}")
        results.append(f"{name}={same}/{len(pairs)}")
    print("RESULT", " ".join(results))


if __name__ == "__main__":
    main()

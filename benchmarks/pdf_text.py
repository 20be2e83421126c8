"""PDF text: reading order and time of rvc against pdfminer.six on pages generated here.

Every page is made with reportlab (a peer of this benchmark only): a running header, two columns
drawn line by line across the page (the order in which naive readers fail), hyphenated words at line
ends, a footnote and a page number. The truth is the text that was put on the pages.

    python benchmarks/pdf_text.py                # 40 two-column pages, 5 runs
    python benchmarks/pdf_text.py --pages 120 --runs 5

Reading order is difflib's ratio over the words in sequence, against the truth without headers,
footers and footnotes (pdfminer.six is not asked to drop those: its own are removed before scoring).
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import io
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

# fmt: off
WORDS = [
    "each", "state", "party", "shall", "take", "appropriate", "measures", "to", "ensure", "that",
    "business", "enterprises", "respect", "human", "rights", "and", "prevent", "abuses",
    "including", "throughout", "their", "activities", "relationships", "by", "requiring", "them",
    "due", "of", "diligence", "identify", "assess", "mitigate", "publish", "consult", "victims",
    "remedy", "in",
    "liability", "jurisdiction", "cooperation", "assistance", "transparency", "supply", "chains",
    "turnover", "statement", "organisation", "financial", "year", "goods", "workers", "communities",
]
# fmt: on
FONT, SIZE, WIDTH, GUTTER = "Times-Roman", 10, 228, 20
LEAST_ORDER, MOST_TIME = 0.97, 0.25
HEADER = "A/HRC/99/1 Draft instrument on business and human rights"


def main() -> None:
    """Generate the pages, time the readers as whole processes and print the ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=40, help="pages to generate (default 40)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each reader (default 5)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the generated words")
    parser.add_argument("--keep", default="", help="write the generated PDF to this path")
    parser.add_argument("--read", nargs=2, metavar=("READER", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        name, path = options.read
        sys.stdout.buffer.write(READERS[name](Path(path).read_bytes()).encode())
        return
    data, truth = generate(options.pages, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(options.keep or Path(folder) / "pages.pdf")
        path.write_bytes(data)
        seconds, texts = measure(path, options.runs)
    report(seconds, texts, truth, options.pages)


def measure(path: Path, runs: int) -> tuple[dict[str, list[float]], dict[str, str]]:
    """Run every reader as a process of its own, in turn, and keep times and texts."""
    seconds: dict[str, list[float]] = {name: [] for name in READERS}
    texts: dict[str, str] = {}
    for _ in range(runs):
        for name in READERS:
            command = [sys.executable, __file__, "--read", name, str(path)]
            start = time.perf_counter()
            done = subprocess.run(command, capture_output=True, check=True)
            seconds[name].append(time.perf_counter() - start)
            texts[name] = done.stdout.decode()
    return seconds, texts


def report(
    seconds: dict[str, list[float]], texts: dict[str, str], truth: list[str], pages: int
) -> None:
    """Print a line a reader, then the two bars."""
    orders = {name: order(text, truth) for name, text in texts.items()}
    base = statistics.median(seconds["pdfminer.six"])
    for name, times in seconds.items():
        middle = statistics.median(times)
        print(
            f"{name:16} reading order {orders[name]:.3f}   {pages / middle:7.0f} pages/s   "
            f"{middle / base:.2f}x pdfminer.six"
        )
    ratio = statistics.median(seconds["rvc"]) / base
    missed = orders["rvc"] < LEAST_ORDER or ratio > MOST_TIME
    print(
        f"RESULT pdf order={orders['rvc']:.3f} (bar {LEAST_ORDER}) "
        f"time={ratio:.2f}x pdfminer.six (bar {MOST_TIME}x)" + (" missed" if missed else "")
    )


def order(text: str, truth: list[str]) -> float:
    """Share of words in the right sequence: difflib's ratio, words of lower case letters only."""
    words = re.findall(r"[a-z]+", text.replace("-\n", ""))
    return difflib.SequenceMatcher(None, truth, words, autojunk=False).ratio()


def read_rvc(data: bytes) -> str:
    """The text as rvc reads it."""
    from rvc.adapters.publishers import pdf

    return pdf.read(data).text


def read_plain(data: bytes) -> str:
    """The text in the order that pypdfium2 gives, header and footer removed."""
    pypdfium2 = importlib.import_module("pypdfium2")
    with pypdfium2.PdfDocument(data) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return strip("\n".join(pages).replace("\ufffe", "").replace("\x02\r\n", ""))


def read_pdfminer(data: bytes) -> str:
    """The text as pdfminer.six lays it out, header and footer removed."""
    pdfminer = importlib.import_module("pdfminer.high_level")
    return strip(pdfminer.extract_text(io.BytesIO(data)))


def strip(text: str) -> str:
    """Remove what the truth leaves out, for readers that keep it."""
    text = text.replace(HEADER, "")
    return re.sub(r"^\d+ See the report of session \d+\.$", "", text, flags=re.MULTILINE)


def generate(pages: int, seed: int) -> tuple[bytes, list[str]]:
    """Two-column pages and the words on them in reading order."""
    sizes = importlib.import_module("reportlab.lib.pagesizes")
    drawing = importlib.import_module("reportlab.pdfgen.canvas")
    chance = random.Random(seed)
    target = io.BytesIO()
    canvas = drawing.Canvas(target, pagesize=sizes.A4, invariant=1)
    truth: list[str] = []
    for number in range(1, pages + 1):
        title = [chance.choice(WORDS) for _ in range(7)] if number % 3 == 0 else []
        columns = [column(chance, canvas, 58 - place * chance.randrange(12)) for place in range(2)]
        truth += title
        truth.extend(word for lines, words in columns for word in words)
        draw(canvas, number, " ".join(title), [lines for lines, words in columns])
        canvas.showPage()
    canvas.save()
    return target.getvalue(), truth


def draw(canvas: Any, number: int, title: str, columns: list[list[str]]) -> None:
    """Draw one page, its two columns interleaved line by line under a title across both."""
    canvas.setFont(FONT, 9)
    canvas.drawString(60, 810, HEADER)
    canvas.drawString(290, 30, f"- {number} -")
    canvas.setFont(FONT, 12)
    canvas.drawString(60, 785, title)
    canvas.setFont(FONT, SIZE)
    for line in range(max(map(len, columns))):
        for place, lines in enumerate(columns):
            if line < len(lines):
                canvas.drawString(60 + (WIDTH + GUTTER) * place, 765 - 12 * line, lines[line])
    canvas.setFont(FONT, 7)
    canvas.drawString(60, 52, f"{number} See the report of session {number}.")


def column(chance: random.Random, canvas: Any, lines: int) -> tuple[list[str], list[str]]:
    """Lines that fill a column, some words broken at their ends, and the words they hold."""
    made: list[str] = []
    words: list[str] = []
    line = ""
    while len(made) < lines:
        word = chance.choice(WORDS)
        words.append(word)
        if canvas.stringWidth(f"{line} {word}", FONT, SIZE) <= WIDTH:
            line = f"{line} {word}".strip()
            continue
        half = f"{line} {word[:4]}-"
        breaks = len(word) > 8 and canvas.stringWidth(half, FONT, SIZE) <= WIDTH
        made.append(half if breaks else line)
        line = word[4:] if breaks else word
    words.pop()
    if made[-1].endswith("-"):
        made[-1] = made[-1].rpartition(" ")[0]
    return made, words


READERS = {"rvc": read_rvc, "pypdfium2 plain": read_plain, "pdfminer.six": read_pdfminer}

if __name__ == "__main__":
    main()

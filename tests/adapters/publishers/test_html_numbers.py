from __future__ import annotations

import pytest

from rvc.adapters.publishers import html


def _text(body: str) -> str:
    return html.read(f"<body><p>Article 1</p>{body}</body>".encode()).text.partition("\n")[2]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<ol><li>One<li>Two</ol>", "1. One\n2. Two"),
        ("<ol start=4><li>One<li value=9>Two<li>Three</ol>", "4. One\n9. Two\n10. Three"),
        ("<ol type=a><li>One<li>Two</ol>", "a. One\nb. Two"),
        ("<ol type=I><li>One<li>Two</ol>", "I. One\nII. Two"),
        ("<ol style='list-style-type: lower-roman'><li>One<li>Two</ol>", "i. One\nii. Two"),
        ("<ol><li>One<ol type=a><li>Deep</ol><li>Two</ol>", "1. One\na. Deep\n2. Two"),
        ("<ul><li>One<li>Two</ul>", "One\nTwo"),
        ("<ol style='list-style: none'><li>One<li>Two</ol>", "One\nTwo"),
        ("<ol><li>(a) One<li><b>2</b>. Two<li>« Three »</ol>", "(a) One\n2. Two\n« Three »"),
        ("<ol><li><a href='#x'>One</a><li><a href='#y'>Two</a></ol>", "One\nTwo"),
        ("<ol><li>Article 2 Scope<li>Words</ol>", "Article 2 Scope\n2. Words"),
        ("<ol start='²'><li value='x'>One</ol>", "1. One"),
    ],
)
def test_numbers_that_the_browser_prints(body: str, wanted: str) -> None:
    assert _text(body) == wanted


def test_raised_digits_after_words_call_notes_and_others_count() -> None:
    page = "<p>A note<sup>1</sup>, an area of 5 m<sup>2</sup>, 10<sup>6</sup>, 1<sup>er</sup>.</p>"
    assert _text(page) == "A note, an area of 5 m2, 106, 1er."

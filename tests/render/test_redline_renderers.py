from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from rvc.analysis.corrections import Correction, StaleCorrection
from rvc.analysis.redline import Redline, redline_strings, redline_texts
from rvc.model.text import LegalText, Provision, ProvisionKind, Span
from rvc.render.redline_html import redline_html
from rvc.render.redline_json import redline_json
from rvc.render.redline_markdown import redline_markdown
from rvc.render.redline_terminal import redline_terminal

HOSTILE = "Pay *all* <script>alert(1)</script> [x](y) \x1b[31m `z` & ~~so~~ _on_ | $1."
NICE = st.text(alphabet="ab .,*~<>&_[]\n\x1b1-#", max_size=60)


def hostile() -> Redline:
    return redline_strings("The firm may act.\n" + HOSTILE, "The firm shall act.\n" + HOSTILE)


def law(*bodies: str) -> LegalText:
    text, provisions = "", []
    for number, body in enumerate(bodies, 1):
        start, label = len(text), f"Article {number}"
        text += f"{label}\n{body}\n"
        span = Span(start, len(text))
        provisions.append(Provision(f"art_{number}", ProvisionKind.ARTICLE, label, body, span))
    return LegalText(text, tuple(provisions))


def test_terminal_marks_words() -> None:
    said = redline_terminal(
        redline_strings("The firm may act.", "The firm shall act.", "old", "new")
    )
    assert said == "old → new\n1 changed\nThe firm [-may-]{+shall+} act.\n"


def test_terminal_colours_only_when_asked() -> None:
    redline = redline_strings("may", "shall")
    assert "\x1b" not in redline_terminal(redline)
    assert "\x1b[9;31mmay\x1b[0m\x1b[4;32mshall\x1b[0m" in redline_terminal(redline, colour=True)


def test_terminal_never_sends_a_control_character_of_the_data() -> None:
    said = redline_terminal(hostile(), context=None)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", said)
    assert "\\x1b[31m" in said


@given(NICE, NICE, st.integers(20, 90))
def test_terminal_wraps_at_the_width(left: str, right: str, width: int) -> None:
    said = redline_terminal(redline_strings(left, right), width=width, context=None)
    for line in said.splitlines():
        assert len(line) <= width or " " not in line.strip()


def test_terminal_leaves_out_what_is_far_from_a_change() -> None:
    text = " ".join(f"word{n}" for n in range(200))
    said = redline_terminal(redline_strings("old " + text, "new " + text), context=5)
    assert "[…195 words unchanged…]" in said
    assert "word4" in said
    assert "word5" not in said


def test_terminal_tells_the_fate_of_provisions() -> None:
    duty = "Companies shall publish a vigilance plan every year and discuss it with unions."
    fine = "A judge may impose a civil fine of up to ten million euros on the company."
    said = redline_terminal(redline_texts(law(duty, fine), law("Short title.", fine, duty)))
    assert "Article 1: added" in said
    assert "Article 1 → Article 3: moved, renumbered\n" in said


def test_another_number_alone_is_no_rewording() -> None:
    duty = "Every company shall publish a plan each year.\nIts plan is discussed with all unions."
    fine = "A judge may impose a civil fine of up to ten million euros on the company."
    first, second = duty.split("\n")
    split = redline_terminal(redline_texts(law(duty, fine), law(first, second, fine)))
    assert "Article 1 → Article 1 + Article 2: split (matched by paragraphs, 1.00)" in split
    assert "Article 2 → Article 3: renumbered\n" in split
    other = second.replace("discussed", "settled")
    reworded = redline_terminal(redline_texts(law(duty, fine), law(first, other, fine)))
    assert "Article 1 → Article 1 + Article 2: split, reworded (" in reworded
    merged = redline_terminal(redline_texts(law(first, second, fine), law(duty, fine)))
    assert "Article 1 + Article 2 → Article 1: merged (" in merged


def test_the_whole_in_a_terminal_shows_unchanged_provisions_too() -> None:
    redline = redline_texts(law("It stays.", "It goes."), law("It stays.", "It went."))
    assert "It stays." not in redline_terminal(redline)
    assert "It stays." in redline_terminal(redline, context=None)


@pytest.mark.parametrize("render", [redline_terminal, redline_markdown, redline_html])
def test_signs_alone_are_marked_in_the_whole_only(render: Callable[..., str]) -> None:
    redline = redline_texts(
        law("L'État agit : il paie.", "Rien d'autre."),
        law("L’État veille : il paie.", "Rien d’autre."),
    )
    said = render(redline, context=20)
    assert "1 changed, 1 unchanged but for signs" in said
    assert "2 places differ in signs alone" in " ".join(said.split())
    assert "Rien" not in said
    assert "L’État" in said
    whole = render(redline, context=None)
    assert "signs alone" not in whole
    assert "Rien" in whole
    assert "L’État" not in whole


def test_words_stand_right_below_their_heading() -> None:
    one = law("It stays.")
    both = LegalText("\n\nBy decree.\n" + one.text, ())
    said = redline_terminal(redline_texts(LegalText("", ()), both))
    assert "whole text: added\n{+By decree." in said
    spaced = redline_texts(law("It goes.\n\n", "It goes on."), law("It went.\n\n", "It went on."))
    assert "[-goes-]{+went+}.\n\nArticle 2: changed" in redline_terminal(spaced)


def test_what_differs_in_signs_is_never_called_changed() -> None:
    left = law("Le n°5 coûte 10% du plan.", "Rien d'autre ne vaut.")
    right = law("Le n° 5 coûte 10 % du plan.", "Rien d’autre ne vaut.")
    said = redline_terminal(redline_texts(left, right))
    assert "2 unchanged but for signs\n" in said
    assert ": changed" not in said
    assert [
        one["reworded"] for one in json.loads(redline_json(redline_texts(left, right)))["changes"]
    ] == [False, False]


def test_another_number_and_other_signs_are_no_rewording() -> None:
    left, right = law("Rien d'autre."), law("Un plan est publié chaque année.", "Rien d’autre.")
    said = redline_terminal(redline_texts(left, right))
    assert "Article 1 → Article 2: renumbered" in said
    assert "[-1-]{+2+}" in said


def test_notes_on_the_texts_are_said() -> None:
    redline = replace(redline_strings("a", "b"), notes=("Bill 2: <x> taken from Bill 1",))
    assert "note: Bill 2: <x> taken from Bill 1" in redline_terminal(redline)
    assert "> note: Bill 2: &lt;x&gt; taken from Bill 1" in redline_markdown(redline)
    assert json.loads(redline_json(redline))["notes"] == list(redline.notes)


def test_markdown_marks_words_and_escapes_the_rest() -> None:
    said = redline_markdown(hostile())
    assert "The firm ~~may~~**shall** act." in said
    assert "<script>" not in said
    html = MarkdownIt("commonmark").enable("strikethrough").render(said)
    assert "<strong>shall</strong>" in html
    assert "<s>may</s>" in html
    assert "<em>" not in html
    assert "<a" not in html
    assert "<code>" not in html


@given(NICE, NICE)
def test_markdown_is_read_as_it_was_written(left: str, right: str) -> None:
    redline = redline_strings(left, right)
    html = MarkdownIt("commonmark").enable("strikethrough").render(redline_markdown(redline))
    changed = [text for kind, text, _ in redline.changes[0].ops if kind == "+" and text.strip()]
    lines = [line for text in changed for line in text.split("\n") if line.strip()]
    assert len(re.findall("<strong>|<ins>", html)) == len(lines)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.text = ""
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_marks_words_and_escapes_the_rest() -> None:
    page = redline_html(hostile(), language="en-GB")
    tags = _Tags()
    tags.feed(page)
    assert '<del>may</del><ins class="beside">shall</ins>' in page
    assert "script" not in tags.seen
    assert not [name for name, _ in tags.attributes if name.startswith("on")]
    assert "<script>alert(1)</script>" in tags.text
    assert '<html lang="en">' in page
    assert 'lang="en-GB"' in page
    assert "\x1b" not in page


def test_html_links_the_two_places_of_a_move() -> None:
    block = "This paragraph is long enough to be recognised where it went.\n"
    other = "".join(f"Provision {n} binds company {n} and has {n} duties.\n" for n in range(8))
    page = redline_html(redline_strings(block + other, other + block))
    assert (
        '<del class="moved" id="c1-m1-del"><a class="skipped" lang="en" href="#c1-m1-ins">' in page
    )
    assert '<ins class="moved" id="c1-m1-ins">' in page


def test_html_says_first_what_a_reader_must_know() -> None:
    duty = "Companies shall publish a vigilance plan every year and discuss it with unions."
    fine = "A judge may impose a civil fine of up to ten million euros on the company."
    made = redline_texts(
        law(duty, fine), law("Short title.", fine, duty), left_title="/home/a/bill.html"
    )
    stale = StaleCorrection(Correction("art_1", "art_2"), "<changed>")
    made = replace(made, notes=("words <taken> over",), stale=(stale,))
    page = redline_html(made)
    assert "/home" not in page
    assert "<h1>bill.html → right text</h1>" in page
    assert page.index("Note: words &lt;taken&gt; over") < page.index('<section class="')
    assert '<p role="alert">correction art_1 → art_2 not applied: &lt;changed&gt;</p>' in page
    links = re.findall(r'<li><a href="#(c\d+)">', page)
    assert len(links) == 2
    assert all(f' id="{link}">' in page for link in links)


def test_html_begins_a_provision_without_an_empty_line() -> None:
    page = redline_html(redline_strings("\n\nThe firm may act.", "\n\nThe firm shall act."))
    assert '<div class="text">The firm' in page


def test_json_says_of_every_link_how_it_was_found() -> None:
    duty = "Every company shall publish a plan each year.\nIts plan is discussed with all unions."
    fine = "A judge may impose a civil fine of up to ten million euros on the company."
    old, new = law(duty, fine), law("Short title.", *duty.split("\n"), fine)
    told = json.loads(redline_json(redline_texts(old, new)))["changes"]
    added, split, fined = told
    assert added["links"] == [
        {"left": None, "right": "art_1", "kind": "added", "matched_by": "", "score": 0.0}
    ]
    assert [(k["left"], k["right"], k["kind"], k["matched_by"]) for k in split["links"]] == [
        ("art_1", "art_2", "split", "content"),
        ("art_1", "art_3", "split", "paragraphs"),
    ]
    assert (split["matched_by"], split["score"]) == ("paragraphs", 1.0)
    assert [change["reworded"] for change in told] == [False, False, False]
    assert fined["links"][0]["kind"] == "renumbered"


def test_json_rebuilds_both_texts() -> None:
    data = json.loads(redline_json(hostile()))
    assert data["format"] == "rvc.laws.redline/1"
    ops = data["changes"][0]["ops"]
    right = "".join(op["text"] for op in ops if op["op"] != "delete")
    assert right == "The firm shall act.\n" + HOSTILE


@pytest.mark.parametrize("render", [redline_terminal, redline_markdown, redline_html, redline_json])
def test_nothing_to_compare(render: object) -> None:
    assert callable(render)
    assert render(redline_strings("", "")).endswith("\n")
    assert render(redline_texts(LegalText("", ()), LegalText("", ()))).endswith("\n")

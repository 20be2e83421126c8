from __future__ import annotations

from msgspec.structs import replace

from registers import toy_register
from rvc.analysis.changes import compare
from rvc.analysis.telling import Teller, tell
from rvc.analysis.verified import with_verified
from rvc.model.codebook import Basis
from rvc.model.reference import Bibliography
from rvc.model.verified import Verified
from rvc.render.diff_markdown import diff_markdown
from rvc.render.diff_terminal import diff_terminal

HASH = "0123456789abcdef" * 4
FOUND = {
    ("toy-act", "toy-d1", "toy-bill-2"): Verified("toy-act", "toy-d1", "toy-bill-2", HASH, "s. 1")
}


def test_a_phrase_that_was_found_rests_on_the_official_text_with_its_hash() -> None:
    register = toy_register()
    law = with_verified(register.laws[0], FOUND)
    teller = Teller(register, Bibliography(), verified=FOUND)
    brief = tell(compare(law, "toy-bill-1", "toy-bill-2"), teller)
    after = next(story.after for story in brief.stories if story.id == "toy-d1")
    assert after.basis is Basis.OFFICIAL_TEXT
    assert after.text_sha256 == HASH


def test_what_takes_the_wording_over_is_as_firm_as_that_statement() -> None:
    register = toy_register()
    law = with_verified(register.laws[0], FOUND)
    brief = tell(compare(law, "toy-bill-1", "toy-bill-3"), Teller(register, Bibliography()))
    after = next(story.after for story in brief.stories if story.id == "toy-d1")
    assert after.basis is Basis.RECALLED


def test_other_laws_stay_what_they_are() -> None:
    treaty = toy_register().laws[1]
    assert with_verified(treaty, FOUND) is treaty


def test_reports_name_the_text() -> None:
    register = toy_register()
    law = with_verified(register.laws[0], FOUND)
    quoted = replace(law.demands[0].codings["toy-bill-2"], phrase="words of the bill")
    codings = {**law.demands[0].codings, "toy-bill-2": quoted}
    law = replace(law, demands=(replace(law.demands[0], codings=codings),))
    teller = Teller(register, Bibliography(), verified=FOUND)
    briefs = [tell(compare(law, "toy-bill-1", "toy-bill-2"), teller)]
    said = f"found in the official text, sha256 {HASH[:12]}"
    assert said in " ".join(diff_terminal(briefs).split())
    assert said in diff_markdown(briefs)

from __future__ import annotations

from rvc.model.imported import Added, Addition, LeftOut
from rvc.render.added_text import added_text


def test_what_was_added_and_left_out() -> None:
    entry = Added("k", "@misc{k,\n title = {\x1b[2J}}", 3, "doi x")
    done = Addition("", "", (entry,), (LeftOut("Day 2001", "old", "the same DOI"),))
    assert added_text(done, "a.bib") == (
        "added k (a.bib:3, from doi x)\n@misc{k,\n title = {\\x1b[2J}}\n"
        "left out Day 2001: there as old (the same DOI)\n"
    )
    assert added_text(done, "a.bib", planned=True).startswith("would add k")
    assert added_text(Addition("", "", ()), "a.bib") == "nothing to add\n"

from __future__ import annotations

from rvc.model.output_texts import TextLine
from rvc.render.texts_terminal import listed

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_a_word_file_is_said_in_one_word() -> None:
    line = TextLine(
        "law", "act", "Act", "", "kept", file="act.docx", sha256="a" * 64, media_type=WORD
    )
    said = listed([line], 80)
    assert "0 bytes, Word, sha256" in " ".join(said.split())

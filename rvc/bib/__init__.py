"""The lossless .bib: text in, tokens, entries and patches out; no byte changes unasked."""

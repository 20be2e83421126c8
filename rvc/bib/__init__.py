"""The lossless core for .bib files: text in, values and patches out; no file, network or clock.

Read            `reader.read(text)` → `library.Library`: blocks that cover the text, entries with
                their places, what BibTeX loses, diagnostics. `tokens.tokens(library)` cuts finer.
Understand      `Entry.value(name)`: macros (`macros`); `inherit.held_fields`: crossref and xdata;
                `names.parse_names`, `dates.date_of`, `latex.decode`, and all of it for one entry
                at once in `resolve.resolve`. `search_text.fold` for searching.
Change          `patch`: set, add and remove fields and entries, rename keys. Every function gives
                the new text, after reading it again; `layout.learn` says how a file is laid out.
Remarks         `diagnostics.RULES` names them; `Library.diagnostics` holds those of a text.

What is read, and where reading goes on after a fault, is what BibTeX 0.99d does (`grammar`,
`careful`). Bytes and encodings are the business of `rvc.adapters.bib_files`.
"""

"""The rules of the bibliography, one file each; `rvc.lint.bib_table` lists them."""

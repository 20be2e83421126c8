"""Formatting a .bib text by named rules: text in, text and what was done out; pure."""

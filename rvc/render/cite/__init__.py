"""Reference lists and citations in the styles that rvc knows by itself, one module a style."""

"""The command line: it wires, and it is the only place that knows Typer."""

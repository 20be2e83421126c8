"""rvc: what civil society asked of a law, and what the text gave, version by version."""

__version__ = "0.1.0"

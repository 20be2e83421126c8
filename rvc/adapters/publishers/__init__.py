"""Readers of official texts, one module a publisher or file format."""

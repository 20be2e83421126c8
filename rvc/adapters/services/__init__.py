"""Bibliographic services: each asks one service and translates its answer into a `Record`."""

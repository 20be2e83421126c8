"""Translations between the world (files, network) and values of the model."""

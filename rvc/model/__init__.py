"""The vocabulary of rvc as frozen values: no file, network, clock, terminal or parser."""

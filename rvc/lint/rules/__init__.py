"""One rule, one module: what it forbids, why, a bad and a good sample, the check."""

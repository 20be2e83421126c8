"""Pure comparisons of values of the model."""

"""Judgements on the data: values of the model in, findings out."""
